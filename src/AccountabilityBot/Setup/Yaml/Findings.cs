using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Setup.Yaml;

/// <summary>What is wrong in one file, and where each of its paths stands.</summary>
sealed class Findings(string file)
{
    readonly List<Problem> _problems = [];
    readonly HashSet<string> _unread = [];
    readonly Dictionary<string, YamlNode> _places = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Problem> Problems => [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>Something is wrong, and yet a value was read: the rules still apply to it.</summary>
    public void Add(string path, int line, int column, string sentence) =>
        _problems.Add(new Problem(path, sentence, file, line, column));

    /// <summary>There is no value at this path that the rules could judge.</summary>
    public void AddUnread(string path, YamlNode at, string sentence)
    {
        _unread.Add(path);
        Add(path, at.Line, at.Column, sentence);
    }

    /// <summary>Remembers where a path stands, for problems that are found later.</summary>
    public void Remember(string path, YamlNode place) => _places.TryAdd(path, place);

    /// <summary>
    /// Adds problems that the Domain found, but none of a value that could not be read, nor of what that value is a part of:
    /// what was reported once must not be reported again as missing.
    /// </summary>
    public void AddRuleBreaks(IEnumerable<Problem> problems) =>
        _problems.AddRange(problems
            .Where(problem => !_unread.Any(path => IsPartOf(path, problem.Path) || IsPartOf(problem.Path, path)))
            .Select(Locate));

    /// <summary>Gives a problem the file, line and column of its path, or of the nearest path above it that stands in the file.</summary>
    public Problem Locate(Problem problem)
    {
        for (var path = problem.Path; ; path = Above(path))
        {
            if (_places.TryGetValue(path, out var place))
                return problem with { File = file, Line = place.Line, Column = place.Column };
            if (path.Length is 0)
                return problem with { File = file, Line = 1, Column = 1 };
        }
    }

    static bool IsPartOf(string path, string whole) =>
        path.StartsWith(whole, StringComparison.Ordinal) && (path.Length == whole.Length || path[whole.Length] is '.' or '[');

    static string Above(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
}
