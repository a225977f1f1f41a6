using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>
/// What a language brings to the matcher, as data: how people ask, which words carry no meaning, and what the words of
/// business are called. No name of any company's number stands in one. The files lie beside this one, in <c>Packs</c>.
/// </summary>
public sealed record LanguagePack
{
    static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Two letters (ISO 639-1).</summary>
    public required string Language { get; init; }

    /// <summary>Words with which a question about a person begins.</summary>
    public required IReadOnlyList<string> Interrogatives { get; init; }

    /// <summary>Words without meaning of their own, which are not asked for.</summary>
    public required IReadOnlyList<string> Filler { get; init; }

    /// <summary>Words that complain, and name nothing.</summary>
    public IReadOnlyList<string> Trouble { get; init; } = [];

    /// <summary>Patterns by what they show; <see cref="Cue"/> says how they are written.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; init; }

    /// <summary>Words that stand for what was spoken of before.</summary>
    public IReadOnlyList<string> Pronouns { get; init; } = [];

    /// <summary>Words of somebody who tells a trouble, and does not name a number.</summary>
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>What a question about "its …" may ask for.</summary>
    public IReadOnlyList<string> FollowUpSubjects { get; init; } = [];

    /// <summary>Before the person who is to have something.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Before what is to be passed on.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Before a day.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Words that name several numbers by their nature, even where a company has only one of them.</summary>
    public IReadOnlyList<string> Ambiguous { get; init; } = [];

    /// <summary>How units are said, by unit.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Units { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Figures in words.</summary>
    public IReadOnlyDictionary<string, decimal> Figures { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Words of measuring, which tell numbers apart only when nothing else does, by concept.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Generic { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words and phrases that mean the same, by concept; a concept is one in all languages.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Terms { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words for departments in general: <c>team</c>.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Concepts that are often said or left out alike: customer churn is churn.</summary>
    public IReadOnlyList<string> Light { get; init; } = [];

    /// <summary>What is near, and not the same: enough to ask back, never to answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kin { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, string> Abbreviations { get; init; } = new Dictionary<string, string>();

    /// <summary>Last parts of compounds (<c>quote</c> in Abschlussquote).</summary>
    public IReadOnlyList<string> CompoundHeads { get; init; } = [];

    /// <summary>Other parts of compounds, with their linking letters.</summary>
    public IReadOnlyList<string> CompoundParts { get; init; } = [];

    /// <summary>The packs that come with the bot, English first.</summary>
    public static IReadOnlyList<LanguagePack> BuiltIn { get; } =
    [
        .. typeof(LanguagePack).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("packs/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(typeof(LanguagePack).Assembly.GetManifestResourceStream(name)!))
            .OrderBy(pack => pack.Language is not "en"),
    ];

    /// <exception cref="JsonException">The file is no language pack.</exception>
    public static LanguagePack Read(Stream json)
    {
        using (json)
            return JsonSerializer.Deserialize<LanguagePack>(json, _json) ?? throw new JsonException("The language pack is empty.");
    }
}
