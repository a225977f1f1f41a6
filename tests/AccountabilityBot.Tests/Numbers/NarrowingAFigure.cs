using System.Globalization;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>Reject rates by reason, source and sending department, against a recount from the API's own story of each lead.</summary>
public sealed class NarrowingAFigure : Scenario
{
    static readonly string[] Reasons = ["Needs nothing", "Already a customer", "Known already"];

    static readonly BotSetup Setup = new()
    {
        Model = Model.Replace("capacity: 5", "capacity: 20", StringComparison.Ordinal) + """

            numbers:
              all: { name: All, unit: "%", period: week, computed: reject-rate, owner: ravi@brightwater.example }
              reason: { name: Reason, unit: "%", period: week, computed: "reject-rate:no-need", owner: ravi@brightwater.example }
              source: { name: Source, unit: "%", period: week, computed: "reject-rate:source=fair", owner: ravi@brightwater.example }
              from: { name: From, unit: "%", period: week, computed: "reject-rate:from=support", owner: ravi@brightwater.example }
              three: { name: Three, unit: "%", period: week, computed: "reject-rate:from=marketing:source=fair:reason=no-need", owner: ines@brightwater.example }
              seam: { name: Seam, unit: "%", period: week, computed: "reject-rate:no-need:seam=sales-support", owner: priya@brightwater.example }
              received: { name: Received, unit: count, period: week, computed: "leads-received:source=fair:from=support", owner: ravi@brightwater.example }
              accepted: { name: Accepted, unit: "%", period: week, computed: "acceptance-rate:marketing-sales:source=fair", owner: ravi@brightwater.example }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task A_rate_of_some_leads_is_what_a_recount_finds(Database database)
    {
        var bot = await StartAsync(database, Setup);
        List<(string No, string Source, string From)> leads = [];
        for (var no = 0; no < 24; no++)
        {
            var (source, from) = (no % 3 == 0 ? "website" : "fair", no % 4 == 1 ? "support" : "marketing");
            var label = await bot.Lead(new { source, from = new { department = from } });
            leads.Add((label, source, from));
            await bot.Settle();
            var offeredTo = (await bot.GetLead(label)).OfferedTo;
            var person = Everybody.Single(one => one.Name == offeredTo);
            var offer = bot.Teams.Standing(person).Last(card => card.ButtonRow.StartsWith("Accept", StringComparison.Ordinal));
            if (no % 5 < 2)
                await bot.Press(person, offer, "Accept");
            else
                await bot.Press(person, (await bot.Press(person, offer, "Reject")).Card, "Reject", ("Reason", Reasons[no % 2 + (no % 7 == 0 ? 1 : 0)]));
        }

        await bot.Overlook();
        // A lead that was rejected, clarified and rejected for another reason has been answered twice, each time with its own.
        await bot.Advance(2.Minutes());
        var rejected = bot.Teams.Standing(General).First(card => card.ButtonRow.StartsWith("Clarify", StringComparison.Ordinal) && card.Text.Contains("Needs nothing", StringComparison.Ordinal));
        await bot.Press(Mei, (await bot.Press(Mei, rejected, "Clarify")).Card, "Clarify", ("What was missing?", "A look at the second page."));
        await bot.Settle();
        var again = leads.Single(lead => rejected.Text.Contains(lead.No, StringComparison.Ordinal)).No;
        var next = (await bot.GetLead(again)).OfferedTo;
        var asked = Everybody.Single(one => one.Name == next);
        var second = bot.Teams.Standing(asked).Last(card => card.ButtonRow.StartsWith("Accept", StringComparison.Ordinal) && card.Text.Contains(again, StringComparison.Ordinal));
        await bot.Press(asked, (await bot.Press(asked, second, "Reject")).Card, "Reject", ("Reason", "Looking for work"));
        await bot.Advance(TimeSpan.FromDays(7));
        await bot.Overlook();

        List<(string Source, string From, string? Reason)> answers = [];
        foreach (var lead in leads)
        {
            foreach (var line in (await bot.GetLead(lead.No)).Json["ledger"]!.AsArray())
            {
                if (line!["kind"]!.GetValue<string>() is "lead.accepted" or "lead.rejected")
                    answers.Add((lead.Source, lead.From, line["reason"]?.GetValue<string>()));
            }
        }

        Assert.Equal(25, answers.Count);
        var marketing = answers.Where(answer => answer is { Source: "fair", From: "marketing" }).ToList();
        string[] expected =
        [
            // What support sends to sales comes over the usual seam, for there is none of its own.
            $"accepted {Percent([.. answers.Where(answer => answer.Source == "fair")], answer => answer.Reason is null)}",
            $"all {Percent(answers, answer => answer.Reason is not null)}",
            $"from {Percent([.. answers.Where(answer => answer.From == "support")], answer => answer.Reason is not null)}",
            $"reason {Percent(answers, answer => answer.Reason == "no-need")}",
            $"received {leads.Count(lead => lead is { Source: "fair", From: "support" })}",
            $"source {Percent([.. answers.Where(answer => answer.Source == "fair")], answer => answer.Reason is not null)}",
            $"three {Percent(marketing, answer => answer.Reason == "no-need")}",
        ];
        var found = await bot.Read(db => db.NumberValues.AsNoTracking().Where(value => value.PeriodEnd == new DateOnly(2026, 11, 29)).ToListAsync());
        Assert.Equal(expected, found.Select(value => $"{value.NumberId} {value.Value.ToString("0.##", CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));
    }

    static string Percent(List<(string Source, string From, string? Reason)> answers, Func<(string Source, string From, string? Reason), bool> counts) =>
        Math.Round(100m * answers.Count(counts) / answers.Count, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
