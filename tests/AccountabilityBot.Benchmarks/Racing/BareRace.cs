using System.Text.Json;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Cli;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams;

namespace AccountabilityBot.Benchmarks.Racing;

/// <summary>The floor of the race: one conditional UPDATE, and for who lost it one SELECT that tells the winner's name.</summary>
static class BareRace
{
    const string Win = """UPDATE "Leads" SET "AcceptedAt" = $1, "Owner" = $2, "State" = $3, "Version" = "Version" + 1 WHERE "Id" = $4 AND "State" = $5""";
    const string Owner = """SELECT "Owner" FROM "Leads" WHERE "Id" = $1""";

    public static Task<WebApplication> StartAsync(ByHand sql, Company company) => Loopback.StartBareAsync(app =>
        app.MapPost(TeamsEdge.Path, async (HttpContext context) =>
        {
            using var activity = await JsonDocument.ParseAsync(context.Request.Body);
            var root = activity.RootElement;
            var lead = root.GetProperty("value").GetProperty("action").GetProperty("data").GetProperty("lead").GetGuid();
            var presser = company.FindByReference(root.GetProperty("from").GetProperty("aadObjectId").GetString()!)!;

            await using var connection = await sql.OpenAsync();
            if (await sql.WriteAsync(connection, new Statement(
                Win, sql.Instant(Clock.System.GetUtcNow()), presser.Id.Value, (int)LeadState.Accepted, lead, (int)LeadState.Offered)))
            {
                return Results.Json(new { owner = presser.Name });
            }

            var owner = (await ByHand.ReadAsync(connection, new Statement(Owner, lead)))[0][0];
            return Results.Json(new { owner = company.NameOf(new PersonId(owner is Guid id ? id : Guid.Parse((string)owner)), "") });
        }));
}
