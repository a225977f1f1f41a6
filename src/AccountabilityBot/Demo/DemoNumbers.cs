using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Import;
using AccountabilityBot.Numbers.Values;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Demo;

/// <summary>The sample company's registry of numbers, with the values of its last periods, so that somebody who asks sees a trend.</summary>
static class DemoNumbers
{
    const int Periods = 7;

    public static async Task TakeAsync(IServiceProvider services, CancellationToken ct)
    {
        using var csv = CsvFile.Open(Path.Combine(AppContext.BaseDirectory, "Samples", "numbers.csv"), sentence => throw new InvalidDataException(sentence))!;
        await ActivatorUtilities.CreateInstance<NumberImport>(services).RunAsync(csv, ct);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var number in await db.Numbers.AsNoTracking().Where(number => number.IsActive).ToListAsync(ct))
        {
            if (number.Facts is not { Computed: null, Target: { } target })
                continue;
            var end = Freshness.LastEnded(number.Facts.Period, DateOnly.FromDateTime(now.UtcDateTime));
            for (var back = 0; back < Periods; back++)
            {
                await ValueEntry.EnterAsync(
                    db, new ArrivingValue(number.Id, end, Value(number.Id, target, back), null, ValueSources.Api, null), null, Via.Api, null, now, ct);
                end = Freshness.Before(number.Facts.Period, end);
            }
        }
    }

    /// <summary>On its way to the target, not there yet, and the same every time.</summary>
    static decimal Value(string id, decimal target, int back)
    {
        var sway = (id.Sum(letter => letter) + (back * 7)) % 5;
        return decimal.Round(target * (0.97m - (0.03m * back) + (0.01m * sway)), target < 10 ? 2 : target < 1_000 ? 1 : 0);
    }
}
