using System.Globalization;
using System.Text.Json;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;

namespace AccountabilityBot.People.Graph;

/// <summary>What a mailbox says, in our words. Graph: mailboxSettings, workingHours, automaticRepliesSetting resources.</summary>
/// <param name="TimeZone">As <see cref="Zones"/> keeps it; none: nobody chose one, or there is no such zone.</param>
/// <param name="Hours">As <see cref="HoursText"/> writes a week; none: nobody chose any, or they are none.</param>
/// <param name="Replies">Automatic replies.</param>
/// <param name="Purpose">What the mailbox is for.</param>
/// <param name="Problem">Why its hours do not count: a literal of <see cref="MailboxProblems"/>.</param>
sealed record MailboxReading(string? TimeZone, string? Hours, AutomaticReplies Replies, string? Purpose, string? Problem)
{
    public static MailboxReading Of(JsonElement settings)
    {
        var hours = settings.Inside("workingHours");
        var (own, zoneOfMailbox) = (hours.Inside("timeZone"), settings.TextOf("timeZone"));
        var zoneOfHours = own.TextOf("name");
        var replies = RepliesOf(settings.Inside("automaticRepliesSetting"));
        var purpose = settings.Inside("userPurpose") is { ValueKind: JsonValueKind.Object } of ? of.TextOf("value") : settings.TextOf("userPurpose");
        if (HoursOf(hours) is not { } worked || worked.AreUntouched(zoneOfHours, zoneOfMailbox))
        {
            // A mailbox that nobody touched is on UTC, and that says nothing of where its owner is.
            return new MailboxReading(zoneOfMailbox is "UTC" ? null : Zones.Keep(zoneOfMailbox), null, replies, purpose, null);
        }

        var zone = own.Inside("bias").ValueKind == JsonValueKind.Number ? OwnZone(own) : Zones.Keep(zoneOfHours ?? zoneOfMailbox);
        return worked.ToWeek() is not { } week ? new MailboxReading(zone, null, replies, purpose, MailboxProblems.NoHours)
            : zone is null ? new MailboxReading(null, HoursText.Write(week), replies, purpose, MailboxProblems.NoZone)
            : new MailboxReading(zone, HoursText.Write(week), replies, purpose, null);
    }

    static MailboxHours? HoursOf(JsonElement hours)
    {
        if (hours.ValueKind != JsonValueKind.Object || TimeOf(hours.TextOf("startTime")) is not { } start || TimeOf(hours.TextOf("endTime")) is not { } end)
            return null;
        List<DayOfWeek> days = [.. hours.ListOf("daysOfWeek").Where(day => day.ValueKind == JsonValueKind.String).Select(day => DayOf(day.GetString())).OfType<DayOfWeek>()];
        return new MailboxHours(days, start, end);
    }

    static AutomaticReplies RepliesOf(JsonElement setting)
    {
        var status = setting.TextOf("status");
        if ("alwaysEnabled".Equals(status, StringComparison.OrdinalIgnoreCase))
            return AutomaticReplies.Always;
        if (!"scheduled".Equals(status, StringComparison.OrdinalIgnoreCase))
            return AutomaticReplies.Off;
        return InstantOf(setting.Inside("scheduledStartDateTime")) is { } from && InstantOf(setting.Inside("scheduledEndDateTime")) is { } until
            ? AutomaticReplies.Between(from, until)
            : AutomaticReplies.Off;
    }

    /// <summary>A wall-clock time and its zone. Graph: dateTimeTimeZone resource.</summary>
    static DateTimeOffset? InstantOf(JsonElement at)
    {
        if (!DateTime.TryParse(at.TextOf("dateTime"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var wall)
            || Zones.Keep(at.TextOf("timeZone") ?? "UTC") is not { } kept || Zones.Find(kept) is not { } zone)
        {
            return null;
        }

        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return Domain.LocalTime.ToInstant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);
    }

    static string? OwnZone(JsonElement zone) =>
        zone.Inside("bias").TryGetInt32(out var offset)
        && Zones.Make(offset, ChangeOf(zone.Inside("standardOffset")), ChangeOf(zone.Inside("daylightOffset")), NumberOf(zone.Inside("daylightOffset"), "daylightBias") ?? 0) is { } made
            ? Zones.Keep(made)
            : null;

    static ClockChange? ChangeOf(JsonElement change) =>
        TimeOf(change.TextOf("time")) is { } time && NumberOf(change, "month") is { } month && NumberOf(change, "dayOccurrence") is { } occurrence && DayOf(change.TextOf("dayOfWeek")) is { } day
            ? new ClockChange(month, occurrence, day, time)
            : null;

    static int? NumberOf(JsonElement of, string property) => of.Inside(property) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    static TimeSpan? TimeOf(string? text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time <= TimeSpan.FromHours(24) ? time : null;

    static DayOfWeek? DayOf(string? name) => Enum.GetValues<DayOfWeek>().Where(day => day.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(day => (DayOfWeek?)day).FirstOrDefault();
}

/// <summary>Why what a mailbox says of working hours does not count. Stored: they never change.</summary>
static class MailboxProblems
{
    public const string NoHours = "no-hours";

    /// <summary>There is no such time zone.</summary>
    public const string NoZone = "no-zone";

    /// <summary>Never in the same week are they and their department there together: that is a wrong clock and no choice.</summary>
    public const string NeverMeet = "never-meet";

    public const string NoMailbox = "no-mailbox";

    public const string NotReadable = "not-readable";
}
