namespace AccountabilityBot.Domain;

/// <summary>What happened, or a refusal. Never both; both empty means that it had been done already.</summary>
public sealed class Decision
{
    /// <summary>Nothing was left to do: the wish was fulfilled before, or its time has not come. A success with nothing to record.</summary>
    public static readonly Decision AlreadyDone = new([], null);

    // Only through Of and the conversion below, so that nobody can make one that says both.
    Decision(IReadOnlyList<DomainEvent> happened, Refusal? refusal) => (Happened, Refusal) = (happened, refusal);

    /// <summary>In the order in which it happened; empty when refused.</summary>
    public IReadOnlyList<DomainEvent> Happened { get; }

    public Refusal? Refusal { get; }

    public bool Refused => Refusal is not null;

    public static implicit operator Decision(Refusal refusal) => new([], refusal);

    public static Decision Of(params IReadOnlyList<DomainEvent> happened) => new(happened, null);
}
