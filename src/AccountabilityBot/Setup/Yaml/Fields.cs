using System.Globalization;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Setup.Yaml;

/// <summary>
/// The keys of one mapping, read by name. Whatever is asked for is known; a key that nobody asked for is a problem.
/// A value that cannot be read is reported, and something harmless is answered, so that the rest is read too.
/// </summary>
sealed partial class Fields
{
    readonly YamlMapping? _mapping;
    readonly Findings _findings;
    readonly List<string> _known = [];

    // The mapping is null when it is missing or no mapping, which was reported: then its keys are absent in silence.
    Fields(YamlMapping? mapping, string path, Findings findings) => (_mapping, Path, _findings) = (mapping, path, findings);

    /// <summary>Where the mapping stands: <c>departments.sales</c>.</summary>
    public string Path { get; }

    /// <summary>Reads a mapping with <paramref name="read"/>, then reports the keys that it did not ask for.</summary>
    public static T Read<T>(YamlNode? node, string path, Findings findings, Func<Fields, T> read)
    {
        if (node is not null and not YamlMapping)
            findings.AddUnread(path, node, $"{Kind(node)} stands here; a mapping (key: value) is needed.");

        var fields = new Fields(node as YamlMapping, path, findings);
        var result = read(fields);
        fields.RefuseUnknown();
        return result;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => Scalar(key, required: true)?.Text ?? "";

    public string? OptionalText(string key) => Scalar(key, required: false)?.Text;

    public int Number(string key, int otherwise)
    {
        if (Scalar(key, required: false) is not { } scalar)
            return otherwise;
        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;

        _findings.AddUnread(At(key), scalar, $"\"{scalar.Text}\" is no whole number.");
        return otherwise;
    }

    public bool Flag(string key)
    {
        if (Scalar(key, required: false) is not { } scalar)
            return false;
        if (scalar.Text is not ("true" or "false"))
            _findings.AddUnread(At(key), scalar, $"\"{scalar.Text}\" is neither \"true\" nor \"false\".");
        return scalar.Text is "true";
    }

    /// <summary>A time that must be there, unless <paramref name="otherwise"/> is given.</summary>
    public TimeSpan Duration(string key, TimeSpan? otherwise = null)
    {
        if (Scalar(key, required: otherwise is null) is not { } scalar)
            return otherwise ?? TimeSpan.Zero;
        if (Durations.TryParse(scalar.Text, out var duration))
            return duration;

        _findings.AddUnread(At(key), scalar, $"\"{scalar.Text}\" is no duration; {Durations.Allowed}.");
        return otherwise ?? TimeSpan.Zero;
    }

    /// <summary>A time that may be absent.</summary>
    public TimeSpan? OptionalDuration(string key) => Value(key, required: false) is null ? null : Duration(key);

    /// <summary>A text that means something to <paramref name="read"/>, which answers why when it does not.</summary>
    /// <param name="otherwise">Where the key is absent, which it may be then, or means nothing.</param>
    public T Meaning<T>(string key, Func<string, (T Value, string? Fault)> read, T otherwise) => Meaning(Scalar(key, required: false), key, read, otherwise);

    /// <summary>The same, of a key that must be there.</summary>
    public T Meaning<T>(string key, Func<string, (T Value, string? Fault)> read)
        where T : struct => Meaning(Scalar(key, required: true), key, read, default);

    /// <summary>One of a few words.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        if (Scalar(key, required: true) is not { } scalar)
            return words.Values.First();
        if (words.TryGetValue(scalar.Text, out var value))
            return value;

        _findings.AddUnread(
            At(key),
            scalar,
            $"\"{scalar.Text}\" is not known here; {Listed(words.Keys)} are allowed.{Spelling.DidYouMean(scalar.Text, words.Keys)}");
        return words.Values.First();
    }

