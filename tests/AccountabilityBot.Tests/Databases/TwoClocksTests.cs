using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountabilityBot.Tests.Databases;

/// <summary>Two servers on one PostgreSQL whose machines' clocks are ten minutes apart.</summary>
[Trait("database", "postgres")]
public sealed class TwoClocksTests
{
    /// <summary>Half a round trip to a database on the same machine, and then some: what a busy machine adds.</summary>
    static readonly TimeSpan Close = 1.Seconds();

    [Faults.Fault]
    public async Task Both_go_by_the_databases_clock()
    {
        var folder = Directory.CreateTempSubdirectory("accountability-clocks-").FullName;
        await using var database = await TestDatabase.CreateAsync(Database.Postgres, folder);
        var (fast, slow) = (await ClockAsync(database, "00:05:00"), await ClockAsync(database, "-00:05:00"));

        var (a, b) = (fast.GetUtcNow(), slow.GetUtcNow());
        Assert.InRange(b - a, -Close, Close);
        // The cluster is this machine's: its clock is the machine's own, and neither of the two wrong ones.
        Assert.InRange(a - Clock.System.GetUtcNow(), -Close, Close);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void On_SQLite_the_machines_clock_is_all_there_is()
    {
        using var app = BotHost.Build(["--environment=Development", "--Storage:Provider=sqlite", "--Storage:Path=never-opened.db", "--Jobs:Enabled=false", "--Clock:Shift=00:05:00"]);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        Assert.InRange(clock.GetUtcNow() - Clock.System.GetUtcNow(), 5.Minutes() - Close, 5.Minutes() + Close);
        Assert.Null(app.Services.GetService<DatabaseClock>());
    }

    static async Task<TimeProvider> ClockAsync(TestDatabase database, string shift)
    {
        string[] settings = ["--environment=Development", "--Jobs:Enabled=false", $"--Clock:Shift={shift}", .. database.Settings];
        await using var app = BotHost.Build(settings, builder => builder.Logging.ClearProviders());
        await ServeCommand.PrepareAsync(app, CancellationToken.None);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        Assert.IsType<DatabaseClock>(clock);
        return clock;
    }
}
