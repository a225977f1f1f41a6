using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountabilityBot.Tests.Databases;

/// <summary>How the embedded database keeps what it is given.</summary>
public sealed class SqliteStorageTests
{
    const long Full = 2;

    [Fact]
    public async Task A_prepared_file_has_a_write_ahead_log_and_waits_for_the_disk_at_every_commit()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using var app = Build(folder);
            await ServeCommand.PrepareAsync(app, TestContext.Current.CancellationToken);

            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>().Database;
            Assert.Equal("wal", await AskAsync(db.GetDbConnection(), "PRAGMA journal_mode"));
            Assert.Equal(Full, await AskAsync(db.GetDbConnection(), "PRAGMA synchronous"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static WebApplication Build(DirectoryInfo folder) => BotHost.Build(
    [
        $"--environment={Environments.Development}",
        "--urls=http://127.0.0.1:0",
        "--Jobs:Enabled=false",
        $"--Storage:Path={Path.Combine(folder.FullName, "bot.db")}",
    ]);

    static async Task<object?> AskAsync(System.Data.Common.DbConnection connection, string question)
    {
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        var answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await connection.CloseAsync();
        return answer;
    }
}
