namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>What a question comes to. Written as words in <c>ask --json</c>: they never change.</summary>
public enum QuestionOutcome
{
    /// <summary>One number, with one owner.</summary>
    Answer,

    /// <summary>Several numbers may be meant, or one that is near: whoever asked chooses.</summary>
    Choices,

    /// <summary>One number, which nobody owns alone.</summary>
    Shared,

    /// <summary>No number of this company is meant, as far as we know.</summary>
    Unknown,

    /// <summary>What the number means was asked.</summary>
    Definition,

    /// <summary>What the number stands at was asked.</summary>
    Value,

    /// <summary>Who owned it before was asked.</summary>
    History,

    /// <summary>Something is to be done: to hand a number over, or to pass a word on to whoever owns it.</summary>
    Command,

    /// <summary>It relies on the answer before.</summary>
    FollowUp,

    /// <summary>It tries to change the rules, or to harvest people.</summary>
    Refused,

    /// <summary>No question about a number at all.</summary>
    Other,
}

/// <summary>What a command wants done.</summary>
public enum CommandKind
{
    HandOver,
    PassOn,
}

/// <summary>The answer of the matcher, with its reasons.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Numbers">Ids, best first: one, or up to <see cref="NumberMatcher.MostChoices"/> to choose from.</param>
/// <param name="Because">Why, a sentence each, in English: for whoever wonders how it came to this.</param>
/// <param name="Language">Of the question (ISO 639-1).</param>
public sealed record QuestionAnswer(QuestionOutcome Outcome, IReadOnlyList<string> Numbers, IReadOnlyList<string> Because, string Language)
{
    /// <summary>What was asked for, as it was understood: its telling words.</summary>
    public string? Subject { get; init; }

    /// <summary>What was asked about it, whether or not a number was found.</summary>
    public QuestionOutcome Wanted { get; init; }

    /// <summary>Of an unknown question: the numbers that come nearest. They are no answer.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    public CommandKind? Command { get; init; }

    /// <summary>Of a command: to whom, as it was written.</summary>
    public string? Person { get; init; }

    /// <summary>Of a command: what is to be passed on.</summary>
    public string? Message { get; init; }

    /// <summary>The words about a day, as they were written.</summary>
    public string? When { get; init; }
}
