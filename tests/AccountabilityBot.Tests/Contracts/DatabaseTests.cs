using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>What the database itself refuses, whatever the code does.</summary>
public sealed class DatabaseTests : Scenario
{
    [Fact]
    public void The_migrations_say_what_the_model_says_on_both_databases()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var postgres = new PostgresDesign().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: run infra/dev.sh migrate NAME");
        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgreSQL: run infra/dev.sh migrate NAME");
    }

    [Theory]
    [OnBothDatabases("""UPDATE "Ledger" SET "Via" = 'text' """)]
    [OnBothDatabases("""UPDATE "Ledger" SET "NoteHash" = NULL WHERE "Kind" = 'lead.received' """)]
    [OnBothDatabases("""DELETE FROM "Ledger" """)]
    [OnBothDatabases("""DELETE FROM "Ledger" WHERE "Kind" = 'lead.received' """)]
    public async Task The_ledger_refuses_to_be_changed(Database database, string sql)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Overlook();
        var before = await bot.Read(db => db.Ledger.CountAsync());

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bot.Read(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains("The ledger is append-only.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await bot.Read(db => db.Ledger.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task The_ledger_refuses_to_be_emptied_at_one_stroke(Database database)
    {
        Assert.SkipWhen(database is Database.Sqlite, "SQLite has no TRUNCATE");
        var bot = await StartAsync(database);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => bot.Read(db => db.Database.ExecuteSqlRawAsync("""TRUNCATE "Ledger" CASCADE""")));

        Assert.Contains("The ledger is append-only.", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_has_at_most_one_open_offer_and_any_number_of_ended_ones(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Overlook();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => CopyOfferAsync(bot, new() { ["No"] = "2" }));
        // One names the index, the other its column.
        Assert.Contains(database is Database.Postgres ? "IX_Offers_OneOpen" : "Offers.LeadId", refused.Message, StringComparison.Ordinal);
        await CopyOfferAsync(bot, new() { ["No"] = "2", ["Outcome"] = "5" });
        await CopyOfferAsync(bot, new() { ["No"] = "3", ["Outcome"] = "5" });

        Assert.Equal((3, 1), (await bot.Read(db => db.Offers.CountAsync()), await bot.Read(db => db.Offers.CountAsync(offer => offer.Outcome == null))));
    }

    [Theory, OnBothDatabases]
    public async Task A_source_and_its_key_are_one_lead(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { externalId = "web-77" });
        await bot.Overlook();

        Assert.True(await IsTakenAsync(bot, "website", "web-77"));
        Assert.False(await IsTakenAsync(bot, "fair", "web-77"));
        Assert.False(await IsTakenAsync(bot, "website", "WEB-77"));
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("2026-11-23T09:00:00.1234567Z")]
    [OnBothDatabases("2000-01-01T00:00:00.0000009Z")]
    [OnBothDatabases("2026-03-29T01:59:59.9999999Z")]
    [OnBothDatabases("9998-12-31T23:59:59.9999999Z")]
    public async Task An_instant_comes_back_to_the_microsecond(Database database, string written)
    {
        var bot = await StartAsync(database);
        var instant = DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
        await bot.Read(async db =>
        {
            db.Heartbeats.Add(new Heartbeat { Name = "test", At = instant });
            return await db.SaveChangesAsync();
        });

        var read = await bot.Read(db => db.Heartbeats.AsNoTracking().SingleAsync(row => row.Name == "test"));

        Assert.Equal(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), read.At.UtcTicks);
        Assert.Equal(TimeSpan.Zero, read.At.Offset);
    }

    [Theory, OnBothDatabases]
    public async Task Who_decides_on_an_old_version_is_told_so_and_changes_nothing(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();
        await using var mine = bot.Services.CreateAsyncScope();
        await using var theirs = bot.Services.CreateAsyncScope();
        var (first, second) = (mine.ServiceProvider.GetRequiredService<BotDb>(), theirs.ServiceProvider.GetRequiredService<BotDb>());
        var ct = TestContext.Current.CancellationToken;
        var (won, lost) = (await first.Leads.Include(lead => lead.Offers).SingleAsync(ct), await second.Leads.Include(lead => lead.Offers).SingleAsync(ct));
        var ana = new LeadActor(won.OpenOffer!.To!.Value, IsMember: true, Guards: false);

        var terms = bot.Services.GetRequiredService<CompanySource>().Current.TermsOf(won);
        won.Accept(ana, terms, bot.Clock.GetUtcNow());
        await first.SaveChangesAsync(ct);
        lost.PassOn(ana, null, null, terms, bot.Clock.GetUtcNow());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(ct));
        Assert.Equal(("accepted", Ana.Name), ((await bot.GetLead(no)).State, (await bot.GetLead(no)).Owner));
        await bot.Overlook();
    }

    /// <summary>Writes the one offer a second time, past the code, with some columns set otherwise.</summary>
    static Task<int> CopyOfferAsync(BotHarness bot, Dictionary<string, string> otherwise) => bot.Read(db =>
    {
        var columns = db.Model.FindEntityType(typeof(Offer))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var values = columns.Select(column => otherwise.GetValueOrDefault(column, $"\"{column}\""));
        var sql = $"""INSERT INTO "Offers" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM "Offers" WHERE "No" = 1""";
        return db.Database.ExecuteSqlRawAsync(sql);
    });

    static Task<bool> IsTakenAsync(BotHarness bot, string source, string externalId) => bot.Read(async db =>
    {
        var now = bot.Clock.GetUtcNow();
        var arriving = new NewLead
        {
            ExternalId = externalId,
            Source = source,
            Department = "sales",
            Seam = "marketing-sales",
            Segment = "warm",
            Rank = 2,
            FromDepartment = "marketing",
            Facts = new LeadFacts { Name = "Jo Keller" },
        };
        db.Leads.Add(Lead.Receive(arriving, LeadId.New(now), await db.TakeNumbersAsync("lead", 1, CancellationToken.None), now).Lead);
        try
        {
            await db.SaveChangesAsync();
            return false;
        }
        catch (DbUpdateException refused) when (db.IsUniqueViolation(refused))
        {
            return true;
        }
    });
}
