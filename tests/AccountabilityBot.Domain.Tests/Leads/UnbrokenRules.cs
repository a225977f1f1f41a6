using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>What must hold of a lead before and after every decision, whatever it was.</summary>
sealed class UnbrokenRules(Lead lead)
{
    static readonly string[] GivingUp = [LeadEvents.PassedOn, LeadEvents.HandedBack, LeadEvents.Expired, LeadEvents.Clarified, LeadEvents.OwnerGone];
    static readonly RejectReason[] WithQuestion = [RejectTests.NoFit, RejectTests.Other];

    readonly HashSet<string> _climbed = [];
    readonly Dictionary<int, SenderReply> _replies = [];
    string _picture = lead.Picture();

    public void Check(Press press, Func<Decision> decide)
    {
        var (before, version, offers, hands) = (_picture, lead.Version, lead.Offers.Count, lead.Hands.Count);
        var decision = decide();

        if (decision.Refused)
            Assert.Empty(decision.Happened);
        _picture = lead.Picture();
        if (decision.Happened.Count == 0)
            Assert.Equal(before, _picture);
        else
            Assert.Equal(version + 1, lead.Version);
        Assert.InRange(lead.Offers.Count, offers, offers + 1);

        CheckOffers();
        CheckOwner();
        CheckReject();
        CheckHands(decision, hands);
        CheckPromises(decision);
        CheckNoBlackHole(press);
        CheckStage(decision);
    }

    /// <summary>The stage and the state never say two things, and the history tells every step of the way.</summary>
    void CheckStage(Decision decision)
    {
        Assert.Equal(lead.IsEnded, lead.Stage is >= DealStage.Won);
        Assert.Equal(lead.IsEnded, lead.EndedAt is not null);
        Assert.Equal(lead.State is LeadState.Recycled, lead.RecycleAt is not null);
        Assert.Equal(lead.DispositionsMade, lead.Dispositions.Count);
        Assert.False(lead.DispositionDueAt is not null && lead.State is not LeadState.Accepted);
        Assert.False(lead.OpportunityMinor is not null && lead.OpportunityCurrency is null);
        if (decision.Happened.Any(one => one.Kind == LeadEvents.Disposed))
            Assert.Equal((lead.Stage, lead.DispositionCode), (lead.Dispositions[^1].To, lead.Dispositions[^1].Code));
    }

    void CheckOffers()
    {
        Assert.Equal(Enumerable.Range(1, lead.Offers.Count), lead.Offers.Select(offer => offer.No));
        Assert.Equal(lead.State is LeadState.Offered ? 1 : 0, lead.Offers.Count(offer => offer.IsOpen));
        Assert.All(lead.Offers, offer => Assert.Equal(offer.IsOpen, offer.AnsweredAt is null));
        Assert.All(lead.Offers, offer => Assert.True(offer.OfferedAt < offer.DueAt));
        if (lead.OpenOffer is { } open)
            Assert.Same(lead.LastOffer, open);
    }

    void CheckOwner()
    {
        // Whoever owned it to its end stays the one to ask: their customer.
        Assert.Equal(lead.State is LeadState.Accepted, lead.Owner is not null && !lead.IsEnded);
        Assert.Equal(lead.Owner is null, lead.AcceptedAt is null);
        Assert.Equal(lead.IsHeld, lead.HoldReason is not null);
        Assert.False(lead.IsHeld && lead.Owner is null);
        Assert.Equal(lead.State is LeadState.Closed, lead.CloseReason is not null || (lead.IsEnded && lead.Stage is DealStage.Closed));
    }

    void CheckReject()
    {
        var rejected = lead.State is LeadState.Rejected;
        Assert.Equal(rejected, lead.RejectedBy is not null);
        Assert.Equal(rejected, lead.RejectReason is not null);
        Assert.Equal(rejected, lead.RejectedAt is not null);
        Assert.Equal(WithQuestion.Any(reason => reason.Id == lead.RejectReason), lead.RejectAnswer is not null);
        Assert.False(!rejected && lead.UndoUntil is not null);
        // Each reject keeps its own story, and is answered once at most.
        Assert.All(lead.Offers, offer => Assert.Equal(offer.Outcome is OfferOutcome.Rejected, offer.RejectReason is not null));
        Assert.All(lead.Offers, offer => Assert.True(offer.Reply is null || offer.Outcome is OfferOutcome.Rejected));
        foreach (var answered in lead.Offers.Where(offer => offer.Reply is not null))
        {
            if (_replies.TryGetValue(answered.No, out var reply))
                Assert.Equal(reply, answered.Reply);
            _replies[answered.No] = answered.Reply!;
            Assert.Equal(Otto.Id, answered.Reply!.By);
            Assert.Equal(answered.Reply.Kind is ReplyKind.Agreed, answered.Reply.Words is null);
        }

        // A reject that was not clarified is the end of the offers.
        Assert.All(lead.Offers.Where(offer => offer is { Outcome: OfferOutcome.Rejected, Reply: not { Kind: ReplyKind.Clarified } }), offer => Assert.Same(lead.LastOffer, offer));
        if (lead.OpenReject is not null)
            Assert.True(lead is { State: LeadState.Rejected, UndoUntil: null });
    }

