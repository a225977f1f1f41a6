using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>The buyer asks, wherever it is that they ask, not to be called or written to any more.</summary>
public sealed class ContactingTests
{
    static readonly LeadFacts Quiet = Facts with { DoNotCall = true, DoNotEmail = true };

    static Decision Stop(Lead lead, int after = 5) => lead.StopContact(byPhone: true, byEmail: true, Terms, After(after));

    [Fact]
    public void While_it_waits_the_guardian_decides_and_nobody_is_offered_it()
    {
        var lead = Waiting();

        Stop(lead).Did(LeadEvents.Updated, LeadEvents.ToGuardian);

        Assert.Equal((LeadState.Waiting, GuardianReasons.DoNotContact), (lead.State, lead.GuardianReason));
        lead.Refuses("lead.not-waiting", waiting => waiting.OfferTo(new OfferTo(Ana.Id, new OfferReason(OfferReason.Rotation)), Terms, After(6)));
    }

    [Fact]
    public void While_it_is_on_offer_the_offer_is_taken_back_and_is_nobodys_hand()
    {
        var lead = OfferedTo(Ana);

        var happened = Stop(lead).Did(LeadEvents.Updated, LeadEvents.Withdrawn, LeadEvents.ToGuardian);

        Assert.Equal((Ana.Id, GuardianReasons.DoNotContact), (happened[1].Other!.Value, happened[1].Reason));
        Assert.Equal((0, null, null), (lead.Hands.Count, lead.OpenOffer, lead.Promise));
        Assert.Equal(PromiseOutcome.Void, Assert.Single(lead.EndedPromises).Outcome);
        lead.Refuses("lead.not-on-offer", late => late.Accept(Ana, Terms, After(6)));
    }

    [Fact]
    public void Its_owner_has_promised_nothing_any_more_and_still_owes_a_word()
    {
        var lead = AcceptedBy(Ana);

        var happened = Stop(lead).Did(LeadEvents.Updated, LeadEvents.ContactStopped);

        Assert.Equal(Ana.Id, happened[1].Other);
        Assert.Equal((LeadState.Accepted, null, null), (lead.State, lead.Promise, lead.NextRungAt));
        Assert.NotNull(lead.DispositionDueAt);
        Assert.Equal(PromiseOutcome.Void, lead.EndedPromises[^1].Outcome);
        lead.HasNothingToDo(quiet => quiet.Climb(Terms, After(100_000)));
        lead.Refuses("lead.do-not-contact", quiet => quiet.Contact(Ana, Terms, After(6)));
    }

    [Fact]
    public void A_lead_that_is_held_stays_held_and_wakes_without_a_promise()
    {
        var lead = AcceptedBy(Ana);
        lead.Hold(Ana, "later", After(600), null, Terms, After(1)).Did(LeadEvents.Held);

        Stop(lead).Did(LeadEvents.Updated, LeadEvents.ContactStopped);
        Assert.Equal((After(600), null), (lead.HeldUntil, lead.DispositionDueAt));

        lead.ResumeIfDue(Terms, After(600)).Did(LeadEvents.Resumed);
        Assert.Null(lead.Promise);
        Assert.NotNull(lead.DispositionDueAt);
    }

    [Fact]
    public void Handed_back_passed_on_clarified_or_let_lie_it_goes_to_the_guardian_and_to_no_colleague()
    {
        var handedBack = AcceptedBy(Ana);
        Stop(handedBack);
        handedBack.HandBack(Ana, "away", null, Terms, After(6)).Did(LeadEvents.HandedBack, LeadEvents.ToGuardian);

        var clarified = SettledRejectBy(Ana);
        Stop(clarified).Did(LeadEvents.Updated);
        clarified.Clarify(Otto, 1, "They need forty.", null, Terms, After(6)).Did(LeadEvents.Clarified, LeadEvents.ToGuardian);

        var assigned = Waiting();
        Stop(assigned);
        assigned.Assign(Greta, Named(Bo), Terms, After(6)).Did(LeadEvents.Assigned, LeadEvents.Offered);
        assigned.PassOn(Bo, Named(Cleo), null, Terms, After(7)).Did(LeadEvents.PassedOn, LeadEvents.ToGuardian);
        Assert.Null(assigned.ReservedFor);

        var letLie = Waiting();
        Stop(letLie);
        letLie.Assign(Greta, Named(Bo), Terms, After(6));
        Assert.Equal(LeadEvents.ToGuardian, letLie.Climb(Terms, After(10_000)).Happened[^1].Kind);

        Assert.All(new[] { handedBack, clarified, assigned, letLie }, lead => Assert.Equal((LeadState.Waiting, GuardianReasons.DoNotContact), (lead.State, lead.GuardianReason)));
    }

