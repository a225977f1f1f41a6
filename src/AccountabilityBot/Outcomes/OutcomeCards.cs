using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Outcomes;

/// <summary>What became of the leads that somebody made, on one card: what was won first, with why.</summary>
static class OutcomeCards
{
    /// <summary>Leads named one by one; the rest is a number.</summary>
    public const int MostNamed = 10;

    /// <param name="ended">All that ended, the latest first.</param>
    public static AdaptiveCard Ended(IReadOnlyList<EndedLead> ended, Company company, Sentences say) => AdaptiveCard.Fitting(100, longest =>
    {
        var won = ended.Where(one => one.State is LeadState.Won).ToList();
        var lost = ended.Where(one => one.State is LeadState.Lost).ToList();
        var title = say.Plain("outcomes.title", won.Count, lost.Count);
        List<CardElement> body = [new TextBlock(CardText.Untrusted(title)) { Weight = TextWeight.Bolder, Style = TextStyle.Heading }];
        if (Amounts(won, say) is { Length: > 0 } amounts)
            body.Add(new TextBlock(say.Card("outcomes.worth", amounts)) { Spacing = Spacing.None });
        body.AddRange(won.Concat(lost).Take(MostNamed).Select(one => Line(one, company, say, longest)));
        if (ended.Count > MostNamed)
            body.Add(new TextBlock(say.Card("outcomes.more", ended.Count - MostNamed)) { IsSubtle = true, Separator = true });
        if (ended.Count > 0)
            body.Add(new TextBlock(say.Card("my-leads.hint", ended[0].Label)) { IsSubtle = true, Size = TextSize.Small, Separator = true });
        return new AdaptiveCard { Summary = title, Body = body };
    });

    /// <summary>Side by side by currency: nobody adds euros to dollars.</summary>
    public static string Amounts(IEnumerable<EndedLead> won, Sentences say) => string.Join(" · ", won
        .Where(one => one is { Minor: not null, Currency: not null })
        .GroupBy(one => one.Currency!)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => LeadParts.MoneyOf(group.Sum(one => one.Minor!.Value), group.Key, say.Culture)));

    static Container Line(EndedLead one, Company company, Sentences say, int longest)
    {
        var chosen = one.Code is { } code ? company.Model.FindDisposition(code) : null;
        var reason = one.Reason is { } id ? LeadParts.ReasonName(chosen?.Reasons ?? [], id) : null;
        List<string> words = [say.Plain("stage." + DispositionWords.Of(one.State is LeadState.Won ? DealStage.Won : DealStage.Lost))];
        words.AddRange(new[] { reason, one.Bought, one is { Minor: { } minor, Currency: { } currency } ? LeadParts.MoneyOf(minor, currency, say.Culture) : null }.OfType<string>());
        return new Container(
        [
            new TextBlock(CardText.Bold(CardText.Untrusted($"{one.Label} · {one.Name}", longest))),
            new TextBlock(CardText.Untrusted(string.Join(" · ", words), longest * 2)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        ])
        { Separator = true, Spacing = Spacing.Small };
    }
}

/// <summary>One lead that ended, as its sender reads of it.</summary>
/// <param name="Minor">In minor units of <paramref name="Currency"/>.</param>
sealed record EndedLead(string Label, string Name, LeadState State, string? Code, string? Reason, string? Bought, long? Minor, string? Currency);