    /// <summary>No ping-pong: never to a person who gave it up; after so many hands the guardian's, or whom the guardian chose.</summary>
    void CheckHands(Decision decision, int before)
    {
        var reopened = decision.Happened.Any(one => one.Kind == LeadEvents.Reopened);
        Assert.Equal((reopened ? 0 : before) + decision.Happened.Count(one => GivingUp.Contains(one.Kind)), lead.Hands.Count);
        foreach (var offered in decision.Happened.Where(one => one is { Kind: LeadEvents.Offered, Other: not null }))
            Assert.False(lead.WasInHandsOf(offered.Other!.Value));
        if (lead.ReservedFor is { } reserved)
            Assert.True(lead.State is LeadState.Waiting && lead.GuardianSince is null && !lead.WasInHandsOf(reserved));
        // A guardian may take what they gave up before: nobody asked them to.
        Assert.Distinct(lead.Hands.Select(hand => hand.Person).Where(person => person is not null && !Guards(person.Value)));

        var rejects = lead.Hands.Count(hand => hand.Kind is HandKind.Rejected);
        var left = lead.Hands.Count(hand => hand.Kind is HandKind.Left);
        if (lead.Hands.Count - rejects - left < Terms.Hands && rejects < Terms.Hands)
            return;
        Assert.False(lead.State is LeadState.Waiting && lead.GuardianSince is null);
        if (lead.State is LeadState.Offered)
            Assert.Equal(OfferReason.AssignedBy, lead.OpenOffer!.ReasonCode);
    }

    /// <summary>What is on offer, or owned and not held, has a rung ahead or has had its last; every promise that was made ends once.</summary>
    void CheckPromises(Decision decision)
    {
        Assert.Equal(lead.Promise?.Next?.DueAt, lead.State is LeadState.Rejected ? lead.Promise?.Next?.DueAt : lead.NextRungAt);
        Assert.Equal(lead.PromisesMade, lead.EndedPromises.Count + (lead.Promise is null ? 0 : 1));
        Assert.Equal(Enumerable.Range(1, lead.EndedPromises.Count), lead.EndedPromises.Select(promise => promise.No));
        switch (lead.State)
        {
            case LeadState.Offered:
                Assert.Equal((PromiseKind.Answer, lead.OpenOffer!.To, lead.OpenOffer.DueAt), (lead.Promise!.Kind, lead.Promise.Promisor, lead.Promise.DueAt));
                Assert.NotNull(lead.NextRungAt);
                break;
            case LeadState.Accepted:
                // Until a meeting, and where no touch may be promised, a lead is asked about and not chased.
                Assert.True(lead.Promise is not null || ((lead.MeetingOn is not null || lead.Facts.IsNotToBeContacted) && (lead.IsHeld || lead.DispositionDueAt is not null)));
                if (lead.Promise is null)
                    break;
                Assert.Equal(lead.ContactedAt is null ? PromiseKind.FirstTouch : PromiseKind.FollowUp, lead.Promise.Kind);
                Assert.Equal(lead.Owner, lead.Promise.Promisor);
                Assert.Equal(lead.IsHeld, lead.Promise.IsPaused);
                break;
            case LeadState.Rejected:
                Assert.Equal(lead.UndoUntil is null, lead.Promise is null);
                Assert.Null(lead.NextRungAt);
                break;
            default:
                Assert.Null(lead.Promise);
                break;
        }

        // Climbed one by one, in order, and never again.
        foreach (var rung in decision.Happened.Where(one => one.Kind is LeadEvents.Nudged or LeadEvents.SecondLine))
            Assert.True(_climbed.Add($"{lead.PromisesMade}:{rung.Reason}"), $"{rung.Reason} was climbed twice.");
    }

    static bool Guards(PersonId person) => PressedLead.Everybody.Any(actor => actor.Guards && actor.Id == person);

    /// <summary>An owner, a running timer, a place in the queue, the guardian's list, or its sender.</summary>
    void CheckNoBlackHole(Press press)
    {
        var kept = lead.State switch
        {
            LeadState.Waiting => lead.WaitingSince >= lead.ReceivedAt,
            LeadState.Offered => lead.OpenOffer is not null,
            LeadState.Accepted => lead.Owner is not null,
            LeadState.Rejected => lead.RejectedBy is not null,
            LeadState.Won or LeadState.Lost or LeadState.Recycled or LeadState.Closed => true,
            _ => false,
        };
        Assert.True(kept, $"After {press} the lead is {lead.State}, and nobody has it.");
        Assert.False(lead.State is not LeadState.Waiting && lead.GuardianSince is not null);
    }
}
