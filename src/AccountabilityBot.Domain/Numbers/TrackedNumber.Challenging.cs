namespace AccountabilityBot.Domain.Numbers;

/// <summary>What is disputed about a number. Stored as numbers.</summary>
public enum Challenged
{
    Value = 1,
    Definition = 2,
}

/// <summary>What the owner says to a challenge. Stored as numbers.</summary>
public enum ChallengeAnswer
{
    /// <summary>It is right as it is, and here is why.</summary>
    Stands = 1,

    /// <summary>It is wrong, and will be mended by a day.</summary>
    WillMend = 2,
}

/// <summary>Somebody of the company disputes a value or the definition.</summary>
public sealed class Challenge
{
    public Guid Id { get; init; }

    public required string NumberId { get; init; }

    public PersonId By { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    public Challenged What { get; init; }

    public required string Words { get; init; }

    public ChallengeAnswer? Answer { get; internal set; }

    public PersonId? AnsweredBy { get; internal set; }

    /// <summary>UTC; none: open, and the number shows as disputed.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    public string? AnswerWords { get; internal set; }

    /// <summary>By when it is mended, in the days of the number's department.</summary>
    public DateOnly? MendBy { get; internal set; }
}

/// <summary>Anybody may dispute a number with a sentence; it shows as disputed until its owner answers.</summary>
public sealed partial class TrackedNumber
{
    /// <summary>A dispute says what is wrong.</summary>
    public const int LeastWords = 10;

    readonly List<Challenge> _challenges = [];

    /// <summary>Every challenge, in their order.</summary>
    public IReadOnlyList<Challenge> Challenges => _challenges;

    public IEnumerable<Challenge> OpenChallenges => _challenges.Where(one => one.AnsweredAt is null);

    public bool IsDisputed => OpenChallenges.Any();

    /// <summary>Why this person may not dispute it now; none: they may.</summary>
    public Refusal? MayChallenge(PersonId person) =>
        !IsActive ? NumberRefusals.Retired() : OpenChallenges.Any(one => one.By == person) ? NumberRefusals.ChallengedAlready() : null;

    /// <param name="words"><see cref="LeastWords"/> to <see cref="MaxWords"/> characters.</param>
    public Decision Dispute(PersonId person, Challenged? what, string? words, DateTimeOffset now)
    {
        if (MayChallenge(person) is { } refusal)
            return refusal;
        if (what is not { } disputed)
            return NumberRefusals.WhatIsChallengedMissing();
        if (WhyNotWords(words) is { } wrong)
            return wrong;
        _challenges.Add(new Challenge { Id = Guid.CreateVersion7(now), NumberId = Id, By = person, At = now, What = disputed, Words = words! });
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.Challenged, person, Current?.Person, disputed is Challenged.Value ? "value" : "definition", words));
    }

    /// <summary>Why this person may not answer; none: they own it, stand in for its owner, or may name one while nobody owns it.</summary>
    public Refusal? MayAnswerChallenge(NumberActor actor) =>
        !IsActive ? NumberRefusals.Retired()
        : !IsDisputed ? NumberRefusals.NoChallenge()
        : Current?.Person == actor.Id || actor.Acts || (Current is null && actor.MayName) ? null
        : NumberRefusals.NotTheOwner(Current?.Person);

    /// <summary>The owner's answer to one challenge.</summary>
    /// <param name="challenge">Which; none that is open: somebody was faster.</param>
    /// <param name="words">Why it stands; beside <see cref="ChallengeAnswer.WillMend"/> it may be left out.</param>
    /// <param name="mendBy">Today or later, at most <see cref="MostDaysAhead"/> days ahead; beside <see cref="ChallengeAnswer.WillMend"/> only.</param>
    public Decision AnswerChallenge(
        NumberActor actor, Guid challenge, ChallengeAnswer? answer, string? words, DateOnly? mendBy, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (MayAnswerChallenge(actor) is { } refusal)
            return refusal;
        if (OpenChallenges.FirstOrDefault(one => one.Id == challenge) is not { } open)
            return NumberRefusals.NoChallenge();
        if (answer is not { } said)
            return NumberRefusals.AnswerMissing();
        if (said is ChallengeAnswer.Stands && WhyNotWords(words) is { } wrong)
            return wrong;
        if (words is { Length: > MaxWords })
            return NumberRefusals.WordsTooLong(MaxWords);
        if (said is ChallengeAnswer.WillMend && (mendBy is null ? NumberRefusals.MendDateMissing() : WhyNotOn(mendBy, zone, now)) is { } wrongDay)
            return wrongDay;

        (open.Answer, open.AnsweredBy, open.AnsweredAt, open.AnswerWords) = (said, actor.Id, now, words);
        open.MendBy = said is ChallengeAnswer.WillMend ? mendBy : null;
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.ChallengeAnswered, actor.Id, open.By, said is ChallengeAnswer.Stands ? "stands" : "will-mend", words));
    }

    static Refusal? WhyNotWords(string? words) => words is not { Length: >= LeastWords } ? NumberRefusals.WordsTooShort(LeastWords)
        : words.Length > MaxWords ? NumberRefusals.WordsTooLong(MaxWords)
        : null;
}
