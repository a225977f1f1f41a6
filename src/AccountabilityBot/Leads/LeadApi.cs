using System.Text.Json;
using System.Text.Json.Serialization;
using AccountabilityBot.Api;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary><c>POST /api/leads</c> and <c>GET /api/leads/{id or no}</c> (DESIGN, section 5).</summary>
static partial class LeadApi
{
    const string FeedbackLines = "feedback.";
    const string CommitmentLines = "commitment.";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = ApiAnswers.DeepestJson,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static void MapLeadApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/leads", PostAsync);
        endpoints.MapGet("/api/leads/{which}", GetAsync);
    }

    static async Task<IResult> PostAsync(
        HttpContext http, ApiOptions options, LeadIntake intake, TimeProvider clock, ILoggerFactory loggers, CancellationToken ct)
    {
        var log = LogOf(loggers);
        var now = clock.GetUtcNow();
        var (bytes, caller, refusal) = await ApiAnswers.AdmitAsync(http.Request, options, "send the leads in several calls.", now, log, ct);
        if (refusal is not null)
            return refusal;

        // Only now: a signature is made over the bytes as they came.
        if (!TryRead(bytes!, log, out var elements, out var problem))
            return problem!;
        var (messages, refused) = Messages(elements!, caller!);
        var taken = new Queue<LeadResult>(await intake.TakeAsync([.. messages.OfType<LeadMessage>()], Via.Api, now, ct));
        var results = messages.Select((message, index) => message is null ? refused[index] : taken.Dequeue()).ToList();
        if (results.Find(result => result.Problem is not null) is { Problem: { } first })
            Log.LeadsRefused(log, results.Count(result => result.Problem is not null), results.Count, NameIn(first.Field));
        return Answer(results);
    }

    static async Task<IResult> GetAsync(
        string which, HttpContext http, ApiOptions options, BotDb db, CompanySource companies, ILoggerFactory loggers, CancellationToken ct)
    {
        if (!ApiCaller.HasKey(http.Request.Headers, options))
            return ApiAnswers.Unauthorized(LogOf(loggers), "Send a key in X-Api-Key.");
        var lead = await FindAsync(db, which, ct);
        if (lead is null)
            return ApiAnswers.Problem(LogOf(loggers), 404, "There is no such lead", $"which is \"{which}\"; give an id or a number such as L-1042.", "which");

        var company = companies.Current;
        var ledger = await db.Ledger.AsNoTracking().Include(row => row.Note)
            .Where(row => row.LeadId == lead.Id)
            // What people say to each other about a hand-off, and promise for it, is between them.
            .Where(row => !row.Kind.StartsWith(FeedbackLines) && !row.Kind.StartsWith(CommitmentLines))
            .OrderBy(row => row.Seq).ToListAsync(ct);
        var offer = lead.OpenOffer;
        return Results.Json(
            new
            {
                id = lead.Id.Value,
                no = lead.Label,
                state = lead.State.ToString().ToLowerInvariant(),
                stage = lead.Stage is { } stage ? Domain.Model.DispositionWords.Of(stage) : null,
                disposition = lead.DispositionCode is { } code ? new { code, reason = lead.DispositionReason } : null,
                opportunity = lead.OpportunitySince is { } since ? new { since, valueMinor = lead.OpportunityMinor, currency = lead.OpportunityCurrency } : null,
                origin = lead.Origin?.Value,
                owner = lead.Owner is { } owner ? PersonJson(owner, company) : null,
                offer = offer is null ? null : new
                {
                    to = offer.To is { } to ? PersonJson(to, company) : null,
                    pool = offer.IsPool ? lead.Department : null,
                    offeredAt = offer.OfferedAt,
                    why = offer.ReasonCode,
                },
                dueAt = lead.Promise?.DueAt ?? offer?.DueAt,
                promise = lead.Promise is { } promise ? PromiseJson(promise) : null,
                ledger = ledger.Select(row => new
                {
                    at = row.At,
                    kind = row.Kind,
                    actor = row.Actor is { } actor ? PersonJson(actor, company) : null,
                    via = row.Via,
                    reason = row.Reason,
                    note = row.Note?.Text,
                }),
            },
            Json);
    }

    static async Task<Lead?> FindAsync(BotDb db, string which, CancellationToken ct)
    {
        var leads = db.Leads.AsNoTracking().Include(lead => lead.Offers);
        if (Guid.TryParse(which, out var id))
            return await leads.SingleOrDefaultAsync(lead => lead.Id == new LeadId(id), ct);
        var digits = which.StartsWith("L-", StringComparison.OrdinalIgnoreCase) ? which[2..] : which;
        return long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var no)
            ? await leads.SingleOrDefaultAsync(lead => lead.No == no, ct)
            : null;
    }

    static object PromiseJson(RunningPromise promise) => new
    {
        kind = Lead.NameOf(promise.Kind),
        startedAt = promise.StartedAt,
        pausedAt = promise.PausedAt,
        rungs = promise.Rungs.Select((rung, index) => new { rung = rung.Name, dueAt = rung.DueAt, climbed = index < promise.Climbed }),
    };

    static object PersonJson(PersonId person, Company company) =>
        new { id = company.Find(person)?.ObjectId, name = company.NameOf(person, "somebody who has left") };

    /// <summary>One lead or an array, element by element: one that cannot be read does not keep the others out.</summary>
    static bool TryRead(byte[] body, ILogger log, out List<JsonElement>? elements, out IResult? problem)
    {
        (var root, problem) = ApiAnswers.Read(body, log);
        elements = root?.ValueKind switch
        {
            JsonValueKind.Object => [root.Value],
            JsonValueKind.Array => [.. root.Value.EnumerateArray()],
            _ => null,
        };
        if (root is not null && elements is null)
            problem = ApiAnswers.Problem(log, 400, "The body is not a lead", "The body must be one lead, or an array of leads.", "body");
        return elements is not null;
    }

    static (List<LeadMessage?> Messages, Dictionary<int, LeadResult> Refused) Messages(List<JsonElement> elements, ApiCaller caller)
    {
        var messages = new List<LeadMessage?>();
        var refused = new Dictionary<int, LeadResult>();
        for (var index = 0; index < elements.Count; index++)
        {
            try
            {
                var message = elements[index].Deserialize<LeadMessage>(Json) ?? new LeadMessage();
                messages.Add(FromCaller(message, caller));
            }
            catch (JsonException unreadable)
            {
                var field = unreadable.Path is { Length: > 2 } path ? path[2..] : "lead";
                messages.Add(null);
                refused[index] = LeadResult.Refused(new LeadMessage(), new LeadProblem(field, $"{field} has a value of another kind than the contract says."));
            }
        }

        return (messages, refused);
    }

    /// <summary>Who signs for a source sends that source, and no other.</summary>
    static LeadMessage FromCaller(LeadMessage message, ApiCaller caller) =>
        caller.WebhookSource is { } source ? message with { Source = source } : message;

    static IResult Answer(List<LeadResult> results)
    {
        if (results.Count > 0 && results.All(result => result.Result == LeadResult.RefusedResult))
        {
            return Results.Problem(
                statusCode: 422,
                title: results.Count == 1 ? "The lead was refused" : "All leads were refused",
                detail: results[0].Problem!.Sentence,
                extensions: new Dictionary<string, object?> { ["field"] = results[0].Problem!.Field, ["leads"] = results });
        }

        var isNew = results.Any(result => result.Result is LeadResult.Created or LeadResult.Updated or LeadResult.Reopened);
        return Results.Json(new { leads = results }, Json, statusCode: isNew ? 202 : 200);
    }

    static ILogger LogOf(ILoggerFactory loggers) => loggers.CreateLogger("AccountabilityBot.Leads.LeadApi");

    /// <summary>The contract's own name of a field; what a sender calls theirs stays out of the log.</summary>
    static string NameIn(string field) => string.Concat(field.TakeWhile(char.IsAsciiLetter));

    // Neither a key nor a lead's words ever.
    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Count} of {All} leads of a call; the first for its field {Field}")]
        internal static partial void LeadsRefused(ILogger log, int count, int all, string field);
    }
}
