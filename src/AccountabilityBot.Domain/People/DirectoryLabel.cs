namespace AccountabilityBot.Domain.People;

/// <summary>
/// The department of a person as their directory spells it. One field holds several where people write <c>Sales; Marketing</c> or
/// <c>Sales | Marketing</c>, one a line too. A comma, a slash and an ampersand are parts of a name: <c>SMB, Pooled</c>,
/// <c>Sales / Marketing</c>, <c>Legal &amp; Corporate Affairs</c>.
/// </summary>
static class DirectoryLabel
{
    static readonly char[] _between = [';', '|', '\r', '\n'];

    /// <returns>The field as a whole, then each department it names in its order; only the whole where it names one, nothing where it is blank.</returns>
    public static IReadOnlyList<string> Read(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return [];
        var names = Names(field);
        return names.Count > 1 ? [field.Trim(), .. names] : [names is [var only] ? only : field.Trim()];
    }

    /// <summary>The departments that the field names, without the whole of it.</summary>
    public static IReadOnlyList<string> Names(string field) =>
        [.. field.Split(_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