    /// <summary>A list of a few words; none when the key is absent.</summary>
    public IReadOnlyList<T> Words<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        List<T> known = [];
        foreach (var (at, item) in ((Value(key, required: false) as YamlSequence)?.Items ?? []).Index())
        {
            if (item is not YamlScalar { Text: var text })
                continue;
            if (words.TryGetValue(text, out var value))
                known.Add(value);
            else
                _findings.AddUnread($"{At(key)}[{at}]", item, $"\"{text}\" is not known here; {Listed(words.Keys)} are allowed.{Spelling.DidYouMean(text, words.Keys)}");
        }

        // Whatever is no list, or no text in it, is reported there.
        _ = Texts(key);
        return known;
    }

    /// <summary>A list of texts; none when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Value(key, required: false) is not { } value)
            return [];
        if (value is not YamlSequence sequence)
        {
            _findings.AddUnread(At(key), value, $"{Kind(value)} stands here; a list is needed: [one, two].");
            return [];
        }

        List<string> texts = [];
        foreach (var (at, item) in sequence.Items.Index())
        {
            var path = $"{At(key)}[{at}]";
            _findings.Remember(path, item);
            if (item is YamlScalar { IsNull: false } scalar)
                texts.Add(scalar.Text);
            else
                _findings.AddUnread(path, item, $"{Kind(item)} stands here; a text is needed.");
        }

        return texts;
    }

    /// <summary>A list of texts; null when the key is absent, which is not the same as a list of none.</summary>
    public IReadOnlyList<string>? OptionalTexts(string key) => Value(key, required: false) is null ? null : Texts(key);

    /// <summary>Keys with a text each, in the order of the file; null when the mapping is absent. A key without a value has an empty text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? OptionalPairs(string key) => Value(key, required: false) is null ? null :
    [
        .. Entries(key, required: false).Select(entry =>
            KeyValuePair.Create(entry.Key.Text, entry.Value is YamlScalar { IsNull: true } ? "" : Line(key, entry)?.Text ?? "")),
    ];

    /// <summary>A list of mappings; null when the key is absent.</summary>
    public IReadOnlyList<T>? OptionalList<T>(string key, Func<Fields, T> read)
    {
        if (Value(key, required: false) is not { } value)
            return null;
        if (value is YamlSequence sequence)
            return [.. sequence.Items.Select((item, at) => Item(item, $"{At(key)}[{at}]"))];

        _findings.AddUnread(At(key), value, $"{Kind(value)} stands here; a list is needed.");
        return null;

        T Item(YamlNode item, string path)
        {
            _findings.Remember(path, item);
            return Read(item, path, _findings, read);
        }
    }

    /// <summary>Things by their id: <c>id: { … }</c>.</summary>
    public IReadOnlyList<T> Each<T>(string key, Func<string, Fields, T> read, bool required = true) =>
    [
        .. Entries(key, required).Select(entry =>
            Read(entry.Value, $"{At(key)}.{entry.Key.Text}", _findings, fields => read(entry.Key.Text, fields))),
    ];

    /// <summary>Things that are nothing but an id and a text: <c>id: text</c>.</summary>
    public IReadOnlyList<T> EachText<T>(string key, Func<string, string, T> read, bool required = true) =>
        [.. Entries(key, required).Select(entry => read(entry.Key.Text, Line(key, entry)?.Text ?? ""))];

    /// <summary>Whole numbers by name: <c>name: 3</c>.</summary>
    public IReadOnlyDictionary<string, int> Numbers(string key)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Entries(key, required: false))
        {
            if (Line(key, entry) is not { } scalar)
                continue;
            if (!int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                _findings.AddUnread($"{At(key)}.{entry.Key.Text}", scalar, $"\"{scalar.Text}\" is no whole number.");
            else if (!numbers.TryAdd(entry.Key.Text, number))
                _findings.AddUnread($"{At(key)}.{entry.Key.Text}", entry.Key, TwiceInCase(entry.Key.Text));
        }

        return numbers;
    }

    /// <summary>Mappings by name, where case does not tell two names apart.</summary>
    public IReadOnlyDictionary<string, T> Named<T>(string key, Func<Fields, T> read)
    {
        var named = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Entries(key, required: false))
        {
            var path = $"{At(key)}.{entry.Key.Text}";
            if (!named.TryAdd(entry.Key.Text, Read(entry.Value, path, _findings, read)))
                _findings.AddUnread(path, entry.Key, TwiceInCase(entry.Key.Text));
        }

        return named;
    }

    /// <summary>Adds what the Domain found wrong with values of this mapping; of a mapping that is missing, nothing is said again.</summary>
    public void Report(IEnumerable<Problem> problems)
    {
        if (_mapping is not null)
            _findings.AddRuleBreaks(problems);
    }

    /// <summary>A mapping that must be there.</summary>
    public T One<T>(string key, Func<Fields, T> read) => Read(Value(key, required: true), At(key), _findings, read);

    /// <summary>A mapping that may be absent.</summary>
    public T? OptionalOne<T>(string key, Func<Fields, T> read)
        where T : class => Value(key, required: false) is { } value ? Read(value, At(key), _findings, read) : null;

    public static string Join(string path, string key) => path.Length is 0 ? key : $"{path}.{key}";

    T Meaning<T>(YamlScalar? scalar, string key, Func<string, (T Value, string? Fault)> read, T otherwise)
    {
        if (scalar is null)
            return otherwise;
        var (value, fault) = read(scalar.Text);
        if (fault is null)
            return value;

        _findings.AddUnread(At(key), scalar, fault);
        return otherwise;
    }

    IReadOnlyList<YamlEntry> Entries(string key, bool required)
    {
        var value = Value(key, required);
        if (value is not YamlMapping mapping)
        {
            if (value is not null)
                _findings.AddUnread(At(key), value, $"{Kind(value)} stands here; a mapping from each id to its entry is needed.");
            return [];
        }

        foreach (var entry in mapping.Entries)
            _findings.Remember($"{At(key)}.{entry.Key.Text}", entry.Place);
        return mapping.Entries;
    }

    YamlScalar? Scalar(string key, bool required)
    {
        var value = Value(key, required);
        if (value is null or YamlScalar)
            return (YamlScalar?)value;

        _findings.AddUnread(At(key), value, $"{Kind(value)} stands here; a single value is needed.");
        return null;
    }

    YamlScalar? Line(string key, YamlEntry entry)
    {
        if (entry.Value is YamlScalar { IsNull: false } scalar)
            return scalar;

        _findings.AddUnread($"{At(key)}.{entry.Key.Text}", entry.Key, $"{Kind(entry.Value)} stands here; a single value is needed.");
        return null;
    }

    YamlNode? Value(string key, bool required)
    {
        // Asked for twice, it is one key all the same for whoever reads which are known.
        if (!_known.Contains(key))
            _known.Add(key);
        if (_mapping?.Find(key) is { } entry)
        {
            _findings.Remember(At(key), entry.Place);
            if (entry.Value is not YamlScalar { IsNull: true })
                return entry.Value;
            if (required)
                _findings.AddUnread(At(key), entry.Key, $"\"{key}\" has no value; one is needed.");
        }
        else if (required && _mapping is not null)
        {
            _findings.AddUnread(At(key), _mapping, $"The key \"{key}\" is missing here.");
        }

        return null;
    }

    void RefuseUnknown()
    {
        foreach (var key in _mapping?.Entries.Select(entry => entry.Key).Where(key => !_known.Contains(key.Text)) ?? [])
        {
            var hint = Spelling.DidYouMean(key.Text, _known);
            _findings.Add(At(key.Text), key.Line, key.Column, $"The key \"{key.Text}\" is not known here; {Listed(_known)} are.{hint}");
        }
    }

    string At(string key) => Join(Path, key);

    static string TwiceInCase(string name) => $"\"{name}\" stands here twice, in different case.";

    static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    static string Kind(YamlNode node) => node switch
    {
        YamlSequence => "A list",
        YamlMapping => "A mapping",
        YamlScalar { IsNull: true } => "Nothing",
        _ => "A single value",
    };
}
