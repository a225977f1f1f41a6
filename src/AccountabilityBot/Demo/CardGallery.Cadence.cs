using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>The weekly digest.</summary>
sealed partial class CardGallery
{
    static readonly DateOnly DigestDay = new(2026, 11, 16);

    void FillCadence()
    {
        var sales = DigestOf("sales");
        Add("digest", "The weekly digest of a department", DigestCard.Draw(sales));
        Add("digest-details", "Its details, for who asked for them", DigestCard.Details(sales));
        Add("digest-german", "The same in German", DigestCard.Draw(sales with { Say = Sentences.In("de") }));
        Add("digest-operations", "A department that receives customers: what is to be expected", DigestCard.Draw(DigestOf("operations")));
        Add("digest-two-departments", "Two departments in one channel", DigestCard.Draw(DigestOf("sales", "operations")));
        Add("digest-asked", "The digest, asked for in the middle of a week", DigestCard.Draw(sales with { Digest = DigestRow(["sales"], isAsked: true) }));
        Add("digest-quiet", "Nothing to say", DigestCard.Draw(sales with { Digest = DigestRow(["sales"], isQuiet: true) }));
        Add("digest-no-place", "To the head: the channel is gone", DigestCard.Draw(sales, _say.Plain("digest.no-place", sales.Names, "Sales EMEA")));
    }

    DigestView DigestOf(params string[] departments) => new()
    {
        Digest = DigestRow(departments),
        Content = new DigestContent([.. departments.Select(department => department is "sales" ? OfSales() : OfOperations())]),
        Seams = departments.SelectMany(department => (department is "sales" ? SeamsOfSales() : SeamsOfOperations()).Select(seam => (department, seam))).ToLookup(one => one.department, one => one.seam),
        Leads = OfSales().Stuck.Zip((string[])["Hölzl Tiefkühllogistik GmbH", "Vaccine Depot Antwerp", "Frigo Sul Alimentos"], (stuck, name) => (stuck.Lead, name))
            .Select((one, at) => (one.Lead, Named: new NamedLead($"L-{1042 + (at * 17)}", one.name))).ToDictionary(one => one.Lead, one => one.Named),
        Commitments = Rows() is var rows && departments[0] is "sales" ? [rows[0], rows[3], rows[4], rows[1]] : [],
        Now = Now,
        Company = _company,
        Say = _say,
        PostId = Guid.CreateVersion7(Now),
    };

