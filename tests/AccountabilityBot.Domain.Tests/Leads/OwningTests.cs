using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class OwningTests
{
    [Fact]
    public void The_first_touch_is_recorded_once()
    {
        var lead = AcceptedBy(Ana);

        lead.Contact(Ana, Terms, After(30)).Did(LeadEvents.Contacted);

        Assert.Equal(After(30), lead.ContactedAt);
        lead.HasNothingToDo(again => again.Contact(Ana, Terms, After(31)));
    }

    [Fact]
    public void A_contact_ends_a_hold_and_the_first_touch_stays_the_first()
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, After(30));
        Hold(lead, After(600)).Did(LeadEvents.Held);

        lead.Contact(Ana, Terms, After(60)).Did(LeadEvents.Contacted);

        Assert.False(lead.IsHeld);
        Assert.Null(lead.HoldReason);
        Assert.Equal(After(30), lead.ContactedAt);
    }

    [Fact]
    public void A_hold_says_for_what_and_until_when()
    {
        var lead = AcceptedBy(Ana);

        var one = Assert.Single(Hold(lead, After(600), note: " After the fair. ").Did(LeadEvents.Held));

        Assert.Equal((Ana.Id, "later", "After the fair."), (one.Actor, one.Reason, one.Note));
        Assert.Equal((After(600), "later", true), (lead.HeldUntil, lead.HoldReason, lead.IsHeld));
        Assert.Equal((LeadState.Accepted, Ana.Id), (lead.State, lead.Owner));
    }

    [Fact]
    public void A_hold_needs_a_reason_and_an_end_that_lies_ahead()
    {
        AcceptedBy(Ana).Refuses("lead.reason-missing", lead => lead.Hold(Ana, "", After(600), note: null, Terms, Noon));
        AcceptedBy(Ana).Refuses("lead.hold-end-missing", lead => Hold(lead, until: null));
        AcceptedBy(Ana).Refuses("lead.hold-end-not-ahead", lead => Hold(lead, Noon));
        AcceptedBy(Ana).Refuses("lead.note-too-long", lead => Hold(lead, After(600), new string('x', Lead.MaxNote + 1)));
    }

    [Fact]
    public void A_hold_ends_at_the_latest_in_the_course_of_its_ninetieth_day()
    {
        Hold(AcceptedBy(Ana), Noon.AddDays(90).AddHours(20)).Did(LeadEvents.Held);
        Assert.Equal([90], AcceptedBy(Ana).Refuses("lead.hold-too-long", lead => Hold(lead, Noon.AddDays(91))).Args);
    }

    [Fact]
    public void When_a_hold_is_over_its_owner_is_told_once()
    {
        var lead = AcceptedBy(Ana);
        Hold(lead, After(600));

        lead.HasNothingToDo(held => held.ResumeIfDue(Terms, After(600).AddTicks(-1)));
        Assert.Equal(Ana.Id, Assert.Single(lead.ResumeIfDue(Terms, After(600)).Did(LeadEvents.Resumed)).Other);

        Assert.False(lead.IsHeld);
        lead.HasNothingToDo(again => again.ResumeIfDue(Terms, After(601)));
    }

    [Fact]
    public void Handing_back_takes_a_reason_counts_as_one_hand_and_ends_the_hold()
    {
        var lead = AcceptedBy(Ana);
        Hold(lead, After(600));

        var one = Assert.Single(lead.HandBack(Ana, "away", "Sick leave.", Terms, After(30)).Did(LeadEvents.HandedBack));

        Assert.Equal((Ana.Id, "away", "Sick leave."), (one.Actor, one.Reason, one.Note));
        Assert.Equal([new Hand(Ana.Id, HandKind.HandedBack, After(30), "away", "Sick leave.")], lead.Hands);
        Assert.Equal((LeadState.Waiting, After(30)), (lead.State, lead.WaitingSince));
        Assert.Null(lead.Owner);
        Assert.Null(lead.AcceptedAt);
        Assert.False(lead.IsHeld);
    }

    [Fact]
    public void Who_gets_it_after_a_hand_back_has_the_first_contact_still_to_make()
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, After(5));

        lead.HandBack(Ana, "away", note: null, Terms, After(30));

        Assert.Null(lead.ContactedAt);
    }

    [Fact]
    public void Handing_back_without_a_reason_is_refused()
    {
        AcceptedBy(Ana).Refuses("lead.reason-missing", lead => lead.HandBack(Ana, reason: null, note: null, Terms, Noon));
        AcceptedBy(Ana).Refuses("lead.note-too-long", lead => lead.HandBack(Ana, "away", new string('x', Lead.MaxNote + 1), Terms, Noon));
    }

    [Fact]
    public void The_third_hand_back_goes_to_the_guardian()
    {
        var lead = Waiting();
        foreach (var person in new[] { Ana, Bo })
        {
            lead.NowOfferedTo(person).Accept(person, Terms, Noon);
            lead.HandBack(person, "away", note: null, Terms, Noon).Did(LeadEvents.HandedBack);
        }

        lead.NowOfferedTo(Cleo).Accept(Cleo, Terms, Noon);
        lead.HandBack(Cleo, "away", note: null, Terms, After(1)).Did(LeadEvents.HandedBack, LeadEvents.ToGuardian);

        Assert.Equal(After(1), lead.GuardianSince);
    }

    [Fact]
    public void Only_the_owner_works_on_a_lead()
    {
        var lead = AcceptedBy(Ana);

        foreach (var actor in new[] { Bo, Greta, Otto })
        {
            var refusal = lead.Refuses("lead.not-the-owner", owned => owned.Contact(actor, Terms, Noon));
            Assert.Equal((RefusalKind.NotAllowed, Ana.Id), (refusal.Kind, refusal.Args.Single()));
            lead.Refuses("lead.not-the-owner", owned => owned.Hold(actor, "later", After(60), note: null, Terms, Noon));
            lead.Refuses("lead.not-the-owner", owned => owned.HandBack(actor, "away", note: null, Terms, Noon));
        }
    }

    [Fact]
    public void A_lead_without_an_owner_is_not_worked_on()
    {
        foreach (var lead in new[] { Waiting(), OfferedTo(Ana), RejectedBy(Ana) })
            Assert.Equal(RefusalKind.Stale, lead.Refuses("lead.not-accepted", idle => idle.Contact(Ana, Terms, Noon)).Kind);
        Stored(AcceptedBy(Ana), LeadState.Lost).Refuses("lead.ended", lead => lead.Contact(Ana, Terms, Noon));
    }

    static Decision Hold(Lead lead, DateTimeOffset? until, string? note = null) => lead.Hold(Ana, "later", until, note, Terms, Noon);
}
