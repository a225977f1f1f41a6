namespace AccountabilityBot.Teams.Cards;

/// <summary>A part of a card's body. Each element writes itself; the closed set is this folder.</summary>
public abstract record CardElement
{
    internal CardElement()
    {
    }

    public string? Id { get; init; }

    public Spacing? Spacing { get; init; }

    /// <summary>A line above the element.</summary>
    public bool Separator { get; init; }

    internal abstract string Type { get; }

    internal virtual string? WireId => Id;

    internal void Write(CardWriter card)
    {
        card.Json.WriteStartObject();
        card.Json.WriteString("type", Type);
        card.Optional("id", WireId);
        card.Optional("spacing", Spacing);
        card.Flag("separator", Separator);
        WriteMembers(card);
        card.Json.WriteEndObject();
    }

    internal abstract void WriteMembers(CardWriter card);
}

/// <summary>One paragraph. Dates, mentions and markdown work here.</summary>
public sealed record TextBlock(CardText Text) : CardElement
{
    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool IsSubtle { get; init; }

    public bool Wrap { get; init; } = true;

    public TextStyle? Style { get; init; }

    public int? MaxLines { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    internal override string Type => "TextBlock";

    internal override void WriteMembers(CardWriter card)
    {
        card.Text("text", Text);
        card.Optional("size", Size);
        card.Optional("weight", Weight);
        card.Optional("color", Color);
        card.Flag("isSubtle", IsSubtle);
        card.Flag("wrap", Wrap);
        card.Optional("style", Style);
        card.Optional("maxLines", MaxLines);
        card.Optional("horizontalAlignment", HorizontalAlignment);
    }
}

/// <summary>One line of a <see cref="FactSet"/>. Both sides parse markdown.</summary>
public readonly record struct Fact(CardText Title, CardText Value);

/// <summary>Pairs of a title and a value, in two columns.</summary>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement
{
    internal override string Type => "FactSet";

    internal override void WriteMembers(CardWriter card)
    {
        card.Json.WriteStartArray("facts");
        foreach (var fact in Facts)
        {
            card.Json.WriteStartObject();
            card.Text("title", fact.Title);
            card.Text("value", fact.Value);
            card.Json.WriteEndObject();
        }

        card.Json.WriteEndArray();
    }
}

/// <summary>A picture.</summary>
/// <param name="Url">An https address or a <c>data:image/</c> URI.</param>
/// <param name="AltText">What the picture says, for those who do not see it.</param>
/// <exception cref="ArgumentException">Another kind of address, or no alternative text.</exception>
public sealed record Image(string Url, PlainText AltText) : CardElement
{
    public string Url { get; } =
        Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Url.StartsWith("data:image/", StringComparison.Ordinal)
            ? Url
            : throw new ArgumentException("A card's picture needs an https address or a data:image/ URI.", nameof(Url));

    public PlainText AltText { get; } =
        AltText.Value.Length > 0 ? AltText : throw new ArgumentException("A card's picture needs an alternative text.", nameof(AltText));

    public ImageSize? Size { get; init; }

    public ImageStyle? Style { get; init; }

    /// <summary>For example <c>48px</c>.</summary>
    public string? Width { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    internal override string Type => "Image";

    internal override void WriteMembers(CardWriter card)
    {
        card.Picture("url", Url);
        card.Text("altText", AltText);
        card.Optional("size", Size);
        card.Optional("style", Style);
        card.Optional("width", Width);
        card.Optional("horizontalAlignment", HorizontalAlignment);
    }
}

/// <summary>
/// A small label of state. Teams knows it, the 1.5 schema does not: other clients show <see cref="Text"/> as a text block.
/// </summary>
public sealed record Badge(PlainText Text) : CardElement
{
    public BadgeStyle Style { get; init; }

    public BadgeAppearance Appearance { get; init; } = BadgeAppearance.Tint;

    internal override string Type => "Badge";

    internal override void WriteMembers(CardWriter card)
    {
        card.Text("text", Text);

        // The only words of the card language that begin with a capital: Teams spells those of a badge so.
        card.Json.WriteString("style", Style.ToString());
        card.Json.WriteString("appearance", Appearance.ToString());
        card.Json.WritePropertyName("fallback");
        new TextBlock(CardText.Untrusted(Text.Value, PlainText.Longest)) { Weight = TextWeight.Bolder, Color = FallbackColor }.Write(card);
    }

    TextColor? FallbackColor => Style switch
    {
        BadgeStyle.Accent or BadgeStyle.Informative => TextColor.Accent,
        BadgeStyle.Good => TextColor.Good,
        BadgeStyle.Attention => TextColor.Attention,
        BadgeStyle.Warning => TextColor.Warning,
        _ => null,
    };
}

/// <summary>
/// A person with picture, presence and a card of their own on hovering. Teams knows it, the 1.5 schema does not: other
/// clients show the name as a text block.
/// </summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="Name">Display name.</param>
/// <param name="PrincipalName">User principal name, mostly the e-mail address; none: unknown.</param>
public sealed record PersonElement(string ObjectId, PlainText Name, string? PrincipalName = null) : CardElement
{
    /// <summary>A small picture for clients that do not know the component, as a <c>data:image/</c> URI; none: the name alone.</summary>
    public string? Photo { get; init; }

    internal override string Type => "Component";

    internal override void WriteMembers(CardWriter card)
    {
        card.Json.WriteString("name", "graph.microsoft.com/user");
        card.Json.WriteString("view", "compact");
        card.Json.WriteStartObject("properties");
        card.Json.WriteString("id", ObjectId);
        card.Text("displayName", Name);
        card.Optional("userPrincipalName", PrincipalName);
        card.Json.WriteEndObject();
        card.Json.WritePropertyName("fallback");
        var name = new TextBlock(CardText.Untrusted(Name.Value, 120)) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder };
        CardElement fallback = Photo is null ? name : new ColumnSet(
        [
            new Column([new Image(Photo, Name) { Width = "40px", Style = ImageStyle.Person }]) { Width = "auto", VerticalContentAlignment = VerticalAlignment.Center },
            new Column([name]) { Width = "stretch", VerticalContentAlignment = VerticalAlignment.Center },
        ]);
        fallback.Write(card);
    }
}

/// <summary>Buttons in the body, rather than at the card's foot.</summary>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement
{
    internal override string Type => "ActionSet";

    internal override void WriteMembers(CardWriter card) => card.Actions("actions", Actions);
}
