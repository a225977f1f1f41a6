using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
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
        endpoints.MapGet("/healthz", () => Results.Json(new { status = "alive" }));
        endpoints.MapGet("/readyz", ReadyAsync);
    }

    static async Task<IResult> ReadyAsync(
        BotDb db, ILeadership leadership, EdgeReadiness edge, TimetableTicks ticks, JobsOptions jobs, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var database = await CanReachAsync(db, ct);
        var keys = await edge.ProblemAsync(ct);
        var timetable = !jobs.Enabled || (ticks.LastTickAt is { } tick && now - tick < LongestSilence);
        var parts = new Dictionary<string, string>
        {
            ["database"] = database ? "ok" : "cannot be reached",
            ["keys"] = keys ?? "ok",
            ["timetable"] = !jobs.Enabled ? "switched off" : timetable ? "ok" : "has not ticked for 30 seconds",
            // Another server may lead: that is as good.
            ["leader"] = leadership.IsLeader ? "this server" : "another server, or none yet",
        };
        var ready = database && keys is null && timetable;
        return Results.Json(new { status = ready ? "ready" : "not ready", parts }, statusCode: ready ? 200 : 503);
    }

    static async Task<bool> CanReachAsync(BotDb db, CancellationToken ct)
    {
        try
        {
            // Reads a table of ours: a server that answers without our schema is not enough.
            await db.Counters.AsNoTracking().AnyAsync(ct);
            return true;
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }
}
