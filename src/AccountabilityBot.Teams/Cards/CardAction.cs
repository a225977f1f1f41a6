using System.Text.Json.Nodes;

namespace AccountabilityBot.Teams.Cards;

/// <summary>A button, or what a press on a container does.</summary>
public abstract record CardAction(PlainText Title)
{
    public ActionStyle? Style { get; init; }

    public ActionMode? Mode { get; init; }

    public PlainText? Tooltip { get; init; }

    internal abstract string Type { get; }

    internal void Write(CardWriter card)
    {
        card.Json.WriteStartObject();
        card.Json.WriteString("type", Type);
        card.Text("title", Title);
        card.Optional("style", Style);
        card.Optional("mode", Mode);
        card.Optional("tooltip", Tooltip);
        WriteMembers(card);
        card.Json.WriteEndObject();
    }

    internal abstract void WriteMembers(CardWriter card);
}

/// <summary>A press that the bot answers with a card or a sentence.</summary>
/// <param name="Title">The button's words.</param>
/// <param name="Verb">Which route it takes, for example <c>lead.accept</c>.</param>
/// <param name="Data">Comes back as it is, from a machine that is not ours: never a proof of anything.</param>
public sealed record ExecuteAction(PlainText Title, string Verb, JsonObject? Data = null) : CardAction(Title)
{
    public AssociatedInputs? AssociatedInputs { get; init; }

    internal override string Type => "Action.Execute";

    internal override void WriteMembers(CardWriter card)
    {
        card.Json.WriteString("verb", Verb);
        card.Data("data", Data);
        card.Optional("associatedInputs", AssociatedInputs);
    }
}

/// <summary>
/// A press that comes as a message, and takes no answer. Dialogs need it: a button in a dialog cannot be an
/// <see cref="ExecuteAction"/>.
/// </summary>
/// <param name="Title">The button's words.</param>
/// <param name="Verb">Written into the data, so that the router finds the same route as for an <see cref="ExecuteAction"/>.</param>
/// <param name="Data">As in <see cref="ExecuteAction"/>.</param>
public sealed record SubmitAction(PlainText Title, string? Verb = null, JsonObject? Data = null) : CardAction(Title)
{
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>Asks the bot for a dialog (<c>task/fetch</c>) instead of sending a message.</summary>
    public bool OpensDialog { get; init; }

    internal override string Type => "Action.Submit";

    internal override void WriteMembers(CardWriter card)
    {
        card.Json.WriteStartObject("data");
        card.Optional("verb", Verb);
        foreach (var (name, value) in Data ?? [])
        {
            if ((name == "verb" && Verb is not null) || (name == "msteams" && OpensDialog))
                continue;
            card.Json.WritePropertyName(name);
            if (value is null)
                card.Json.WriteNullValue();
            else
                value.WriteTo(card.Json);
        }

        if (OpensDialog)
        {
            card.Json.WriteStartObject("msteams");
            card.Json.WriteString("type", "task/fetch");
            card.Json.WriteEndObject();
        }

        card.Json.WriteEndObject();
        card.Optional("associatedInputs", AssociatedInputs);
    }
}

/// <summary>A link.</summary>
/// <exception cref="ArgumentException">The address is not an absolute https address.</exception>
public sealed record OpenUrlAction(PlainText Title, Uri Url) : CardAction(Title)
{
    public Uri Url { get; } = Url is { IsAbsoluteUri: true, Scheme: "https" }
        ? Url
        : throw new ArgumentException("A card's link needs an absolute https address.", nameof(Url));

    internal override string Type => "Action.OpenUrl";

    internal override void WriteMembers(CardWriter card) => card.Json.WriteString("url", Url.AbsoluteUri);
}
