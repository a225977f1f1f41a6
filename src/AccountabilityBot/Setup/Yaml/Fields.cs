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
