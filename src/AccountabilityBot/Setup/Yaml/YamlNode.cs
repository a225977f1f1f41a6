namespace AccountabilityBot.Setup.Yaml;

/// <summary>A part of a YAML document that remembers where it stands; lines and columns count from 1.</summary>
abstract record YamlNode(int Line, int Column);

/// <summary>A single value, as written and without its quotes. <c>null</c> and <c>~</c> mean nothing unless they are quoted (or a block).</summary>
sealed record YamlScalar(string Text, bool Quoted, int Line, int Column) : YamlNode(Line, Column)
{
    public bool IsNull => !Quoted && Text is "" or "~" or "null";
}

sealed record YamlSequence(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}

sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>Where to point at: a value on the key's own line, else the key.</summary>
    public YamlNode Place => Value is YamlScalar { IsNull: false } ? Value : Key;
}
