using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Wording;

/// <summary>The sentences, the code that names them, and their translations say the same.</summary>
public sealed partial class SentencesTests
{
    static readonly Dictionary<string, string> English = In(CultureInfo.InvariantCulture);
    static readonly Dictionary<string, string> German = In(CultureInfo.GetCultureInfo("de"));
    static readonly HashSet<string> Literals = [.. Sources().SelectMany(source => Quoted().Matches(source)).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Every_sentence_that_the_code_names_exists() =>
        Assert.Subset(
            English.Keys.ToHashSet(),
            Sources().SelectMany(source => Named().Matches(source)).Select(match => match.Groups[1].Value).Where(key => !key.EndsWith('.')).ToHashSet());

    /// <summary>Some are put together: a beginning that ends in a dot, and a code that stands elsewhere.</summary>
    [Fact]
    public void Every_sentence_is_named_by_the_code() =>
        Assert.All(English.Keys, key => Assert.True(Literals.Contains(key) || Beginnings(key).Any(Literals.Contains), key));

    [Fact]
    public void Every_sentence_is_there_in_German_and_no_other() => Assert.Equal(English.Keys.Order(), German.Keys.Order());

    [Fact]
    public void A_translation_has_the_places_and_the_bold_parts_of_its_sentence() =>
        Assert.All(English, sentence => Assert.Equal(Shape(sentence.Value), Shape(German[sentence.Key])));

    [Fact]
    public void A_German_reader_is_served_in_German_whatever_the_country()
    {
        Assert.All((string[])["de", "de-AT", "de-CH"], locale => Assert.Equal("Annehmen", Sentences.In(locale).Plain("button.accept")));
        Assert.All((string?[])["en-GB", "fr-FR", "no such", null], locale => Assert.Equal("Accept", Sentences.In(locale).Plain("button.accept")));
    }

    static IEnumerable<string> Beginnings(string key) =>
        Enumerable.Range(0, key.Length).Where(at => key[at] == '.').Select(at => key[..(at + 1)]);

    static string Shape(string sentence) => string.Join(' ', Places().Matches(sentence).Select(match => match.Value).Distinct().Order());

    static Dictionary<string, string> In(CultureInfo culture) =>
        new ResourceManager("AccountabilityBot.Wording.Sentences", typeof(Sentences).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AccountabilityBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"""([a-z0-9.-]+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[Ss]ay\.(?:Plain|Card)\(\s*""([^""]+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\d+\}|\*\*")]
    private static partial Regex Places();
}
