using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>What the sender of a rejected lead answers, and what comes of it.</summary>
public sealed class AnsweringTests
{
    const string Missing = "They run 40 pumps in two plants.";

    [Fact]
    public void Who_clarifies_brings_the_lead_back_to_the_queue_with_its_story()
    {
        var lead = SettledRejectBy(Ana);

        var one = Assert.Single(Clarify(lead, " " + Missing + "\n").Did(LeadEvents.Clarified));

        Assert.Equal((Otto.Id, (string?)null, Missing), (one.Actor!.Value, one.Reason, one.Note));
        Assert.Equal((LeadState.Waiting, After(10)), (lead.State, lead.WaitingSince));
        Assert.Equal((null, null, null, null), (lead.RejectedBy, lead.RejectedAt, lead.RejectReason, lead.UndoUntil));
        Assert.Equal([new Hand(Ana.Id, HandKind.Rejected, Noon)], lead.Hands);
        Assert.Equal(new SenderReply(ReplyKind.Clarified, Otto.Id, After(10), Missing), lead.Offers[0].Reply);
        Assert.Equal((OfferOutcome.Rejected, "no-need"), (lead.Offers[0].Outcome, lead.Offers[0].RejectReason));
    }

    [Fact]
    public void A_clarified_lead_never_comes_back_to_who_declined_it()
    {
        var lead = SettledRejectBy(Ana);
        Clarify(lead).Did(LeadEvents.Clarified);

        lead.Refuses("lead.had-it-before", again => again.OfferTo(new OfferTo(Ana.Id, new OfferReason(OfferReason.Rotation)), Terms, After(11)));
        Assert.Equal(Bo.Id, Assert.IsType<NextOffer.To>(Rotation.Next(lead, [At(Ana), At(Bo)], accountOwner: Ana.Id)).Person);
        Assert.Equal(GuardianReasons.NobodyLeft, Assert.IsType<NextOffer.Nobody>(Rotation.Next(lead, [At(Ana)], accountOwner: null)).Reason);
        lead.NowOfferedTo(null, After(11)).Refuses("lead.had-it-before", pool => pool.Accept(Ana, Terms, After(12)));
        lead.Accept(Bo, Terms, After(12)).Did(LeadEvents.Accepted);
    }

    [Fact]
    public void Who_agrees_leaves_it_rejected_for_good()
    {
        var lead = SettledRejectBy(Ana);

        Assert.Equal(Otto.Id, Assert.Single(lead.Agree(Otto, 1, After(10)).Did(LeadEvents.Agreed)).Actor);

        Assert.Equal((LeadState.Rejected, Ana.Id, "no-need"), (lead.State, lead.RejectedBy, lead.RejectReason));
        Assert.Equal(ReplyKind.Agreed, lead.LastOffer!.Reply!.Kind);
        Assert.Empty(lead.Hands);
        Assert.Null(lead.OpenReject);
    }

    [Fact]
    public void It_is_answered_once_and_whoever_comes_later_hears_who_answered()
    {
        var agreed = SettledRejectBy(Ana);
        agreed.Agree(Otto, 1, After(10));
        var clarified = SettledRejectBy(Ana);
        Clarify(clarified);

        foreach (var lead in new[] { agreed, clarified })
        {
            Assert.Equal([Otto.Id, After(10)], lead.Refuses("lead.reject-answered", late => late.Agree(Otto, 1, After(11))).Args);
            Assert.Equal(RefusalKind.Stale, lead.Refuses("lead.reject-answered", late => Clarify(late)).Kind);
        }
    }

    [Fact]
    public void Only_the_sender_answers()
    {
        foreach (var person in new[] { Ana, Bo, Greta })
        {
            Assert.Equal(RefusalKind.NotAllowed, SettledRejectBy(Ana).Refuses("lead.not-the-sender", lead => lead.Agree(person, 1, After(10))).Kind);
            SettledRejectBy(Ana).Refuses("lead.not-the-sender", lead => lead.Clarify(person, 1, Missing, null, Terms, After(10)));
        }
    }

    [Fact]
    public void There_is_nothing_to_answer_before_the_reject_is_final_or_once_the_lead_has_gone_on()
    {
        RejectedBy(Ana).Refuses("lead.reject-not-final", lead => lead.Agree(Otto, 1, After(1)));
        OfferedTo(Ana).Refuses("lead.not-rejected", lead => lead.Agree(Otto, 1, After(1)));
        AcceptedBy(Ana).Refuses("lead.not-rejected", lead => Clarify(lead));
        Stored(AcceptedBy(Ana), LeadState.Closed).Refuses("lead.ended", lead => Clarify(lead));
        SettledRejectBy(Ana).Refuses("lead.not-rejected", lead => lead.Agree(Otto, 7, After(10)));
    }

    [Fact]
    public void An_earlier_reject_is_not_answered_in_the_place_of_a_later_one()
    {
        var lead = SettledRejectBy(Ana);
        Clarify(lead);
        RejectAndSettle(lead, Bo);

        lead.Refuses("lead.reject-answered", late => late.Agree(Otto, 1, After(30)));
        lead.Agree(Otto, 2, After(30)).Did(LeadEvents.Agreed);
        Assert.Equal([ReplyKind.Clarified, ReplyKind.Agreed], lead.Offers.OrderBy(offer => offer.No).Select(offer => offer.Reply!.Kind));
    }

