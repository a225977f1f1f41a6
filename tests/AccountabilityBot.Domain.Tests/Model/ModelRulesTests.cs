using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class ModelRulesTests
{
    static readonly RevenueModel _good = Models.Good;

    /// <summary>What is broken, how, where it must be reported, and words that the sentence must hold.</summary>
    static readonly (string Case, RevenueModel Broken, string Path, string Words)[] _cases =
    [
        ("an empty company", _good with { Company = " " }, "company", "empty"),
        ("an unknown language", _good with { Language = "german" }, "language", "\"german\" is no known language"),
        ("a language with an underscore", _good with { Language = "pt_BR" }, "language", "\"pt_BR\""),
        ("an unknown zone", _good with { TimeZone = "Europe/Berln" }, "timeZone", "Did you mean \"Europe/Berlin\"?"),
        ("a Windows zone", _good with { TimeZone = "W. Europe Standard Time" }, "timeZone", "Windows' name for \"Europe/Berlin\""),
        ("a zone in the wrong case", _good with { TimeZone = "europe/berlin" }, "timeZone", "Did you mean \"Europe/Berlin\"?"),
        ("the server's own zone", _good with { TimeZone = "localtime" }, "timeZone", "no known time zone"),
        ("an administrator by name", _good with { Administrators = ["Ana"] }, "administrators[0]", "\"Ana\" names nobody for certain"),
        ("no department", _good with { Departments = [], Seams = [] }, "departments", "There is no department"),
        ("a department's id in capitals", Models.WithDepartment(own => own with { Id = "Sales" }), "departments.Sales", "\"Sales\" is no id"),
        ("two departments of one id", _good with { Departments = [.. _good.Departments, Models.Department("sales", "More")] }, "departments.sales", "used 2 times"),
        ("a label of two departments", _good with { Departments = [.. _good.Departments, Models.Department("more", "More", "sales_emea")] }, "departments.more", "\"sales\" and \"more\""),
        ("a department without a head", Models.WithDepartment(own => own with { Head = "" }), "departments.sales.head", "Nobody is named"),
        ("a department without a guardian", Models.WithDepartment(own => own with { Guardian = "" }), "departments.sales.guardian", "Nobody is named"),
        ("a department's unknown zone", Models.WithDepartment(own => own with { TimeZone = "Mars/Base" }), "departments.sales.timeZone", "\"Mars/Base\""),
        ("no pool offers", Models.WithDepartment(own => own with { PoolOffers = 0 }), "departments.sales.poolOffers", "1 to 100"),
        ("a channel over http", Models.WithDepartment(own => own with { Channel = new("19:a", "19:b", "http://x.example/", "General") }), "departments.sales.channel.serviceUrl", "https"),
        ("no seam", _good with { Seams = [] }, "seams", "There is no seam"),
        ("a seam from nowhere", _good with { Seams = [_good.Seams[0] with { From = "marketng" }] }, "seams.marketing-sales.from", "Did you mean \"marketing\"?"),
        ("a seam to itself", _good with { Seams = [_good.Seams[0] with { From = "sales" }] }, "seams.marketing-sales.to", "to itself"),
        ("a definition without words", _good with { Definitions = [new("lead", "Lead", "")] }, "definitions.lead.text", "empty"),
        ("no default segment", Models.WithSegment(own => own with { Default = false }), "segments", "No segment is the default"),
        ("two default segments", _good with { Segments = [.. _good.Segments, _good.Segments[1] with { Id = "cold" }] }, "segments.cold.default", "\"warm\" and \"cold\""),
        ("no time to accept", Models.WithSegment(own => own with { AcceptWithin = TimeSpan.Zero }), "segments.warm.acceptWithin", "0m is out of range; 1m to 30d"),
        ("too much time to accept", Models.WithSegment(own => own with { AcceptWithin = 31 * LeadRules.WorkingDay }), "segments.warm.acceptWithin", "31d is out of range"),
        ("five reject reasons", _good with { RejectReasons = [.. _good.RejectReasons.Skip(1)] }, "rejectReasons", "There are 5 reject reasons; 6 to 8"),
        ("nine reject reasons", _good with { RejectReasons = [.. _good.RejectReasons, new("a", "A", null), new("b", "B", null), new("c", "C", null)] }, "rejectReasons", "There are 9"),
        ("reasons that ask nothing", _good with { RejectReasons = [.. _good.RejectReasons.Select(own => own with { Id = own.Id + "2", Question = null })] }, "rejectReasons", "at least one must"),
        ("other without a question", Models.WithLastReason(new("other", "Other", null)), "rejectReasons.other", "must ask for words"),
        ("other with too short an answer", Models.WithLastReason(new("other", "Other", new("Why?", 9, []))), "rejectReasons.other", "at least 10"),
        ("a free answer of no length", Models.WithLastReason(new("rest", "Rest", new("Why?", 0, []))), "rejectReasons.rest.question.minLength", "1 to 500"),
        ("one choice", Models.WithLastReason(new("rest", "Rest", new("Why?", 0, [new("a", "A")]))), "rejectReasons.rest.question.choices", "one choice"),
        ("choices with a length", Models.WithLastReason(new("rest", "Rest", new("Why?", 5, [new("a", "A"), new("b", "B")]))), "rejectReasons.rest.question.minLength", "has choices"),
        ("no hold reason", _good with { HoldReasons = [] }, "holdReasons", "at least one"),
        ("an alias of two sources", _good with { Sources = [.. _good.Sources, new("show", "Show", ["GOOGLE_ads"])] }, "sources.show", "\"paid-search\" and \"show\""),
        ("an unknown default department", _good with { Leads = new("sale", "marketing-sales") }, "leads.department", "Did you mean \"sales\"?"),
        ("an unknown default seam", _good with { Leads = new("sales", "x") }, "leads.seam", "no seam with the id \"x\""),
        ("a default seam that ends elsewhere", _good with { Leads = new("marketing", "marketing-sales") }, "leads.seam", "ends at \"sales\""),
        ("no capacity", _good with { Leads = _good.Leads with { Capacity = 0 } }, "leads.capacity", "1 to 100"),
        ("too great a capacity of one person", _good with { Leads = _good.Leads with { Capacities = new Dictionary<string, int> { ["a@b.example"] = 101 } } }, "leads.capacities.a@b.example", "101 is out of range"),
        ("too long an undo", _good with { Leads = _good.Leads with { Undo = TimeSpan.FromHours(2) } }, "leads.undo", "2h is out of range; 0m to 1h"),
    ];

    public static TheoryData<string> Cases => [.. _cases.Select(one => one.Case)];

    [Fact]
    public void A_good_model_has_no_problem() => Assert.Empty(ModelRules.Check(_good));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_broken_rule_is_named_where_it_stands(string name)
    {
        var (_, broken, path, words) = _cases.Single(one => one.Case == name);

        var problem = Assert.Single(ModelRules.Check(broken), problem => problem.Path == path);

        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, problem.Severity);
    }

    [Fact]
    public void A_wrong_zone_of_the_company_is_not_repeated_for_departments_that_took_it()
    {
        var broken = _good with
        {
            TimeZone = "Mars/Base",
            Departments = [.. _good.Departments.Select(own => own with { TimeZone = "Mars/Base" })],
        };

        Assert.Equal("timeZone", Assert.Single(ModelRules.Check(broken)).Path);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var broken = _good with { Company = "", TimeZone = "x", HoldReasons = [], CloseReasons = [] };

        Assert.Equal(["company", "timeZone", "holdReasons", "closeReasons"], ModelRules.Check(broken).Select(problem => problem.Path));
    }
}
