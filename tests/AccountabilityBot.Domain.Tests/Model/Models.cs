using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Model;

/// <summary>A small model that breaks no rule; tests change one thing of it.</summary>
static class Models
{
    public const string Head = "head@firm.example";
    public const string Guardian = "guardian@firm.example";

    public static RevenueModel Good { get; } = new()
    {
        Company = "Firm",
        Language = "en",
        TimeZone = "Europe/Berlin",
        Departments = [Department("marketing", "Marketing"), Department("sales", "Sales", "Sales EMEA")],
        Seams = [new Seam("marketing-sales", "marketing", "sales", "Inquiries")],
        Stages = [new Stage("inquiry", "Inquiry")],
        Definitions = [new Definition("lead", "Lead", "Somebody who asked.")],
        Segments =
        [
            new Segment("hot", "Hot", OfferKind.Pool, TimeSpan.FromMinutes(5), 1, Default: false),
            new Segment("warm", "Warm", OfferKind.Person, TimeSpan.FromHours(1), 2, Default: true),
        ],
        RejectReasons =
        [
            new RejectReason("no-fit", "No fit", new Question("What does not fit?", 0, [new Choice("small", "Too small"), new Choice("far", "Too far")])),
            new RejectReason("no-need", "No need", null),
            new RejectReason("bad-contact", "Bad contact", null),
            new RejectReason("duplicate", "Duplicate", null),
            new RejectReason("customer", "Customer", null),
            new RejectReason("other", "Other", new Question("Why?", 10, [])),
        ],
        HoldReasons = [new Reason("later", "Later")],
        HandBackReasons = [new Reason("away", "Away")],
        CloseReasons = [new Reason("test", "Test")],
        Sources = [new LeadSource("paid-search", "Paid search", ["google", "Google Ads"]), new LeadSource("fair", "Fair", ["Trade Show"])],
        Leads = new LeadRules("sales", "marketing-sales"),
        Administrators = [Head],
    };

    public static Department Department(string id, string name, params string[] labels) =>
        new(id, name, "en", "Europe/Berlin", Head, Guardian, labels, Channel: null, Domain.Model.Department.DefaultPoolOffers);

    /// <summary>The model with one department changed.</summary>
    public static RevenueModel WithDepartment(Func<Department, Department> change) =>
        Good with { Departments = [Good.Departments[0], change(Good.Departments[1])] };

    /// <summary>The model with its last segment, the default, changed.</summary>
    public static RevenueModel WithSegment(Func<Segment, Segment> change) =>
        Good with { Segments = [Good.Segments[0], change(Good.Segments[1])] };

    /// <summary>The model with the reason <c>other</c> replaced.</summary>
    public static RevenueModel WithLastReason(RejectReason reason) =>
        Good with { RejectReasons = [.. Good.RejectReasons.SkipLast(1), reason] };
}
