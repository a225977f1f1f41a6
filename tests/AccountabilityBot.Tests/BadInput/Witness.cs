using System.Collections.Concurrent;
using System.Text.Json;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>Looks on while something bad comes in: what the store held before and holds after, and what the log says of it.</summary>
sealed class Witness : ILoggerProvider
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    readonly BotHarness _bot;
    readonly string _before;
    readonly ConcurrentQueue<(string Category, LogLevel Level, string Text)> _lines = [];

    Witness(BotHarness bot, string before) => (_bot, _before) = (bot, before);

    /// <summary>Begins to look when the bot is at rest.</summary>
    internal static async Task<Witness> AtAsync(BotHarness bot)
    {
        await bot.Overlook();
        var witness = new Witness(bot, await StoredAsync(bot));
        bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(witness);
        return witness;
    }

    /// <summary>Our own lines that an operator sees.</summary>
    internal IReadOnlyList<string> Lines =>
        [.. _lines.Where(line => line.Level >= LogLevel.Information && line.Category.StartsWith("AccountabilityBot.", StringComparison.Ordinal)).Select(line => line.Text)];

    /// <summary>No lead and no line of the ledger is other than it was; one line in the log says why, and none a secret.</summary>
    /// <param name="line">Words of the line.</param>
    /// <param name="secrets">What must stand nowhere in the log, whoever writes it; the key never does.</param>
    internal async Task NothingHappenedBut(string line, params string[] secrets)
    {
        Assert.Contains(line, Assert.Single(Lines), StringComparison.Ordinal);
        await NothingHappened(secrets);
    }

    /// <inheritdoc cref="NothingHappenedBut"/>
    internal async Task NothingHappened(params string[] secrets)
    {
        await _bot.Silence();
        Assert.Equal(_before, await StoredAsync(_bot));
        Assert.All((string[])[BotHarness.Key, .. secrets], secret =>
            Assert.DoesNotContain(_lines, written => written.Text.Contains(secret, StringComparison.Ordinal)));
    }

    public ILogger CreateLogger(string categoryName) => new Pen(categoryName, _lines);

    public void Dispose()
    {
    }

    static Task<string> StoredAsync(BotHarness bot) => bot.Read(async db => JsonSerializer.Serialize(
        new
        {
            Leads = await db.Leads.AsNoTracking().Include(lead => lead.Offers).OrderBy(lead => lead.No).ToListAsync(),
            Ledger = await db.Ledger.AsNoTracking().Include(row => row.Note).OrderBy(row => row.Seq).ToListAsync(),
        },
        Readable));

    sealed class Pen(string category, ConcurrentQueue<(string Category, LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, logLevel, formatter(state, exception) + exception));
    }
}