    [Fact]
    public void Who_is_out_gives_it_to_the_guardian_too()
    {
        var lead = Waiting();
        Stop(lead);
        lead.Assign(Greta, Named(Bo), Terms, After(6));

        lead.TakeBackFrom(Bo.Id, Terms, After(7)).Did(LeadEvents.Withdrawn, LeadEvents.ToGuardian);
    }

    [Fact]
    public void A_reject_that_is_taken_back_brings_no_offer_back()
    {
        var lead = RejectedBy(Ana);
        Stop(lead, after: 1).Did(LeadEvents.Updated);

        lead.UndoReject(Ana, Terms, After(1)).Did(LeadEvents.RejectUndone, LeadEvents.Withdrawn, LeadEvents.ToGuardian);
    }

    [Fact]
    public void What_was_put_off_comes_back_to_the_guardian_and_what_has_ended_is_left_alone()
    {
        var off = Stored(AcceptedBy(Ana), LeadState.Recycled);
        typeof(Lead).GetProperty(nameof(Lead.RecycleAt))!.SetValue(off, After(60));
        Stop(off).Did(LeadEvents.Updated);
        off.ComeBackIfDue(Terms, After(60)).Did(LeadEvents.Reopened, LeadEvents.ToGuardian);

        foreach (var ended in new[] { LeadState.Won, LeadState.Lost, LeadState.Closed })
            Stored(AcceptedBy(Ana), ended).HasNothingToDo(over => Stop(over));
    }

    [Fact]
    public void Sent_again_with_the_wish_it_is_the_same_and_only_the_first_time()
    {
        var lead = OfferedTo(Ana);
        lead.ReceiveAgain(Quiet, Otto.Id, Terms, After(5)).Did(LeadEvents.Updated, LeadEvents.Withdrawn, LeadEvents.ToGuardian);
        lead.ReceiveAgain(Quiet with { Phone = "+49 30 123456" }, Otto.Id, Terms, After(6)).Did(LeadEvents.Updated);

        var lost = Stored(AcceptedBy(Ana), LeadState.Lost);
        lost.ReceiveAgain(Quiet, Otto.Id, Terms, After(5)).Did(LeadEvents.Updated, LeadEvents.Reopened, LeadEvents.ToGuardian);
    }

    [Fact]
    public void Who_may_be_reached_in_one_way_is_still_worked_with()
    {
        var lead = OfferedTo(Ana);

        lead.StopContact(byPhone: true, byEmail: false, Terms, After(5)).Did(LeadEvents.Updated);
        lead.HasNothingToDo(same => same.StopContact(byPhone: true, byEmail: false, Terms, After(6)));
        Assert.Equal(LeadState.Offered, lead.State);

        lead.StopContact(byPhone: false, byEmail: true, Terms, After(7)).Did(LeadEvents.Updated, LeadEvents.Withdrawn, LeadEvents.ToGuardian);
    }

    [Theory]
    [InlineData(" Jo@Keller.Example ", "jo@keller.example")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void An_address_is_the_same_however_it_is_written(string? written, string? key) => Assert.Equal(key, ContactKeys.OfEmail(written));

    [Theory]
    [InlineData("+49 (30) 123-4567", "49301234567")]
    [InlineData("0049 30 1234567", "49301234567")]
    [InlineData("12345", null)]
    [InlineData("000000", null)]
    [InlineData("ask at the desk", null)]
    [InlineData(null, null)]
    public void A_number_is_the_same_however_it_is_written(string? written, string? key) => Assert.Equal(key, ContactKeys.OfPhone(written));
}
