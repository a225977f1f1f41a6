using System.Text.Encodings.Web;
using System.Text.Json;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Cadence;

/// <summary>A number as a digest found it.</summary>
/// <param name="Value">Of the period that ended on <paramref name="PeriodEnd"/>; none: it has none yet.</param>
/// <param name="Before">Of the period before.</param>
/// <param name="OwnerWritten">What is written down while no one person owns it.</param>
/// <param name="Keeper">Who is to enter the value; none: nobody is known, or the bot counts it.</param>
sealed record NumberLine(
    string Id,
    string Name,
    string? Unit,
    Period Period,
    Direction? Direction,
    decimal? Target,
    decimal? Value,
    decimal? Before,
    DateOnly? PeriodEnd,
    PersonId? Owner,
    string? OwnerWritten,
    PersonId? Keeper,
    bool IsStale)
{
    public bool IsOwned => Owner is not null;

    /// <summary>None: there is no target, no value, or nobody said which way is good.</summary>
    public bool? IsOnTarget => (Value, Target, Direction) switch
    {
        ({ } value, { } target, Domain.Numbers.Direction.Up) => value >= target,
        ({ } value, { } target, Domain.Numbers.Direction.Down) => value <= target,
        _ => null,
    };

    /// <summary>For whoever writes values and periods in words.</summary>
    public NumberFacts Facts() => new(Id, Name) { Unit = Unit, Period = Period };
}

/// <summary>A lead that has not moved for the longest.</summary>
/// <param name="Why">A literal of <see cref="LeakReasons"/>.</param>
/// <param name="Since">UTC.</param>
sealed record StuckLead(LeadId Lead, string Why, PersonId? Owner, DateTimeOffset Since);

/// <summary>One period of a trend.</summary>
sealed record TrendPoint(DateOnly On, int Received, int Accepted, int Won);

/// <summary>The number of a seam, and who answers for it.</summary>
/// <param name="Owner">None: nobody does.</param>
sealed record SeamOwner(string Seam, string Number, PersonId? Owner);

/// <summary>What a digest says of one department, beside the seams themselves.</summary>
sealed record DepartmentContent(string Department)
{
    /// <summary>Whether its way to a win is that of the leads it hands over, and not of those it receives.</summary>
    public bool IsSender { get; init; }

    /// <summary>As they stood when the digest was made.</summary>
    public CommitmentCount Commitments { get; init; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>All it has, those off their target first.</summary>
    public IReadOnlyList<NumberLine> Numbers { get; init; } = [];

    public IReadOnlyList<SeamOwner> SeamOwners { get; init; } = [];

    public IReadOnlyList<StuckLead> Stuck { get; init; } = [];

    /// <summary>New customers that are to be expected; none: it receives none from a win, or too few were won to tell.</summary>
    public IReadOnlyList<ExpectedWeek>? Expected { get; init; }

    public Coverage? Coverage { get; init; }

    /// <summary>The digest's own period is the last.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];

    /// <summary>Over all periods of the trend.</summary>
    public Flow Way { get; init; } = Flow.None;

    /// <summary>Kept promises of the last digest, by department of who promised.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KeptCount>> PromisesBefore { get; init; } = new Dictionary<string, IReadOnlyList<KeptCount>>();

    /// <summary>How many people pressed something on the last digest; none: there was none.</summary>
    public int? Readers { get; init; }
}

/// <summary>What a digest found beside the seams. It names people and leads by their keys only: names can be erased.</summary>
sealed record DigestContent(IReadOnlyList<DepartmentContent> Departments)
{
    static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
    };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static DigestContent Read(string json) => JsonSerializer.Deserialize<DigestContent>(json, Json)!;

    public static string Write(SeamFigures figures) => JsonSerializer.Serialize(figures, Json);

    public static SeamFigures ReadSeam(string json) => JsonSerializer.Deserialize<SeamFigures>(json, Json)!;
}
