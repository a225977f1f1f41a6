using AccountabilityBot.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Harness;

/// <summary>How a scenario's bot differs from the usual one.</summary>
sealed record BotSetup
{
    internal string Model { get; init; } = Brightwater.Model;

    /// <summary>None: people come from elsewhere.</summary>
    internal string? People { get; init; } = Brightwater.PeopleCsv;

    /// <summary>One that others go by too.</summary>
    internal FakeTimeProvider? Clock { get; init; }

    /// <summary>Department to home channel.</summary>
    internal IReadOnlyDictionary<string, Channel> Homes { get; init; } = Brightwater.Homes;

    /// <summary>Kinds of messages of the test's own.</summary>
    internal Action<DeliveryKinds> Kinds { get; init; } = _ => { };

    /// <summary>Further configuration, as <c>--Section:Key=value</c>.</summary>
    internal IReadOnlyList<string> Settings { get; init; } = [];
}

/// <summary>
/// A test that starts a bot. When it ends, whatever the bot said and no line of the test expected fails it, beside
/// whatever failed before.
/// </summary>
public abstract class Scenario : IAsyncDisposable
{
    BotHarness? _bot;

    internal async Task<BotHarness> StartAsync(Database database, BotSetup? setup = null) =>
        _bot = await BotHarness.StartAsync(database, setup ?? new BotSetup());

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_bot is null)
            return;
        try
        {
            await _bot.ExpectNothingElse();
        }
        finally
        {
            await _bot.DisposeAsync();
        }
    }
}
