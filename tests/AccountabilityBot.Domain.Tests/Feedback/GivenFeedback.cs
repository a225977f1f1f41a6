using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Tests.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Feedback;

/// <summary>Ana of sales took a lead that Otto of marketing sent.</summary>
static class GivenFeedback
{
    internal const string Words = "Write down who called them last.";

    internal static readonly DateOnly Today = new(2026, 3, 2);

    internal static HandOff OfAna { get; } = HandOff.Of(AcceptedBy(Ana), Ana.Id)!;

    internal static PeerFeedback Asked() => PeerFeedback.Ask(OfAna, Otto.Id, Noon).Feedback;

    internal static PeerFeedback Said(int score = 5, bool mayShare = true, string? words = Words)
    {
        var feedback = Asked();
        feedback.Send(Ana.Id, score, words, mayShare).Did(FeedbackEvents.Given);
        return feedback;
    }

    internal static Decision Send(this PeerFeedback feedback, PersonId actor, int? score = 4, string? words = Words, bool mayShare = false, DateTimeOffset? now = null) =>
        feedback.Give(actor, _ => score, words, mayShare, receiverIsHere: true, now ?? Noon);

    /// <summary>Nobody is away, and everybody is at work.</summary>
    internal static Decision Pass(this PeerFeedback feedback, DateTimeOffset now) => feedback.Progress(giverIsHere: true, receiverIsHere: true, now, now);

    /// <summary>The decision was taken, and exactly this one thing is what happened.</summary>
    internal static DomainEvent One(this Decision decision, string kind) => Assert.Single(decision.Did(kind));

    internal static void RefusedAs(this Decision decision, string code, RefusalKind kind)
    {
        Assert.Empty(decision.Happened);
        Assert.Equal((code, kind), (decision.Refusal?.Code, decision.Refusal?.Kind));
    }
}
