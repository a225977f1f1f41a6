namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>A number as it can be asked for.</summary>
/// <param name="Facts">Its names, definition and limits.</param>
/// <param name="Holding">Whether one person owns it.</param>
/// <param name="Latest">Its latest value, in its own unit; none: it has no value yet.</param>
public sealed record AskableNumber(NumberFacts Facts, Holding Holding, decimal? Latest = null);
