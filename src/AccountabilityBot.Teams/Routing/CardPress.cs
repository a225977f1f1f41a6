using System.Globalization;
using System.Text;
using System.Text.Json;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Teams.Routing;

/// <summary>
/// A press on a card: the verb, and what the card sent with it. The data comes from the presser's machine: it says what was
/// pressed, never who may press.
/// </summary>
/// <param name="Verb">For example <c>lead.accept</c>.</param>
/// <param name="Data">The action's data with the inputs merged in; any JSON kind.</param>
/// <param name="ReplyToId">The activity id of the message that carries the card.</param>
/// <param name="Automatic">True when Teams refreshes the card by itself: nobody pressed anything.</param>
public sealed record CardPress(string Verb, JsonElement Data, string? ReplyToId, bool Automatic)
{
    /// <summary>The longest text that is taken from an input, in UTF-16 units; the rest is cut off.</summary>
    public const int LongestText = 4_000;

    /// <summary>
    /// A field as text, trimmed, without NUL and halves of characters; numbers as they were written.
    /// Null when absent, blank, or of another kind.
    /// </summary>
    public string? Text(string name)
    {
        if (Field(name) is not { } field)
            return null;
        var raw = field.ValueKind switch
        {
            JsonValueKind.String => Read(field),
            JsonValueKind.Number => field.GetRawText(),
            _ => "",
        };
        var text = CleanText.Of(raw, LongestText);
        return text.Length == 0 ? null : text;
    }

    /// <summary>A field as an id; null when it is not a GUID.</summary>
    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    /// <summary>A field as a whole number (clients send numbers as strings too); null when it is not one or does not fit.</summary>
    public int? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>
    /// The press in an activity: an <c>adaptiveCard/action</c>, or the message of an <c>Action.Submit</c> whose data has a
    /// <c>verb</c>. Null when the activity is neither.
    /// </summary>
    internal static CardPress? In(Activity activity) => activity switch
    {
        { Type: "invoke", Name: "adaptiveCard/action", Value: { ValueKind: JsonValueKind.Object } value }
            when Member(value, "action") is { ValueKind: JsonValueKind.Object } action && Verbatim(action, "verb") is { } verb
            => new(verb, Member(action, "data") ?? default, activity.ReplyToId, Verbatim(value, "trigger") == "automatic"),
        { Type: "message", Text: null or "", Value: { ValueKind: JsonValueKind.Object } data } when Verbatim(data, "verb") is { } verb
            => new(verb, data, activity.ReplyToId, Automatic: false),
        _ => null,
    };

    JsonElement? Field(string name) => Data.ValueKind == JsonValueKind.Object ? Member(Data, name) : null;

    static JsonElement? Member(JsonElement parent, string name) => parent.TryGetProperty(name, out var member) ? member : null;

    static string? Verbatim(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? Read(text) : null;

    static string Read(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a character: the endpoint repairs whole bodies, but a press may also be made from other JSON.
            var bytes = Encoding.UTF8.GetBytes(text.GetRawText());
            LoneSurrogates.Repair(bytes);
            using var repaired = JsonDocument.Parse(bytes);
            return CleanText.Of(repaired.RootElement.GetString());
        }
    }
}
