using System.Buffers;

namespace AccountabilityBot.Teams.Routing;

/// <summary>
/// A command's words, for example <c>who owns</c> or <c>serve * here</c>. The star stands for one or more words; without a star,
/// everything behind the words is the rest.
/// </summary>
sealed class TextCommand
{
    /// <summary>Words that people add out of politeness, at either end of a command.</summary>
    static readonly HashSet<string> _polite = new(StringComparer.OrdinalIgnoreCase)
    {
        "please", "pls", "kindly", "thanks", "thank", "you", "bitte", "danke",
    };

    static readonly SearchValues<char> _punctuation = SearchValues.Create(".,;:!?…");

    readonly string[] _head;
    readonly string[]? _tail;

    internal TextCommand(string pattern, Type owner)
    {
        Pattern = pattern;
        Owner = owner;
        var words = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var star = Array.IndexOf(words, "*");
        if (words.Length == 0 || star == 0 || star == words.Length - 1 || Array.LastIndexOf(words, "*") != star)
        {
            throw new InvalidOperationException(
                $"The text command \"{pattern}\" of {owner.Name} needs words, and at most one * between two of them.");
        }

        _head = star < 0 ? words : words[..star];
        _tail = star < 0 ? null : words[(star + 1)..];
    }

    internal string Pattern { get; }

    internal Type Owner { get; }

    /// <summary>The number of fixed words; of several commands that match, the one with the most wins.</summary>
    internal int Words => _head.Length + (_tail?.Length ?? 0);

    /// <summary>A star matches almost anything, so it gives way to a command of as many fixed words without one.</summary>
    internal bool HasStar => _tail is not null;

    /// <summary>The words of a text, without politeness at the ends and without trailing punctuation.</summary>
    internal static List<Word> WordsOf(string text)
    {
        List<Word> words = [];
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            var bare = start + text.AsSpan(start, at - start).LastIndexOfAnyExcept(_punctuation) + 1;
            words.Add(new(start, bare, text[start..bare]));
        }

        // Lone punctuation and politeness only count as noise at the ends; "thank you letter" keeps its middle.
        while (words.Count > 0 && IsNoise(words[^1].Bare))
            words.RemoveAt(words.Count - 1);
        var polite = 0;
        while (polite < words.Count && IsNoise(words[polite].Bare))
            polite++;
        words.RemoveRange(0, polite);
        return words;
    }

    /// <summary>The part of the text that the command leaves to its handler; null when the command does not match.</summary>
    internal string? Rest(string text, List<Word> words)
    {
        if (words.Count < _head.Length || !Same(words, 0, _head))
            return null;
        if (_tail is null)
            return Between(text, words, _head.Length, words.Count);

        var tail = words.Count - _tail.Length;
        return tail > _head.Length && Same(words, tail, _tail) ? Between(text, words, _head.Length, tail) : null;
    }

    static bool IsNoise(string bare) => bare.Length == 0 || _polite.Contains(bare);

    static bool Same(List<Word> words, int from, string[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (!words[from + i].Bare.Equals(expected[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    static string Between(string text, List<Word> words, int from, int to) =>
        from >= to ? "" : text[words[from].Start..words[to - 1].End];

    /// <param name="Start">Where the word begins in the text.</param>
    /// <param name="End">Behind its last character that is not punctuation.</param>
    /// <param name="Bare">The word without trailing punctuation.</param>
    internal readonly record struct Word(int Start, int End, string Bare);
}
