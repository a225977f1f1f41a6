namespace AccountabilityBot.Domain.Feedback;

/// <summary>Stored as numbers.</summary>
public enum FeedbackState
{
    Asked = 1,
    Given = 2,
    Skipped = 3,
    Expired = 4,
}

/// <summary>
/// What one person who took part in a hand-off says to the other side about it, asked for or not: three ratings and perhaps
/// one thing that would help. One lead and giver have one of these, ever; what is skipped or has expired stays so.
/// </summary>
public sealed partial class PeerFeedback
{
    /// <summary>Longest words, in UTF-16 units.</summary>
    public const int MaxWords = 1_000;

    /// <summary>The request is brought to mind once.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromDays(3);

    /// <summary>Then the request is gone, and nothing is held against anybody.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(7);

    /// <summary>So long after a hand-off somebody can speak about it unasked.</summary>
    public static readonly TimeSpan UnaskedWithin = TimeSpan.FromDays(30);

    PeerFeedback()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Counts every change; guards against two changes at once, and tells a card how old it is.</summary>
    public int Version { get; private set; }

    public LeadId LeadId { get; private set; }

    public PersonId Giver { get; private set; }

    public PersonId Receiver { get; private set; }

    /// <summary>Nobody knows who took part on that side: the receiver hears it as the department's head.</summary>
    public bool IsForDepartment { get; private set; }

    public Side About { get; private set; }

    /// <summary>Id of the department that handed over.</summary>
    public string FromDepartment { get; private set; } = "";

    /// <summary>Id of the department that it was handed to.</summary>
    public string ToDepartment { get; private set; } = "";

    public FeedbackState State { get; private set; }

    /// <summary>UTC; none: it came unasked.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>UTC; when the request is to be looked at again: for the reminder, then for its end. None: it is not open.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>UTC; when it was given, skipped, or expired.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>By the words of <see cref="Ratings"/>; empty until it is given.</summary>
    public IReadOnlyDictionary<string, int> Scores { get; private set; } = new Dictionary<string, int>();

    /// <summary>One thing that would help. In this column alone, so that it can be erased.</summary>
    public string? Words { get; private set; }

