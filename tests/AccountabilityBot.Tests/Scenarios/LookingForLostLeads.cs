using AccountabilityBot.Jobs;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>No decision leads to such leads: a defect, or somebody's hand in the database, has to make them.</summary>
public sealed class LookingForLostLeads : Scenario
{
    const string Found = "Nobody had";

    [Theory]
    [OnBothDatabases("""UPDATE "Leads" SET "NextRungAt" = NULL, "Promise" = NULL """)]
    [OnBothDatabases("""UPDATE "Leads" SET "State" = 3 """)]
    public async Task What_nobody_has_is_found_with_the_next_pass_and_is_the_guardians(Database database, string sql)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();
        await bot.Read(db => db.Database.ExecuteSqlRawAsync(sql));

        await bot.Settle();

        await FoundAsync(bot, no);
        Assert.DoesNotContain("Accept", bot.Teams.Standing(Ana)[0].ButtonRow, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_belongs_to_somebody_who_has_left_is_found_by_the_hourly_proof(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();
        await bot.Read(db => db.People.Where(person => person.Name == Ana.Name).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsActive, false)));
        await bot.Silence();

        await ProveAsync(bot);

        await FoundAsync(bot, no);
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_for_a_department_that_is_no_more_is_found_by_the_hourly_proof(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("capacity: 5", "capacity: 1", StringComparison.Ordinal) });
        // Everybody has one; the last one waits.
        foreach (var _ in SalesPeople)
            await bot.Lead();
        var no = await bot.Lead();
        await bot.Overlook();
        await bot.Read(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Leads" SET "Department" = 'dissolved' WHERE "State" = 1 """));
        await bot.Overlook();

        await ProveAsync(bot);

        await FoundAsync(bot, no);
    }

    [Theory, OnBothDatabases]
    public async Task While_all_is_well_the_proof_finds_nothing(Database database)
    {
        var bot = await StartAsync(database);
        // Waiting, offered, accepted, rejected, with the guardian, closed.
        await bot.Lead(new { department = "support", seam = "sales-support" });
        for (var lead = 0; lead < 4; lead++)
            await bot.Lead(new { company = $"Buyer {lead}" });
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        var form = await bot.Press(Bo, await bot.ExpectPost(Bo), "Reject");
        await bot.Press(Bo, form.Card, "Reject", ("Reason", "Needs nothing"));
        await bot.Lead(new { segment = "hot" });
        await bot.Advance(15.Minutes());
        await bot.Overlook();
        var before = await bot.Read(db => db.Ledger.CountAsync());

        await ProveAsync(bot);

        await bot.Silence();
        Assert.Equal(before, await bot.Read(db => db.Ledger.CountAsync()));
    }

    static async Task ProveAsync(BotHarness bot)
    {
        await bot.Services.GetRequiredService<TimetableJobs>().ProveNoBlackHoleAsync(CancellationToken.None);
        await bot.Settle();
    }

    static async Task FoundAsync(BotHarness bot, string no)
    {
        bot.ExpectLine(Found);
        var told = await bot.GetLead(no);
        Assert.Equal(("waiting", "adrift"), (told.State, told.Line("to-guardian")["reason"]!.GetValue<string>()));
        var list = await bot.ExpectPost(Helene, "leads that nobody holds: 1");
        Assert.Contains("it had got lost", list.Text, StringComparison.Ordinal);
        await bot.Overlook();
    }
}
