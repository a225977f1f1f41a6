using System.Diagnostics;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Data;
using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Sweeping;

/// <summary>The peer: the usual way, a job of the job store for each timer, which climbs one rung by hand.</summary>
public sealed class JobForEachRung
{
    const int Jobs = 2_000;
    const int Workers = 10;

    static int _done;
    static string _database = "";

    /// <returns>Rungs a second, from the moment at which all are due and waiting.</returns>
    internal static async Task<double> MeasureAsync(FigureHost host, OpenLeads leads)
    {
        _database = host.Bot.Services.GetRequiredService<StorageOptions>().ConnectionString;
        await leads.MakeDueAsync(Jobs);
        var storage = new PostgreSqlStorage(
            new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(_database, new PostgreSqlStorageOptions()), new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromMilliseconds(50) });
        var client = new BackgroundJobClient(storage);
        var ids = await DueAsync();
        foreach (var id in ids)
            client.Enqueue<JobForEachRung>(job => job.ClimbAsync(id));

        var began = Stopwatch.GetTimestamp();
        using (var server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = Workers, SchedulePollingInterval = TimeSpan.FromSeconds(1) }, storage))
        {
            while (Volatile.Read(ref _done) < ids.Count)
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cli.Clock.System);
        }

        return ids.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

#pragma warning disable CA1822 // The job store calls it on an object of its own.
    public async Task ClimbAsync(Guid lead)
#pragma warning restore CA1822
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var sql in (string[])[
            """UPDATE "Leads" SET "Version" = "Version" + 1, "NextRungAt" = now() + interval '1 hour' WHERE "Id" = $1 AND "NextRungAt" <= now()""",
            """INSERT INTO "Ledger" ("At", "LeadId", "Kind", "Via", "Reason") VALUES (now(), $1, 'lead.nudged', 'rule', 'first-touch.nudge-1')""",
            """INSERT INTO "CardPosts" ("Id", "Kind", "LeadId", "Thread", "Wanted", "Shown", "Rank", "State", "Attempts", "Failures", "Reposted", "ChatRetried", "NotBefore", "CreatedAt") VALUES (gen_random_uuid(), 'lead.nudge', $1, 'person:x', 1, 0, 2, 1, 0, 0, false, false, now(), now())"""])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter { Value = lead } } });
        }

        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        Interlocked.Increment(ref _done);
    }

    static async Task<List<Guid>> DueAsync()
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"""SELECT "Id" FROM "Leads" WHERE "NextRungAt" <= now() LIMIT {Jobs}""", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetGuid(0));
        return ids;
    }
}
