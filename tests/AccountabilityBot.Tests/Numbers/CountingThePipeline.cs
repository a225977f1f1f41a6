using System.Globalization;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>Opportunities of the week that ends on Sunday, 29 November, counted when Monday begins in Berlin.</summary>
public sealed class CountingThePipeline : Scenario
{
    static readonly BotSetup Setup = new()
    {
        Model = Model + """

            numbers:
              wins: { name: Win rate, unit: "%", period: week, computed: win-rate, owner: ravi@brightwater.example }
              cycle: { name: Cycle time, unit: days, period: week, computed: cycle-time-median, owner: ravi@brightwater.example }
              close: { name: Time to close, unit: days, period: week, computed: "time-to-close-median:marketing-sales", owner: ravi@brightwater.example }
              created: { name: Pipeline created, unit: EUR, period: week, computed: pipeline-created, owner: ravi@brightwater.example }
              progressed: { name: Pipeline progressed, unit: EUR, period: week, computed: pipeline-progressed, owner: ravi@brightwater.example }
              open: { name: Pipeline, unit: USD, period: week, computed: pipeline-open, owner: ravi@brightwater.example }
              meetings: { name: Meetings, unit: count, period: week, computed: meetings-set, owner: ravi@brightwater.example }
              missed: { name: No-shows, unit: "%", period: week, computed: no-show-rate, owner: ravi@brightwater.example }
              conversion: { name: Meetings of leads, unit: "%", period: week, computed: "stage-conversion:working-meeting-set", owner: ravi@brightwater.example }
              velocity: { name: Velocity, unit: EUR, period: week, computed: velocity, owner: ravi@brightwater.example }
              elsewhere: { name: Elsewhere, unit: "%", period: week, computed: "win-rate:sales-support", owner: priya@brightwater.example }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task Each_figure_of_a_week_that_is_over_is_entered_with_what_is_in_no_sum(Database database)
    {
        var bot = await StartAsync(database, Setup);
        foreach (var seller in (Colleague[])[Ana, Bo, Chidi, Dana])
        {
            await bot.Lead(new { company = $"Waters of {seller.Name}" });
            await bot.Press(seller, await bot.ExpectPost(seller), "Accept");
            await bot.Overlook();
        }

        await SaveAsync(bot, Ana, "Qualified", ("Need", "Forty pumps"), ("Value", "EUR 90k"));
        await SaveAsync(bot, Bo, "Meeting set", ("Meeting date", "2026-11-26"));
        await SaveAsync(bot, Bo, "Lost", ("Reason", "Price"));
        await SaveAsync(bot, Chidi, "Meeting set", ("Meeting date", "2026-11-24"));
        await SaveAsync(bot, Chidi, "Did not come to the meeting");
        await SaveAsync(bot, Dana, "Qualified", ("Need", "One pump"), ("Value", "USD 10,000"));
        await bot.Advance(36.Hours());
        await bot.Overlook();
        await SaveAsync(bot, Ana, "Proposal sent", ("Value", "EUR 85,000.50"));
        await SaveAsync(bot, Ana, "Won", ("Reason", "Price"));
        await bot.Advance(123.Hours());
        await bot.Overlook();

        var values = await bot.Read(db => db.NumberValues.AsNoTracking().ToListAsync());
        Assert.Equal(
            [
                "close 1.5", "conversion 50", "created 90000", "cycle 1.5", "meetings 2", "missed 50", "open 10000", "progressed 85000.5", "velocity 30000", "wins 50",
            ],
            values.Select(value => $"{value.NumberId} {value.Value.ToString("0.##", CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));
        var notes = await bot.Read(db => db.NumberValues.AsNoTracking().Where(value => value.Note != null).ToDictionaryAsync(value => value.NumberId, value => value.Note!));
        Assert.Equal(["created", "velocity"], notes.Keys.Order(StringComparer.Ordinal));
        Assert.All(notes.Values, note => Assert.Equal("Not in it, as currencies are never added up: USD 10,000.00.", note));

        // Counted again from what was saved.
        var rows = await bot.Read(db => db.Dispositions.AsNoTracking().ToListAsync());
        Assert.Equal(rows.Count(row => row.MeetingOn is not null), (int)values.Single(value => value.NumberId == "meetings").Value);
        var won = Assert.Single(rows, row => row.To is DealStage.Won);
        var opened = rows.Where(row => row.LeadId == won.LeadId).MinBy(row => row.No)!;
        Assert.Equal(Math.Round((decimal)(won.At - opened.At).TotalDays, 2), values.Single(value => value.NumberId == "cycle").Value);
        Assert.Equal(rows.Where(row => row.To is DealStage.Qualified && row.Currency is "EUR").Sum(row => row.ValueMinor) / 100m, values.Single(value => value.NumberId == "created").Value);
    }

    static async Task SaveAsync(BotHarness bot, Colleague seller, string disposition, params (string Label, string Value)[] fields)
    {
        await bot.Settle();
        var answer = await bot.Press(seller, bot.Teams.Standing(seller)[0], "Set disposition", ("Disposition", disposition));
        if (fields.Length > 0)
            await bot.Press(seller, answer.Card, "Save", fields);
        await bot.Overlook();
    }
}
