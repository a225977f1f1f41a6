using System.Data.Common;
using AccountabilityBot.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Databases;

/// <param name="Sql">With <c>$1</c>, <c>$2</c>… for the values.</param>
sealed record Statement(string Sql, params object?[] Values);

/// <summary>Hand-written SQL over the bot's own connection string, as fast as each driver lets it be.</summary>
sealed class ByHand(StorageOptions storage) : IAsyncDisposable
{
    readonly NpgsqlDataSource? _postgres = storage.IsPostgres ? NpgsqlDataSource.Create(storage.ConnectionString) : null;

    /// <summary>SQLite has one writer; waiting here is what the bot does too.</summary>
    readonly SemaphoreSlim _writer = new(1, 1);

    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _postgres?.CreateConnection() ?? (DbConnection)new SqliteConnection(storage.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>An instant as its column has it.</summary>
    public object Instant(DateTimeOffset at) => _postgres is not null ? at : (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Every column of every row.</summary>
    public static async Task<List<object[]>> ReadAsync(DbConnection connection, Statement statement)
    {
        await using var command = Command(connection, statement, null);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>All of them in one transaction, or, when the first changes no row, none.</summary>
    public async Task<bool> WriteAsync(DbConnection connection, params IReadOnlyList<Statement> statements)
    {
        if (connection is NpgsqlConnection postgres)
            return await BatchAsync(postgres, statements);
        await _writer.WaitAsync();
        try
        {
            return await OneByOneAsync(connection, statements);
        }
        finally
        {
            _writer.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    /// <summary>One round trip for the batch, BEGIN included, and one for COMMIT.</summary>
    static async Task<bool> BatchAsync(NpgsqlConnection connection, IReadOnlyList<Statement> statements)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        if (batch.BatchCommands[0].RecordsAffected != 1)
            return false;
        await transaction.CommitAsync();
        return true;
    }

    static async Task<bool> OneByOneAsync(DbConnection connection, IReadOnlyList<Statement> statements)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        for (var index = 0; index < statements.Count; index++)
        {
            await using var command = Command(connection, statements[index], transaction);
            if (await command.ExecuteNonQueryAsync() != 1 && index == 0)
                return false;
        }

        await transaction.CommitAsync();
        return true;
    }

    static DbCommand Command(DbConnection connection, Statement statement, DbTransaction? transaction)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (statement.Sql, transaction);
        for (var index = 0; index < statement.Values.Length; index++)
        {
            var parameter = command.CreateParameter();
            // To PostgreSQL $1 is a place; to SQLite it is a name.
            if (connection is SqliteConnection)
                parameter.ParameterName = $"${index + 1}";
            parameter.Value = statement.Values[index] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
