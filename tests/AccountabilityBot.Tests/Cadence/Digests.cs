using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>A company with digests, and what tests about them have in common.</summary>
static class Digests
{
    /// <summary>Brightwater, whose channels have a digest on Mondays at nine in Berlin.</summary>
    internal static string Model(string more = "") => Brightwater.Model.Replace("digest: never", "digest: every monday 09:00", StringComparison.Ordinal) + more;

    /// <summary>The Monday after the harness begins, at nine in Berlin.</summary>
    internal static readonly DateTimeOffset FirstMonday = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Time passes until then; whatever is said meanwhile is of no matter.</summary>
    internal static async Task Until(this BotHarness bot, DateTimeOffset instant)
    {
        // By days: what comes due meanwhile has its time.
        while (instant - bot.Clock.GetUtcNow() is { } left && left > TimeSpan.Zero)
        {
            await bot.Advance(left > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : left);
            bot.Teams.Overlook();
        }
    }

    /// <summary>As another server would: it has not looked yet.</summary>
    internal static async Task<int> MakeAsync(IServiceProvider services, DateTimeOffset now, DigestClock? clock = null)
    {
        await using var scope = services.CreateAsyncScope();
        var sweep = new DigestSweep(
            scope.ServiceProvider.GetRequiredService<BotDb>(),
            scope.ServiceProvider.GetRequiredService<DigestReading>(),
            scope.ServiceProvider.GetRequiredService<CompanySource>(),
            clock ?? new DigestClock(),
            NullLogger<DigestSweep>.Instance);
        return await sweep.MakeAsync(now, TestContext.Current.CancellationToken);
    }
}
