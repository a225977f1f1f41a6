using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Leads.Import;

/// <summary>What one row of a list tells about how a lead ended.</summary>
abstract record OutcomeReading
{
    OutcomeReading()
    {
    }

    public sealed record Told(OutcomeMessage Message) : OutcomeReading;

    /// <summary>The cell is empty, or the map says that its value means nothing.</summary>
    public sealed record Nothing : OutcomeReading;

    /// <summary>A disposition that does not end a lead: it goes on.</summary>
    public sealed record Open(string Written) : OutcomeReading;

    /// <param name="Unknown">The value that neither map nor model knows, where that is why.</param>
    public sealed record Refused(LeadProblem Problem, string? Unknown = null) : OutcomeReading;
}

/// <summary>Reads rows into outcomes, by the map and by the dispositions of the revenue model.</summary>
sealed class OutcomeRows(LeadColumns columns, DispositionValues values, TimeZoneInfo companyZone, DateTimeOffset now)
{
    public static OutcomeRows For(LeadColumns columns, RevenueModel model, DateTimeOffset now) =>
        new(columns, new DispositionValues(columns.Map, model), TimeZoneInfo.FindSystemTimeZoneById(model.TimeZone), now);

    /// <summary>Lines of the map that the revenue model has nothing for.</summary>
    public IReadOnlyList<Problem> Problems => values.Problems;

    /// <summary>A clock that runs ahead is a sender's mistake; a few minutes of it are common.</summary>
    static readonly TimeSpan _aheadAllowed = TimeSpan.FromMinutes(10);

    static readonly DateTimeOffset _earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A row of <c>leads outcomes</c>.</summary>
    public OutcomeReading Read(CsvRow row)
    {
        if (row.Fault is { } fault)
            return new OutcomeReading.Refused(new LeadProblem("row", fault));
        var cells = new RowCells(columns, row, companyZone, now);
        var reading = Of(cells, OutcomeFieldNames.Disposition, OutcomeFieldNames.Reason, OutcomeFieldNames.At);
        if (reading is not OutcomeReading.Told { Message.Outcome: var told })
            return reading;

        var reference = Reference(cells);
        var (minor, currency) = cells.Amount(OutcomeFieldNames.Value, OutcomeFieldNames.Currency);
        var entry = told.Entry with
        {
            ValueMinor = minor,
            Currency = currency,
            RecycleOn = cells.Day(OutcomeFieldNames.RecycleDate) ?? told.Entry.RecycleOn,
            Bought = cells.Text(OutcomeFieldNames.Bought),
            Note = cells.Text(OutcomeFieldNames.Note),
            Need = cells.Text("need"),
            Authority = cells.Text("authority"),
            Budget = cells.Text("budget"),
            Timing = cells.Text("timing"),
        };
        return cells.Problem is { } problem
            ? new OutcomeReading.Refused(problem)
            : new OutcomeReading.Told(new OutcomeMessage(reference, told with { Entry = entry }));
    }

    /// <summary>The same of a row of <c>leads import</c>, in which the lead itself stands.</summary>
    public OutcomeReading ReadBesideLead(CsvRow row)
    {
        if (row.Fault is not null || !columns.HasDisposition)
            return new OutcomeReading.Nothing();
        return Of(new RowCells(columns, row, companyZone, now), LeadFieldNames.Disposition, LeadFieldNames.DispositionReason, LeadFieldNames.DispositionAt);
    }

    OutcomeReading Of(RowCells cells, string field, string reasonField, string atField)
    {
        var written = cells.Text(field);
        if (values.Read(written) is not { } meant)
        {
            var hint = values.DidYouMean(written!);
            return new OutcomeReading.Refused(
                new LeadProblem(field, $"{field} is \"{RowCells.Shown(written!)}\", which neither the revenue model nor the map's \"dispositions\" knows.{hint}"), written);
        }

        if (meant.Chosen is not { } chosen)
            return new OutcomeReading.Nothing();
        if (!chosen.Ends)
            return new OutcomeReading.Open(written!);

        var reason = cells.Text(reasonField) is { } told ? DispositionValues.ReasonOf(chosen, told) ?? told : meant.Reason;
        var at = cells.Instant(atField);
        if (at > now + _aheadAllowed)
            cells.Refuse(atField, $"is {at:O}, which lies in the future; now is {now:O}.");
        else if (at < _earliest)
            cells.Refuse(atField, $"is {at:O}; nothing before the year 2000 is taken.");
        if (cells.Problem is { } problem)
            return new OutcomeReading.Refused(problem);

        var day = LocalTime.DayIn(columns.Map.Dates.ZoneOr(companyZone), at ?? now);
        var entry = new DispositionEntry { Reason = reason, RecycleOn = meant.RecycleAfterDays is { } days ? day.AddDays(days) : null };
        return new OutcomeReading.Told(new OutcomeMessage(new LeadReference(null, null, null), new ToldOutcome(chosen, entry, at)));
    }

    static LeadReference Reference(RowCells cells)
    {
        var (no, source, externalId) = (cells.Text(OutcomeFieldNames.No), cells.Text(LeadFieldNames.Source), cells.Text(LeadFieldNames.ExternalId));
        if (no is null)
        {
            if (externalId is null)
                cells.Refuse(LeadFieldNames.ExternalId, "is missing, and so is a number; one of them says which lead is meant.");
            return new LeadReference(null, source, externalId);
        }

        if (long.TryParse(no.StartsWith("L-", StringComparison.OrdinalIgnoreCase) ? no[2..] : no, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new LeadReference(number, source, externalId);
        cells.Refuse(OutcomeFieldNames.No, $"is \"{RowCells.Shown(no)}\", which is no number of a lead; it is written as L-1042 or 1042.");
        return new LeadReference(null, source, externalId);
    }
}
