namespace AccountabilityBot.Domain.Cadence;

/// <summary>How often the open pipeline holds what is still to be won. Amounts are of one currency, in its major units.</summary>
/// <param name="Open">What the open opportunities are worth.</param>
/// <param name="Won">In the period of the target, so far.</param>
public sealed record Coverage(string Currency, decimal Open, decimal Target, decimal Won)
{
    public decimal Remaining => Math.Max(0, Target - Won);

    public bool IsReached => Remaining is 0;

    /// <summary>With one decimal; none: there is nothing left to cover.</summary>
    public decimal? Times => IsReached ? null : Math.Round(Open / Remaining, 1, MidpointRounding.AwayFromZero);
}
