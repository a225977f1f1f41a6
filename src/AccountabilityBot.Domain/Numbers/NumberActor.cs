namespace AccountabilityBot.Domain.Numbers;

/// <summary>Somebody of the directory who wants to do something with a number.</summary>
/// <param name="MayName">An administrator, the head or the guardian of its department, or the manager of its owner: they may name an owner.</param>
public readonly record struct NumberActor(PersonId Id, bool MayName)
{
    /// <summary>One of those who are written down as its owners while several are.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Stands in for the owner, who is out.</summary>
    public bool Acts { get; init; }
}
