using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class PassOnTests
{
    [Fact]
    public void Passing_on_counts_as_one_hand_and_puts_the_lead_back_in_the_queue()
    {
        var lead = OfferedTo(Ana);

        var one = Assert.Single(PassOn(lead, Ana, note: "  Not my region. ").Did(LeadEvents.PassedOn));

        Assert.Equal((Ana.Id, (PersonId?)null, "Not my region."), (one.Actor, one.Other, one.Note));
        Assert.Equal([new Hand(Ana.Id, HandKind.PassedOn, After(5), Note: "Not my region.")], lead.Hands);
        Assert.Equal((LeadState.Waiting, After(5)), (lead.State, lead.WaitingSince));
        Assert.Equal(OfferOutcome.PassedOn, lead.LastOffer!.Outcome);
        Assert.Null(lead.ReservedFor);
    }

    [Fact]
    public void A_note_of_nothing_but_spaces_is_no_note()
    {
        var lead = OfferedTo(Ana);

        Assert.Null(PassOn(lead, Ana, note: "  ").Happened[0].Note);
        Assert.False(lead.Hands[0].HasWords);
    }

    [Fact]
    public void A_named_colleague_is_asked_next_and_told_by_whom()
    {
        var lead = OfferedTo(Ana);

        Assert.Equal(Bo.Id, PassOn(lead, Ana, Bo).Did(LeadEvents.PassedOn)[0].Other);

        Assert.Equal((Bo.Id, OfferReason.PassedOnBy, Ana.Id), (lead.ReservedFor, lead.ReservedReason, lead.ReservedBy));
        lead.NowOfferedTo(Bo);
        Assert.Null(lead.ReservedFor);
    }

    [Fact]
    public void Nobody_passes_on_to_themselves() =>
        Assert.Equal(RefusalKind.Invalid, OfferedTo(Ana).Refuses("lead.pass-to-yourself", lead => PassOn(lead, Ana, Ana)).Kind);

    [Fact]
    public void Only_to_a_member_of_the_department() =>
        Assert.Equal([Otto.Id], OfferedTo(Ana).Refuses("lead.colleague-not-a-member", lead => PassOn(lead, Ana, Otto)).Args);

    [Fact]
    public void Not_to_a_colleague_who_gave_it_up_before()
    {
        var lead = OfferedTo(Ana);
        PassOn(lead, Ana, Bo);
        lead.NowOfferedTo(Bo);

        Assert.Equal([Ana.Id], lead.Refuses("lead.colleague-had-it-before", back => PassOn(back, Bo, Ana)).Args);
    }

    [Fact]
    public void In_a_pool_the_lead_goes_on_without_the_person_who_gave_it_up()
    {
        var lead = OfferedToPool();
        PassOn(lead, Ana).Did(LeadEvents.PassedOn);
        lead.NowOfferedTo(person: null);

        lead.Refuses("lead.had-it-before", again => again.Accept(Ana, Terms, After(6)));
        lead.Accept(Bo, Terms, After(6)).Did(LeadEvents.Accepted);
    }

    [Fact]
    public void The_third_hand_is_the_guardians_even_if_a_colleague_is_named()
    {
        var lead = OfferedTo(Ana);
        PassOn(lead, Ana);
        PassOn(lead.NowOfferedTo(Bo), Bo);

        var happened = PassOn(lead.NowOfferedTo(Cleo), Cleo, Dan).Did(LeadEvents.PassedOn, LeadEvents.ToGuardian);

        Assert.Equal("too-many-hands", happened[1].Reason);
        Assert.Equal((LeadState.Waiting, After(5)), (lead.State, lead.GuardianSince));
        Assert.Null(lead.ReservedFor);
        Assert.Equal([Ana.Id, Bo.Id, Cleo.Id], lead.Hands.Select(hand => hand.Person!.Value));
    }

    [Fact]
    public void Who_may_not_accept_may_not_pass_on()
    {
        OfferedTo(Ana).Refuses("lead.offered-to", lead => PassOn(lead, Bo));
        OfferedToPool().Refuses("lead.not-a-member", lead => PassOn(lead, Otto));
        AcceptedBy(Ana).Refuses("lead.already-accepted", lead => PassOn(lead, Ana));
        Waiting().Refuses("lead.not-on-offer", lead => PassOn(lead, Ana));
        OfferedTo(Ana).Refuses("lead.note-too-long", lead => PassOn(lead, Ana, note: new string('x', Lead.MaxNote + 1)));
    }

    static Decision PassOn(Lead lead, LeadActor actor, LeadActor? to = null, string? note = null) =>
        lead.PassOn(actor, to is null ? null : Named(to), note, Terms, After(5));
}
