using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Model;

/// <summary>When and how often a person is written to unasked. Answers to somebody who asked, and offers, know no such limit.</summary>
public sealed record MessageRules
{
    /// <summary>By the reader's clock: nothing unasked arrives in these hours. The end may lie before the start: over midnight.</summary>
    public HourBlock QuietHours { get; init; } = new(TimeSpan.FromHours(20), TimeSpan.FromHours(7));

    /// <summary>Messages to one person a day, by the reader's clock; what comes beyond is bundled. Hot leads do not count.</summary>
    public int Budget { get; init; } = 6;

    /// <summary>Leads of this rank and above pass quiet hours and the budget.</summary>
    public int ExemptRank { get; init; } = 1;
}
