using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class SealingTheLedger : Scenario
{
    /// <summary>Long after the start wrote its own first row.</summary>
    static readonly DateTimeOffset Now = BotHarness.Start + 1.Hours();

    [Theory, OnBothDatabases]
    public async Task Two_ranges_hang_together_and_a_row_changed_behind_the_bots_back_is_found(Database database)
    {
        var bot = await StartAsync(database);
        await WriteAsync(bot, 3, Now - 10.Minutes());
        Assert.Equal(4, await SealAsync(bot, Now));
        await WriteAsync(bot, 2, Now);
        Assert.Equal(2, await SealAsync(bot, Now + 2.Minutes()));
        var ranges = await bot.Read(db => db.LedgerSeals.OrderBy(row => row.FromSeq).Select(row => new { row.FromSeq, row.ToSeq }).ToListAsync());
        Assert.Equal([(1, 4), (5, 6)], ranges.Select(range => (range.FromSeq, range.ToSeq)));
        Assert.Null(await FindBrokenAsync(bot));

        await ForgeAsync(bot, database, """UPDATE "Ledger" SET "Reason" = 'forged' WHERE "Seq" = 2""");

        Assert.Equal(1, (await FindBrokenAsync(bot))?.FromSeq);
    }

    [Theory, OnBothDatabases]
    public async Task A_row_taken_out_is_found(Database database)
    {
        var bot = await StartAsync(database);
        await WriteAsync(bot, 3, Now - 10.Minutes());
        await SealAsync(bot, Now);

        await ForgeAsync(bot, database, """DELETE FROM "Ledger" WHERE "Seq" = 3""");

        Assert.NotNull(await FindBrokenAsync(bot));
    }

    [Theory, OnBothDatabases]
    public async Task A_range_ends_before_the_first_row_that_is_not_settled(Database database)
    {
        var bot = await StartAsync(database);
        await WriteAsync(bot, 1, Now - 10.Minutes());
        await WriteAsync(bot, 1, Now);
        await WriteAsync(bot, 1, Now - 5.Minutes());

        Assert.Equal(2, await SealAsync(bot, Now));
        Assert.Equal(2, await SealAsync(bot, Now + 1.Minutes()));
        Assert.Equal(0, await SealAsync(bot, Now + 1.Minutes()));
        Assert.Null(await FindBrokenAsync(bot));
    }

    static Task<int> SealAsync(BotHarness bot, DateTimeOffset now) => bot.Read(db => LedgerSealing.SealAsync(db, now, CancellationToken.None));

    static Task<LedgerSeal?> FindBrokenAsync(BotHarness bot) => bot.Read(db => LedgerSealing.FindBrokenAsync(db, CancellationToken.None));

    static async Task WriteAsync(BotHarness bot, int rows, DateTimeOffset at)
    {
        for (var row = 0; row < rows; row++)
        {
            await bot.Read(db =>
            {
                db.Record("test.written", actor: null, Via.Rule, "as it was", at);
                return db.SaveChangesAsync();
            });
        }
    }

    /// <summary>The database refuses it to the application; its administrator can do it all the same.</summary>
    static Task<int> ForgeAsync(BotHarness bot, Database database, string sql) => bot.Read(async db =>
    {
        await db.Database.ExecuteSqlRawAsync(database is Database.Postgres
            ? """ALTER TABLE "Ledger" DISABLE TRIGGER USER"""
            : """DROP TRIGGER "Ledger_no_update"; DROP TRIGGER "Ledger_no_delete";""");
        return await db.Database.ExecuteSqlRawAsync(sql);
    });
}
