using System.Text.Json.Nodes;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Council;

/// <summary>The sections of a pack. On the wire: they never change.</summary>
static class PackSections
{
    public const string Decided = "decided";
    public const string Targets = "targets";
    public const string Rejects = "rejects";
    public const string RuleChanges = "rule-changes";
    public const string Draft = "model";
    public const string Experiments = "experiments";
    public const string Maturity = "maturity";
}

/// <summary>What the council meets about, on one card: the first few of each section, and the rest behind Details.</summary>
static class PackCard
{
    const int LongestText = 120;

    /// <summary>Of each section, on the pack itself.</summary>
    const int Shown = 3;

    const int TargetsShown = 5;

    /// <summary>Of a section alone.</summary>
    const int PerPage = 8;

    /// <param name="line">Stands on top: what came of the last press.</param>
    public static AdaptiveCard Draw(CouncilView view, string? line = null) => AdaptiveCard.Fitting(LongestText, longest =>
    {
        var say = view.Say;
        List<CardElement> body = [.. CouncilParts.Line(line), CouncilParts.Title(say.Card("council.pack.title", Month(view))), CouncilParts.Small(say.Card("council.pack.who", CouncilParts.Day(view.On, say)))];
        if (view.IsQuiet)
            body.Add(new TextBlock(say.Card("council.pack.quiet")) { Spacing = Spacing.Medium });
        Add(view, body, "council.section.decided", PackSections.Decided, view.Decided, Shown, (one, _) => PackLines.Of(one, view, longest));
        Add(view, body, "council.section.targets", PackSections.Targets, view.Targets, TargetsShown, (one, _) => PackLines.Of(one, view, longest), OnTarget(view));
        Add(view, body, "council.section.rejects", PackSections.Rejects, view.Sources, Shown, (one, _) => PackLines.Of(one, view, longest));
        Add(view, body, "council.section.rule-changes", PackSections.RuleChanges, view.RuleChanges, Shown, (one, back) => PackLines.Of(one, view, longest, back));
        if (view.Draft is { } draft)
            body.AddRange([CouncilParts.Heading(say.Card("council.section.model")), .. PackLines.Of(draft, view, longest)]);
        Add(view, body, "council.section.experiments", PackSections.Experiments, view.Experiments, Shown, (one, _) => PackLines.Of(one, view, longest));
        if (view.Maturity.HasAny)
            body.AddRange([CouncilParts.Heading(say.Card("council.section.maturity")), PackLines.Of(view.Maturity, say)]);
        body.Add(CouncilParts.Small(view.MedianDays is { } days ? say.Card("council.pack.pace", days) : say.Card("council.pack.no-pace")) with { Separator = true, Spacing = Spacing.Large });
        return new AdaptiveCard
        {
            Summary = say.Plain("council.pack.summary", Month(view)),
            Body = body,
            Actions = [CouncilParts.Button(say.Plain("council.button.add-experiment"), CouncilVerbs.AddExperiment, Data(view))],
        };
    });

    /// <summary>The next pack has taken its place.</summary>
    public static AdaptiveCard Over(CouncilView view) => new()
    {
        Summary = view.Say.Plain("council.pack.summary", Month(view)),
        Body = [CouncilParts.Title(view.Say.Card("council.pack.title", Month(view))), new TextBlock(view.Say.Card("council.pack.over"))],
    };

    /// <summary>One section with all that is in it, page by page.</summary>
    /// <param name="page">From 0; beyond the end, the last.</param>
    public static AdaptiveCard Section(CouncilView view, string section, int page) => AdaptiveCard.Fitting(LongestText, longest => section switch
    {
        PackSections.Decided => Page(view, "council.section.decided", section, view.Decided, page, one => PackLines.Of(one, view, longest)),
        PackSections.Targets => Page(view, "council.section.targets", section, view.Targets, page, one => PackLines.Of(one, view, longest)),
        PackSections.Rejects => Page(view, "council.section.rejects", section, view.Sources, page, one => PackLines.Of(one, view, longest)),
        PackSections.RuleChanges => Page(view, "council.section.rule-changes", section, view.RuleChanges, page, one => PackLines.Of(one, view, longest, CouncilBack.Pack)),
        PackSections.Experiments => Page(view, "council.section.experiments", section, view.Experiments, page, one => PackLines.Of(one, view, longest)),
        _ => Draw(view),
    });

    public static JsonObject Data(CouncilView view) => new() { ["post"] = view.PostId.ToString(), ["back"] = CouncilBack.Pack };

    static string Month(CouncilView view) => view.On.ToString("MMMM yyyy", view.Say.Culture);

    static CardText? OnTarget(CouncilView view) => view.Targets.Count == 0
        ? null
        : view.Say.Card("council.targets.met", view.Targets.Count(target => target.IsMet is true), view.Targets.Count);

    static void Add<T>(CouncilView view, List<CardElement> body, string heading, string section, IReadOnlyList<T> items, int shown, Func<T, string, CardElement> draw, CardText? intro = null)
    {
        if (items.Count == 0)
            return;
        body.Add(CouncilParts.Heading(view.Say.Card(heading)));
        if (intro is { } sentence)
            body.Add(CouncilParts.Small(sentence));
        body.AddRange(items.Take(shown).Select(item => draw(item, CouncilBack.Pack)));
        if (items.Count > shown)
            body.Add(new ActionSet([CouncilParts.Button(view.Say.Plain("council.button.more", items.Count - shown), CouncilVerbs.Section, Data(view, section, 0))]) { Spacing = Spacing.Small });
    }

    static AdaptiveCard Page<T>(CouncilView view, string heading, string section, IReadOnlyList<T> items, int page, Func<T, CardElement> draw)
    {
        var say = view.Say;
        var pages = Math.Max(1, (items.Count + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 0, pages - 1);
        List<CardElement> body = [CouncilParts.Title(say.Card(heading))];
        if (pages > 1)
            body.Add(CouncilParts.Small(say.Card("council.page", page + 1, pages)));
        body.AddRange(items.Skip(page * PerPage).Take(PerPage).Select(draw));
        List<CardAction> actions = [CouncilParts.Button(say.Plain("button.back"), CouncilVerbs.View, Data(view))];
        if (page > 0)
            actions.Add(CouncilParts.Button(say.Plain("council.button.previous"), CouncilVerbs.Section, Data(view, section, page - 1)));
        if (page < pages - 1)
            actions.Add(CouncilParts.Button(say.Plain("council.button.next"), CouncilVerbs.Section, Data(view, section, page + 1)));
        return new AdaptiveCard { Summary = say.Plain(heading), Body = body, Actions = actions };
    }

    static JsonObject Data(CouncilView view, string section, int page)
    {
        var data = Data(view);
        (data["section"], data["page"]) = (section, page);
        return data;
    }
}
