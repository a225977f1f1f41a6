using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Setup;

/// <summary>The sections of <c>revenue-model.yaml</c>, key by key. The JSON Schema beside the sample says the same to editors.</summary>
static class ModelSections
{
    static readonly Dictionary<string, OfferKind> _offers = new() { ["person"] = OfferKind.Person, ["pool"] = OfferKind.Pool };

    public static RevenueModel Read(Fields file)
    {
        var (language, timeZone) = (file.Text("language"), file.Text("timeZone"));
        return new RevenueModel
        {
            Company = file.Text("company"),
            Language = language,
            TimeZone = timeZone,
            Administrators = file.Texts("administrators"),
            Departments = file.Each("departments", (id, fields) => Department(id, fields, language, timeZone)),
            Seams = file.Each("seams", (id, fields) => new Seam(id, fields.Text("from"), fields.Text("to"), fields.Text("name"))),
            Stages = file.EachText("stages", (id, name) => new Stage(id, name), required: false),
            Definitions = file.Each("definitions", (id, fields) => new Definition(id, fields.Text("name"), fields.Text("text").Trim()), required: false),
            Segments = file.Each("segments", Segment),
            RejectReasons = file.Each("rejectReasons", (id, fields) => new RejectReason(id, fields.Text("name"), fields.OptionalOne("question", Question))),
            HoldReasons = file.EachText("holdReasons", (id, name) => new Reason(id, name)),
            HandBackReasons = file.EachText("handBackReasons", (id, name) => new Reason(id, name)),
            CloseReasons = file.EachText("closeReasons", (id, name) => new Reason(id, name)),
            Sources = file.Each("sources", (id, fields) => new LeadSource(id, fields.Text("name"), fields.Texts("aliases")), required: false),
            Leads = file.One("leads", Leads),
        };
    }

    /// <summary>A department that names no language or time zone of its own has the company's.</summary>
    static Department Department(string id, Fields fields, string language, string timeZone) => new(
        id,
        fields.Text("name"),
        fields.OptionalText("language") ?? language,
        fields.OptionalText("timeZone") ?? timeZone,
        fields.Text("head"),
        fields.Text("guardian"),
        fields.Texts("labels"),
        fields.OptionalOne("channel", Channel),
        fields.Number("poolOffers", Domain.Model.Department.DefaultPoolOffers));

    static ChannelAddress Channel(Fields fields) =>
        new(fields.Text("channelId"), fields.Text("teamId"), fields.Text("serviceUrl"), fields.Text("name"));

    static Segment Segment(string id, Fields fields) => new(
        id,
        fields.Text("name"),
        fields.Word("offer", _offers),
        fields.Duration("acceptWithin"),
        fields.Number("rank", otherwise: 1),
        fields.Flag("default"));

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
        };
    }
}
