namespace AccountabilityBot.Domain.Model;

/// <summary>How people spell the same thing differently, and what they probably meant.</summary>
public static class Spelling
{
    const int LongestCompared = 64;

    /// <summary>Lower case, with every run of spaces, underscores and hyphens as one hyphen: <c>Paid  Search</c> and <c>paid_search</c> are the same.</summary>
    public static string Fold(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '\t', '\u00A0', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', words);
    }

    /// <summary>Whether two spellings fold to the same thing. What folds to nothing is like nothing else.</summary>
    public static bool Same(string one, string other) => Fold(one) is { Length: > 0 } folded && folded == Fold(other);

    /// <summary>The known spelling nearest to what was found, or null when none is near (at most a third of its letters differ).</summary>
    public static string? Nearest(string found, IEnumerable<string> known)
    {
        if (found.Length is 0 or > LongestCompared)
            return null;

        var folded = Fold(found);
        return known
            .Select(candidate => (candidate, distance: Distance(folded, Fold(candidate))))
            .Where(pair => pair.distance <= Math.Max(1, pair.candidate.Length / 3))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>" Did you mean X?", or nothing: to be appended to a sentence.</summary>
    public static string DidYouMean(string found, IEnumerable<string> known) =>
        Nearest(found, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    /// <summary>Least number of letters to insert, delete or replace to get from one to the other; two swapped neighbours count as one.</summary>
    static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            table[0, j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                var least = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                table[i, j] = swapped ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
            }
        }

        return table[one.Length, other.Length];
    }
}
