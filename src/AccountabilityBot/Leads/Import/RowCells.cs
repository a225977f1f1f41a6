using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain;

namespace AccountabilityBot.Leads.Import;

/// <summary>The fields of one row, as the map gives them. The first that cannot be read is kept, and is why the row is refused.</summary>
/// <param name="companyZone">Of times without one, where the map names none.</param>
sealed class RowCells(LeadColumns columns, CsvRow row, TimeZoneInfo companyZone, DateTimeOffset now)
{
    const NumberStyles PointStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    const NumberStyles CommaStyle = PointStyle | NumberStyles.AllowThousands;
    static readonly NumberFormatInfo _comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>What forms and lists of the languages that the bot speaks write for yes and for no.</summary>
    static readonly HashSet<string> _yes = new(["yes", "y", "true", "1", "x", "ja", "sim", "oui", "si", "sí"], StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> _no = new(["no", "n", "false", "0", "-", "nein", "não", "nao", "non"], StringComparer.OrdinalIgnoreCase);

    public LeadProblem? Problem { get; private set; }

    public string Cell(string column) => row.Values[columns.PlaceOf(column)];

    public string? Text(string field) => columns.Sources.TryGetValue(field, out var source)
        ? source.Read(Cell) ?? columns.Map.Blank.GetValueOrDefault(field)
        : columns.Map.Defaults.GetValueOrDefault(field);

    public decimal? Number(string field)
    {
        if (Text(field) is not { } text)
            return null;
        var (style, format, example) = columns.Map.HasDecimalComma
            ? (CommaStyle, _comma, "12500,50 or 12.500,50")
            : (PointStyle, NumberFormatInfo.InvariantInfo, "12500.50; a map can say decimalComma: true");
        if (decimal.TryParse(text, style, format, out var number))
            return number;
        Refuse(field, $"is \"{Shown(text)}\", which is no number; it is written as {example}.");
        return null;
    }

    public DateTimeOffset? Instant(string field)
    {
        if (Text(field) is not { } text)
            return null;
        var (at, unreadable) = columns.Map.Dates.Read(text, companyZone, now);
        if (unreadable is not null)
            Refuse(field, $"is \"{Shown(text)}\", {unreadable}");
        return at;
    }

    /// <summary>A day, in the list's zone.</summary>
    public DateOnly? Day(string field) => Instant(field) is { } at
        ? LocalTime.DayIn(columns.Map.Dates.ZoneOr(companyZone), at)
        : null;

    /// <summary>An empty cell is a no.</summary>
    public bool Flag(string field)
    {
        if (Text(field) is not { } text || _no.Contains(text))
            return false;
        if (!_yes.Contains(text))
            Refuse(field, $"is \"{Shown(text)}\", which is neither yes nor no; yes, true, 1, ja, sim and their opposites are understood.");
        return true;
    }

    public void Refuse(string field, string rest) => Problem ??= new LeadProblem(field, $"{field} {rest}");

    /// <summary>A value in a sentence.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    /// <summary>An amount in minor units of its currency; what is none, negative, or without its currency is refused.</summary>
    public (long? Minor, string? Currency) Amount(string valueField, string currencyField)
    {
        if (Number(valueField) is not { } value)
            return (null, null);
        var currency = Text(currencyField)?.ToUpperInvariant();
        if (currency is not null && Amounts.WhyNoCurrency(currency, Shown(currency)) is { } unknown)
        {
            Refuse(currencyField, unknown);
            return (null, null);
        }

        var (minor, isCurrencyWrong, fault) = Amounts.Read(value, currency);
        if (fault is null)
            return (minor, currency);
        Refuse(isCurrencyWrong ? currencyField : valueField, fault);
        return (null, null);
    }
}
