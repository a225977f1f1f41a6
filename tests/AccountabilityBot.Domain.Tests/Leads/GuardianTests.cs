using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class GuardianTests
{
    [Fact]
    public void The_guardian_takes_a_lead_from_the_list()
    {
        var lead = WithGuardianAfterThreeHands();

        Assert.Equal(Greta.Id, Assert.Single(lead.Take(Greta, Terms, After(5)).Did(LeadEvents.Taken)).Actor);

        Assert.Equal((LeadState.Accepted, Greta.Id, After(5)), (lead.State, lead.Owner, lead.AcceptedAt));
        Assert.Null(lead.GuardianSince);
        lead.HasNothingToDo(again => again.Take(Greta, Terms, After(6)));
    }

    [Fact]
    public void Taking_from_the_queue_ends_what_was_reserved()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, Named(Bo), note: null, Terms, Noon);

        lead.Take(Greta, Terms, After(1)).Did(LeadEvents.Taken);

        Assert.Null(lead.ReservedFor);
    }

    [Fact]
    public void Taking_an_offered_lead_withdraws_the_offer_and_the_ledger_says_from_whom()
    {
        var lead = OfferedTo(Ana);

        var happened = lead.Take(Greta, Terms, After(5)).Did(LeadEvents.Withdrawn, LeadEvents.Taken);

        Assert.Equal((Greta.Id, Ana.Id), (happened[0].Actor, happened[0].Other));
        Assert.Equal((OfferOutcome.Withdrawn, After(5)), (lead.LastOffer!.Outcome, lead.LastOffer.AnsweredAt));
        Assert.Empty(lead.Hands);
        lead.Refuses("lead.already-accepted", late => late.Accept(Ana, Terms, After(6)));
    }

    [Fact]
    public void The_guardian_assigns_and_the_person_named_still_answers()
    {
        var lead = WithGuardianAfterThreeHands();

        var happened = lead.Assign(Greta, Named(Dan), Terms, After(5)).Did(LeadEvents.Assigned, LeadEvents.Offered);

        Assert.Equal((Greta.Id, Dan.Id), (happened[0].Actor, happened[0].Other));
        Assert.Equal((LeadState.Offered, Dan.Id, After(65)), (lead.State, lead.OpenOffer!.To, lead.OpenOffer.DueAt));
        Assert.Equal(new OfferReason(OfferReason.AssignedBy, Greta.Id), lead.OpenOffer.Reason);
        Assert.Null(lead.Owner);
        Assert.Null(lead.GuardianSince);
        lead.Accept(Dan, Terms, After(6)).Did(LeadEvents.Accepted);
    }

    [Fact]
    public void An_assigned_lead_that_is_given_up_comes_straight_back_to_the_guardian()
    {
        var lead = WithGuardianAfterThreeHands();
        lead.Assign(Greta, Named(Dan), Terms, After(5));

        lead.PassOn(Dan, colleague: null, note: null, Terms, After(6)).Did(LeadEvents.PassedOn, LeadEvents.ToGuardian);

        Assert.Equal(After(6), lead.GuardianSince);
    }

    [Fact]
    public void Assigning_an_offered_lead_withdraws_the_first_offer()
    {
        var lead = OfferedTo(Ana);

        lead.Assign(Greta, Named(Bo), Terms, After(5)).Did(LeadEvents.Withdrawn, LeadEvents.Assigned, LeadEvents.Offered);

        Assert.Equal(OfferOutcome.Withdrawn, lead.Offers[0].Outcome);
        Assert.Equal(Bo.Id, lead.OpenOffer!.To);
        Assert.Equal([1, 2], lead.Offers.Select(offer => offer.No));
        lead.Refuses("lead.offered-to", late => late.Accept(Ana, Terms, After(6)));
    }

    [Fact]
    public void Assigning_twice_asks_once()
    {
        var lead = WithGuardianAfterThreeHands();
        lead.Assign(Greta, Named(Dan), Terms, After(5));

        lead.HasNothingToDo(again => again.Assign(Greta, Named(Dan), Terms, After(6)));
    }

    [Fact]
    public void Assigning_needs_a_member_who_has_not_had_the_lead()
    {
        var lead = WithGuardianAfterThreeHands();

        lead.Refuses("lead.person-missing", asked => asked.Assign(Greta, to: null, Terms, Noon));
        lead.Refuses("lead.colleague-not-a-member", asked => asked.Assign(Greta, Named(Otto), Terms, Noon));
        lead.Refuses("lead.colleague-had-it-before", asked => asked.Assign(Greta, Named(Bo), Terms, Noon));
    }

    [Fact]
    public void Closing_takes_a_reason_and_ends_the_lead_for_everybody()
    {
        var lead = OfferedTo(Ana);

        var happened = lead.Close(Greta, "test", " Ours. ", Terms, After(5)).Did(LeadEvents.Withdrawn, LeadEvents.Closed);

        Assert.Equal((Greta.Id, "test", "Ours."), (happened[1].Actor, happened[1].Reason, happened[1].Note));
        Assert.Equal((LeadState.Closed, "test", true), (lead.State, lead.CloseReason, lead.IsEnded));
        Assert.Null(lead.OpenOffer);
        Assert.Equal(RefusalKind.Stale, lead.Refuses("lead.ended", late => late.Accept(Ana, Terms, After(6))).Kind);
        lead.Refuses("lead.ended", late => late.Take(Greta, Terms, After(6)));
    }

    [Fact]
    public void Closing_without_a_reason_is_refused()
    {
        WithGuardianAfterThreeHands().Refuses("lead.reason-missing", lead => lead.Close(Greta, reason: null, note: null, Terms, Noon));
        Waiting().Refuses("lead.note-too-long", lead => lead.Close(Greta, "test", new string('x', Lead.MaxNote + 1), Terms, Noon));
    }

    [Fact]
    public void Only_head_guardian_and_administrator_assign_take_and_close()
    {
        foreach (var lead in new[] { Waiting(), OfferedTo(Ana), WithGuardianAfterThreeHands() })
        {
            foreach (var actor in new[] { Ana, Otto })
                foreach (var decide in Guarding(actor))
                    Assert.Equal(RefusalKind.NotAllowed, lead.Refuses("lead.only-for-guardians", decide).Kind);
        }
    }

    [Fact]
    public void A_guardian_does_not_take_away_what_somebody_owns_or_has_rejected()
    {
        foreach (var decide in Guarding(Greta))
        {
            Assert.Equal([Ana.Id, Noon], AcceptedBy(Ana).Refuses("lead.already-accepted", decide).Args);
            Assert.Equal([Ana.Id, Noon], RejectedBy(Ana).Refuses("lead.already-rejected", decide).Args);
            Stored(AcceptedBy(Ana), LeadState.Won).Refuses("lead.ended", decide);
        }
    }

    static Func<Lead, Decision>[] Guarding(LeadActor actor) =>
    [
        lead => lead.Take(actor, Terms, Noon),
        lead => lead.Assign(actor, Named(Dan), Terms, Noon),
        lead => lead.Close(actor, "test", note: null, Terms, Noon),
    ];
}
