using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Messages;

/// <summary>What is to become of a message that is about to be sent to a person's own chat.</summary>
public abstract record Verdict
{
    Verdict()
    {
    }

    /// <param name="Counts">Whether it is one of the day's budget.</param>
    public sealed record Go(bool Counts) : Verdict;

    /// <param name="Until">UTC; asked again then.</param>
    /// <param name="Because">A literal of <see cref="HeldReasons"/>.</param>
    public sealed record Hold(DateTimeOffset Until, string Because) : Verdict;

    /// <summary>The day's budget is used up: it is told together with others.</summary>
    public sealed record Bundle : Verdict;

    /// <summary>It is not sent at all.</summary>
    /// <param name="Because">A literal of <see cref="HeldReasons"/>.</param>
    /// <param name="Until">UTC; until when its reader wants none of these. None: until they say otherwise.</param>
    public sealed record Drop(string Because, DateTimeOffset? Until = null) : Verdict;
}

/// <summary>What the gate has to know of a message's reader besides their clock.</summary>
public sealed record ReadersDay
{
    /// <summary>Messages that counted since the reader's day began.</summary>
    public required int SentToday { get; init; }

    public IReadOnlySet<Muted> Muted { get; init; } = new HashSet<Muted>();

    /// <summary>UTC; until when the reader snoozed the lead that the message is about.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }
}

/// <summary>
/// Whether a message may go to a person now. What people said themselves comes first: a mute and a snooze hold for hot
/// leads too. Then hot leads pass; the others wait for the end of quiet hours, and beyond the day's budget are bundled.
/// </summary>
public static class MessageGate
{
    /// <summary>A bundle waits so long for company.</summary>
    public static readonly TimeSpan BundleGathers = TimeSpan.FromMinutes(15);

    /// <summary>At least so much time lies between two bundles to one person.</summary>
    public static readonly TimeSpan BundlesApart = TimeSpan.FromHours(1);

    /// <summary>Whether nothing that is known of the reader can change the answer.</summary>
    public static bool AlwaysPasses(Manners manners) => manners is Manners.Solicited or Manners.Offer;

    /// <param name="isExempt">About a lead so urgent that it passes quiet hours and the budget.</param>
    public static Verdict Decide(Manners manners, bool isExempt, Reader reader, ReadersDay day, MessageRules rules, DateTimeOffset now)
    {
        if (AlwaysPasses(manners))
            return new Verdict.Go(Counts: manners is Manners.Offer && !isExempt);
        if (IsMuted(manners, day.Muted))
            return new Verdict.Drop(HeldReasons.Muted);
        if (manners is Manners.Reminder && day.SnoozedUntil is { } snoozed && snoozed > now)
            return new Verdict.Drop(HeldReasons.Snoozed, snoozed);
        if (isExempt)
            return new Verdict.Go(Counts: false);
        if (reader.QuietUntil(rules.QuietHours, now) is { } morning)
            return new Verdict.Hold(morning, HeldReasons.QuietHours);
        if (manners is Manners.Bundle)
            return new Verdict.Go(Counts: false);
        return day.SentToday >= rules.Budget ? new Verdict.Bundle() : new Verdict.Go(Counts: true);
    }

    public static bool IsMuted(Manners manners, IReadOnlySet<Muted> muted) => manners switch
    {
        Manners.Reminder => muted.Contains(Muted.Reminders),
        Manners.News => muted.Contains(Muted.News),
        _ => false,
    };

    /// <summary>When a bundle that begins to gather now is sent.</summary>
    /// <param name="lastAt">UTC; when this person's last bundle was sent.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset BundleAt(DateTimeOffset? lastAt, Reader reader, MessageRules rules, DateTimeOffset now)
    {
        var at = now + BundleGathers;
        if (lastAt is { } last && last + BundlesApart > at)
            at = last + BundlesApart;
        return reader.QuietUntil(rules.QuietHours, at) ?? at;
    }
}
