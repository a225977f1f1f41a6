using System.Text.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams;

namespace AccountabilityBot.Benchmarks.Accepting;

/// <summary>
/// The floor of an accept: the statements that the bot was seen to send for one, written by hand, in one transaction, behind
/// a bare endpoint that answers as much JSON. It checks no token, asks no rule and draws no card.
/// </summary>
static class BareAccept
{
    const string Load = """
        SELECT l."State", l."Version", l."Rank", o."No", p."Id", l.*, o.*, p.*
        FROM "Leads" l
        LEFT JOIN "Offers" o ON o."LeadId" = l."Id"
        LEFT JOIN "CardPosts" p ON p."LeadId" = l."Id"
        WHERE l."Id" = $1
        """;

    const string UpdateLead = """UPDATE "Leads" SET "AcceptedAt" = $1, "Owner" = $2, "State" = $3, "Version" = $4 WHERE "Id" = $5 AND "Version" = $6""";
    const string UpdateOffer = """UPDATE "Offers" SET "AnsweredAt" = $1, "AnsweredBy" = $2, "Outcome" = $3 WHERE "LeadId" = $4 AND "No" = $5""";
    const string UpdatePost = """UPDATE "CardPosts" SET "Wanted" = $1 WHERE "Id" = $2""";

    const string InsertPost = """
        INSERT INTO "CardPosts" ("Id", "ActivityId", "Attempts", "CallDecidedAt", "ChatRetried", "ConversationId", "CreatedAt", "Failures",
            "Kind", "LastError", "LeadId", "NotBefore", "Person", "Rank", "Reposted", "ServiceUrl", "Shown", "State", "Thread", "Wanted")
        VALUES ($1, NULL, 0, NULL, FALSE, NULL, $2, 0, $3, NULL, $4, $5, $6, $7, FALSE, NULL, 0, 1, $8, $9)
        """;

    const string InsertLedger = """
        INSERT INTO "Ledger" ("Actor", "At", "Kind", "LeadId", "NoteHash", "Other", "PostId", "Reason", "Via")
        VALUES ($1, $2, $3, $4, NULL, NULL, $5, NULL, $6)
        """;

    const string InsertInbox = """INSERT INTO "Inbox" ("ActivityId", "ConversationId", "Kind", "At") VALUES ($1, $2, $3, $4)""";

    /// <param name="example">Accepted by the bot, so that as much is answered as the bot answers.</param>
    public static async Task<WebApplication> StartAsync(ByHand sql, FigureHost host, StockedLead example)
    {
        using var once = new ClosedLoop(Loopback.AddressOf(host.Bot), 1, host.Token) { Keep = true };
        var answer = JsonNode.Parse((await once.EachAsync([example.AcceptedBy(0)])).Answers[0].Body)!;
        var company = host.Bot.Services.GetRequiredService<CompanySource>().Current;
        return await Loopback.StartBareAsync(app => app.MapPost(TeamsEdge.Path, async (HttpContext context) =>
        {
            using var activity = await JsonDocument.ParseAsync(context.Request.Body);
            return await AcceptAsync(sql, company, activity.RootElement) ? Results.Json(answer) : Results.Conflict();
        }));
    }

    static async Task<bool> AcceptAsync(ByHand sql, Company company, JsonElement activity)
    {
        var data = activity.GetProperty("value").GetProperty("action").GetProperty("data");
        var (lead, pressedOn) = (data.GetProperty("lead").GetGuid(), data.GetProperty("post").GetGuid());
        var presser = company.FindByReference(activity.GetProperty("from").GetProperty("aadObjectId").GetString()!)!.Id;
        var now = Clock.System.GetUtcNow();
        var at = sql.Instant(now);

        await using var connection = await sql.OpenAsync();
        var rows = await ByHand.ReadAsync(connection, new Statement(Load, lead));
        if (rows is not [[var state, var known, var rank, var offer, ..], ..] || Whole(state) != (int)LeadState.Offered)
            return false;

        var version = Whole(known);
        return await sql.WriteAsync(connection,
        [
            new(UpdateLead, at, presser.Value, (int)LeadState.Accepted, version + 1, lead, version),
            new(UpdateOffer, at, presser.Value, (int)OfferOutcome.Accepted, lead, Whole(offer)),
            .. rows.Select(row => new Statement(UpdatePost, version + 1, row[4] is string text ? Guid.Parse(text) : row[4])),
            new(InsertPost, Guid.CreateVersion7(now), at, LeadKinds.Personal, lead, at, presser.Value, Whole(rank), CardPost.ThreadOf(presser), version + 1),
            new(InsertLedger, presser.Value, at, LeadEvents.Accepted, lead, pressedOn, Via.Card),
            new(InsertInbox,
                activity.GetProperty("id").GetString(), activity.GetProperty("conversation").GetProperty("id").GetString(), activity.GetProperty("name").GetString(), at),
        ]);
    }

    // SQLite has one kind of whole number, 64 bits long.
    static int Whole(object value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
