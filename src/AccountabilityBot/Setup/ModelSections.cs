using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Setup;

/// <summary>The sections of <c>revenue-model.yaml</c>, key by key. The JSON Schema beside the sample says the same to editors.</summary>
static class ModelSections
{
    static readonly Dictionary<string, OfferKind> _offers = new() { ["person"] = OfferKind.Person, ["pool"] = OfferKind.Pool };

    static readonly Dictionary<string, RungKind> _rungs = new()
    {
        ["nudge"] = RungKind.Nudge,
        ["second-line"] = RungKind.SecondLine,
        ["reassign"] = RungKind.Reassign,
        ["guardian"] = RungKind.Guardian,
    };

    public static RevenueModel Read(Fields file)
    {
        var calendar = file.OptionalOne("calendar", Calendar) ?? HoursChange.None;
        var rhythms = file.OptionalOne("rhythms", Rhythms) ?? new RhythmRules();
        var company = new CompanyWide(file.Text("language"), file.Text("timeZone"), calendar.Over(WorkingHours.Usual), rhythms.Digest);
        var people = MembershipSections.People(file, Calendar);
        List<string> withoutHours = [];
        var model = new RevenueModel
        {
            Company = file.Text("company"),
            Language = company.Language,
            TimeZone = company.TimeZone,
            Administrators = file.Texts("administrators"),
            Departments = file.Each("departments", (id, fields) => Department(id, fields, company, withoutHours)),
            Seams = file.Each("seams", Seam),
            Stages = file.EachText("stages", (id, name) => new Stage(id, name), required: false),
            Definitions = file.Each("definitions", (id, fields) => new Definition(id, fields.Text("name"), fields.Text("text").Trim()), required: false),
            Segments = file.Each("segments", Segment),
            RejectReasons = file.Each("rejectReasons", (id, fields) => new RejectReason(id, fields.Text("name"), fields.OptionalOne("question", Question))),
            HoldReasons = file.EachText("holdReasons", (id, name) => new Reason(id, name)),
            HandBackReasons = file.EachText("handBackReasons", (id, name) => new Reason(id, name)),
            CloseReasons = file.EachText("closeReasons", (id, name) => new Reason(id, name)),
            Dispositions = DispositionSections.Read(file),
            Sources = file.Each("sources", (id, fields) => new LeadSource(id, fields.Text("name"), fields.Texts("aliases")), required: false),
            Leads = file.One("leads", Leads),
            Membership = MembershipSections.Rules(file),
            PeopleHours = people.Hours,
            MembershipOverrides = people.Overrides,
            Messages = file.OptionalOne("messages", Messages) ?? new MessageRules(),
            Council = file.OptionalOne("council", Council) ?? new CouncilRules(),
            Rhythms = rhythms,
            Feedback = file.OptionalOne("feedback", Feedback) ?? new FeedbackRules(),
            Roles = NumberSections.Roles(file),
            Numbers = NumberSections.Numbers(file),
        };
        if (calendar.Week is null && withoutHours.Count > 0)
            file.Report([NoHours(withoutHours)]);
        return model;
    }

    static Problem NoHours(IReadOnlyList<string> departments) => Problem.Notice(
        "calendar",
        $"Nobody says when {string.Join(", ", departments)} work, so that their promises count {HoursText.Write(WorkingHours.Usual.Week)} by their clocks; "
        + "write \"hours\" under \"calendar\", here or in the department.");

    /// <summary>A department that names no language, time zone or hours of its own has the company's.</summary>
    static Department Department(string id, Fields fields, CompanyWide company, List<string> withoutHours)
    {
        var calendar = fields.OptionalOne("calendar", Calendar) ?? HoursChange.None;
        if (calendar.Week is null)
            withoutHours.Add(id);
        return new Department(
            id,
            fields.Text("name"),
            fields.OptionalText("language") ?? company.Language,
            fields.OptionalText("timeZone") ?? company.TimeZone,
            fields.Text("head"),
            fields.Text("guardian"),
            fields.Texts("labels"),
            fields.OptionalOne("channel", Channel),
            fields.Number("poolOffers", Domain.Model.Department.DefaultPoolOffers))
        {
            Hours = calendar.Over(company.Hours),
            Digest = fields.Meaning("digest", RhythmText.Read, company.Digest),
        };
    }

