namespace AccountabilityBot.Teams.Cards;

/// <summary>Elements that belong together.</summary>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    /// <summary>Lets the background reach the card's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>What a press anywhere in the container does.</summary>
    public CardAction? SelectAction { get; init; }

    internal override string Type => "Container";

    internal override void WriteMembers(CardWriter card)
    {
        card.Optional("style", Style);
        card.Flag("bleed", Bleed);
        card.Elements("items", Items);
        card.Optional("selectAction", SelectAction);
    }
}

/// <summary>Columns side by side; Teams asks for three at most, and a phone shows two well.</summary>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    public ContainerStyle? Style { get; init; }

    public CardAction? SelectAction { get; init; }

    internal override string Type => "ColumnSet";

    internal override void WriteMembers(CardWriter card)
    {
        card.Optional("style", Style);
        card.Elements("columns", Columns);
        card.Optional("selectAction", SelectAction);
    }
}

/// <summary>A column of a <see cref="ColumnSet"/>.</summary>
public sealed record Column(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or a width such as <c>48px</c>.</summary>
    public string? Width { get; init; }

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    internal override string Type => "Column";

    internal override void WriteMembers(CardWriter card)
    {
        card.Optional("width", Width);
        card.Optional("style", Style);
        card.Optional("verticalContentAlignment", VerticalContentAlignment);
        card.Elements("items", Items);
    }
}
