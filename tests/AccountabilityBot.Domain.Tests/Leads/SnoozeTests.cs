using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class SnoozeTests
{
    static readonly LeadActor[] Everybody = [Given.Ana, Given.Bo, Given.Greta, Given.Otto];

    [Fact]
    public void The_person_it_is_offered_to_may_and_nobody_else() =>
        Asked(Given.OfferedTo(Given.Ana), null, "lead.offered-to", "lead.offered-to", "lead.offered-to");

    [Fact]
    public void Everybody_in_the_pool_may() =>
        Asked(Given.OfferedToPool(), null, null, "lead.not-a-member", "lead.not-a-member");

    [Fact]
    public void Who_gave_it_up_is_asked_no_more()
    {
        var lead = Given.OfferedTo(Given.Ana);
        lead.PassOn(Given.Ana, null, null, Given.Terms, Given.Noon);

        Asked(lead.NowOfferedTo(person: null), "lead.had-it-before", null, "lead.not-a-member", "lead.not-a-member");
    }

    [Fact]
    public void The_owner_may_while_something_is_promised()
    {
        var lead = Given.AcceptedBy(Given.Ana);
        Asked(lead, null, "lead.not-the-owner", "lead.not-the-owner", "lead.not-the-owner");

        lead.Contact(Given.Ana, Given.Terms, Given.Noon);
        Assert.Null(lead.MaySnooze(Given.Ana));
    }

    [Fact]
    public void Where_the_model_asks_for_no_promise_nobody_is_reminded()
    {
        var lead = Given.OfferedTo(Given.Ana);
        lead.Accept(Given.Ana, Given.Terms with { ContactWithin = null }, Given.Noon);

        Assert.Equal("lead.nothing-to-snooze", lead.MaySnooze(Given.Ana)?.Code);
    }

    [Fact]
    public void Whoever_holds_a_lead_is_not_reminded_anyway()
    {
        var lead = Given.AcceptedBy(Given.Ana);
        lead.Hold(Given.Ana, "asked-to-wait", Given.After(60), null, Given.Terms, Given.Noon);

        Assert.Equal("lead.nothing-to-snooze", lead.MaySnooze(Given.Ana)?.Code);
    }

    [Fact]
    public void Nobody_is_asked_about_a_lead_that_waits_or_was_rejected()
    {
        Asked(Given.Waiting(), "lead.not-on-offer", "lead.not-on-offer", "lead.not-on-offer", "lead.not-on-offer");
        Asked(Given.RejectedBy(Given.Ana), "lead.already-rejected", "lead.already-rejected", "lead.already-rejected", "lead.already-rejected");
    }

    static void Asked(Lead lead, params string?[] codes)
    {
        var before = lead.Picture();
        Assert.Equal(codes, Everybody.Select(person => lead.MaySnooze(person)?.Code));
        Assert.Equal(before, lead.Picture());
    }
}
