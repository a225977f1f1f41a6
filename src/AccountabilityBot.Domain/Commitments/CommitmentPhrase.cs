using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Commitments;

/// <summary>What somebody meant who wrote a promise down in one line.</summary>
/// <param name="What">Without the day; empty: nothing was said.</param>
/// <param name="Day">None: none was said, or none that can be understood.</param>
/// <param name="NoDay">Words that stand where the day should, and are none.</param>
/// <param name="Or">The other day that the same words mean; nobody guesses which.</param>
public sealed record CommitmentPhrase(string What, DateOnly? Day, string? NoDay = null, DateOnly? Or = null)
{
    /// <summary>The day stands among the last words: no day has more of them, and little follows it.</summary>
    const int MostDayWords = 8;

    static readonly HashSet<string> ByWords = new(StringComparer.OrdinalIgnoreCase) { "by", "until", "till", "on", "bis", "am" };

    /// <summary>Those that announce a day and hardly anything else.</summary>
    static readonly HashSet<string> SureByWords = new(StringComparer.OrdinalIgnoreCase) { "by", "until", "till", "bis" };

    static readonly char[] Ends = ['.', ',', ';', ':', '!', '?'];

    /// <summary>Reads <c>send the list by friday</c>, <c>die Liste zu schicken bis 4.12.</c>; the day stands last.</summary>
    /// <param name="today">By the speaker's clock.</param>
    public static CommitmentPhrase Read(string words, DateOnly today)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = Math.Max(0, all.Length - MostDayWords - 1);
        for (var at = all.Length - 1; at >= first; at--)
        {
            if (!ByWords.Contains(all[at]))
                continue;
            // German has its verb last: "die Liste bis Freitag zu schicken".
            for (var end = all.Length; end > at + 1; end--)
            {
                if (end < all.Length && !(SureByWords.Contains(all[at]) && EndsADay(all[(at + 1)..end], today)))
                    continue;
                if (SpokenDates.Read(DayOf(all[(at + 1)..end]), today) is { } day)
                    return new(WhatOf([.. all[..at], .. all[end..]]), day.Or is null ? day.Day : null, null, day.Or) { Either = day.Or is null ? null : day.Day };
            }
        }

        for (var at = all.Length - 1; at >= first; at--)
        {
            var rest = all[(at + 1)..];
            // "By phone" is a way to do it; "by 31 February" is meant as a day.
            if (SureByWords.Contains(all[at]) && rest.Any(word => word.Any(char.IsAsciiDigit)))
                return new(WhatOf(all[..at]), null, NoDay: string.Join(' ', rest));
        }

        return new(WhatOf(all), null);
    }

    /// <summary>Beside <see cref="Or"/>: the one of the two days that comes first to mind.</summary>
    public DateOnly? Either { get; init; }

    /// <summary>Whether a day that more words follow ends here: not with a bare figure, and not with a word that it can do without.</summary>
    static bool EndsADay(string[] words, DateOnly today) =>
        !words[^1].All(char.IsAsciiDigit) && (words.Length == 1 || SpokenDates.Read(DayOf(words[..^1]), today)?.Day != SpokenDates.Read(DayOf(words), today)?.Day);

    static string WhatOf(string[] words) => string.Join(' ', words).Trim(' ', ',', ';', ':', '-', '–');

    /// <summary>A full stop at the end ends the sentence, but for a day such as "4.12.".</summary>
    static string DayOf(string[] words)
    {
        var day = string.Join(' ', words);
        return day.Length > 1 && char.IsAsciiDigit(day[^2]) ? day.TrimEnd(Ends[1..]) : day.TrimEnd(Ends);
    }
}