    /// <summary>The giver lets the receiver share the words in the channel, with both names.</summary>
    public bool MayShare { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? ThankedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? SharedAt { get; private set; }

    /// <summary>What the receiver promised to change; none: nothing.</summary>
    public Guid? CommitmentId { get; private set; }

    /// <summary>UTC; from then on the request is not answered any more.</summary>
    public DateTimeOffset? ExpiresAt => AskedAt + OpenFor;

    /// <summary>Id of the department that is spoken about.</summary>
    public string AboutDepartment => About is Side.Sender ? FromDepartment : ToDepartment;

    /// <summary>Id of the department on whose side the giver took part.</summary>
    public string GiversDepartment => About is Side.Sender ? ToDepartment : FromDepartment;

    public bool IsPraise => Scores.Count > 0 && Scores.Values.All(score => score >= Ratings.Praise);

    /// <summary>Praise in words, which the giver lets the receiver pass on.</summary>
    public bool IsToBeShared => State is FeedbackState.Given && MayShare && IsPraise && Words is not null;

    /// <summary>A request. Whether this person is to be asked at all is for <see cref="Asking"/>.</summary>
    /// <param name="receiver">Who hears it: the hand-off's own receiver, or the head of their department.</param>
    public static (PeerFeedback Feedback, Decision Decision) Ask(HandOff handOff, PersonId receiver, DateTimeOffset now)
    {
        var feedback = Of(handOff, receiver, now);
        (feedback.AskedAt, feedback.NextAt) = (now, now + RemindAfter);
        return (feedback, feedback.Done(new DomainEvent(FeedbackEvents.Asked, Other: handOff.Giver)));
    }

    /// <summary>To be given at once by somebody whom nobody asked. It is no more than a wish until <see cref="Give"/> made it feedback.</summary>
    public static PeerFeedback Unasked(HandOff handOff, PersonId receiver, DateTimeOffset now) => Of(handOff, receiver, now);

    /// <summary>Why this person may not answer the request now; none: they may.</summary>
    public Refusal? MayGive(PersonId actor, DateTimeOffset now) =>
        actor != Giver || actor == Receiver ? FeedbackRefusals.NotYours()
        : State switch
        {
            FeedbackState.Given => FeedbackRefusals.GivenAlready(),
            FeedbackState.Skipped => FeedbackRefusals.SkippedAlready(),
            FeedbackState.Expired => FeedbackRefusals.WindowOver(),
            _ => now >= ExpiresAt ? FeedbackRefusals.WindowOver() : null,
        };

    /// <param name="scores">What was chosen for each rating; none: nothing was.</param>
    /// <param name="words">At most <see cref="MaxWords"/>; may be left out.</param>
    /// <param name="receiverIsHere">Whether the directory still lists the receiver.</param>
    public Decision Give(PersonId actor, Func<string, int?> scores, string? words, bool mayShare, bool receiverIsHere, DateTimeOffset now)
    {
        if (MayGive(actor, now) is { } refusal)
            return refusal;
        if (!receiverIsHere)
            return FeedbackRefusals.ReceiverLeft();
        var chosen = Ratings.About(About).ToDictionary(rating => rating, scores);
        if (chosen.Values.Any(score => score is null))
            return FeedbackRefusals.ScoreMissing();
        if (chosen.Values.Any(score => score is < Ratings.Least or > Ratings.Most))
            return FeedbackRefusals.ScoreOutOfRange(Ratings.Least, Ratings.Most);
        if (words?.Length > MaxWords)
            return FeedbackRefusals.WordsTooLong(MaxWords);

        Close(FeedbackState.Given, now);
        (Scores, Words, MayShare) = (chosen.ToDictionary(one => one.Key, one => one.Value!.Value), string.IsNullOrWhiteSpace(words) ? null : words.Trim(), mayShare);
        return Done(new DomainEvent(FeedbackEvents.Given, Giver, Receiver));
    }

    /// <summary>One press, and final.</summary>
    public Decision Skip(PersonId actor, DateTimeOffset now)
    {
        if (actor == Giver && State is FeedbackState.Skipped)
            return Decision.AlreadyDone;
        if (MayGive(actor, now) is { } refusal)
            return refusal;
        Close(FeedbackState.Skipped, now);
        return Done(new DomainEvent(FeedbackEvents.Skipped, actor));
    }

    /// <summary>What time and the directory bring: the one reminder, and the end.</summary>
    /// <param name="atWork">UTC; when the giver is next at work, <paramref name="now"/> or later. None: nobody knows.</param>
    public Decision Progress(bool giverIsHere, bool receiverIsHere, DateTimeOffset? atWork, DateTimeOffset now)
    {
        if (State is not FeedbackState.Asked)
            return Decision.AlreadyDone;
        if (!giverIsHere || !receiverIsHere || now >= ExpiresAt)
        {
            Close(FeedbackState.Expired, now);
            var reason = !giverIsHere ? ExpiryReasons.GiverLeft : !receiverIsHere ? ExpiryReasons.ReceiverLeft : ExpiryReasons.WindowOver;
            return Done(new DomainEvent(FeedbackEvents.Expired, Other: Giver, Reason: reason));
        }

        if (RemindedAt is not null || now < AskedAt + RemindAfter)
            return Decision.AlreadyDone;
        if (atWork is not { } there || there > now)
        {
            // Nobody is reminded at home. It shows nowhere, so that it is no change of the request.
            NextAt = atWork < ExpiresAt ? atWork : ExpiresAt;
            return Decision.AlreadyDone;
        }

        (RemindedAt, NextAt) = (now, ExpiresAt);
        return Done(new DomainEvent(FeedbackEvents.Reminded, Other: Giver));
    }

    static PeerFeedback Of(HandOff handOff, PersonId receiver, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        LeadId = handOff.Lead,
        Giver = handOff.Giver,
        Receiver = receiver,
        IsForDepartment = handOff.Receiver is null,
        About = handOff.About,
        FromDepartment = handOff.FromDepartment,
        ToDepartment = handOff.ToDepartment,
        State = FeedbackState.Asked,
    };

    void Close(FeedbackState state, DateTimeOffset now) => (State, ClosedAt, NextAt) = (state, now, null);

    Decision Done(params IReadOnlyList<DomainEvent> happened)
    {
        Version++;
        return Decision.Of(happened);
    }
}
