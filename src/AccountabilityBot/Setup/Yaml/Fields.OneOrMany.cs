namespace AccountabilityBot.Setup.Yaml;

/// <summary>Keys under which a person might write one thing or several.</summary>
sealed partial class Fields
{
    /// <summary>A list of texts; null when the key is absent, or one word that stands for no list in particular.</summary>
    public IReadOnlyList<string>? TextsUnless(string key, string word) =>
        Value(key, required: false) switch
        {
            null => null,
            YamlScalar scalar when scalar.Text == word => null,
            _ => Texts(key),
        };

    /// <summary>A text or a list of them, which holds at least one; none when the key is absent.</summary>
    public IReadOnlyList<string> OneOrMore(string key)
    {
        switch (Value(key, required: false))
        {
            case null:
                return [];
            case YamlScalar scalar:
                return [scalar.Text];
            case YamlSequence { Items: [] } empty:
                _findings.AddUnread(At(key), empty, "The list is empty; write one text at least, or leave the key out.");
                return [];
            default:
                return Texts(key);
        }
    }

    /// <summary>A text that may be absent.</summary>
    /// <param name="notTwo">What to say to who wrote a list: why one thing alone may stand here, and what to write instead.</param>
    public string? OptionalText(string key, string notTwo)
    {
        var value = Value(key, required: false);
        if (value is null or YamlScalar)
            return ((YamlScalar?)value)?.Text;
        _findings.AddUnread(At(key), value, value is YamlSequence ? notTwo : $"{Kind(value)} stands here; a single value is needed.");
        return null;
    }

    /// <summary>Things by their id that are a text each, where that says enough, or a mapping: <c>id: text</c>, <c>id: { … }</c>.</summary>
    /// <param name="text">A key without a value has an empty text.</param>
    public IReadOnlyList<T> EachOrText<T>(string key, Func<string, string, T> text, Func<string, Fields, T> mapping) =>
    [
        .. Entries(key, required: false).Select(entry => entry.Value switch
        {
            YamlScalar { IsNull: true } => text(entry.Key.Text, ""),
            YamlScalar scalar => text(entry.Key.Text, scalar.Text),
            _ => Read(entry.Value, $"{At(key)}.{entry.Key.Text}", _findings, fields => mapping(entry.Key.Text, fields)),
        }),
    ];
}