    [Fact]
    public void After_three_rejects_the_guardian_decides_and_nobody_is_asked_by_a_rule()
    {
        var lead = SettledRejectBy(Ana);
        Clarify(lead).Did(LeadEvents.Clarified);
        RejectAndSettle(lead, Bo);
        Clarify(lead, reject: 2).Did(LeadEvents.Clarified);
        RejectAndSettle(lead, Cleo);

        var happened = Clarify(lead, reject: 3).Did(LeadEvents.Clarified, LeadEvents.ToGuardian);

        Assert.Equal(GuardianReasons.TooManyRejects, happened[1].Reason);
        Assert.Equal((After(10), GuardianReasons.TooManyRejects), (lead.GuardianSince, lead.GuardianReason));
        lead.Refuses("lead.not-waiting", again => again.OfferTo(new OfferTo(Dan.Id, new OfferReason(OfferReason.Rotation)), Terms, After(50)));
    }

    [Fact]
    public void A_reject_is_no_hand_that_leads_to_the_guardian()
    {
        var lead = SettledRejectBy(Ana);
        Clarify(lead);
        foreach (var person in new[] { Bo, Cleo })
            lead.NowOfferedTo(person, After(20)).PassOn(person, colleague: null, note: null, Terms, After(20)).Did(LeadEvents.PassedOn);

        Assert.Null(lead.GuardianSince);
        lead.NowOfferedTo(Dan, After(21)).PassOn(Dan, null, null, Terms, After(21)).Did(LeadEvents.PassedOn, LeadEvents.ToGuardian);
    }

    [Theory]
    [InlineData(null, "lead.missing-not-said")]
    [InlineData(" \n\t ", "lead.missing-not-said")]
    [InlineData("ok", "lead.missing-too-short")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "lead.missing-too-short")]
    public void What_was_missing_has_to_be_said(string? missing, string code) =>
        Assert.Equal(RefusalKind.Invalid, SettledRejectBy(Ana).Refuses(code, lead => Clarify(lead, missing)).Kind);

    [Fact]
    public void Three_characters_are_enough_and_there_is_a_most()
    {
        Clarify(SettledRejectBy(Ana), "n=4").Did(LeadEvents.Clarified);
        Clarify(SettledRejectBy(Ana), new string('x', Lead.MaxNote)).Did(LeadEvents.Clarified);
        Assert.Equal([Lead.MaxNote], SettledRejectBy(Ana).Refuses("lead.note-too-long", lead => Clarify(lead, new string('x', Lead.MaxNote + 1))).Args);
    }

    [Fact]
    public void A_corrected_number_or_address_goes_on_the_lead()
    {
        var lead = SettledRejectBy(Ana);

        lead.Clarify(Otto, 1, Missing, lead.Facts with { Phone = "+49 30 5550", Email = "kim@lee.example" }, Terms, After(10))
            .Did(LeadEvents.Clarified, LeadEvents.Updated);

        Assert.Equal(("+49 30 5550", "kim@lee.example", "Kim Lee"), (lead.Facts.Phone, lead.Facts.Email, lead.Facts.Name));
        SettledRejectBy(Ana).Refuses(
            "lead.contact-too-long", other => other.Clarify(Otto, 1, Missing, other.Facts with { Phone = new string('1', LeadFacts.MaxText + 1) }, Terms, After(10)));
        Clarify(SettledRejectBy(Ana), corrected: Facts).Did(LeadEvents.Clarified);
    }

    [Fact]
    public void A_second_reject_keeps_its_own_reason_and_the_first_ones_stays()
    {
        var lead = SettledRejectBy(Ana);
        Clarify(lead);
        lead.NowOfferedTo(Bo, After(20)).Reject(Bo, RejectTests.NoFit, "small", "Two people.", Terms, After(21)).Did(LeadEvents.Rejected);

        Assert.Equal(["no-need ", "no-fit small Two people."], lead.Offers.Select(offer => $"{offer.RejectReason} {offer.RejectAnswer} {offer.RejectNote}".TrimEnd() + (offer.RejectAnswer is null ? " " : "")));
        lead.UndoReject(Bo, Terms, After(22)).Did(LeadEvents.RejectUndone);
        Assert.Equal("no-need", Assert.Single(lead.Offers.Select(offer => offer.RejectReason).OfType<string>()));
        lead.Accept(Bo, Terms, After(23)).Did(LeadEvents.Accepted);
    }

    static Decision Clarify(Lead lead, string? missing = Missing, int reject = 1, LeadFacts? corrected = null) =>
        lead.Clarify(Otto, reject, missing, corrected, Terms, After(10));

    static void RejectAndSettle(Lead lead, LeadActor person)
    {
        lead.NowOfferedTo(person, After(20)).Reject(person, RejectTests.NoNeed, null, null, Terms, After(21)).Did(LeadEvents.Rejected);
        lead.SettleReject(Terms, After(25)).Did(LeadEvents.RejectSettled);
    }

    static Candidate At(LeadActor person) => new(person.Id, OpenOffers: 0, Capacity: 5, LastOfferedAt: null);
}
