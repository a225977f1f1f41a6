using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>Leads of the week that ends on Sunday, 29 November, counted when Monday begins in Berlin.</summary>
public sealed class CountingOurOwnLedger : Scenario
{
    static readonly BotSetup Setup = new()
    {
        Model = Model.Replace("acceptWithin: 1h, rank: 2", "acceptWithin: 1h, contactWithin: 2h, rank: 2", StringComparison.Ordinal)
            .Replace("name: Inquiries }", "name: Inquiries, complete: [phone] }", StringComparison.Ordinal) + """

            numbers:
              speed: { name: Speed to lead, unit: minutes, period: week, computed: speed-to-lead-median, owner: ravi@brightwater.example }
              slowest: { name: Slowest, unit: hours, period: week, computed: speed-to-lead-working-p90, owner: ravi@brightwater.example }
              accepted: { name: Accepted, unit: "%", period: week, computed: "acceptance-rate:marketing-sales", owner: ravi@brightwater.example }
              rejected: { name: Rejected, unit: "%", period: week, computed: "reject-rate:no-need", owner: ravi@brightwater.example }
              kept: { name: Promises kept, unit: "%", period: week, computed: sla-kept, owner: ravi@brightwater.example }
              whole: { name: Whole leads, unit: "%", period: week, computed: "sla-kept:complete:seam=marketing-sales", owner: ines@brightwater.example }
              received: { name: Leads, unit: count, period: week, computed: leads-received, owner: ravi@brightwater.example }
              leaked: { name: Leakage, unit: "%", period: week, computed: leakage, owner: ravi@brightwater.example }
              elsewhere: { name: Elsewhere, unit: "%", period: week, computed: "acceptance-rate:sales-support", owner: priya@brightwater.example }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task Each_figure_of_a_week_that_is_over_is_entered_once(Database database)
    {
        var bot = await StartAsync(database, Setup);
        // Three leads, one of them whole: one is touched after thirty minutes, one after ninety (and so late), one is rejected.
        await bot.Lead(new { phone = "+49 30 123456" });
        var first = await bot.ExpectPost(Ana);
        await bot.Lead();
        var second = await bot.ExpectPost(Bo);
        await bot.Lead();
        var third = await bot.ExpectPost(Chidi);
        await bot.Overlook();
        await bot.Press(Ana, first, "Accept");
        await bot.Press(Bo, second, "Accept");
        await bot.Press(Chidi, (await bot.Press(Chidi, third, "Reject")).Card, "Reject", ("Reason", "Needs nothing"));
        await bot.Advance(30.Minutes());
        await bot.Press(Ana, await CardOfAsync(bot, Ana), "Contacted");
        await bot.Advance(120.Minutes());
        await bot.Overlook();
        await bot.Press(Bo, await CardOfAsync(bot, Bo), "Contacted");
        await bot.Advance(TimeSpan.FromDays(6));
        await bot.Overlook();
        Assert.Empty(await ValuesAsync(bot));

        // Sunday night in Berlin.
        await bot.Advance(11.Hours() + 31.Minutes());
        await bot.Overlook();

        var values = await ValuesAsync(bot);
        Assert.All(values, value => Assert.Equal((new DateOnly(2026, 11, 29), "ledger", null), (value.PeriodEnd, value.Source, value.EnteredBy)));
        // Kept: three answers and one first touch of two; what the sender promised is another number.
        Assert.Equal(
            ["accepted 66.67", "kept 80", "leaked 0", "received 3", "rejected 33.33", "slowest 2.5", "speed 90", "whole 33.33"],
            values.Select(value => $"{value.NumberId} {value.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));
        Assert.Equal(8, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "number.value" && row.Via == "rule")));

        // Nothing twice, by no server; and nobody is asked for what the bot counts.
        await bot.Restart();
        await bot.Advance(2.Hours());
        Assert.Equal(8, (await ValuesAsync(bot)).Count);
        Assert.Equal(0, await bot.Read(db => db.CardPosts.CountAsync(post => post.Kind == "number.value-due")));
        await bot.Overlook();

        // Two weeks without a server: what ended meanwhile is made up for. A rate over nothing is no value, no lead is a zero.
        bot.Clock.Advance(TimeSpan.FromDays(14));
        await bot.Overlook();
        Assert.Equal(
            ["2026-12-06 received", "2026-12-13 received"],
            (await ValuesAsync(bot)).Where(value => value.PeriodEnd > new DateOnly(2026, 11, 29)).Select(value => $"{value.PeriodEnd:yyyy-MM-dd} {value.NumberId}").Order(StringComparer.Ordinal));
    }

    static async Task<ShownCard> CardOfAsync(BotHarness bot, Colleague person)
    {
        await bot.Settle();
        return bot.Teams.Standing(person)[0];
    }

    static Task<List<NumberValue>> ValuesAsync(BotHarness bot) => bot.Read(db => db.NumberValues.AsNoTracking().ToListAsync());
}
