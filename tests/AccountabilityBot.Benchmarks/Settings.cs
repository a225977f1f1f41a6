namespace AccountabilityBot.Benchmarks;

/// <param name="Seconds">How long a round of a load that has no end of its own lasts; others are sized by it.</param>
/// <param name="Rounds">Pairs of floor and subject that count.</param>
sealed record Settings(int Seconds, int Rounds)
{
    /// <summary>Requests under way at once, but in the race.</summary>
    public const int Connections = 16;

    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    /// <summary>Leads in a round of accepts.</summary>
    public int LeadsPerRound => 600 * Seconds;
}
