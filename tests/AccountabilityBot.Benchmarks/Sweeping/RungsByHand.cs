using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Data;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Sweeping;

/// <summary>The floor: as many due rungs at once as the bot takes, climbed in three statements and one transaction, without deciding anything.</summary>
sealed class RungsByHand(FigureHost host) : IAsyncDisposable
{
    const int Batch = 500;

    readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(host.Bot.Services.GetRequiredService<StorageOptions>().ConnectionString);

    public async Task<int> CatchUpAsync()
    {
        await using var connection = await _database.OpenConnectionAsync();
        var climbed = 0;
        while (await BatchAsync(connection) is var done and not 0)
            climbed += done;
        return climbed;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    static async Task<int> BatchAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var ids = new List<Guid>(Batch);
        await using (var climb = new NpgsqlCommand($"""
            UPDATE "Leads" lead SET "Version" = lead."Version" + 1, "NextRungAt" = now() + interval '1 hour',
              "Promise" = jsonb_set(lead."Promise"::jsonb, array['Climbed'], '1')::text
            FROM (SELECT "Id" FROM "Leads" WHERE "NextRungAt" <= now() ORDER BY "NextRungAt" LIMIT {Batch} FOR UPDATE SKIP LOCKED) due
            WHERE lead."Id" = due."Id" RETURNING lead."Id"
            """, connection, transaction))
        {
            await using var reader = await climb.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                ids.Add(reader.GetGuid(0));
        }

        if (ids.Count == 0)
            return 0;
        await WriteAsync(connection, transaction, """
            INSERT INTO "Ledger" ("At", "LeadId", "Kind", "Other", "Via", "Reason")
            SELECT now(), lead."Id", 'lead.nudged', lead."Owner", 'rule', 'first-touch.nudge-1' FROM "Leads" lead WHERE lead."Id" = ANY($1)
            """, ids);
        await WriteAsync(connection, transaction, """
            INSERT INTO "CardPosts" ("Id", "Kind", "LeadId", "Argument", "Thread", "Person", "Wanted", "Shown", "Rank", "State", "Attempts", "Failures", "Reposted", "ChatRetried", "NotBefore", "CreatedAt")
            SELECT gen_random_uuid(), 'lead.nudge', lead."Id", '2/nudge-1', 'person:' || lead."Owner", lead."Owner", lead."Version", 0, lead."Rank", 1, 0, 0, false, false, now(), now()
            FROM "Leads" lead WHERE lead."Id" = ANY($1)
            """, ids);
        await transaction.CommitAsync();
        return ids.Count;
    }

    static async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, List<Guid> ids)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter { Value = ids.ToArray() });
        if (await command.ExecuteNonQueryAsync() is var rows && rows != ids.Count)
            throw new InvalidOperationException($"{ids.Count} rows were to be written, and {rows} were.");
    }
}
