using System.Globalization;

namespace AccountabilityBot.Domain.People;

/// <summary>What a mailbox answers by itself, and when: its owner is away meanwhile. Source: Graph, automaticRepliesSetting resource.</summary>
/// <param name="IsOn">False: nothing.</param>
/// <param name="From">UTC; none: at once, until it is switched off.</param>
/// <param name="Until">UTC; not part of it.</param>
public readonly record struct AutomaticReplies(bool IsOn, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>How far ahead they are taken for away who did not say until when; renewed as long as the replies are on.</summary>
    public static readonly TimeSpan TakenForGranted = TimeSpan.FromDays(7);

    public static readonly AutomaticReplies Off;

    public static readonly AutomaticReplies Always = new(true, null, null);

    /// <summary>A period that ends before it begins is none.</summary>
    public static AutomaticReplies Between(DateTimeOffset from, DateTimeOffset until) => from < until ? new AutomaticReplies(true, from, until) : Off;

    /// <summary>When their owner is away because of it, seen from now; none: it is off, or over.</summary>
    /// <param name="now">UTC.</param>
    public OutTime? Absence(DateTimeOffset now) => !IsOn || Until <= now ? null
        : From is { } from && Until is { } until ? new OutTime(from, until)
        : new OutTime(now, now + TakenForGranted, IsOpenEnded: true);

    /// <summary>The same setting is the same text. Stored: the form never changes.</summary>
    public override string ToString() => !IsOn ? "off" : From is { } from && Until is { } until ? $"{Write(from)}/{Write(until)}" : "always";

    static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
