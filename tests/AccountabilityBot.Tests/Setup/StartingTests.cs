using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AccountabilityBot.Tests.Setup;

/// <summary>The start, on databases that are empty, or cannot be opened at all.</summary>
public sealed class StartingTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("accountability-start-").FullName;

    [Fact]
    public async Task Two_servers_start_on_one_empty_PostgreSQL()
    {
        Assert.SkipWhen(TestDatabase.WhyNoPostgres is not null, TestDatabase.WhyNoPostgres ?? "");
        var cluster = Environment.GetEnvironmentVariable("ACCOUNTABILITY_TEST_POSTGRES")!;
        var name = "empty_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(cluster, $"CREATE DATABASE {name}");
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(cluster) { Database = name, Pooling = false }.ConnectionString;
            string[] settings = ["--Storage:Provider=postgres", $"--ConnectionStrings:Accountability={connection}"];
            await using var one = Host(settings);
            await using var other = Host(settings);

            await Task.WhenAll(ServeCommand.PrepareAsync(one, TestContext.Current.CancellationToken), ServeCommand.PrepareAsync(other, TestContext.Current.CancellationToken));

            await using var scope = other.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            Assert.Equal(1, await db.ModelVersions.CountAsync(TestContext.Current.CancellationToken));
            Assert.NotEqual(0, await db.People.CountAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await ExecuteAsync(cluster, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("nowhere.invalid")]
    public async Task A_PostgreSQL_that_does_not_answer_is_named_without_its_password(string host)
    {
        await using var app = Host(
            "--Storage:Provider=postgres", $"--ConnectionStrings:Accountability=Host={host};Port=1;Database=leads;Username=bot;Password=secret-word");

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => ServeCommand.PrepareAsync(app, TestContext.Current.CancellationToken));

        Assert.StartsWith($"ConnectionStrings:Accountability names a database that cannot be opened (\"leads\" on {host}:1 as \"bot\"): ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var path = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(path, new string('a', 5_000), TestContext.Current.CancellationToken);
        await using var app = Host("--Storage:Provider=sqlite", $"--Storage:Path={path}");

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => ServeCommand.PrepareAsync(app, TestContext.Current.CancellationToken));

        Assert.StartsWith($"Storage:Path names a database that cannot be opened (\"{path}\"): ", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static WebApplication Host(params string[] settings) => BotHost.Build(
        ["--environment=Development", "--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", .. settings],
        builder => builder.Logging.ClearProviders());

    static async Task ExecuteAsync(string cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