    static Digest DigestRow(string[] departments, bool isAsked = false, bool isQuiet = false) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Key = "gallery",
        ChannelId = isAsked ? null : "19:sales",
        On = DigestDay,
        From = new DateTimeOffset(2026, 11, 8, 23, 0, 0, TimeSpan.Zero),
        Until = new DateTimeOffset(2026, 11, 15, 23, 0, 0, TimeSpan.Zero),
        MadeAt = new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero),
        Departments = string.Join('|', departments),
        IsQuiet = isQuiet,
        Content = "",
    };

    static IReadOnlyList<SeamFigures> SeamsOfSales() =>
    [
        new("marketing-sales", "marketing", "sales")
        {
            Came = new Flow(41, 33, 14, 8, 6, 3, 5),
            WonValue = new Dictionary<string, long> { ["EUR"] = 8_450_000 },
            OpenValue = new Dictionary<string, long> { ["EUR"] = 38_200_000, ["USD"] = 6_400_000 },
            OpenDeals = 27,
            OpenWithoutValue = 2,
            Promises = [new(Lead.NameOf(PromiseKind.Answer), 36, 41), new(Lead.NameOf(PromiseKind.FirstTouch), 29, 33), new(Lead.NameOf(PromiseKind.FollowUp), 44, 60), new(Lead.NameOf(PromiseKind.Complete), 38, 41)],
            Sources = [new("paid-search", 19, 1), new("webinar", 12, 2), new("fair", 6, 0), new("Cold Chain Weekly, print", 4, 0)],
            Leak = new Leak(7, new Dictionary<string, long> { ["EUR"] = 12_400_000 }, TimeSpan.FromDays(3.2)),
        },
        new("sdr-sales", "sdr", "sales")
        {
            Came = new Flow(12, 11, 5, 3, 1, 1, 1),
            Promises = [new(Lead.NameOf(PromiseKind.Answer), 12, 12), new(Lead.NameOf(PromiseKind.FirstTouch), 9, 11)],
            Leak = new Leak(1, new Dictionary<string, long>(), TimeSpan.FromHours(19)),
        },
    ];

    static IReadOnlyList<SeamFigures> SeamsOfOperations() =>
    [
        new("sales-operations", "sales", "operations")
        {
            Came = new Flow(4, 4, 0, 0, 0, 3, 0),
            Promises = [new(Lead.NameOf(PromiseKind.Answer), 4, 4), new(Lead.NameOf(PromiseKind.Complete), 3, 4)],
        },
    ];

    DepartmentContent OfSales() => new("sales")
    {
        Commitments = new CommitmentCount(Kept: 2, Late: 0, Moved: 1, Dropped: 0, Missed: 1, Coming: 1),
        Numbers =
        [
            new("win-rate", "Win rate", "%", Period.Month, Direction.Up, 25, 21.4m, 23.1m, new DateOnly(2026, 10, 31), _me.Id, null, null, IsStale: false),
            new("speed", "Speed to lead, median", "minutes", Period.Week, Direction.Down, 60, 41, 52, new DateOnly(2026, 11, 15), _colleague.Id, null, null, IsStale: false),
            new("created", "Pipeline created", "EUR", Period.Week, Direction.Up, 150_000, 184_000, 121_500, new DateOnly(2026, 11, 15), _me.Id, null, null, IsStale: false),
            new("accuracy", "Forecast accuracy", "%", Period.Month, Direction.Up, 85, 82, 82, new DateOnly(2026, 9, 30), _guardian.Id, null, _colleague.Id, IsStale: true),
            new("discount", "Average discount", "%", Period.Month, Direction.Down, null, null, null, null, null, "CRO", null, IsStale: false),
        ],
        SeamOwners = [new("marketing-sales", "leakage", _me.Id)],
        Stuck =
        [
            new(new LeadId(Guid.Parse("00000000-0000-7000-8000-000000000001")), LeakReasons.Silent, _me.Id, Now.AddDays(-17)),
            new(new LeadId(Guid.Parse("00000000-0000-7000-8000-000000000002")), LeakReasons.Guardian, null, Now.AddDays(-6)),
            new(new LeadId(Guid.Parse("00000000-0000-7000-8000-000000000003")), LeakReasons.Queue, null, Now.AddDays(-3)),
        ],
        Coverage = new Coverage("EUR", 382_000, 600_000, 418_500),
        Trend = [.. new (int Received, int Accepted, int Won)[] { (38, 30, 2), (35, 31, 4), (44, 36, 3), (40, 29, 2), (47, 40, 4), (51, 42, 3), (46, 41, 5), (43, 30, 2), (39, 33, 4), (48, 41, 3), (52, 40, 3), (49, 43, 6), (53, 44, 4) }
            .Select((point, at) => new TrendPoint(DigestDay.AddDays(-7 * (12 - at)), point.Received, point.Accepted, point.Won))],
        Way = new Flow(585, 480, 212, 121, 84, 45, 71),
        PromisesBefore = new Dictionary<string, IReadOnlyList<KeptCount>>
        {
            ["sales"] = [new(Lead.NameOf(PromiseKind.Answer), 40, 49), new(Lead.NameOf(PromiseKind.FirstTouch), 33, 40), new(Lead.NameOf(PromiseKind.FollowUp), 51, 62)],
        },
        Readers = 6,
    };

    DepartmentContent OfOperations() => new("operations")
    {
        Numbers = [new("sites", "Sites gone live on the promised day", "%", Period.Month, Direction.Up, 90, 93, 88, new DateOnly(2026, 10, 31), _guardian.Id, null, null, IsStale: false)],
        Expected = [new(3.1, 1, 5), new(2.6, 1, 5), new(2.2, 0, 4), new(1.7, 0, 3)],
        Trend = [.. new (int Received, int Accepted)[] { (3, 3), (5, 5), (2, 2), (4, 4) }.Select((point, at) => new TrendPoint(DigestDay.AddDays(-7 * (3 - at)), point.Received, point.Accepted, 0))],
        Way = new Flow(14, 14, 0, 0, 0, 11, 0),
    };
}
