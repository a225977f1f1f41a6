using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Delivery.Letters;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Health;

/// <summary><c>GET /healthz</c>: the process answers. <c>GET /readyz</c>: it can do its work, each part by name.</summary>
static class HealthEndpoints
{
    /// <summary>The timetable ticks every five seconds; after six missed ticks something is wrong.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var started = endpoints.ServiceProvider.GetRequiredService<TimeProvider>().GetTimestamp();
        endpoints.MapGet("/healthz", () => Results.Json(new { status = "alive" }));
        endpoints.MapGet("/readyz", (BotDb db, ILeadership leadership, Sweeps sweeps, EdgeReadiness edge, JobsOptions jobs, TimeProvider clock, CancellationToken ct) =>
            ReadyAsync(db, leadership, sweeps, edge, jobs, clock, clock.GetElapsedTime(started), ct));
    }

    static async Task<IResult> ReadyAsync(
        BotDb db, ILeadership leadership, Sweeps sweeps, EdgeReadiness edge, JobsOptions jobs, TimeProvider clock, TimeSpan sinceStart, CancellationToken ct)
    {
        var (database, tick) = await TryReadAsync(db, ct);
        var parts = new Dictionary<string, string?>
        {
            ["database"] = database ? null : "cannot be reached",
            ["keys"] = await edge.ProblemAsync(ct),
            ["timetable"] = !jobs.Enabled || sinceStart < LongestSilence || clock.GetUtcNow() - tick < LongestSilence ? null : "has not ticked for 30 seconds",
            // That another server leads is as good; a leader that does not get through its work is not.
            ["leader"] = leadership.IsLeader && jobs.Enabled && (sweeps.SinceLastPass ?? sinceStart) > LongestSilence ? "leads, but has made no pass for 30 seconds" : null,
        };
        var ready = parts.Values.All(problem => problem is null);
        var shown = parts.ToDictionary(part => part.Key, part => part.Value ?? "ok");
        // Somebody has to look, and no other server would do better: it is told, and changes nothing about being ready.
        shown["delivery"] = database && await LetterCount.OfAsync(db, ct) is { Dead: var dead, Parked: var parked } && dead + parked > 0
            ? $"{dead} dead and {parked} parked messages wait for somebody who says \"dead letters\""
            : "ok";
        return Results.Json(new { status = ready ? "ready" : "not ready", leads = leadership.IsLeader, parts = shown }, statusCode: ready ? 200 : 503);
    }

    /// <summary>Reads a table of ours: a server that answers without our schema is not enough.</summary>
    static async Task<(bool Reached, DateTimeOffset? Tick)> TryReadAsync(BotDb db, CancellationToken ct)
    {
        try
        {
            var tick = await db.Heartbeats.AsNoTracking().SingleOrDefaultAsync(row => row.Name == Heartbeats.Timetable, ct);
            return (true, tick?.At);
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return (false, null);
        }
    }
}
