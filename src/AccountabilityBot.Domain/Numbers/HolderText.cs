namespace AccountabilityBot.Domain.Numbers;

/// <summary>Reads who is written down as the owner or the keeper of a number.</summary>
public static class HolderText
{
    /// <summary>Between several holders of one number; a slash inside a word (<c>CRO/CMO</c>) counts too.</summary>
    const char Between = '/';

    /// <summary>The names in it, in their order: none, one, or several, and several means that nobody holds it alone.</summary>
    public static IReadOnlyList<string> Names(string? written) => written is null
        ? []
        : [.. written.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
