using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class KeepingTests
{
    [Fact]
    public void An_offer_taken_back_is_no_hand_and_keeps_the_place_in_the_queue()
    {
        var lead = OfferedTo(Ana);

        var happened = Assert.Single(lead.TakeBackFrom(Ana.Id, Terms, After(5)).Did(LeadEvents.Withdrawn));

        Assert.Equal((null, Ana.Id, "out"), (happened.Actor, happened.Other, happened.Reason));
        Assert.Equal((LeadState.Waiting, Noon, null), (lead.State, lead.WaitingSince, lead.NextRungAt));
        Assert.Equal((OfferOutcome.Withdrawn, After(5)), (lead.LastOffer!.Outcome, lead.LastOffer.AnsweredAt));
        Assert.Empty(lead.Hands);
        // They may get it again.
        lead.NowOfferedTo(Ana, After(10)).Accept(Ana, Terms, After(11)).Did(LeadEvents.Accepted);
    }

    /// <summary>No rule puts it to a fourth: only the guardian did.</summary>
    [Fact]
    public void What_the_guardian_put_to_somebody_after_too_many_hands_is_the_guardians_again_when_they_are_out()
    {
        var lead = WithGuardianAfterThreeHands();
        lead.Assign(Greta, Named(Dan), Terms, After(1));

        lead.TakeBackFrom(Dan.Id, Terms, After(5)).Did(LeadEvents.Withdrawn, LeadEvents.ToGuardian);

        Assert.Equal((LeadState.Waiting, After(5), "too-many-hands"), (lead.State, lead.GuardianSince, lead.GuardianReason));
    }

    [Fact]
    public void Nothing_is_taken_from_somebody_else_nor_from_a_pool_nor_from_an_owner()
    {
        foreach (var lead in new[] { OfferedTo(Bo), OfferedToPool(), AcceptedBy(Ana), RejectedBy(Ana), Waiting() })
            lead.HasNothingToDo(one => one.TakeBackFrom(Ana.Id, Terms, After(5)));
    }

    [Fact]
    public void What_nobody_has_goes_to_the_guardian_whatever_it_was()
    {
        foreach (var lead in new[] { Waiting(), OfferedTo(Ana), OfferedToPool(), AcceptedBy(Ana) })
        {
            Assert.Equal("adrift", Assert.Single(lead.FoundAdrift(Terms, After(5)).Did(LeadEvents.ToGuardian)).Reason);

            Assert.Equal((LeadState.Waiting, After(5), "adrift"), (lead.State, lead.GuardianSince, lead.GuardianReason));
            Assert.Null(lead.OpenOffer);
            Assert.Null(lead.Owner);
            Assert.Empty(lead.Hands);
            lead.HasNothingToDo(again => again.FoundAdrift(Terms, After(6)));
        }
    }

    [Fact]
    public void What_is_with_its_sender_or_has_ended_is_not_adrift()
    {
        foreach (var lead in new[] { RejectedBy(Ana), Stored(AcceptedBy(Ana), LeadState.Won), WithGuardianAfterThreeHands() })
            lead.HasNothingToDo(one => one.FoundAdrift(Terms, After(5)));
    }

    [Fact]
    public void A_lead_knows_why_it_is_on_the_guardians_list_as_long_as_it_is()
    {
        var lead = WithGuardianAfterThreeHands();
        Assert.Equal("too-many-hands", lead.GuardianReason);

        lead.Take(Greta, Terms, After(5)).Did(LeadEvents.Taken);
        Assert.Null(lead.GuardianReason);
    }

    [Theory]
    [InlineData("no-members", true)]
    [InlineData("nobody-expected", true)]
    [InlineData("adrift", true)]
    [InlineData("too-many-hands", false)]
    [InlineData("pool-expired", false)]
    [InlineData("nobody-left", false)]
    [InlineData(null, false)]
    public void What_concerns_many_at_once_comes_as_a_list(string? reason, bool asList) => Assert.Equal(asList, GuardianReasons.ComesAsList(reason));
}
