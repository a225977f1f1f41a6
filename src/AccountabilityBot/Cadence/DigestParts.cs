using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Leads;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Cadence;

/// <summary>The pieces of a digest that are about the whole of a department: the head of the card, the way to a win, what is open and what is to come.</summary>
static class DigestParts
{
    public static TextBlock Section(CardText title) => new(title) { Weight = TextWeight.Bolder, Style = TextStyle.Heading, Separator = true, Spacing = Spacing.Medium };

    public static TextBlock Small(CardText text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None };

    public static IEnumerable<CardElement> Heading(DigestView view)
    {
        yield return new TextBlock(CardText.Untrusted(view.IsAsked ? view.Names : $"{view.Names} · {view.Period}", 120)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };
        yield return Small(view.Say.Card("digest.days-counted", view.Days, CardText.Instant(view.Digest.MadeAt)));
    }

    /// <summary>Three figures that are read from the other side of the room.</summary>
    public static IEnumerable<CardElement> Tiles(DigestView view, DepartmentContent content, IReadOnlyList<SeamFigures> seams)
    {
        SeamFigures[] own = [.. seams.Where(seam => (content.IsSender ? seam.From : seam.To) == content.Department)];
        var came = Flow.Sum(own.Select(seam => seam.Came));
        if (content.Trend.Count is 0 && !came.IsAny)
            yield break;
        var before = content.Trend.Count > 1 ? content.Trend[^2] : null;
        var won = view.MoneyOf(SeamFigures.Sum(own.Select(seam => seam.WonValue)));
        yield return new ColumnSet(
        [
            Tile(view, content.IsSender ? "digest.tile.handed-over" : "digest.tile.received", came.Received, before?.Received, null),
            Tile(view, "digest.tile.accepted", came.Accepted, before?.Accepted, null),
            Tile(view, "digest.tile.won", came.Won, before?.Won, won),
        ])
        { Spacing = Spacing.Medium };
    }

    /// <summary>Charts, and the same in a sentence: who does not see the picture, and who forwards the text, reads it too.</summary>
    public static IEnumerable<CardElement> Way(DigestView view, DepartmentContent content, DigestLimits limits)
    {
        var steps = Conversion.Of(content.Way);
        var periods = content.Trend.Count;
        var title = periods > 1 ? view.Say.Plain("digest.way.periods", periods) : view.Say.Plain("digest.way");
        if (DigestCharts.Funnel(steps, title, view.Say) is not { } funnel)
            yield break;
        yield return Section(CardText.Untrusted(title));
        if (limits.Charts > 0)
            yield return funnel with { Spacing = Spacing.Small };
        yield return Small(CardText.Untrusted(DigestCharts.InWords(steps, view.Say), 300));
        if (DigestCharts.Trend(content.Trend, view.Say.Plain("digest.trend", periods), view.Say) is not { } trend)
            yield break;
        if (limits.Charts > 1)
            yield return trend with { Spacing = Spacing.Medium };
        yield return Small(CardText.Untrusted(trend.Picture.AltText.Value, 300));
        if (limits.IsWhole)
            yield return Small(view.Say.Card("digest.way.what", periods));
    }

    public static IEnumerable<CardElement> Pipeline(DigestView view, DepartmentContent content, IReadOnlyList<SeamFigures> seams, DigestLimits limits)
    {
        SeamFigures[] own = [.. seams.Where(seam => seam.To == content.Department)];
        var (deals, without) = (own.Sum(seam => seam.OpenDeals), own.Sum(seam => seam.OpenWithoutValue));
        if (deals is 0 && content.Coverage is null)
            yield break;
        var say = view.Say;
        yield return Section(say.Card("digest.pipeline"));
        var open = view.MoneyOf(SeamFigures.Sum(own.Select(seam => seam.OpenValue)));
        yield return new TextBlock(open.Length is 0 ? say.Card("digest.pipeline.open.bare", deals) : say.Card("digest.pipeline.open", CardText.Bold(CardText.Untrusted(open)), deals)) { Spacing = Spacing.Small };
        if (without > 0)
            yield return Small(say.Card("digest.pipeline.without", without));
        if (content.Coverage is { } coverage)
            yield return Covered(view, coverage);
        else if (limits.IsWhole)
            yield return Small(say.Card("digest.coverage.none"));
    }

    public static IEnumerable<CardElement> Expected(DigestView view, DepartmentContent content, DigestLimits limits)
    {
        if (content.Expected is not { } weeks)
            yield break;
        var say = view.Say;
        yield return Section(say.Card("digest.expected"));
        var monday = view.Digest.On.AddDays(-(((int)view.Digest.On.DayOfWeek + 6) % 7));
        yield return new FactSet([.. weeks.Select((week, at) => new Fact(
            CardText.Untrusted(say.Plain("digest.expected.week", monday.AddDays(7 * at).ToString("m", say.Culture))),
            say.Card("digest.expected.range", Math.Round(week.Mean, MidpointRounding.AwayFromZero).ToString("0", say.Culture), week.Low, week.High)))])
        { Spacing = Spacing.Small };
        yield return Small(say.Card(limits.IsWhole ? "digest.expected.how" : "digest.expected.short"));
    }

    /// <summary>The rhythm is measured as well: how many people the last digest reached.</summary>
    public static IEnumerable<CardElement> Rhythm(DigestView view, DepartmentContent content)
    {
        if (content.Readers is { } readers && !view.IsAsked)
            yield return new TextBlock(view.Say.Card(readers is 1 ? "digest.readers.one" : "digest.readers", readers)) { IsSubtle = true, Size = TextSize.Small, Separator = true, Spacing = Spacing.Medium };
    }

    static TextBlock Covered(DigestView view, Coverage coverage)
    {
        var (say, target) = (view.Say, LeadParts.MoneyOf(Minor(coverage.Target, coverage.Currency), coverage.Currency, view.Say.Culture));
        if (coverage.Times is not { } times)
            return new TextBlock(say.Card("digest.coverage.reached", target)) { Color = TextColor.Good, Spacing = Spacing.Small };
        return new TextBlock(say.Card("digest.coverage", CardText.Bold(CardText.Of(times.ToString("0.0", say.Culture))), LeadParts.MoneyOf(Minor(coverage.Remaining, coverage.Currency), coverage.Currency, say.Culture), target))
        {
            Color = times < 1 ? TextColor.Attention : null,
            Spacing = Spacing.Small,
        };
    }

    static long Minor(decimal major, string currency) => (long)(Math.Round(major, MidpointRounding.AwayFromZero) * Money.ScaleOf(currency));

    static Column Tile(DigestView view, string title, int count, int? before, string? beside)
    {
        List<CardElement> items =
        [
            Small(view.Say.Card(title)) with { Spacing = null },
            new TextBlock(CardText.Of(count.ToString("N0", view.Say.Culture))) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Spacing = Spacing.None },
        ];
        if (before is { } was)
            items.Add(Small(count == was ? view.Say.Card("digest.tile.same") : view.Say.Card(count > was ? "digest.tile.more" : "digest.tile.fewer", Math.Abs(count - was))));
        if (!string.IsNullOrEmpty(beside))
            items.Add(Small(CardText.Untrusted(beside, 60)));
        return new Column(items) { Width = "stretch" };
    }
}
