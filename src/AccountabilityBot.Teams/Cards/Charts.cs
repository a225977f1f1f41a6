namespace AccountabilityBot.Teams.Cards;

/// <summary>
/// Figures that Teams draws itself, in the reader's theme. Teams knows charts, the 1.5 schema does not: other clients show the
/// picture, which says the same.
/// </summary>
/// <remarks>Source: "Charts in Adaptive Cards" in the Teams documentation. A chart has no alternative text of its own.</remarks>
/// <param name="Title">Above the chart.</param>
/// <param name="Picture">For clients that draw no charts.</param>
public abstract record Chart(PlainText Title, Image Picture) : CardElement
{
    internal sealed override void WriteMembers(CardWriter card)
    {
        card.Text("title", Title);
        card.Json.WriteStartArray("data");
        WriteData(card);
        card.Json.WriteEndArray();
        WriteOptions(card);
        card.Json.WritePropertyName("fallback");
        Picture.Write(card);
    }

    internal abstract void WriteData(CardWriter card);

    internal virtual void WriteOptions(CardWriter card)
    {
    }
}

/// <summary>One bar.</summary>
public readonly record struct ChartBar(PlainText Label, decimal Value);

/// <summary>Bars under each other, their values beside them.</summary>
public sealed record HorizontalBarChart(PlainText Title, IReadOnlyList<ChartBar> Bars, Image Picture) : Chart(Title, Picture)
{
    internal override string Type => "Chart.HorizontalBar";

    internal override void WriteData(CardWriter card)
    {
        foreach (var bar in Bars)
        {
            card.Json.WriteStartObject();
            card.Text("x", bar.Label);
            card.Json.WriteNumber("y", bar.Value);
            card.Json.WriteEndObject();
        }
    }

    internal override void WriteOptions(CardWriter card) => card.Json.WriteString("displayMode", "AbsoluteNoAxis");
}

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Points">In the order of the days.</param>
public sealed record ChartLine(PlainText Legend, IReadOnlyList<(DateOnly Day, decimal Value)> Points);

/// <summary>Lines over days.</summary>
public sealed record LineChart(PlainText Title, IReadOnlyList<ChartLine> Lines, Image Picture) : Chart(Title, Picture)
{
    internal override string Type => "Chart.Line";

    internal override void WriteData(CardWriter card)
    {
        foreach (var line in Lines)
        {
            card.Json.WriteStartObject();
            card.Text("legend", line.Legend);
            card.Json.WriteStartArray("values");
            foreach (var (day, value) in line.Points)
            {
                card.Json.WriteStartObject();
                card.Json.WriteString("x", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                card.Json.WriteNumber("y", value);
                card.Json.WriteEndObject();
            }

            card.Json.WriteEndArray();
            card.Json.WriteEndObject();
        }
    }
}
