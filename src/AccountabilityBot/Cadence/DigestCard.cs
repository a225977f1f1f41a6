using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Cadence;

/// <summary>How much of each list a card shows.</summary>
/// <param name="IsWhole">Whether it is all there is, and each seam for itself.</param>
readonly record struct DigestLimits(int Numbers, int Seams, bool IsWhole)
{
    public static DigestLimits Short(int departments) => new(departments is 1 ? 6 : 3, departments is 1 ? 4 : 2, IsWhole: false);

    public static DigestLimits Whole => new(20, 12, IsWhole: true);
}

/// <summary>The weekly digest: what was promised, the numbers, what to do about them. One card for everybody in the channel.</summary>
static class DigestCard
{
    public const string DigestKey = "digest";

    const int LongestName = 120;

    /// <param name="line">Stands on top: why it is here, or why a press did not do what it was meant to.</param>
    public static AdaptiveCard Draw(DigestView view, string? line = null) => AdaptiveCard.Fitting(LongestName, longest => Draw(view, line, longest, DigestLimits.Short(view.Content.Departments.Count)));

    /// <summary>All of it, for who asked for the details.</summary>
    public static AdaptiveCard Details(DigestView view) => AdaptiveCard.Fitting(LongestName, longest => Draw(view, null, longest, DigestLimits.Whole));

    public static string SummaryOf(DigestView view) => view.Say.Plain(view.IsAsked ? "digest.asked.summary" : "digest.summary", view.Names, view.Period);

    public static JsonObject Data(DigestView view) => new() { [DigestKey] = view.Digest.Id.ToString(), ["post"] = view.PostId.ToString() };

    static AdaptiveCard Draw(DigestView view, string? line, int longest, DigestLimits limits)
    {
        List<CardElement> body = [];
        if (line is not null)
            body.Add(new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Warning });
        if (view.Digest.IsQuiet)
        {
            body.Add(new TextBlock(view.Say.Card("digest.quiet", view.Names, view.Days)));
            return new AdaptiveCard { Summary = SummaryOf(view), Body = body };
        }

        body.AddRange(DigestParts.Heading(view));
        foreach (var content in view.Content.Departments)
        {
            if (view.Content.Departments.Count > 1)
                body.Add(new TextBlock(CardText.Untrusted(view.NameOf(content.Department), longest)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Large });
            body.AddRange(Of(view, content, longest, limits));
        }

        return new AdaptiveCard { Summary = SummaryOf(view), Body = body, Actions = [.. Actions(view, limits)] };
    }

    static IEnumerable<CardElement> Of(DigestView view, DepartmentContent content, int longest, DigestLimits limits)
    {
        SeamFigures[] seams = [.. view.Seams[content.Department]];
        return
        [
            .. DigestParts.Tiles(view, content, seams),
            .. DigestNumberParts.Numbers(view, content, longest, limits),
            .. DigestParts.Way(view, content, limits),
            .. DigestParts.Pipeline(view, content, seams, limits),
            .. DigestSeamParts.Leaks(view, content, seams, longest, limits),
            .. DigestSeamParts.Promises(view, content, seams, limits),
            .. DigestSeamParts.Stuck(view, content, longest),
            .. DigestParts.Expected(view, content, limits),
            .. DigestNumberParts.Owed(view, content, longest, limits),
            .. limits.IsWhole ? DigestSeamParts.Each(view, seams, longest) : [],
            .. DigestParts.Rhythm(view, content),
        ];
    }

    static IEnumerable<CardAction> Actions(DigestView view, DigestLimits limits)
    {
        yield return limits.IsWhole
            ? new ExecuteAction(view.Say.Plain("button.back"), CadenceVerbs.View, Data(view)) { AssociatedInputs = AssociatedInputs.None }
            : new ExecuteAction(view.Say.Plain("button.details"), CadenceVerbs.Details, Data(view)) { AssociatedInputs = AssociatedInputs.None };
    }
}
