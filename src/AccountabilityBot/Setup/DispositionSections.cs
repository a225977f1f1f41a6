using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Setup;

/// <summary>The section <c>dispositions</c> of <c>revenue-model.yaml</c>.</summary>
static class DispositionSections
{
    static readonly Dictionary<string, DealStage> _stages = Enum.GetValues<DealStage>().ToDictionary(one => DispositionWords.Of(one));

    static readonly Dictionary<string, DispositionField> _fields = Enum.GetValues<DispositionField>().ToDictionary(one => DispositionWords.Of(one));

    static readonly Dictionary<string, NextStep> _steps = new()
    {
        ["continue"] = NextStep.Continue,
        ["recycle"] = NextStep.Recycle,
        ["fix-data"] = NextStep.FixData,
        ["hand-over"] = NextStep.HandOver,
        ["close"] = NextStep.Close,
    };

    /// <returns>The usual ones where the file has no such section.</returns>
    public static IReadOnlyList<Disposition> Read(Fields file) => file.Each("dispositions", Disposition, required: false) is { Count: > 0 } own ? own : UsualDispositions.All;

    static Disposition Disposition(string id, Fields fields)
    {
        DealStage? becomes = fields.OptionalText("becomes") is null ? null : fields.Word("becomes", _stages);
        var seam = fields.OptionalText("seam");
        var next = fields.OptionalText("next") is null ? Following(becomes, seam) : fields.Word("next", _steps);
        return new Disposition(id, fields.Text("name"), becomes, next)
        {
            Kinds = fields.Texts("of"),
            At = fields.Words("at", _stages),
            Requires = fields.Words("requires", _fields),
            Asks = fields.Words("asks", _fields),
            Reasons = fields.EachText("reasons", (reason, name) => new Reason(reason, name), required: false),
            Seam = seam,
            DoNotContact = fields.Flag("doNotContact"),
        };
    }

    /// <summary>What goes without saying.</summary>
    static NextStep Following(DealStage? becomes, string? seam) => becomes switch
    {
        _ when seam is not null => NextStep.HandOver,
        DealStage.Recycled => NextStep.Recycle,
        >= DealStage.Won => NextStep.Close,
        _ => NextStep.Continue,
    };
}
