using AccountabilityBot.Data;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>
/// Enters the values that the bot counts itself, once for each period that is over. It is safe to run twice: the database takes
/// one value for a period.
/// </summary>
sealed partial class FigureSweep(BotDb db, FigureRows rows, CompanySource companies, SweepRounds rounds, EmptyPeriods empty, ILogger<FigureSweep> logger)
{
    /// <summary>How many periods are made up for when no server ran while they ended.</summary>
    const int MostPeriods = 13;

    public async Task<int> ComputeAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (!rounds.Begin("compute", companies.Current, now))
            return 0;
        var company = companies.Current;
        var entered = 0;
        foreach (var (number, periodEnd, hasValue) in await EndedPeriods.OfAllAsync(db, company, MostPeriods, now, ct))
        {
            if (hasValue || number.Facts.Computed is not { } written || empty.IsKnown(number.Id, written, periodEnd))
                continue;
            var (value, note) = Figure.Read(written, company.Model).Figure is { } figure && figure.Fits(number.Facts.Unit)
                ? await CountAsync(figure, number.Facts, periodEnd, company, ct)
                : (null, null);
            if (value is { } counted)
                entered += await EnterAsync(new ArrivingValue(number.Id, periodEnd, counted, note, ValueSources.Ledger, By: null), now, ct) ? 1 : 0;
            else
                empty.Found(number.Id, written, periodEnd);
        }

        return entered;
    }

    /// <summary>What is in no sum is told beside it.</summary>
    async Task<(decimal? Value, string? Note)> CountAsync(Figure figure, NumberFacts facts, DateOnly periodEnd, Company company, CancellationToken ct)
    {
        var span = NumberDays.SpanOf(facts, periodEnd, company);
        if (figure.Kind is not FigureKind.Pipeline)
            return (await rows.CountAsync(figure, facts.Unit!, span, company, ct), null);
        var counted = await rows.CountPipelineAsync(figure, facts.Unit!, span, ct);
        return (counted.Value, LeftOut.Tell(counted, Sentences.In(NumberDays.DepartmentOf(facts, company)?.Language ?? company.Model.Language)));
    }

    async Task<bool> EnterAsync(ArrivingValue value, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            await ValueEntry.EnterAsync(db, value, current: null, Via.Rule, post: null, now, ct);
            Computed(value.NumberId, value.PeriodEnd, value.Value);
            return true;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server has counted it in this very moment.
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Counted {Number} for the period to {PeriodEnd}: {Value}.")]
    partial void Computed(string number, DateOnly periodEnd, decimal value);
}
