using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Delivery.Letters;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Health;

/// <summary>
/// <c>GET /healthz</c>: the process answers. <c>GET /readyz</c>: it can do its work, each part by name. What every server
/// sees alike (a job store that stands still, something late) is <c>degraded</c> and no reason to send people's presses
/// elsewhere: there would be no server left to answer them.
/// </summary>
static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var started = endpoints.ServiceProvider.GetRequiredService<TimeProvider>().GetTimestamp();
        endpoints.MapGet("/healthz", () => Results.Json(new { status = "alive" }));
        endpoints.MapGet("/readyz", async (
            BotDb db, ILeadership leadership, Sweeps sweeps, Watchdog watchdog, Lateness lateness, EdgeReadiness edge, JobsOptions jobs, TimeProvider clock, CancellationToken ct) =>
        {
            var needed = new Dictionary<string, string?>
            {
                ["database"] = await CanReadAsync(db, ct) ? null : "cannot be reached",
                ["keys"] = await edge.ProblemAsync(ct),
                // That another server leads is as good; a leader that does not get through its work is not.
                ["leader"] = leadership.IsLeader && jobs.Enabled && (sweeps.SinceLastPass ?? clock.GetElapsedTime(started)) > Watchdog.LongestSilence
                    ? "leads, but has made no pass for 30 seconds"
                    : null,
            };
            // Somebody has to look at these, and no other server would do better: they are told, and change nothing about being ready.
            var told = new Dictionary<string, string?>
            {
                ["timetable"] = watchdog.Problem,
                ["lateness"] = lateness.Problem,
                ["delivery"] = needed["database"] is null ? await LettersAsync(db, ct) : null,
            };
            return Answer(needed, told, leadership.IsLeader);
        });
    }

    static IResult Answer(Dictionary<string, string?> needed, Dictionary<string, string?> told, bool leads)
    {
        var ready = needed.Values.All(problem => problem is null);
        var well = told.Values.All(problem => problem is null);
        var parts = needed.Concat(told).ToDictionary(part => part.Key, part => part.Value ?? "ok");
        return Results.Json(new { status = !ready ? "not ready" : well ? "ready" : "degraded", leads, parts }, statusCode: ready ? 200 : 503);
    }

    static async Task<string?> LettersAsync(BotDb db, CancellationToken ct) =>
        await LetterCount.OfAsync(db, ct) is { Dead: var dead, Parked: var parked } && dead + parked > 0
            ? $"{dead} dead and {parked} parked messages wait for somebody who says \"dead letters\""
            : null;

    /// <summary>Reads a table of ours: a server that answers without our schema is not enough.</summary>
    static async Task<bool> CanReadAsync(BotDb db, CancellationToken ct)
    {
        try
        {
            await db.Heartbeats.AnyAsync(ct);
            return true;
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }
}