    static Seam Seam(string id, Fields fields)
    {
        var seam = new Seam(id, fields.Text("from"), fields.Text("to"), fields.Text("name"));
        return seam with
        {
            Kind = fields.OptionalText("kind") ?? seam.Kind,
            Item = fields.OptionalText("item"),
            Segment = fields.OptionalText("segment"),
            Complete = fields.Words("complete", Domain.Model.Seam.Facts.ToDictionary(fact => fact)),
            HandOverWithin = fields.OptionalDuration("handOverWithin"),
        };
    }

    static HoursChange Calendar(Fields fields)
    {
        var text = new CalendarText(fields.OptionalPairs("hours"), fields.OptionalTexts("holidays"), fields.OptionalPairs("halfDays"));
        var (change, problems) = text.Read(fields.Path);
        fields.Report(problems);
        return change;
    }

    static ChannelAddress Channel(Fields fields) =>
        new(fields.Text("channelId"), fields.Text("teamId"), fields.Text("serviceUrl"), fields.Text("name"));

    static Segment Segment(string id, Fields fields) => new(
        id,
        fields.Text("name"),
        fields.Word("offer", _offers),
        fields.Duration("acceptWithin"),
        fields.Number("rank", otherwise: 1),
        fields.Flag("default"))
    {
        ContactWithin = fields.OptionalDuration("contactWithin"),
        FollowUpWithin = fields.OptionalDuration("followUpWithin"),
        Ladder = Ladder(fields, "ladder") ?? Domain.Promises.Ladder.Usual,
        FollowUpLadder = Ladder(fields, "followUpLadder") ?? Domain.Promises.Ladder.ForFollowUp,
        SecondLine = fields.OptionalText("secondLine"),
    };

    static Ladder? Ladder(Fields fields, string key) =>
        fields.OptionalList(key, rung => new LadderStep(rung.Meaning("at", LadderRules.ReadPercent), rung.Word("do", _rungs))) is { } steps ? new Ladder(steps) : null;

    static Question Question(Fields fields) => new(
        fields.Text("text"),
        fields.Number("minLength", otherwise: 0),
        fields.EachText("choices", (id, name) => new Choice(id, name), required: false));

    static LeadRules Leads(Fields fields)
    {
        // The record's own defaults hold for every key that is absent.
        var rules = new LeadRules(fields.Text("department"), fields.Text("seam"));
        return rules with
        {
            Capacity = fields.Number("capacity", rules.Capacity),
            Capacities = fields.Numbers("capacities"),
            Hands = fields.Number("hands", rules.Hands),
            Undo = fields.Duration("undo", rules.Undo),
            QueueWait = fields.Duration("queueWait", rules.QueueWait),
            DispositionWithin = fields.OptionalText("dispositionWithin") is "never" ? null : fields.Duration("dispositionWithin", rules.DispositionWithin),
        };
    }

    static MessageRules Messages(Fields fields)
    {
        var rules = new MessageRules();
        return rules with
        {
            QuietHours = fields.Meaning("quietHours", HoursText.ReadQuietHours, rules.QuietHours),
            Budget = fields.Number("budget", rules.Budget),
        };
    }

    static CouncilRules Council(Fields fields)
    {
        var rules = new CouncilRules();
        return rules with
        {
            Dominates = fields.Meaning("dominates", LadderRules.ReadPercent, rules.Dominates),
            AtLeast = fields.Number("atLeast", rules.AtLeast),
            Days = fields.Number("days", rules.Days),
            Channel = fields.OptionalText("channel"),
            Members = fields.Texts("members"),
        };
    }

    static RhythmRules Rhythms(Fields fields)
    {
        var rules = new RhythmRules();
        return rules with
        {
            Digest = fields.Meaning("digest", RhythmText.Read, rules.Digest),
            Council = fields.Meaning("council", RhythmText.Read, rules.Council),
        };
    }

    static FeedbackRules Feedback(Fields fields)
    {
        var rules = new FeedbackRules();
        return rules with { AskPercent = fields.Meaning("ask", FeedbackRules.ReadAsk, rules.AskPercent) };
    }

    /// <summary>What departments that say nothing else have from the company.</summary>
    sealed record CompanyWide(string Language, string TimeZone, WorkingHours Hours, Rhythm? Digest);
}
