namespace AccountabilityBot.Domain.Model;

/// <summary>What somebody wants to know who asks for neighbours.</summary>
/// <param name="Directions">Both, where none was named.</param>
/// <param name="Department">Whose; none: their own, or <paramref name="Unknown"/>.</param>
/// <param name="Unknown">A name that no department has, as it was written; none: there was none, or it is known.</param>
public sealed record NeighbourQuestion(SeamDirections Directions, Department? Department, string? Unknown)
{
    /// <summary>In UTF-16 units: whoever writes more asks for something else.</summary>
    const int LongestText = 300;

    /// <summary>In words: no department's name and all that is polite round it is longer.</summary>
    const int MostWords = 20;

    static readonly HashSet<string> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "neighbour", "neighbours", "neighbor", "neighbors", "neighbouring", "neighboring",
        "nachbar", "nachbarn", "nachbarin", "nachbarinnen", "nachbarabteilung", "nachbarabteilungen",
    };

    static readonly HashSet<string> UpstreamWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "upstream", "up-stream", "vorgelagert", "vorgelagerte", "vorgelagerter", "vorgelagerten", "stromaufwärts", "flussaufwärts",
    };

    static readonly HashSet<string> DownstreamWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "downstream", "down-stream", "nachgelagert", "nachgelagerte", "nachgelagerter", "nachgelagerten", "stromabwärts", "flussabwärts",
    };

    /// <summary>They tell a direction only where whose it is follows: "who is after Sales", "wer ist vor uns".</summary>
    static readonly HashSet<string> BeforeWords = new(StringComparer.OrdinalIgnoreCase) { "before", "vor" };

    static readonly HashSet<string> AfterWords = new(StringComparer.OrdinalIgnoreCase) { "after", "behind", "nach", "hinter" };

    static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "my", "our", "me", "us", "mine", "ours", "mein", "meine", "meiner", "meinen", "unser", "unsere", "unserer", "unseren", "mir", "uns",
    };

    /// <summary>What stands between the words and whose neighbours are meant: whatever comes behind it is a department's name.</summary>
    static readonly HashSet<string> Of = new(StringComparer.OrdinalIgnoreCase) { "of", "for", "to", "from", "von", "vom", "für", "zu" };

    static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "who", "who's", "who’s", "whos", "is", "are", "what", "which", "show", "list", "and", "or", "the", "a", "in", "next", "all", "department", "departments",
        "team", "people", "person", "side", "do", "we", "i", "have", "wer", "ist", "sind", "welche", "zeig", "zeige", "und", "oder", "der", "die", "das", "den",
        "dem", "des", "im", "alle", "abteilung", "abteilungen", "leute", "denn", "wir", "haben", "please", "bitte",
    };

    static readonly char[] Punctuation = [.. ".,;:!?…\"“”„()"];

    /// <summary>Reads a question: <c>who is my neighbour downstream?</c>, <c>neighbors of Operations</c>, <c>wer ist vor Sales</c>.</summary>
    /// <returns>None: these words are about something else.</returns>
    public static NeighbourQuestion? Read(RevenueModel model, string text)
    {
        if (text.Length > LongestText)
            return null;
        List<string> left = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(Punctuation)).Where(word => word.Length > 0)];
        if (left.Count > MostWords)
            return null;

        var (directions, isSure, isOwn, isNameAhead) = (SeamDirections.None, false, false, false);
        while (left.Count > 0)
        {
            // Before anything is left out: a department may be called After Sales, or Field Team.
            if (model.FindDepartment(Bare(left)) is { } department && (isSure || directions is not SeamDirections.None))
                return new NeighbourQuestion(Or(directions), department, null);
            if (left.Count > 1 && IsSign(left[^1]) && Take(left[^1], isFirst: false))
                left.RemoveAt(left.Count - 1);
            else if (Take(left[0], isFirst: true))
                left.RemoveAt(0);
            else if (left.Count > 1 && Take(left[^1], isFirst: false))
                left.RemoveAt(left.Count - 1);
            else
                break;
        }

        if (left.Count == 0)
            return isSure || (isOwn && directions is not SeamDirections.None) ? new NeighbourQuestion(Or(directions), null, null) : null;
        // "Neighbour satisfaction, who owns it?" is about a number; "neighbours of Finance" is not, and nor is a slip of the pen.
        return isSure && (isNameAhead || IsNear(model, Bare(left))) ? new NeighbourQuestion(Or(directions), null, Bare(left)) : null;

        bool Take(string word, bool isFirst)
        {
            if (UpstreamWords.Contains(word) || DownstreamWords.Contains(word))
            {
                (directions, isSure) = (directions | (UpstreamWords.Contains(word) ? SeamDirections.Upstream : SeamDirections.Downstream), true);
                return true;
            }

            if (IsNoun(word))
                return isSure = true;
            if (isFirst && (BeforeWords.Contains(word) || AfterWords.Contains(word)))
            {
                directions |= BeforeWords.Contains(word) ? SeamDirections.Upstream : SeamDirections.Downstream;
                return true;
            }

            if (isFirst && Of.Contains(word))
                return isNameAhead = true;
            if (Own.Contains(word))
                return isOwn = true;
            return Fillers.Contains(word);
        }
    }

    static bool IsSign(string word) => UpstreamWords.Contains(word) || DownstreamWords.Contains(word) || IsNoun(word);

    static SeamDirections Or(SeamDirections directions) => directions is SeamDirections.None ? SeamDirections.Both : directions;

    /// <summary>Its nearest spelling counts where it is long enough to be no other word: "nieghbour", "neigbors".</summary>
    static bool IsNoun(string word) => Nouns.Contains(word)
        || (word.Length is >= 8 and <= 20 && char.ToLowerInvariant(word[0]) is 'n' && Spelling.Nearest(word, Nouns) is { } near && Math.Abs(near.Length - word.Length) <= 1);

    /// <summary>As it was written, without the genitive of "Sales's neighbours".</summary>
    static string Bare(List<string> words)
    {
        var name = string.Join(' ', words);
        foreach (var ending in (string[])["'s", "’s", "'", "’"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length)
                return name[..^ending.Length];
        }

        return name;
    }

    static bool IsNear(RevenueModel model, string name) => Spelling.Nearest(name, model.Departments.SelectMany(department => department.Spellings)) is not null;
}
