using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>Somebody has left, and nothing of a lead stays with them.</summary>
public sealed class GoneTests
{
    [Theory]
    [InlineData(Departures.Left)]
    [InlineData(Departures.Moved)]
    public void What_they_owned_goes_back_to_the_queue_with_its_story(string why)
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, After(5));

        var happened = Assert.Single(lead.PersonIsGone(Ana.Id, why, Terms, After(10)).Did(LeadEvents.OwnerGone));

        Assert.Equal((null, Ana.Id, why), (happened.Actor, happened.Other, happened.Reason));
        Assert.Equal((LeadState.Waiting, After(10), null, null), (lead.State, lead.WaitingSince, lead.Owner, lead.GuardianSince));
        Assert.Equal((null, null, After(5)), (lead.AcceptedAt, lead.ContactedAt, lead.FirstContactedAt));
        Assert.Equal((null, PromiseOutcome.Void), (lead.Promise, lead.EndedPromises[^1].Outcome));
        Assert.Equal(new Hand(Ana.Id, HandKind.Left, After(10), why), Assert.Single(lead.Hands));
        Assert.False(lead.Hands[0].HasWords);
    }

    [Fact]
    public void What_they_held_is_held_no_longer()
    {
        var lead = AcceptedBy(Ana);
        lead.Hold(Ana, "asked-to-wait", After(5_000), note: null, Terms, After(5)).Did(LeadEvents.Held);

        lead.PersonIsGone(Ana.Id, Departures.Left, Terms, After(10)).Did(LeadEvents.OwnerGone);

        Assert.Equal((null, null, null), (lead.HeldUntil, lead.HoldReason, lead.NextRungAt));
    }

    [Fact]
    public void They_were_its_owner_and_are_never_asked_again()
    {
        var lead = AcceptedBy(Ana);
        lead.PersonIsGone(Ana.Id, Departures.Moved, Terms, After(10));

        Assert.True(lead.WasInHandsOf(Ana.Id));
        lead.Refuses("lead.had-it-before", one => one.OfferTo(new OfferTo(Ana.Id, new OfferReason(OfferReason.Rotation)), Terms, After(11)));
        lead.NowOfferedTo(Bo, After(11)).Accept(Bo, Terms, After(12)).Did(LeadEvents.Accepted);
    }

    [Fact]
    public void What_was_put_to_them_is_taken_back_and_keeps_its_place()
    {
        var lead = OfferedTo(Ana);

        var happened = Assert.Single(lead.PersonIsGone(Ana.Id, Departures.Left, Terms, After(10)).Did(LeadEvents.Withdrawn));

        Assert.Equal((Ana.Id, Departures.Left), (happened.Other, happened.Reason));
        Assert.Equal((LeadState.Waiting, Noon, OfferOutcome.Withdrawn), (lead.State, lead.WaitingSince, lead.LastOffer!.Outcome));
        Assert.Empty(lead.Hands);
        Assert.Null(lead.Promise);
    }

    [Fact]
    public void What_was_kept_for_them_is_anybodys()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, Named(Cleo), note: "She knows them.", Terms, Noon);

        lead.PersonIsGone(Cleo.Id, Departures.Left, Terms, After(10)).Did(LeadEvents.Withdrawn);

        Assert.Equal((null, null, null), (lead.ReservedFor, lead.ReservedReason, lead.ReservedBy));
        Assert.Equal((LeadState.Waiting, Noon, 1), (lead.State, lead.WaitingSince, lead.Hands.Count));
    }

    [Fact]
    public void Nothing_happens_to_what_is_not_theirs_or_has_ended_or_is_with_its_sender()
    {
        var reserved = OfferedTo(Bo);
        reserved.PassOn(Bo, Named(Cleo), note: null, Terms, Noon);
        foreach (var lead in new[]
        {
            Waiting(), OfferedTo(Bo), OfferedToPool(), AcceptedBy(Bo), reserved, RejectedBy(Ana), SettledRejectBy(Ana),
            Stored(AcceptedBy(Ana), LeadState.Won), Stored(AcceptedBy(Ana), LeadState.Lost), Stored(AcceptedBy(Ana), LeadState.Recycled),
            Stored(AcceptedBy(Ana), LeadState.Closed), WithGuardianAfterThreeHands(),
        })
        {
            lead.HasNothingToDo(one => one.PersonIsGone(Ana.Id, Departures.Left, Terms, After(10)));
        }
    }

    [Fact]
    public void Once_is_enough()
    {
        var lead = AcceptedBy(Ana);
        lead.PersonIsGone(Ana.Id, Departures.Left, Terms, After(10));

        lead.HasNothingToDo(one => one.PersonIsGone(Ana.Id, Departures.Left, Terms, After(11)));
    }

    [Fact]
    public void However_many_leave_the_lead_was_given_up_by_nobody()
    {
        var lead = Waiting();
        foreach (var person in new[] { Ana, Bo, Cleo, Dan })
        {
            lead.NowOfferedTo(person).Accept(person, Terms, Noon);
            lead.PersonIsGone(person.Id, Departures.Left, Terms, Noon).Did(LeadEvents.OwnerGone);
            Assert.Null(lead.GuardianSince);
        }

        // Two hands are still to come, and the third is the guardian's.
        foreach (var no in new[] { 5, 6 })
            lead.NowOfferedTo(Member(no)).PassOn(Member(no), colleague: null, note: null, Terms, Noon).Did(LeadEvents.PassedOn);
        lead.NowOfferedTo(Member(7)).PassOn(Member(7), colleague: null, note: null, Terms, Noon).Did(LeadEvents.PassedOn, LeadEvents.ToGuardian);
        Assert.Equal(GuardianReasons.TooManyHands, lead.GuardianReason);
    }

    /// <summary>No rule puts it to a fourth: only the guardian did.</summary>
    [Fact]
    public void What_the_guardian_gave_them_after_too_many_hands_is_the_guardians_again()
    {
        foreach (var accepts in new[] { true, false })
        {
            var lead = WithGuardianAfterThreeHands();
            lead.Assign(Greta, Named(Dan), Terms, After(1));
            if (accepts)
                lead.Accept(Dan, Terms, After(2));

            lead.PersonIsGone(Dan.Id, Departures.Left, Terms, After(10)).Did(accepts ? LeadEvents.OwnerGone : LeadEvents.Withdrawn, LeadEvents.ToGuardian);

            Assert.Equal((LeadState.Waiting, After(10), GuardianReasons.TooManyHands), (lead.State, lead.GuardianSince, lead.GuardianReason));
        }
    }

    [Fact]
    public void Whom_nobody_may_contact_is_the_guardians_when_the_owner_leaves()
    {
        var lead = AcceptedBy(Ana);
        lead.ReceiveAgain(Facts with { DoNotCall = true, DoNotEmail = true }, from: null, Terms, After(5));

        lead.PersonIsGone(Ana.Id, Departures.Left, Terms, After(10));

        Assert.Equal((LeadState.Waiting, GuardianReasons.DoNotContact), (lead.State, lead.GuardianReason));
    }
}
