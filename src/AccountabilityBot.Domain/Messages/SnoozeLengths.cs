namespace AccountabilityBot.Domain.Messages;

/// <summary>For how long a person can ask not to be reminded. On cards that were posted long ago: they never change.</summary>
public static class SnoozeLengths
{
    public const string HalfHour = "30-minutes";
    public const string TwoHours = "2-hours";
    public const string Tomorrow = "tomorrow-9";

    static readonly TimeOnly Morning = new(9, 0);

    /// <returns>UTC; none for a length that there is not.</returns>
    public static DateTimeOffset? EndOf(string? length, Reader reader, DateTimeOffset now) => length switch
    {
        HalfHour => now + TimeSpan.FromMinutes(30),
        TwoHours => now + TimeSpan.FromHours(2),
        Tomorrow => reader.Tomorrow(Morning, now),
        _ => null,
    };
}
