using Npgsql;

namespace AccountabilityBot.Benchmarks.Databases;

/// <summary>Rows by the million, made in PostgreSQL itself from a few that the bot wrote: each has all that a real one has.</summary>
static class CopiedRows
{
    /// <summary>Every column of the table, from the row that is called <c>src</c> but for those that are named.</summary>
    /// <param name="from">The FROM clause and what follows it.</param>
    /// <param name="instead">What a column is instead, in SQL.</param>
    public static async Task InsertAsync(NpgsqlConnection connection, string table, string from, Dictionary<string, string> instead)
    {
        var columns = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position", connection))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = table });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                columns.Add(reader.GetString(0));
        }

        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => instead.GetValueOrDefault(column) ?? $"src.\"{column}\""));
        await ExecuteAsync(connection, $"INSERT INTO \"{table}\" ({names}) SELECT {values} {from}");
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
