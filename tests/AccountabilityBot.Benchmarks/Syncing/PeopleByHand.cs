using System.Data.Common;
using System.Text.Json;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Syncing;

/// <summary>
/// The floor: the same pages with a bare client, read as JSON, into the same table with its indexes; a transaction a page, and
/// in it one prepared statement on SQLite, one statement over arrays on PostgreSQL. It judges and draws nothing.
/// </summary>
sealed class PeopleByHand(FigureHost host, DirectoryServer directory) : IAsyncDisposable
{
    /// <summary>As the directory spells them, in the order of the values.</summary>
    static readonly string[] _properties = ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "jobTitle", "department"];

    const string Texts = """ "ObjectId", "Name", "GivenName", "Surname", "Email", "PrincipalName", "Title", "DepartmentLabel", "Manager" """;
    const string Facts = """ "Position", "IsActive", "Account", "IsBlocked", "IsGuest", "SeenInReading" """;

    const string InsertOne = $"""INSERT INTO "People" ("Id", {Texts}, {Facts}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, TRUE, 0, FALSE, FALSE, 1)""";

    const string InsertMany = $"""
        INSERT INTO "People" ("Id", {Texts}, {Facts})
        SELECT new.*, 0, TRUE, 0, FALSE, FALSE, 1
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[]) AS new
        """;

    /// <summary>Of the key there is a value here as well, so that one reading serves both statements.</summary>
    const string UpdateOne = """
        UPDATE "People" SET "Name" = $3, "GivenName" = $4, "Surname" = $5, "Email" = $6, "PrincipalName" = $7, "Title" = $8, "DepartmentLabel" = $9, "Manager" = $10
        WHERE "ObjectId" = $2 AND $1 IS NOT NULL
        """;

    const string UpdateMany = """
        UPDATE "People" SET "Name" = new.name, "GivenName" = new.given, "Surname" = new.surname, "Email" = new.mail, "PrincipalName" = new.principal,
            "Title" = new.title, "DepartmentLabel" = new.department, "Manager" = new.manager
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
            AS new(id, object, name, given, surname, mail, principal, title, department, manager)
        WHERE "ObjectId" = new.object
        """;

    readonly ByHand _sql = new(host.Bot.Services.GetRequiredService<StorageOptions>());
    readonly HttpClient _http = new();

    /// <summary>Everybody, into a table without anybody.</summary>
    public async Task ReadAllAsync()
    {
        await using var connection = await _sql.OpenAsync();
        Uri? link = directory.First;
        while (link is not null)
        {
            using var page = await PageAsync(link);
            await WriteAsync(connection, page, InsertOne, InsertMany);
            link = page.RootElement.TryGetProperty("@odata.nextLink", out var next) ? new Uri(next.GetString()!) : null;
        }
    }

    /// <summary>One round of changes.</summary>
    public async Task ReadChangesAsync()
    {
        await using var connection = await _sql.OpenAsync();
        using var page = await PageAsync(directory.Changes);
        await WriteAsync(connection, page, UpdateOne, UpdateMany);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sql.DisposeAsync();
    }

    async Task<JsonDocument> PageAsync(Uri link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "Prefer", $"odata.maxpagesize={DirectoryServer.PageSize}" } } };
        using var response = await _http.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
    }

    static async Task WriteAsync(DbConnection connection, JsonDocument page, string one, string many)
    {
        var users = page.RootElement.GetProperty("value");
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, connection is NpgsqlConnection ? many : one);
        if (connection is NpgsqlConnection)
            await ManyAsync(command, users);
        else
            await OneByOneAsync(command, users);
        await transaction.CommitAsync();
    }

    static async Task ManyAsync(DbCommand command, JsonElement users)
    {
        var rows = users.EnumerateArray().Select(TextsOf).ToArray();
        command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(_ => NewId()).ToArray() });
        for (var column = 0; column <= _properties.Length; column++)
            command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(row => row[column]).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    static async Task OneByOneAsync(DbCommand command, JsonElement users)
    {
        for (var column = 0; column <= _properties.Length + 1; column++)
            command.Parameters.Add(new SqliteParameter($"${column + 1}", SqliteType.Text) { Value = DBNull.Value });
        await command.PrepareAsync();
        foreach (var user in users.EnumerateArray())
        {
            command.Parameters[0].Value = NewId();
            var texts = TextsOf(user);
            for (var column = 0; column < texts.Length; column++)
                command.Parameters[column + 1].Value = (object?)texts[column] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    static Guid NewId() => PersonId.New(SampleLead.Now).Value;

    static string?[] TextsOf(JsonElement user) =>
    [
        .. _properties.Select(property => user.GetProperty(property).GetString()),
        user.TryGetProperty("manager@delta", out var managers) ? managers[0].GetProperty("id").GetString() : null,
    ];
}
