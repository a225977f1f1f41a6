using System.Text.RegularExpressions;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>The sources beside the tests: some promises are about what is written, not about what runs.</summary>
static partial class Repository
{
    internal static string Root { get; } = Find();

    internal static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The C# files of a project under <c>src</c>, without what a tool wrote.</summary>
    internal static IEnumerable<(string Path, string Text)> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !Generated().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, Text(path)));

    /// <summary>What stands between quotation marks on one line, without comments.</summary>
    internal static IEnumerable<string> Literals(string source) => source.Split('\n')
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .SelectMany(line => Literal().Matches(line))
        .Select(match => match.Groups["text"].Value);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AccountabilityBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the sources and run inside the repository only.");
    }

    [GeneratedRegex("/(bin|obj|Migrations)/")]
    private static partial Regex Generated();

    [GeneratedRegex("""(?<![\\'])"(?<text>(?:[^"\\]|\\.)*)"(?!')""")]
    private static partial Regex Literal();
}
