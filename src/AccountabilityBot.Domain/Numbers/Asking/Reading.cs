namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>What a sentence wants, before anybody looks for a number.</summary>
enum Wish
{
    Owner,
    Definition,
    Value,
    History,
    HandOver,
    PassOn,
    FollowUp,
    Refused,
    Other,
}

/// <summary>A sentence, read: what it wants, and which words name the number.</summary>
/// <param name="Subject">The words that name it, small ones included, for phrases hold them; none: it names nothing.</param>
/// <param name="Aside">Other words beside them, that may tell two numbers apart.</param>
/// <param name="HasTargetCue">Whether the number is named by its target.</param>
/// <param name="HasValueCue">Whether the number is named by what it stands at.</param>
sealed record Reading(Wish Wish, Language Language, IReadOnlyList<Word> Subject, IReadOnlyList<Word> Aside, bool HasTargetCue, bool HasValueCue)
{
    /// <summary>The subject is the trouble that somebody describes, not the name of a number.</summary>
    public bool IsStory { get; init; }

    /// <summary>More follows behind a comma, that may narrow what was named.</summary>
    public bool IsNarrowed { get; init; }

    /// <summary>Whether words such as "it" stand for the number that was spoken of before.</summary>
    public bool PointsBack { get; init; }

    /// <summary>What the sentence was recognised by, for the reasons.</summary>
    public string? Recognised { get; init; }

    /// <summary>Of a command: to whom, as it was written.</summary>
    public string? Person { get; init; }

    /// <summary>Of a command: what is to be passed on.</summary>
    public string? Message { get; init; }

    /// <summary>Of a command or a question about the past: the words about the day.</summary>
    public string? When { get; init; }
}
