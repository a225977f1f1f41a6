using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Setup.Yaml;

/// <summary>What is wrong in one file, and where each of its paths stands.</summary>
sealed class Findings(string file)
{
    readonly List<Problem> _problems = [];
    readonly HashSet<string> _unread = [];
    readonly HashSet<string> _aboveUnread = [];
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
        _aboveUnread.UnionWith(Upwards(path));
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
            .Where(problem => !_aboveUnread.Contains(problem.Path) && !Upwards(problem.Path).Any(_unread.Contains))
            .Select(Locate));

    /// <summary>Gives a problem the file, line and column of its path, or of the nearest path above it that stands in the file.</summary>
    public Problem Locate(Problem problem)
    {
        var place = Upwards(problem.Path).Select(path => _places.GetValueOrDefault(path)).FirstOrDefault(found => found is not null);
        return problem with { File = file, Line = place?.Line ?? 1, Column = place?.Column ?? 1 };
    }

    /// <summary>A path, then each path that it is a part of: <c>a.b[0]</c>, <c>a.b</c>, <c>a</c>.</summary>
    static IEnumerable<string> Upwards(string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
            yield return path;
    }
}
