using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.Model;

/// <summary>
/// How one company's revenue passes from hand to hand: the one definition everybody works by.
/// It is immutable; a change is a new version. <see cref="ModelRules.Check"/> says whether it makes sense,
/// and everything else in the Domain may rely on a model that passed.
/// </summary>
public sealed record RevenueModel
{
    public required string Company { get; init; }

    /// <summary>Culture name (<c>en</c>, <c>de-DE</c>) for departments that name none of their own.</summary>
    public required string Language { get; init; }

    /// <summary>IANA zone (<c>Europe/Berlin</c>) for departments that name none of their own.</summary>
    public required string TimeZone { get; init; }

    public IReadOnlyList<Department> Departments { get; init; } = [];
    public IReadOnlyList<Seam> Seams { get; init; } = [];

    /// <summary>The buyer's journey, in its order.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    public IReadOnlyList<Definition> Definitions { get; init; } = [];
    public IReadOnlyList<Segment> Segments { get; init; } = [];
    public IReadOnlyList<RejectReason> RejectReasons { get; init; } = [];
    public IReadOnlyList<Reason> HoldReasons { get; init; } = [];
    public IReadOnlyList<Reason> HandBackReasons { get; init; } = [];
    public IReadOnlyList<Reason> CloseReasons { get; init; } = [];

    /// <summary>What can become of an accepted lead.</summary>
    public IReadOnlyList<Disposition> Dispositions { get; init; } = UsualDispositions.All;

    public IReadOnlyList<LeadSource> Sources { get; init; } = [];
    public required LeadRules Leads { get; init; }

    /// <summary>Hours and zones of their own of people who work otherwise than their department, by object id or e-mail address.</summary>
    public IReadOnlyDictionary<string, OwnHours> PeopleHours { get; init; } = new Dictionary<string, OwnHours>();

    /// <summary>Who belongs where, whatever the directory's spellings of departments are: the first that fits.</summary>
    public IReadOnlyList<MembershipRule> Membership { get; init; } = [];

    /// <summary>
    /// Where single people belong, whatever the rules say: the id of a department, or <see cref="MembershipRule.Nobody"/>, by object
    /// id or e-mail address.
    /// </summary>
    public IReadOnlyDictionary<string, string> MembershipOverrides { get; init; } = new Dictionary<string, string>();

    /// <summary>When and how often people are written to unasked.</summary>
    public MessageRules Messages { get; init; } = new();

    /// <summary>When a pattern is drafted as a change of the rules.</summary>
    public CouncilRules Council { get; init; } = new();

    /// <summary>What comes round, and when.</summary>
    public RhythmRules Rhythms { get; init; } = new();

    /// <summary>After which hand-offs people are asked for feedback.</summary>
    public FeedbackRules Feedback { get; init; } = new();

    /// <summary>Who holds a role that numbers name instead of a person: <c>CRO</c>, or a department's name, to an object id or e-mail address.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>The company's numbers. Owners and keepers here are first values: once it was decided otherwise in Teams, the database wins.</summary>
    public IReadOnlyList<NumberFacts> Numbers { get; init; } = [];

    /// <summary>Object ids or e-mail addresses of people, or the object id of an Entra group. Empty: the first installer is administrator.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>
    /// Object ids, lower case, of the groups whose members the model asks for: no others are read. Those among the
    /// administrators may be people's; a directory has no such group then.
    /// </summary>
    public IEnumerable<string> DirectoryGroups => ObjectIds(Membership.SelectMany(rule => rule.Groups).Concat(Administrators));

    /// <summary>Likewise of the teams: object ids of the teams' groups.</summary>
    public IEnumerable<string> DirectoryTeams => ObjectIds(Membership.SelectMany(rule => rule.Teams));

    /// <summary>The segment of a lead that names none, or one that is not in the model.</summary>
    public Segment DefaultSegment => Segments.First(segment => segment.Default);

    /// <summary>Finds a department by its id, its name or one of its labels; case, spaces, underscores and hyphens do not matter.</summary>
    public Department? FindDepartment(string idOrName) =>
        Departments.FirstOrDefault(department => department.Id == idOrName)
        ?? Departments.FirstOrDefault(department => department.IsCalled(idOrName));

    /// <summary>Finds a segment by its id or name.</summary>
    public Segment? FindSegment(string idOrName) =>
        Segments.FirstOrDefault(segment => Spelling.Same(segment.Id, idOrName) || Spelling.Same(segment.Name, idOrName));

    /// <summary>Finds a seam by its id.</summary>
    public Seam? FindSeam(string id) => Seams.FirstOrDefault(seam => Spelling.Same(seam.Id, id));

    /// <summary>Finds a reject reason by its id.</summary>
    public RejectReason? FindReason(string id) => RejectReasons.FirstOrDefault(reason => Spelling.Same(reason.Id, id));

    /// <summary>Finds a disposition by its id.</summary>
    public Disposition? FindDisposition(string id) => Dispositions.FirstOrDefault(one => Spelling.Same(one.Id, id));

    /// <summary>Matches what a form or a list calls a source; what nobody knows is kept as it was written, never dropped.</summary>
    public SourceMatch MatchSource(string raw) =>
        Sources.FirstOrDefault(source => source.IsCalled(raw)) is { } known
            ? new SourceMatch.Known(known)
            : new SourceMatch.Unknown(raw);

    static IEnumerable<string> ObjectIds(IEnumerable<string> written) =>
        written.Select(one => Guid.TryParse(one, out var id) ? id.ToString() : null).OfType<string>().Distinct(StringComparer.Ordinal);
}
