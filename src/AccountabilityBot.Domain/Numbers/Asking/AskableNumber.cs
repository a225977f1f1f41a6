namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>A number as it can be asked for.</summary>
/// <param name="Facts">Its names, definition and limits.</param>
/// <param name="Holding">How it stands with its owner.</param>
/// <param name="OwnerWritten">Who is written down while no one person owns it.</param>
/// <param name="Latest">Its latest value, in its own unit; none: it has no value yet.</param>
public sealed record AskableNumber(NumberFacts Facts, Holding Holding, string? OwnerWritten = null, decimal? Latest = null)
{
    /// <summary>Whether one name can be answered: a person's, or the one role that is written down and held by nobody yet.</summary>
    public bool HasOneOwner => Holding is Holding.Owned || (Holding is Holding.Vacant && HolderText.Names(OwnerWritten).Count is 1);
}
