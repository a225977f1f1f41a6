using System.Globalization;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Setup.Yaml;

/// <summary>Keys under which lists and things by name stand.</summary>
sealed partial class Fields
{
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
}
