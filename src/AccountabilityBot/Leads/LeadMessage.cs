using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountabilityBot.Leads;

/// <summary>A lead as <c>POST /api/leads</c> and the import take it (DESIGN, section 5). All of it is text from outside.</summary>
public sealed record LeadMessage
{
    public string? ExternalId { get; init; }
    public string? Source { get; init; }
    public string? Name { get; init; }
    public string? Company { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Url { get; init; }
    public string? Segment { get; init; }

    /// <summary>In major units of <see cref="Currency"/>: 12500.50.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public decimal? Value { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    public string? Campaign { get; init; }
    /// <summary>The buyer asked not to be called.</summary>
    public bool DoNotCall { get; init; }

    /// <summary>The buyer asked not to be written to.</summary>
    public bool DoNotEmail { get; init; }

    /// <summary>Neither.</summary>
    public bool DoNotContact { get; init; }

    public string? Kind { get; init; }
    public string? Seam { get; init; }
    public string? Department { get; init; }
    public LeadSender? From { get; init; }

    /// <summary>When the buyer came; ISO 8601 with an offset. None: now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>How it ended, where a list tells it in the same row; no part of the API.</summary>
    internal Dispositions.ToldOutcome? Outcome { get; init; }

    /// <summary>Anything else; values that are not text are kept as their JSON.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }
}

/// <param name="Department">Id or name.</param>
/// <param name="Person">Object id or e-mail address.</param>
public sealed record LeadSender(string? Department, string? Person);

/// <summary>What became of one message.</summary>
/// <param name="Result"><c>created</c>, <c>updated</c>, <c>reopened</c>, <c>unchanged</c> or <c>refused</c>.</param>
/// <param name="Problem">Of a refused one: names the field.</param>
public sealed record LeadResult(
    string? ExternalId,
    Guid? Id,
    string? No,
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LeadProblem? Problem = null)
{
    /// <summary>The row told how the lead ended, and it was taken, now or before; no part of the API.</summary>
    internal EndTaken? End { get; init; }

    public const string Created = "created";
    public const string Updated = "updated";
    public const string Reopened = "reopened";
    public const string Unchanged = "unchanged";
    public const string RefusedResult = "refused";

    public static LeadResult Refused(LeadMessage message, LeadProblem problem) => new(message.ExternalId, null, null, RefusedResult, problem);
}

/// <param name="Code">Id of the disposition.</param>
/// <param name="IsBeforeArrival">It is said to have happened on a day before the lead came.</param>
sealed record EndTaken(string Code, bool IsBeforeArrival);

/// <summary>A field, and a sentence that says what is wrong with it, what was found and what is allowed.</summary>
public sealed record LeadProblem(string Field, [property: JsonPropertyName("detail")] string Sentence);
