using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Delivery;

/// <summary>Two servers on one PostgreSQL, each with a clock of its own.</summary>
public sealed class LeadershipTests : IAsyncDisposable
{
    static readonly CancellationToken Never = CancellationToken.None;

    readonly FakeTimeProvider _clock = new(BotHarness.Start);
    TestDatabase? _database;

    [Fact]
    public async Task Who_takes_over_begins_a_term_of_its_own()
    {
        await using var first = await ServerAsync();
        await using var second = await ServerAsync();
        await first.HoldAsync(Never);
        await second.HoldAsync(Never);
        Assert.True(first.IsLeader);
        Assert.False(second.IsLeader);
        Assert.Equal(0, second.Term);

        await first.DisposeAsync();
        Assert.False(first.IsLeader);
        await UntilLeaderAsync(second);

        Assert.Equal(first.Term + 1, second.Term);
    }

    [Fact]
    public async Task Who_slept_leads_no_more_until_the_database_has_answered()
    {
        await using var server = await ServerAsync();
        await server.HoldAsync(Never);
        _clock.Advance(5.Seconds());
        Assert.True(server.IsLeader);
        _clock.Advance(1.Seconds());
        Assert.False(server.IsLeader);

        await server.HoldAsync(Never);
        Assert.True(server.IsLeader);
        Assert.Equal(1, server.Term);
    }

    [Fact]
    public async Task Whose_term_is_over_begins_another_one_if_the_lock_is_still_theirs()
    {
        await using var server = await ServerAsync();
        await server.HoldAsync(Never);

        server.Lose(7);
        Assert.True(server.IsLeader);
        server.Lose(1);
        Assert.False(server.IsLeader);
        await server.HoldAsync(Never);

        Assert.True(server.IsLeader);
        Assert.Equal(2, server.Term);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    async Task<AdvisoryLockLeadership> ServerAsync()
    {
        Assert.SkipWhen(TestDatabase.WhyNoPostgres is not null, TestDatabase.WhyNoPostgres ?? "");
        _database ??= await TestDatabase.CreateAsync(Database.Postgres, "");
        var connection = _database.Settings.Single(setting => setting.Contains("ConnectionStrings", StringComparison.Ordinal)).Split('=', 2)[1];
        return new AdvisoryLockLeadership(new StorageOptions(StorageOptions.Postgres, connection, null), _clock, NullLogger<AdvisoryLockLeadership>.Instance);
    }

    /// <summary>The database notices a closed connection in its own time.</summary>
    static async Task UntilLeaderAsync(AdvisoryLockLeadership server)
    {
        for (var i = 0; i < 1_000 && !server.IsLeader; i++)
            await server.HoldAsync(Never);
        Assert.True(server.IsLeader);
    }
}
