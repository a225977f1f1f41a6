using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class AcceptTests
{
    [Fact]
    public void The_person_asked_becomes_the_owner()
    {
        var lead = OfferedTo(Ana);

        var one = Assert.Single(lead.Accept(Ana, Terms, After(5)).Did(LeadEvents.Accepted));

        Assert.Equal(Ana.Id, one.Actor);
        Assert.Equal((LeadState.Accepted, Ana.Id, After(5)), (lead.State, lead.Owner, lead.AcceptedAt));
        Assert.Null(lead.OpenOffer);
        Assert.Equal((OfferOutcome.Accepted, Ana.Id, After(5)), (lead.LastOffer!.Outcome, lead.LastOffer.AnsweredBy, lead.LastOffer.AnsweredAt));
    }

    [Fact]
    public void A_late_accept_is_an_accept_as_long_as_the_offer_stands()
    {
        var lead = OfferedTo(Ana);

        lead.Accept(Ana, Terms, lead.Promise!.Rungs[^1].DueAt.AddMinutes(1)).Did(LeadEvents.Accepted);

        Assert.Equal(Ana.Id, lead.Owner);
    }

    [Fact]
    public void Of_a_pool_the_first_member_becomes_the_owner_and_the_others_hear_who_won()
    {
        var lead = OfferedToPool();
        lead.Accept(Bo, Terms, After(1)).Did(LeadEvents.Accepted);

        var refusal = lead.Refuses("lead.already-accepted", late => late.Accept(Ana, Terms, After(1)));

        Assert.Equal(RefusalKind.Stale, refusal.Kind);
        Assert.Equal([Bo.Id, After(1)], refusal.Args);
    }

    [Fact]
    public void Of_a_thousand_accepts_one_wins()
    {
        var lead = OfferedToPool();

        var decisions = Enumerable.Range(1, 1_000).Select(no => lead.Accept(Member(no), Terms, After(1))).ToList();

        Assert.Single(decisions, decision => decision.Happened.Count > 0);
        Assert.Equal(999, decisions.Count(decision => decision.Refusal?.Code == "lead.already-accepted"));
        Assert.Equal(Person(1), lead.Owner);
    }

    [Fact]
    public void The_same_person_pressing_twice_succeeds_twice_and_is_recorded_once() =>
        AcceptedBy(Ana).HasNothingToDo(lead => lead.Accept(Ana, Terms, After(1)));

    [Fact]
    public void A_colleague_is_told_to_whom_it_is_offered_and_until_when()
    {
        var lead = OfferedTo(Ana);

        var refusal = lead.Refuses("lead.offered-to", offered => offered.Accept(Bo, Terms, After(1)));

        Assert.Equal(RefusalKind.NotAllowed, refusal.Kind);
        Assert.Equal([Ana.Id, After(60)], refusal.Args);
    }

    [Fact]
    public void Who_is_not_a_member_cannot_take_from_the_pool() =>
        Assert.Equal(RefusalKind.NotAllowed, OfferedToPool().Refuses("lead.not-a-member", lead => lead.Accept(Otto, Terms, After(1))).Kind);

    [Fact]
    public void The_guardian_is_not_of_the_pool_either() => OfferedToPool().Refuses("lead.not-a-member", lead => lead.Accept(Greta, Terms, After(1)));

    [Fact]
    public void Who_passed_it_on_cannot_take_it_from_the_pool()
    {
        var lead = OfferedToPool();
        lead.PassOn(Ana, colleague: null, note: null, Terms, After(1));
        lead.NowOfferedTo(person: null);

        Assert.Equal(RefusalKind.NotAllowed, lead.Refuses("lead.had-it-before", again => again.Accept(Ana, Terms, After(2))).Kind);
    }

    [Fact]
    public void A_card_from_before_the_offer_ended_is_answered_with_the_truth()
    {
        Assert.Equal(RefusalKind.Stale, Waiting().Refuses("lead.not-on-offer", lead => lead.Accept(Ana, Terms, Noon)).Kind);
        Assert.Equal(RefusalKind.Stale, RejectedBy(Ana).Refuses("lead.already-rejected", lead => lead.Accept(Bo, Terms, Noon)).Kind);
        WithGuardianAfterThreeHands().Refuses("lead.not-on-offer", lead => lead.Accept(Dan, Terms, Noon));
    }

    [Theory]
    [InlineData(LeadState.Won)]
    [InlineData(LeadState.Lost)]
    [InlineData(LeadState.Recycled)]
    [InlineData(LeadState.Closed)]
    public void A_lead_that_has_ended_is_not_accepted_again(LeadState ended) =>
        Stored(AcceptedBy(Ana), ended).Refuses("lead.ended", lead => lead.Accept(Ana, Terms, Noon));

    [Fact]
    public void The_promise_starts_with_the_offer_and_is_frozen_on_it()
    {
        var lead = Waiting().NowOfferedTo(Ana, After(600));

        Assert.Equal(After(660), lead.OpenOffer!.DueAt);
        Assert.Equal(
            [("nudge-1", After(630)), ("nudge-2", After(648)), ("second-line", After(660)), ("reassign", After(690))],
            lead.Promise!.Rungs.Select(rung => (rung.Name, rung.DueAt)));
        Assert.Equal(After(630), lead.NextRungAt);
    }

    [Fact]
    public void What_is_not_waiting_is_not_offered()
    {
        var toBo = new OfferTo(Bo.Id, new OfferReason(OfferReason.Rotation));

        OfferedTo(Ana).Refuses("lead.not-waiting", lead => lead.OfferTo(toBo, Terms, After(1)));
        AcceptedBy(Ana).Refuses("lead.not-waiting", lead => lead.OfferTo(toBo, Terms, After(1)));
        RejectedBy(Ana).Refuses("lead.not-waiting", lead => lead.OfferTo(toBo, Terms, After(1)));
    }

    [Fact]
    public void No_rule_takes_a_lead_from_the_guardians_list()
    {
        var toDan = new OfferTo(Dan.Id, new OfferReason(OfferReason.Rotation));

        WithGuardianAfterThreeHands().Refuses("lead.not-waiting", lead => lead.OfferTo(toDan, Terms, After(1)));
    }

    [Fact]
    public void Nobody_is_offered_what_they_gave_up()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, colleague: null, note: null, Terms, After(1));

        lead.Refuses("lead.had-it-before", again => again.OfferTo(new OfferTo(Ana.Id, new OfferReason(OfferReason.Rotation)), Terms, After(2)));
    }
}
