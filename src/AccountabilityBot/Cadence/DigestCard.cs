using System.Text.Json.Nodes;
using AccountabilityBot.Commitments;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Cadence;

/// <summary>How much of each list a card shows.</summary>
/// <param name="Departments">Of those that are at home in one channel.</param>
/// <param name="Charts">Of each department: a card has room for two pictures.</param>
/// <param name="IsWhole">Whether it is all there is, and each seam for itself.</param>
readonly record struct DigestLimits(int Departments, int Commitments, int Numbers, int Seams, int Charts, bool IsWhole)
{
    public static DigestLimits Short(int departments) => new(departments, DigestCommitments.MostListed, departments is 1 ? 6 : 3, departments is 1 ? 4 : 2, ChartsOf(departments), IsWhole: false);

    public static DigestLimits Whole(int departments) => new(departments, 2 * DigestCommitments.MostListed, 20, 12, ChartsOf(departments), IsWhole: true);

    /// <summary>For a card that would weigh too much with its texts as short as they can be: shorter lists first, then fewer departments. None: it is as little as it can be.</summary>
    public DigestLimits? Fewer() => this switch
    {
        { Numbers: > 1 } or { Seams: > 1 } or { Commitments: > 1 } => this with { Commitments = Math.Max(1, Commitments / 2), Numbers = Math.Max(1, Numbers / 2), Seams = Math.Max(1, Seams / 2) },
        { Departments: > 1 } => this with { Departments = Departments / 2 },
        _ => null,
    };

    static int ChartsOf(int departments) => departments switch { 1 => 2, 2 => 1, _ => 0 };
}

/// <summary>The weekly digest: what was promised, the numbers, what to do about them. One card for everybody in the channel.</summary>
static class DigestCard
{
    public const string DigestKey = "digest";

    const int LongestName = 120;

    /// <param name="line">Stands on top: why it is here, or why a press did not do what it was meant to.</param>
    public static AdaptiveCard Draw(DigestView view, string? line = null) => Fitting(view, line, DigestLimits.Short(view.Content.Departments.Count));

    /// <summary>All of it, for who asked for the details.</summary>
    public static AdaptiveCard Details(DigestView view) => Fitting(view, null, DigestLimits.Whole(view.Content.Departments.Count));

    public static string SummaryOf(DigestView view) => view.Say.Plain(view.IsAsked ? "digest.asked.summary" : "digest.summary", view.Names, view.Period);

    public static JsonObject Data(DigestView view) => new() { [DigestKey] = view.Digest.Id.ToString(), ["post"] = view.PostId.ToString() };

    static AdaptiveCard Fitting(DigestView view, string? line, DigestLimits limits)
    {
        while (true)
        {
            var card = AdaptiveCard.Fitting(LongestName, longest => Draw(view, line, longest, limits));
            if (card.Weight <= AdaptiveCard.Budget || limits.Fewer() is not { } fewer)
                return card;
            limits = fewer;
        }
    }

    static AdaptiveCard Draw(DigestView view, string? line, int longest, DigestLimits limits)
    {
        List<CardElement> body = [];
        if (line is not null)
            body.Add(new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Warning });
        if (view.Digest.IsQuiet)
        {
            body.Add(new TextBlock(view.Say.Card("digest.quiet", view.Names, view.Days)));
            // What somebody promises on a quiet card is no longer nothing.
            if (view.Commitments.Count > 0)
                body.AddRange(view.Content.Departments.SelectMany(content => DigestCommitmentParts.Of(view, content, longest, limits, CommitmentRows.MostWithButtons)));
            return new AdaptiveCard { Summary = SummaryOf(view), Body = body, Actions = view.IsAsked ? [] : [Adding(view)] };
        }

        body.AddRange(DigestParts.Heading(view));
        foreach (var content in view.Content.Departments.Take(limits.Departments))
        {
            if (view.Content.Departments.Count > 1)
                body.Add(new TextBlock(CardText.Untrusted(view.NameOf(content.Department), longest)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Large });
            body.AddRange(Of(view, content, longest, limits));
        }

        if (view.Content.Departments.Count > limits.Departments)
            body.Add(DigestParts.Small(view.Say.Card("digest.departments.more", view.Content.Departments.Count - limits.Departments)));
        return new AdaptiveCard { Summary = SummaryOf(view), Body = body, Actions = [.. Actions(view, limits)] };
    }

    static IEnumerable<CardElement> Of(DigestView view, DepartmentContent content, int longest, DigestLimits limits)
    {
        SeamFigures[] seams = [.. view.Seams[content.Department]];
        return
        [
            .. DigestCommitmentParts.Of(view, content, longest, limits, CommitmentRows.MostWithButtons / view.Content.Departments.Count),
            .. DigestParts.Tiles(view, content, seams),
            .. DigestNumberParts.Numbers(view, content, longest, limits),
            .. DigestParts.Way(view, content, limits),
            .. DigestParts.Pipeline(view, content, seams, limits),
            .. DigestSeamParts.Leaks(view, content, seams, longest, limits),
            .. DigestSeamParts.Promises(view, content, seams, limits),
            .. DigestSeamParts.Stuck(view, content, longest),
            .. DigestParts.Expected(view, content, limits),
            .. DigestNumberParts.Owed(view, content, longest, limits),
            .. limits.IsWhole ? DigestSeamParts.Each(view, seams, longest, limits) : [],
            .. limits.IsWhole ? DigestSeamParts.Sources(view, content, seams, longest, limits) : [],
            .. DigestParts.Rhythm(view, content),
        ];
    }

    static ExecuteAction Adding(DigestView view) => CommitmentRows.AddButton(view.Say, view.Content.Departments[0].Department, view.PostId);

    static IEnumerable<CardAction> Actions(DigestView view, DigestLimits limits)
    {
        if (!limits.IsWhole)
            yield return Adding(view);
        yield return limits.IsWhole
            ? new ExecuteAction(view.Say.Plain("button.back"), CadenceVerbs.View, Data(view)) { AssociatedInputs = AssociatedInputs.None }
            : new ExecuteAction(view.Say.Plain("button.details"), CadenceVerbs.Details, Data(view)) { AssociatedInputs = AssociatedInputs.None };
    }
}
