using System.Globalization;
using AccountabilityBot.Domain;

namespace AccountabilityBot.Leads.Import;

/// <summary>
/// Reads when a buyer came. A time with an offset means itself; one without is wall-clock time of a zone; a date alone
/// means 09:00 there, when somebody could first have answered, or now while it is not yet nine on that day.
/// </summary>
/// <param name="Format">How the list writes it, as a .NET format (<c>dd.MM.yyyy HH:mm</c>); null: ISO 8601.</param>
/// <param name="Zone">IANA; null: the company's.</param>
sealed record ImportDates(string? Format = null, string? Zone = null)
{
    const string IsoDate = "yyyy-MM-dd";

    static readonly string[] _isoTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    static readonly string[] _isoInstants = [.. _isoTimes.Select(format => format + "K")];
    static readonly TimeOnly _opening = new(9, 0);
    static readonly DateTimeOffset _example = new(2026, 11, 22, 13, 14, 15, TimeSpan.Zero);

    /// <summary>Why a format cannot be used, or null.</summary>
    public static string? FaultOf(string format)
    {
        // One letter alone is a name for a format that differs from culture to culture.
        var readable = "yMd".All(letter => format.Contains(letter, StringComparison.Ordinal)) && format.Length > 1;
        try
        {
            readable = readable && DateTimeOffset.TryParseExact(
                _example.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
                && read.Date == _example.Date;
        }
        catch (FormatException)
        {
            readable = false;
        }

        return readable
            ? null
            : $"\"{format}\" is no format of a date; write year, month and day as they stand in the file, for example dd.MM.yyyy or yyyy-MM-dd HH:mm.";
    }

    /// <returns>An instant in UTC, or the rest of a sentence that begins with the field's name.</returns>
    public (DateTimeOffset? At, string? Fault) Read(string text, TimeZoneInfo companyZone, DateTimeOffset now)
    {
        var zone = ZoneOr(companyZone);
        return Format is null ? ReadIso(text, zone, now) : ReadAs(Format, text, zone, now);
    }

    /// <summary>Whose clocks the list goes by.</summary>
    public TimeZoneInfo ZoneOr(TimeZoneInfo companyZone) => Zone is null ? companyZone : TimeZoneInfo.FindSystemTimeZoneById(Zone);

    static (DateTimeOffset? At, string? Fault) ReadIso(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (DateOnly.TryParseExact(text, IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (AtOpening(day, zone, now), null);

        // Databases write a space where ISO 8601 has a T.
        var joined = text.Length > IsoDate.Length && text[IsoDate.Length] is ' ' ? $"{text[..IsoDate.Length]}T{text[(IsoDate.Length + 1)..]}" : text;
        if (DateTime.TryParseExact(joined, _isoTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return (InZone(local, zone), null);
        return DateTimeOffset.TryParseExact(joined, _isoInstants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? (instant.ToUniversalTime(), null)
            : (null, "which is no date as ISO 8601 has it: 2026-02-01, 2026-02-01T14:30 or 2026-02-01T14:30:00+01:00; a map can name another format under dates.");
    }

    static (DateTimeOffset? At, string? Fault) ReadAs(string format, string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        var letters = OutsideQuotes(format);
        if (letters.IndexOfAny(['z', 'K']) >= 0)
        {
            return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? (instant.ToUniversalTime(), null)
                : (null, $"which is not written as {format}.");
        }

        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return (null, $"which is not written as {format}.");
        return (letters.IndexOfAny(['H', 'h']) >= 0 ? InZone(local, zone) : AtOpening(DateOnly.FromDateTime(local), zone, now), null);
    }

    static DateTimeOffset AtOpening(DateOnly day, TimeZoneInfo zone, DateTimeOffset now)
    {
        var opening = LocalTime.ToInstant(day, _opening, zone);
        return opening > now && LocalTime.DayIn(zone, now) == day ? now : opening;
    }

    static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone) =>
        LocalTime.ToInstant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);

    static string OutsideQuotes(string format) => string.Concat(format.Split('\'').Where((_, at) => at % 2 is 0));
}
