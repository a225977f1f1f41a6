using AccountabilityBot.Domain.Commitments;

namespace AccountabilityBot.Domain.Feedback;

/// <summary>What the receiver can do with it: thank, promise to change something, pass praise on. Each once.</summary>
public sealed partial class PeerFeedback
{
    /// <summary>Why this person may not answer it; none: they may.</summary>
    public Refusal? MayAnswer(PersonId actor) =>
        actor != Receiver ? FeedbackRefusals.NotYours() : State is not FeedbackState.Given ? FeedbackRefusals.NotGiven() : null;

    public Decision Thank(PersonId actor, DateTimeOffset now)
    {
        if (MayAnswer(actor) is { } refusal)
            return refusal;
        if (ThankedAt is not null)
            return Decision.AlreadyDone;
        ThankedAt = now;
        return Done(new DomainEvent(FeedbackEvents.Thanked, actor, Giver));
    }

    /// <summary>Why this person may not promise anything for it; none: they may.</summary>
    public Refusal? MayCommit(PersonId actor) => MayAnswer(actor) ?? (CommitmentId is null ? null : FeedbackRefusals.CommittedAlready());

    /// <param name="today">The receiver's present day.</param>
    /// <returns>The promise; none when refused.</returns>
    public (Commitment? Commitment, Decision Decision) Commit(PersonId actor, string? what, DateOnly? by, DateOnly today, DateTimeOffset now)
    {
        if (MayCommit(actor) is { } refusal)
            return (null, refusal);
        if (Commitment.WhyNot(what, by, today) is { } wrong)
            return (null, wrong);
        var (commitment, made) = Commitment.Make(actor, what!, by!.Value, AboutDepartment, Id, LeadId, now);
        CommitmentId = commitment.Id;
        return (commitment, Done([new DomainEvent(FeedbackEvents.Committed, actor, Giver), .. made.Happened]));
    }

    public Decision Share(PersonId actor, DateTimeOffset now)
    {
        if (MayAnswer(actor) is { } refusal)
            return refusal;
        if (!IsToBeShared)
            return FeedbackRefusals.NotToBeShared();
        if (SharedAt is not null)
            return Decision.AlreadyDone;
        SharedAt = now;
        return Done(new DomainEvent(FeedbackEvents.Shared, actor, Giver));
    }
}
