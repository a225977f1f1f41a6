namespace AccountabilityBot.Domain;

/// <summary>How a refusal is told to the person who pressed.</summary>
public enum RefusalKind
{
    /// <summary>The world has moved on since the card was drawn: answer with the true card.</summary>
    Stale,

    /// <summary>This person may not do it: answer with one sentence and no card.</summary>
    NotAllowed,

    /// <summary>Something is missing or wrong in what was sent: answer with the form and the sentence.</summary>
    Invalid,
}

/// <summary>A decision not taken, and why. The sentence for a person is looked up by <see cref="Code"/> in the resource files.</summary>
/// <param name="Code">A literal that never changes, such as <c>lead.already-accepted</c>.</param>
/// <param name="Kind">How it is told.</param>
/// <param name="Args">What the sentence names: <see cref="PersonId"/>, instants (UTC), ids and words.</param>
public sealed record Refusal(string Code, RefusalKind Kind, params IReadOnlyList<object?> Args);
