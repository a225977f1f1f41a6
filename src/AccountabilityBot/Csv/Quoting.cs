namespace AccountabilityBot.Csv;

/// <summary>Where in a row reading stands: only inside quotes does a line end belong to the value.</summary>
enum Place
{
    FieldBegins,
    Unquoted,
    Quoted,

    /// <summary>After a quote inside quotes: the field's end, or the first half of a doubled quote.</summary>
    AfterQuote,
}

/// <summary>Tells whether a row goes on in the next line, by the rules of RFC 4180.</summary>
static class Quoting
{
    public static Place After(this Place place, ReadOnlySpan<char> text, char separator)
    {
        foreach (var character in text)
            place = place.After(character, separator);
        return place;
    }

    static Place After(this Place place, char character, char separator) => (place, character) switch
    {
        (Place.Quoted, '"') => Place.AfterQuote,
        (Place.Quoted, _) => Place.Quoted,
        _ when character == separator => Place.FieldBegins,
        (Place.FieldBegins, '"') or (Place.AfterQuote, '"') => Place.Quoted,
        (Place.FieldBegins, ' ' or '\t') => Place.FieldBegins,
        _ => Place.Unquoted,
    };
}
