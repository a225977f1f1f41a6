using System.Globalization;

namespace AccountabilityBot.Sla;

/// <summary>Reads an instant as ISO 8601 writes it. Without an offset it would mean another instant in every zone, and is refused.</summary>
static class OffsetTime
{
    const string Example = "such as 2026-02-01T14:30:00+01:00";
    const int DateLength = 10;

    static readonly string[] _local = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary><c>K</c> reads Z and +01:00, <c>zzz</c> +0100 as well, <c>zz</c> +01.</summary>
    static readonly string[] _instants = [.. _local.Skip(1).SelectMany(format => (string[])[format + "K", format + "zzz", format + "zz"])];

    /// <returns>UTC; or the rest of a sentence that begins with the column's name.</returns>
    public static (DateTimeOffset? At, string? Fault) Read(string text)
    {
        if (text.Length is 0)
            return (null, $"is empty; an instant with its offset is needed, {Example}.");

        // Databases write a space where ISO 8601 has a T.
        var joined = text.Length > DateLength && text[DateLength] is ' ' or 't' ? $"{text[..DateLength]}T{text[(DateLength + 1)..]}" : text;
        if (DateTime.TryParseExact(joined, _local, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return (null, $"\"{text}\" has no offset, so that it may mean many instants; write it {Example}, or with Z for UTC.");
        return DateTimeOffset.TryParseExact(joined, _instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? (at.ToUniversalTime(), null)
            : (null, $"\"{text}\" is no instant as ISO 8601 has it, {Example}.");
    }
}
