using System.Globalization;

namespace AccountabilityBot.Teams.Cards;

/// <summary>Something to fill in. Its value comes back under its id in the press's data.</summary>
/// <param name="InputId">Fresh for each showing of a form: a client keeps what was typed under an id it has seen.</param>
/// <param name="Label">Shown above the input and read to those who do not see it.</param>
/// <exception cref="ArgumentException">No id, or no label.</exception>
public abstract record CardInput(string InputId, PlainText Label) : CardElement
{
    public string InputId { get; } =
        InputId.Length > 0 ? InputId : throw new ArgumentException("An input needs an id.", nameof(InputId));

    public PlainText Label { get; } =
        Label.Value.Length > 0 ? Label : throw new ArgumentException($"The input {InputId} needs a label.", nameof(Label));

    public bool IsRequired { get; init; }

    /// <summary>What the client says when a required input is empty or a limit is broken.</summary>
    public PlainText? ErrorMessage { get; init; }

    internal sealed override string? WireId => InputId;

    internal sealed override void WriteMembers(CardWriter card)
    {
        card.Text("label", Label);
        card.Flag("isRequired", IsRequired);
        card.Optional("errorMessage", ErrorMessage);
        WriteInput(card);
    }

    internal abstract void WriteInput(CardWriter card);
}

public sealed record TextInput(string InputId, PlainText Label) : CardInput(InputId, Label)
{
    /// <summary>What is in the input at first, as it is: an input parses nothing.</summary>
    public string? Value { get; init; }

    public PlainText? Placeholder { get; init; }

    public bool IsMultiline { get; init; }

    /// <summary>In UTF-16 units; a hint to the client that the server checks again.</summary>
    public int? MaxLength { get; init; }

    internal override string Type => "Input.Text";

    internal override void WriteInput(CardWriter card)
    {
        card.Optional("value", Value);
        card.Optional("placeholder", Placeholder);
        card.Flag("isMultiline", IsMultiline);
        card.Optional("maxLength", MaxLength);
    }
}

public sealed record NumberInput(string InputId, PlainText Label) : CardInput(InputId, Label)
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public PlainText? Placeholder { get; init; }

    internal override string Type => "Input.Number";

    internal override void WriteInput(CardWriter card)
    {
        card.Optional("value", Value);
        card.Optional("min", Min);
        card.Optional("max", Max);
        card.Optional("placeholder", Placeholder);
    }
}

/// <summary>One of the values to choose from.</summary>
public readonly record struct Choice(PlainText Title, string Value);

public sealed record ChoiceInput(string InputId, PlainText Label, IReadOnlyList<Choice> Choices) : CardInput(InputId, Label)
{
    public ChoiceStyle? Style { get; init; }

    public bool IsMultiSelect { get; init; }

    /// <summary>The chosen value; several with commas in between.</summary>
    public string? Value { get; init; }

    public PlainText? Placeholder { get; init; }

    /// <summary>
    /// More choices as one types, with <see cref="ChoiceStyle.Filtered"/>: a name of ours, asked by <c>application/search</c>,
    /// or <c>graph.microsoft.com/users</c> for people.
    /// </summary>
    public string? Dataset { get; init; }

    internal override string Type => "Input.ChoiceSet";

    internal override void WriteInput(CardWriter card)
    {
        card.Optional("style", Style);
        card.Flag("isMultiSelect", IsMultiSelect);
        // A choice that is cut on a phone is no choice.
        card.Flag("wrap", true);
        card.Optional("value", Value);
        card.Optional("placeholder", Placeholder);
        if (Dataset is not null)
        {
            card.Json.WriteStartObject("choices.data");
            card.Json.WriteString("type", "Data.Query");
            card.Json.WriteString("dataset", Dataset);
            card.Json.WriteEndObject();
        }

        card.Json.WriteStartArray("choices");
        foreach (var choice in Choices)
        {
            card.Json.WriteStartObject();
            card.Text("title", choice.Title);
            card.Json.WriteString("value", choice.Value);
            card.Json.WriteEndObject();
        }

        card.Json.WriteEndArray();
    }
}

public sealed record DateInput(string InputId, PlainText Label) : CardInput(InputId, Label)
{
    public DateOnly? Value { get; init; }

    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }

    internal override string Type => "Input.Date";

    internal override void WriteInput(CardWriter card)
    {
        card.Optional("value", Wire(Value));
        card.Optional("min", Wire(Min));
        card.Optional("max", Wire(Max));
    }

    static string? Wire(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record TimeInput(string InputId, PlainText Label) : CardInput(InputId, Label)
{
    public TimeOnly? Value { get; init; }

    public TimeOnly? Min { get; init; }

    public TimeOnly? Max { get; init; }

    internal override string Type => "Input.Time";

    internal override void WriteInput(CardWriter card)
    {
        card.Optional("value", Wire(Value));
        card.Optional("min", Wire(Min));
        card.Optional("max", Wire(Max));
    }

    static string? Wire(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Yes or no; comes back as <c>true</c> or <c>false</c>.</summary>
/// <param name="InputId">As of every input.</param>
/// <param name="Label">Shown above the input.</param>
/// <param name="Title">Shown beside the switch.</param>
public sealed record ToggleInput(string InputId, PlainText Label, PlainText Title) : CardInput(InputId, Label)
{
    public bool Value { get; init; }

    internal override string Type => "Input.Toggle";

    internal override void WriteInput(CardWriter card)
    {
        card.Text("title", Title);
        // What is cut on a phone is agreed to unread.
        card.Flag("wrap", true);
        card.Json.WriteString("value", Value ? "true" : "false");
        card.Json.WriteString("valueOn", "true");
        card.Json.WriteString("valueOff", "false");
    }
}
