namespace AccountabilityBot.Leads.Import;

/// <summary>A piece of a value: a column's cell, or text as it stands.</summary>
readonly record struct CellPart(string Text, bool IsColumn);

/// <summary>
/// Where a field's value comes from: a column (<c>origin</c>), a template around columns (<c>Lead {mql_id}</c>, with
/// <c>{{</c> for a brace), or text that is the same in every row (<c>=import-2026</c>).
/// </summary>
sealed record CellSource(IReadOnlyList<CellPart> Parts)
{
    public IEnumerable<string> Columns => Parts.Where(part => part.IsColumn).Select(part => part.Text);

    public static CellSource Of(string column) => new([new CellPart(column, IsColumn: true)]);

    /// <summary>The same with other names for its columns.</summary>
    public CellSource Rename(Func<string, string> name) =>
        new([.. Parts.Select(part => part.IsColumn ? part with { Text = name(part.Text) } : part)]);

    /// <summary>Reads what a map says, or answers why it cannot be read.</summary>
    public static (CellSource? Source, string? Fault) Parse(string text)
    {
        if (text.StartsWith('='))
            return (new CellSource([new CellPart(text[1..], IsColumn: false)]), null);
        if (!text.Contains('{', StringComparison.Ordinal))
            return text.Trim() is { Length: > 0 } column ? (Of(column), null) : (null, "No column is named.");

        List<CellPart> parts = [];
        for (var rest = text; rest.Length > 0;)
        {
            if (rest.StartsWith("{{", StringComparison.Ordinal) || rest.StartsWith("}}", StringComparison.Ordinal))
            {
                parts.Add(new CellPart(rest[..1], IsColumn: false));
                rest = rest[2..];
            }
            else if (rest[0] is '{')
            {
                var end = rest.IndexOf('}', StringComparison.Ordinal);
                if (end < 0 || rest[1..end].Trim() is not { Length: > 0 } column)
                    return (null, $"\"{text}\" opens a brace that names no column and is not doubled; write {{column}}, or {{{{ for a brace.");
                parts.Add(new CellPart(column, IsColumn: true));
                rest = rest[(end + 1)..];
            }
            else
            {
                var end = rest.AsSpan(1).IndexOfAny('{', '}') is >= 0 and var at ? at + 1 : rest.Length;
                parts.Add(new CellPart(rest[..end], IsColumn: false));
                rest = rest[end..];
            }
        }

        return (new CellSource(parts), null);
    }

    /// <summary>The value in one row; null when every column it names is empty there.</summary>
    public string? Read(Func<string, string> cell)
    {
        if (Columns.Any() && Columns.All(column => string.IsNullOrWhiteSpace(cell(column))))
            return null;
        return string.Concat(Parts.Select(part => part.IsColumn ? cell(part.Text) : part.Text)).Trim() is { Length: > 0 } text ? text : null;
    }
}
