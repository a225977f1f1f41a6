using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Wording;

/// <summary>
/// The bot's sentences in one language. They live in <c>Sentences.resx</c> and its translations; code names them by key. A
/// key that is missing is a defect, and a test reads every key the code names.
/// </summary>
public sealed class Sentences
{
    static readonly ResourceManager Resources = new("AccountabilityBot.Wording.Sentences", typeof(Sentences).Assembly);
    static readonly ConcurrentDictionary<string, Sentences> Cache = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>As far as it was asked for: the resource manager searches culture after culture, under a lock, each time.</summary>
    readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    Sentences(CultureInfo culture) => Culture = culture;

    public CultureInfo Culture { get; }

    /// <param name="locale">A culture name such as <c>de-DE</c>; unknown or none gives English.</param>
    public static Sentences In(string? locale)
    {
        // Bounded: what a client sends as its locale is somebody else's text.
        if (locale is null || locale.Length > 20 || Cache.Count > 500)
            locale = "en";
        return Cache.GetOrAdd(locale, name => new Sentences(CultureOf(name)));
    }

    public static Sentences In(CultureInfo culture) => Cache.GetOrAdd(culture.Name, _ => new Sentences(culture));

    public bool Has(string key) => Find(key) is not null;

    /// <summary>For places where no markdown is read: summaries, titles, choices, messages. Arguments are cleaned of control and direction marks.</summary>
    public string Plain(string key, params object?[] args) =>
        args.Length == 0 ? Text(key) : string.Format(Culture, Text(key), [.. args.Select(arg => arg is string text ? new PlainText(text).Value : arg)]);

    /// <summary>For text blocks: arguments that are not card text already are escaped.</summary>
    public CardText Card(string key, params object?[] args) => CardText.Format(Culture, Text(key), args);

    string Text(string key) => Find(key) ?? throw new MissingManifestResourceException($"There is no sentence \"{key}\".");

    // Bounded: keys are the code's own, and codes of the revenue model.
    string? Find(string key) => _texts.GetOrAdd(key, static (name, culture) => Resources.GetString(name, culture), Culture);

    static CultureInfo CultureOf(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
