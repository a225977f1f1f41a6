using System.Globalization;
using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Leads.Import;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Leads;
using AccountabilityBot.Tests.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>
/// Eight thousand real leads and their 842 deals, week after week as they came: each Monday's digest says what an independent
/// recount says, in SQL over the lists themselves. The lists lie beside the repository; without them this is skipped by name.
/// </summary>
public sealed class OlistWeekByWeek : IDisposable
{
    static readonly DateOnly _firstMonday = new(2017, 6, 19), _lastMonday = new(2018, 11, 19);

    static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    readonly ImportSite _site = new(
        start: new DateTimeOffset(2017, 6, 1, 0, 0, 0, TimeSpan.Zero),
        more: services => services.AddCadence().AddScoped<FigureRows>().AddLogging());

    [Fact]
    public async Task Every_monday_says_what_the_lists_say()
    {
        Assert.SkipWhen(SharedData.OlistLeads is null || SharedData.OlistDeals is null, "data/olist is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        var ct = TestContext.Current.CancellationToken;
        var (leads, deals) = (Lines(SharedData.OlistLeads!), Lines(SharedData.OlistDeals!));
        using var recount = new OlistRecount(leads.Skip(1), deals.Skip(1));
        using var host = await _site.HostAsync(ct);
        await BindAsync(host, "sales", "marketing");

        for (var monday = _firstMonday; monday <= _lastMonday; monday = monday.AddDays(7))
        {
            var nine = LocalTime.ToInstant(monday, new TimeOnly(9, 0), _zone);
            _site.Clock.Advance(nine.AddMinutes(-1) - _site.Clock.GetUtcNow());
            await TellAsync(host, leads, deals, recount.Arrived(monday.AddDays(-7)), recount.Told(monday.AddDays(-7)));
            _site.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(2, await Digests.MakeAsync(host.Services, nine));
        }

        var digests = await ImportSite.AskAsync(host, (db, token) => db.Digests.AsNoTracking().Where(digest => digest.Departments == "sales").OrderBy(digest => digest.On).ToListAsync(token));
        Assert.Equal(((_lastMonday.DayNumber - _firstMonday.DayNumber) / 7) + 1, digests.Count);
        foreach (var digest in digests)
            await SameAsync(host, digest, recount.Week(digest.On), ct);
        Assert.Equal((8_000, 842), (recount.Received, recount.WonInTheirWeeks));
    }

    /// <summary>The figures that were kept, and the sentence that people read.</summary>
    static async Task SameAsync(IHost host, Digest digest, RecountedWeek week, CancellationToken ct)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var view = (await scope.ServiceProvider.GetRequiredService<DigestRenderers>().ReadAsync(digest.Id, Guid.NewGuid(), null, ct))!;
        SeamFigures[] seams = [.. view.Seams["sales"].Where(seam => seam.To == "sales")];
        var content = view.Content.Departments[0];
        var came = Flow.Sum(seams.Select(seam => seam.Came));
        int[] closed = [.. Enumerable.Range(0, SeamFigures.LongestCloseWeeks + 1).Select(at => seams.Sum(seam => at < seam.CloseWeeks.Count ? seam.CloseWeeks[at] : 0))];

        Assert.Equal((digest.On, week.Received, week.Won), (digest.On, came.Received, came.Won));
        Assert.Equal((digest.On, week.CloseWeeks), (digest.On, string.Join(' ', closed)));
        Assert.Equal((week.ReceivedInAQuarter, week.WonInAQuarter), (content.Way.Received, content.Way.Won));
        Assert.Equal(week.Sources, string.Join(' ', SeamFigures.Sum(seams.SelectMany(seam => seam.Sources)).Where(source => source.Received > 0).OrderBy(source => source.Source, StringComparer.Ordinal).Select(source => $"{source.Source}:{source.Received}")));
        var leak = seams.Where(seam => seam.Leak.Count > 0).Select(seam => seam.Leak).SingleOrDefault() ?? Leak.None;
        Assert.Equal((digest.On, week.Leaking), (digest.On, leak.Count));
        Assert.InRange(leak.MedianAge.TotalSeconds - week.MedianAgeSeconds, -1, 1);
        // The longest have waited since the first Monday on which they were not won.
        Assert.Equal(Math.Min(3, week.Leaking), content.Stuck.Count);

        if (digest.IsQuiet)
            return;
        var text = DigestCard.Draw(view);
        var said = System.Text.Encoding.UTF8.GetString(text.ToUtf8Bytes());
        var share = week.ReceivedInAQuarter is 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({(int)Math.Round(100m * week.WonInAQuarter / week.ReceivedInAQuarter, MidpointRounding.AwayFromZero)} %)");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Received {week.ReceivedInAQuarter:N0}, Won {week.WonInAQuarter:N0}{share}"), said, StringComparison.Ordinal);
    }

    /// <summary>What came and what was won in the week before, as lists of that week.</summary>
    static async Task TellAsync(IHost host, string[] leads, string[] deals, IReadOnlySet<string> arrived, IReadOnlySet<string> told)
    {
        var ct = TestContext.Current.CancellationToken;
        var (came, _) = await ImportSite.ImportAsync(host, Of(leads, arrived), await File.ReadAllTextAsync(SampleFiles.OlistMap, ct));
        Assert.Equal((arrived.Count, 0), (came.Created, came.Refused));
        var map = ColumnMapFile.Parse(await File.ReadAllTextAsync(SampleFiles.OlistDealsMap, ct), "deals.yaml", ListFields.Outcomes);
        Assert.Empty(map.Problems);
        var ended = await host.Services.GetRequiredService<OutcomeImport>().RunAsync(Of(deals, told), map.Map, null, ct);
        Assert.Equal((told.Count, 0), (ended.Ended, ended.Refused));
    }

    static StringReader Of(string[] lines, IReadOnlySet<string> ids) => new(string.Join('\n', lines.Where((line, index) => index is 0 || ids.Contains(line[..line.IndexOf(',', StringComparison.Ordinal)]))));

    static string[] Lines(string file) => [.. File.ReadLines(file)];

    static Task<int> BindAsync(IHost host, params string[] departments) => ImportSite.AskAsync(host, (db, ct) =>
    {
        db.Channels.AddRange(departments.Select(department => new DepartmentChannel
        {
            Department = department,
            ChannelId = $"19:{department}",
            TeamId = "19:team",
            ServiceUrl = "https://teams.example",
            BoundAt = new DateTimeOffset(2017, 6, 1, 0, 0, 0, TimeSpan.Zero),
        }));
        return db.SaveChangesAsync(ct);
    });

    public void Dispose() => _site.Dispose();
}
