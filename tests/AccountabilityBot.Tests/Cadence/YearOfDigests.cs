using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>
/// A year in six zones, looked at twice a day and around every moment at which one is due: change days both ways, the week 53,
/// an hour that does not exist, rhythms of every kind. None is missing, none late, none doubled, though three servers look.
/// </summary>
public sealed class YearOfDigests : Scenario
{
    static readonly (string Id, string Zone, string Rhythm)[] _departments =
    [
        ("berlin", "Europe/Berlin", "every monday 09:00"),
        ("new-york", "America/New_York", "every monday 09:00"),
        ("st-johns", "America/St_Johns", "every second friday 16:30"),
        ("kolkata", "Asia/Kolkata", "first tuesday of the month 10:00"),
        // At half past two on a Sunday: an hour that is left out there in October, and comes twice in April.
        ("lord-howe", "Australia/Lord_Howe", "every sunday 02:15"),
        ("sao-paulo", "America/Sao_Paulo", "first monday of the quarter 09:00"),
    ];

    static readonly DateTimeOffset _start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    static string Model => """
        company: Six Clocks
        language: en
        timeZone: Europe/Berlin
        departments:

        """ + string.Concat(_departments.Select(one => $"  {one.Id}: {{ name: {one.Id}, head: ravi@brightwater.example, guardian: helene@brightwater.example, timeZone: {one.Zone}, digest: {one.Rhythm} }}\n")) + """
        seams:
          one: { from: berlin, to: new-york, name: Over the sea }
        segments:
          warm: { name: Warm, offer: person, acceptWithin: 1h, rank: 2, default: true }
        rejectReasons:
          no-need: { name: Needs nothing }
          no-fit: { name: No fit }
          customer: { name: A customer }
          applicant: { name: Looking for work }
          duplicate: { name: Known already }
          other: { name: Another reason, question: { text: Why is it not a good lead?, minLength: 10 } }
        holdReasons: { wait: Waits }
        handBackReasons: { away: Away }
        closeReasons: { test: A test }
        leads: { department: new-york, seam: one }
        calendar: { hours: { mon-fri: 09:00-17:00 } }
        """;

    [Theory, OnBothDatabases]
    public async Task None_is_missing_late_or_double(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model, Homes = new Dictionary<string, Channel>() });
        await HomesAsync(bot);
        var company = bot.Services.GetRequiredService<CompanySource>().Current;
        DigestClock[] servers = [new(), new(), new()];

        foreach (var now in Moments(company.Model))
        {
            // Each server looks by itself, and the third not always.
            for (var server = 0; server < (now.Minute % 2 is 0 ? 3 : 2); server++)
                await Digests.MakeAsync(bot.Services, now, servers[server]);
        }

        var made = await bot.Read(db => db.Digests.AsNoTracking().OrderBy(digest => digest.MadeAt).ToListAsync());
        foreach (var (id, zoneId, written) in _departments)
        {
            var (zone, rhythm) = (TimeZoneInfo.FindSystemTimeZoneById(zoneId), RhythmText.Read(written).Rhythm!);
            var own = made.Where(digest => digest.Departments == id).ToList();
            DateOnly[] expected = [.. DaysOf(rhythm, zone)];
            Assert.Equal(expected, own.Select(digest => digest.On));
            Assert.All(own, digest => Assert.InRange(digest.MadeAt - rhythm.InstantOn(digest.On, zone), TimeSpan.Zero, TimeSpan.FromMinutes(1)));
            // One begins where the last one ended, and each ends with the day before it.
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            Assert.All(own, digest => Assert.Equal(LocalTime.ToInstant(digest.On, TimeOnly.MinValue, zone), digest.Until));
        }

        Assert.Equal((52, 52, 26, 12, 52, 4), (Of("berlin"), Of("new-york"), Of("st-johns"), Of("kolkata"), Of("lord-howe"), Of("sao-paulo")));
        Assert.Equal(made.Count, await bot.Read(db => db.CardPosts.CountAsync(post => post.Kind == "cadence.digest")));

        int Of(string department) => made.Count(digest => digest.Departments == department);
    }

    [Theory, OnBothDatabases]
    public async Task A_channel_that_changes_its_zone_between_two_has_each_once_and_leaves_no_hour_out(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model, Homes = new Dictionary<string, Channel>() });
        await HomesAsync(bot);
        var companies = bot.Services.GetRequiredService<CompanySource>();
        var model = companies.Current.Model;
        string[] zones = ["Europe/Berlin", "Pacific/Apia", "America/New_York", "Pacific/Honolulu"];
        for (var week = 0; week < 8; week++)
        {
            var moved = model with { Departments = [.. model.Departments.Select(one => one.Id is "berlin" ? one with { TimeZone = zones[week % zones.Length] } : one)] };
            await bot.Read(async db =>
            {
                await companies.LoadAsync(db, moved, 1, TestContext.Current.CancellationToken);
                return 0;
            });
            var clock = new DigestClock();
            for (var now = _start.AddDays(7 * week).AddHours(7); now < _start.AddDays(7 * (week + 1)).AddHours(7); now = now.AddHours(2))
                await Digests.MakeAsync(bot.Services, now, clock);
        }

        var own = await bot.Read(db => db.Digests.AsNoTracking().Where(digest => digest.Departments == "berlin").OrderBy(digest => digest.On).ToListAsync());
        Assert.All(own.Zip(own.Skip(1)), pair => Assert.Equal((7, pair.First.Until), (pair.Second.On.DayNumber - pair.First.On.DayNumber, pair.Second.From)));
        Assert.InRange(own.Count, 8, 9);
    }

    static Task<int> HomesAsync(BotHarness bot) => bot.Write(db => db.Channels.AddRange(_departments.Select(one => new DepartmentChannel
    {
        Department = one.Id,
        ChannelId = $"19:{one.Id}@thread.tacv2",
        TeamId = "19:team@thread.tacv2",
        ServiceUrl = bot.Teams.ServiceUrl,
        TenantId = Brightwater.Tenant,
        BoundAt = _start,
        // Nobody reads who is in them: they are in no team of this Teams.
        RosterDueAt = _start.AddYears(50),
    })));

    static IEnumerable<DateOnly> DaysOf(Rhythm rhythm, TimeZoneInfo zone)
    {
        for (var day = LocalTime.DayIn(zone, _start); rhythm.InstantOn(day, zone) < _start.AddYears(1); day = day.AddDays(1))
        {
            if (rhythm.IsOn(day) && rhythm.InstantOn(day, zone) >= _start)
                yield return day;
        }
    }

    /// <summary>Twice a day, and again and again round the times of digests.</summary>
    static IEnumerable<DateTimeOffset> Moments(RevenueModel model)
    {
        var due = model.Departments.SelectMany(department =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone);
            return DaysOf(department.Digest!, zone).Select(day => department.Digest!.InstantOn(day, zone));
        });
        var halfDays = Enumerable.Range(0, 365 * 2).Select(at => _start.AddHours(12 * at));
        return halfDays.Concat(due.SelectMany(at => (DateTimeOffset[])[at.AddSeconds(-1), at.AddSeconds(20), at.AddMinutes(62)])).Distinct().Order();
    }
}
