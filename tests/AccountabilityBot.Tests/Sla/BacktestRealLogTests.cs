using System.Globalization;
using System.IO.Compression;
using AccountabilityBot.Tests.Edge;

namespace AccountabilityBot.Tests.Sla;

/// <summary>
/// The log of a real help desk, measured twice: by the program, and by a plain recount that shares nothing with it: no time
/// zone data, no windows, no ladder. It lies beside the repository; without it these tests are skipped by name.
/// </summary>
public sealed class BacktestRealLogTests : IDisposable
{
    readonly BacktestSite _site = new();

    [Theory]
    [InlineData("hour", 60, new[] { 50, 80, 100, 150 }, new[] { "nudge-1", "nudge-2", "second-line", "reassign" })]
    [InlineData("day", 480, new[] { 25, 100, 300 }, new[] { "nudge-1", "nudge-2", "guardian" })]
    public async Task Every_row_agrees_with_a_plain_recount(string segment, int promisedMinutes, int[] percents, string[] names)
    {
        var cases = Cases();
        var rows = cases.Select(one => $"{one.Id},{one.Received},{one.Answered}");

        var (code, output, error) = await _site.BacktestAsync($"lead_id,received_at,answered_at\n{string.Join('\n', rows)}\n", segment);

        var expected = cases.Where(one => !IsBackwards(one)).Select(one => Recount(one, promisedMinutes, percents, names)).ToList();
        Assert.True(expected.Count > 4_000, $"Only {expected.Count} cases.");
        Assert.Equal(expected, output.Skip(1));
        Assert.Equal(0, code);
        Assert.Equal(cases.Where(IsBackwards).Select(one => one.Answered), error.SkipLast(1).Select(line => line.Split('(', ')')[1]));
        var breached = expected.Count(line => line.Contains(",true,", StringComparison.Ordinal));
        Assert.StartsWith(
            FormattableString.Invariant($"{cases.Count:N0} rows: {expected.Count - breached:N0} kept, {breached:N0} breached, {cases.Count - expected.Count:N0} refused."),
            error[^1],
            StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Of each case the first "Assign seriousness" and the first "Take in charge ticket"; a case without the first is left out.</summary>
    static List<Case> Cases()
    {
        Assert.SkipWhen(SharedData.HelpdeskLog is null, "The help desk's log (data/eventlogs) does not lie beside the repository.");
        using var file = File.OpenRead(SharedData.HelpdeskLog!);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var events = new List<(string Case, string Activity, string At)>();
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            events.Add((cells[0], cells[1], cells[3]));
        }

        return
        [
            .. from row in events.Skip(1)
               group row by row.Case into one
               let received = one.FirstOrDefault(row => row.Activity is "Assign seriousness").At
               where received is not null
               select new Case(one.Key, received, one.FirstOrDefault(row => row.Activity is "Take in charge ticket").At ?? ""),
        ];
    }

    static bool IsBackwards(Case one) => one.Answered.Length > 0 && Instant(one.Answered) < Instant(one.Received);

    static string Recount(Case one, int promisedMinutes, int[] percents, string[] names)
    {
        if (one.Answered.Length is 0)
            return $"{one.Id},,,true,{string.Join(';', names)}";
        var (received, answered) = (Instant(one.Received), Instant(one.Answered));
        // What is due in the very instant of the answer is not late yet, so that the answer's own tick does not count.
        var before = received < answered ? WorkingSeconds(received, answered.AddTicks(-1)) : -1;
        var rungs = names.Zip(percents).Where(rung => before >= promisedMinutes * 60 * rung.Second / 100.0 - 1e-6).Select(rung => rung.First);
        var breached = before >= promisedMinutes * 60 - 1e-6 ? "true" : "false";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Id},{(answered - received).TotalMinutes:F2},{WorkingSeconds(received, answered) / 60:F2},{breached},{string.Join(';', rungs)}");
    }

    /// <summary>Day by day by the wall clock; it changes on Sundays, when nobody works.</summary>
    static double WorkingSeconds(DateTime from, DateTime to)
    {
        var (sum, start, end) = (0.0, InRome(from), InRome(to));
        for (var day = start.Date; day <= end.Date; day = day.AddDays(1))
        {
            foreach (var (opens, closes) in HoursOf(day))
            {
                var overlap = Math.Min(day.AddHours(closes).Ticks, end.Ticks) - Math.Max(day.AddHours(opens).Ticks, start.Ticks);
                sum += Math.Max(0, overlap) / (double)TimeSpan.TicksPerSecond;
            }
        }

        return sum;
    }

    static (double Opens, double Closes)[] HoursOf(DateTime day) => (day.Year, day.Month, day.Day) switch
    {
        (2011, 12, 26) or (2012, 12, 25) or (2012, 12, 26) or (2013, 1, 1) or (2013, 4, 1) or (2013, 4, 25) or (2013, 5, 1) => [],
        (2012, 12, 24) => [(9, 12.5)],
        _ => day.DayOfWeek switch
        {
            DayOfWeek.Saturday or DayOfWeek.Sunday => [],
            DayOfWeek.Friday => [(9, 13), (14, 17)],
            _ => [(9, 13), (14, 18)],
        },
    };

    /// <summary>Since 1996 summer lasts, in the European Union, from the last Sunday of March to that of October, at 01:00 UTC.</summary>
    static DateTime InRome(DateTime utc) => utc.AddHours(utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10) ? 2 : 1);

    static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    /// <summary><c>2012-10-09T14:50:17.000+03:00</c>, taken apart by hand.</summary>
    static DateTime Instant(string text)
    {
        var offset = TimeSpan.ParseExact(text[^5..], "hh\\:mm", CultureInfo.InvariantCulture);
        var wall = DateTime.ParseExact(text[..^6], "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return DateTime.SpecifyKind(text[^6] is '-' ? wall + offset : wall - offset, DateTimeKind.Utc);
    }

    sealed record Case(string Id, string Received, string Answered);
}
