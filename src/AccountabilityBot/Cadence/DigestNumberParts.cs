using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Cadence;

/// <summary>A department's numbers on its digest: each with its one owner, its value against its target, and how old that is.</summary>
static class DigestNumberParts
{
    public static IEnumerable<CardElement> Numbers(DigestView view, DepartmentContent content, int longest, DigestLimits limits)
    {
        NumberLine[] lines = [.. content.Numbers.Where(line => line.Value is not null)];
        if (lines.Length is 0)
            yield break;
        yield return DigestParts.Section(view.Say.Card("digest.numbers"));
        foreach (var element in lines.Take(limits.Numbers).SelectMany(line => Row(view, line, longest)))
            yield return element;
        if (lines.Length > limits.Numbers)
            yield return DigestParts.Small(view.Say.Card("digest.numbers.more", lines.Length - limits.Numbers));
    }

    /// <summary>What nobody owns, and what is overdue: both in words, for a colour alone tells nothing to everybody.</summary>
    public static IEnumerable<CardElement> Owed(DigestView view, DepartmentContent content, int longest, DigestLimits limits)
    {
        var say = view.Say;
        NumberLine[] unowned = [.. content.Numbers.Where(line => !line.IsOwned)], overdue = [.. content.Numbers.Where(line => line.IsStale)];
        if (unowned.Length > 0)
            yield return Box(ContainerStyle.Attention, say.Card("digest.unowned", Listed(view, unowned, longest, limits, line => line.Name)));
        if (overdue.Length > 0)
            yield return Box(ContainerStyle.Warning, say.Card("digest.overdue", Listed(view, overdue, longest, limits, line => line.Keeper is null ? line.Name : $"{line.Name} ({view.NameOf(line.Keeper)})")));
    }

    static Container Box(ContainerStyle style, CardText text) => new([new TextBlock(text)]) { Style = style, Spacing = Spacing.Medium };

    static CardText Listed(DigestView view, NumberLine[] lines, int longest, DigestLimits limits, Func<NumberLine, string> of)
    {
        var named = string.Join(", ", lines.Take(limits.Numbers).Select(line => new PlainText(of(line), longest).Value));
        return lines.Length > limits.Numbers ? view.Say.Card("digest.and-more", named, lines.Length - limits.Numbers) : CardText.Untrusted(named, longest * limits.Numbers);
    }

    static IEnumerable<CardElement> Row(DigestView view, NumberLine line, int longest)
    {
        var (say, facts) = (view.Say, line.Facts());
        yield return new ColumnSet(
        [
            new Column([new TextBlock(CardText.Untrusted(line.Name, longest))]) { Width = "stretch" },
            new Column([new TextBlock(CardText.Untrusted(ValueWords.Rounded(line.Value!.Value, facts, say.Culture), 40))
            {
                Weight = TextWeight.Bolder,
                Color = line.IsOnTarget switch { true => TextColor.Good, false => TextColor.Attention, _ => null },
                HorizontalAlignment = HorizontalAlignment.Right,
            }]) { Width = "auto" },
        ])
        { Spacing = Spacing.Small };
        var owner = line.IsOwned ? view.NameOf(line.Owner) : say.Plain("digest.nobody");
        var small = DigestParts.Small(CardText.Untrusted(string.Join(" · ", [owner, Data(view, line), .. Standing(view, line)]), 200));
        yield return line.IsOwned ? small : small with { Color = TextColor.Attention, IsSubtle = false };
    }

    /// <summary>For which period, and whether that is too long ago.</summary>
    static string Data(DigestView view, NumberLine line)
    {
        var period = line.Period is Period.Week ? view.Say.Plain("digest.number.to", ValueWords.Day(line.PeriodEnd!.Value, view.Say)) : ValueWords.Of(line.Period, line.PeriodEnd!.Value, view.Say);
        return line.IsStale ? view.Say.Plain("digest.number.stale", period) : period;
    }

    /// <summary>Which way it went, and how it stands to its target.</summary>
    static IEnumerable<string> Standing(DigestView view, NumberLine line)
    {
        var (say, facts) = (view.Say, line.Facts());
        if (line.Before is { } before && before != line.Value)
            yield return $"{(line.Value > before ? "▲" : "▼")} {ValueWords.Rounded(Math.Abs(line.Value!.Value - before), facts, say.Culture)}";
        if (line.Target is { } target)
            yield return say.Plain(line.IsOnTarget switch { true => "digest.target.met", false => "digest.target.missed", _ => "digest.target" }, ValueWords.Of(target, facts, say.Culture));
    }
}
