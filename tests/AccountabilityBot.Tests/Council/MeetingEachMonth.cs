using System.Text.Json.Nodes;
using AccountabilityBot.Council;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Council;

/// <summary>The pack of the monthly meeting, what is decided on it, and whether it helped.</summary>
public sealed class MeetingEachMonth : Scenario
{
    static readonly TimeSpan _untilFirst = TimeSpan.FromDays(8);

    static readonly BotSetup WithNumbers = Councils.Setup with
    {
        Model = Councils.Model + """

            numbers:
              win-rate: { name: Win rate, unit: "%", direction: up, target: 30, department: sales, owner: ravi@brightwater.example }
              answer-time: { name: Time to answer, unit: minutes, direction: down, target: 20, department: sales, owner: ana@brightwater.example }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task A_quiet_month_says_so_and_the_pack_comes_once_with_two_servers(Database database)
    {
        var bot = await StartAsync(database, Councils.Setup);
        await bot.Overlook();
        await bot.Advance(_untilFirst - 1.Minutes());
        await bot.Silence();
        bot.Clock.Advance(1.Minutes());

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SweepAsync(bot))));

        var pack = await bot.ExpectPost(Sales);
        Assert.Equal("Revenue council: December 2026", pack.Summary);
        Assert.Contains("A quiet month: nothing to decide, and no target missed.", pack.Texts);
        await bot.Restart();
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Silence();
        Assert.Equal(1, await bot.Read(db => db.CouncilPacks.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task It_comes_on_the_first_Tuesday_of_each_month_at_ten_through_the_changes_of_the_clock(Database database)
    {
        var bot = await StartAsync(database, Councils.Setup);
        await bot.Overlook();
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        for (var month = new DateOnly(2026, 12, 1); month < new DateOnly(2027, 12, 1); month = month.AddMonths(1))
        {
            var tuesday = month.AddDays(((int)DayOfWeek.Tuesday - (int)month.DayOfWeek + 7) % 7);
            var due = LocalTime.ToInstant(tuesday, new TimeOnly(10, 0), berlin);
            await bot.Advance(due - 1.Seconds() - bot.Clock.GetUtcNow());
            await bot.Overlook();
            var before = await bot.Read(db => db.CouncilPacks.CountAsync());
            await bot.Advance(1.Seconds());

            var packs = await bot.Read(db => db.CouncilPacks.AsNoTracking().OrderByDescending(pack => pack.On).ToListAsync());
            Assert.Equal((before + 1, tuesday), (packs.Count, packs[0].On));
        }

        Assert.Equal(12, bot.Teams.Standing(Sales).Count(card => card.Text.Contains("Revenue council ·", StringComparison.Ordinal)));
        Assert.Equal(11, bot.Teams.Standing(Sales).Count(card => card.Text.Contains("This meeting is over.", StringComparison.Ordinal)));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_pack_has_targets_reasons_and_proposals_and_follows_what_is_decided(Database database)
    {
        var bot = await StartAsync(database, WithNumbers);
        await bot.Overlook();
        await ValueAsync(bot, "win-rate", 18, 21);
        await ValueAsync(bot, "answer-time", 14, 14);
        await bot.DraftedAsync();
        await bot.Advance(_untilFirst);
        var pack = bot.Teams.Standing(Sales)[^1];
        await bot.Overlook();

        var texts = pack.Texts.ToList();
        Assert.Contains("1 of 2 on target", texts);
        Assert.True(texts.IndexOf("Win rate · Ravi Menon") < texts.IndexOf("Time to answer · Ana Sousa"), pack.Text);
        Assert.Contains("21% (target 30%)", texts);
        Assert.Contains("14 minutes (target 20 minutes)", texts);
        Assert.Contains("12 of 20 answers to leads from Fair were the same: Needs nothing (60 %).", texts);

        var form = await bot.Press(Priya, pack, "Reject");
        Assert.Contains("A rule change to decide", form.Card.Texts);
        var rejected = await bot.Press(Priya, form.Card, "Reject", ("Reason", "One fair is no pattern."));
        Assert.Contains("Rejected. The council's channel hears of it, with your reason.", rejected.Card.Texts);
        Assert.Contains("Rejected · leads from Fair: “Needs nothing”", (await bot.ExpectEdit(pack)).Texts);
        Assert.Contains("“One fair is no pattern.”", (await bot.ExpectPost(Sales, "The council has rejected")).Texts);
        Assert.Contains("“One fair is no pattern.”", (await bot.ExpectPost(Ines, "The council has rejected")).Texts);
        await bot.ExpectPost(Ravi, "The council has rejected");
        Assert.Contains("The council has decided already; this is how it stands.", (await bot.Press(Ines, form.Card, "Approve")).Card.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Drafts_are_decided_from_the_list_too_and_a_parked_one_stays_on_it(Database database)
    {
        var bot = await StartAsync(database, Councils.Setup);
        await bot.Overlook();
        await bot.DraftedAsync();
        await bot.Say(Ravi, "rule changes");
        var list = await bot.ExpectPost(Ravi, "Rule changes for the council");

        var parked = await bot.Press(Ravi, list, "Park");

        Assert.Contains("Parked. It stays on the list.", parked.Card.Texts);
        Assert.Equal("Approve, Reject", parked.Card.ButtonRow);
        Assert.Contains("It is parked already; this is how it stands.", (await bot.Press(Ravi, list, "Park")).Card.Texts);
        bot.Clock.Advance(1.Minutes());
        Assert.Contains("No rule change to decide", (await bot.Press(Ravi, parked.Card, "Approve")).Card.Texts);
        Assert.Equal([CouncilVerdict.Park, CouncilVerdict.Approve], await bot.Read(db => db.CouncilDecisions.OrderBy(row => row.At).Select(row => row.Verdict).ToListAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_month_later_the_pack_says_whether_it_helped(Database database)
    {
        var bot = await StartAsync(database, Councils.Setup);
        await bot.Overlook();
        await AnswerAsync(bot, 12, accept: false);
        await bot.Advance(3.Minutes());
        await bot.DraftedAsync();
        await bot.Say(Ravi, "rule changes");
        await bot.Press(Ravi, (await ShownAsync(bot, Ravi)), "Approve");
        await bot.Say(Ravi, "council");
        Assert.Contains("Too early to say", (await ShownAsync(bot, Ravi)).Texts);
        await bot.Advance(1.Hours());
        await AnswerAsync(bot, 12, accept: true);
        await bot.Advance(3.Minutes());

        await bot.Say(Ravi, "council");

        Assert.Contains("That reason: 100 % of the answers before, 0 % since – it helped", (await ShownAsync(bot, Ravi)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_German_reader_reads_German(Database database)
    {
        var bot = await StartAsync(database, Councils.Setup);
        await bot.RestartWith(Councils.Slower);
        await bot.Overlook();
        await bot.Deliver((await SayingAsync(bot, Ines, "council")).In("de-DE"));

        var pack = await ShownAsync(bot, Ines);

        Assert.Contains("Umsatzrat · November 2026", pack.Texts);
        Assert.Contains("• Hot: Annahme innerhalb 10m → 20m", pack.Texts);
        Assert.StartsWith("Zustimmen, Ablehnen, Vertagen", pack.ButtonRow, StringComparison.Ordinal);
        await bot.Overlook();
    }

    static async Task<JsonObject> SayingAsync(BotHarness bot, Colleague person, string text)
    {
        // The same words once more, as another message.
        var said = (await bot.Say(person, text)).DeepClone().AsObject();
        await bot.Overlook();
        said["id"] = "f:" + Guid.NewGuid();
        return said;
    }

    static async Task<ShownCard> ShownAsync(BotHarness bot, Colleague person)
    {
        await bot.Overlook();
        return bot.Teams.Standing(person)[^1];
    }

    static async Task SweepAsync(BotHarness bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CouncilSweep>().PostPackAsync(bot.Clock.GetUtcNow(), CancellationToken.None);
    }

    static Task<int> ValueAsync(BotHarness bot, string number, decimal september, decimal october) => bot.Write(db => db.NumberValues.AddRange(
        Value(number, new DateOnly(2026, 9, 30), september, bot.Clock.GetUtcNow()), Value(number, new DateOnly(2026, 10, 31), october, bot.Clock.GetUtcNow())));

    static NumberValue Value(string number, DateOnly end, decimal value, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), NumberId = number, PeriodEnd = end, Value = value, Source = "api", EnteredAt = now };

    static async Task AnswerAsync(BotHarness bot, int leads, bool accept)
    {
        for (var no = 0; no < leads; no++)
        {
            var label = await bot.Lead(new { source = "fair" });
            await bot.Settle();
            var told = await bot.GetLead(label);
            var person = Everybody.Single(one => one.Name == told.OfferedTo);
            var offer = bot.Teams.Standing(person).Last(card => card.ButtonRow.StartsWith("Accept", StringComparison.Ordinal));
            if (accept)
                await bot.Press(person, offer, "Accept");
            else
                await bot.Press(person, (await bot.Press(person, offer, "Reject")).Card, "Reject", ("Reason", "Needs nothing"));
        }

        await bot.Overlook();
    }
}
