using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Messages;

/// <param name="Summary">What the message's toast would have said.</param>
/// <param name="Lead">What it is about; none: not one lead.</param>
sealed record BundleLine(string Summary, (LeadId Id, string Label)? Lead)
{
    /// <summary>What opens something that is not about one lead.</summary>
    public ExecuteAction? Opening { get; init; }
}

/// <summary>
/// Draws a bundle: each of its messages as it would be drawn at this moment, in one line. What is no longer true, or is
/// muted or snoozed by now, is left out and written down as such.
/// </summary>
sealed class BundleRenderer(BotDb db, DeliveryKinds kinds, CompanySource companies, IServiceProvider services, TimeProvider clock)
{
    /// <summary>A flood is not drawn to its last drop: what comes beyond is counted.</summary>
    const int MostRead = 200;

    public async Task<OutgoingActivity?> Render(Notice bundle, CancellationToken ct)
    {
        var posts = Of(db.CardPosts, bundle.Id).Where(post => post.State == PostState.Bundled);
        var notices = Of(db.Notices, bundle.Id).Where(notice => notice.State == NoticeState.Bundled);
        var all = await posts.CountAsync(ct) + await notices.CountAsync(ct);
        Outgoing[] read = [.. await posts.Take(MostRead).ToListAsync(ct), .. await notices.Take(MostRead).ToListAsync(ct)];
        var muted = await Gate.MutedAsync(db, bundle.Person!.Value);

        var (told, looked) = (new List<Line>(), 0);
        foreach (var row in read.OrderBy(row => row.Rank).ThenBy(row => row.CreatedAt))
        {
            if (told.Count == BundleCard.MostLines)
                break;
            looked++;
            if (await LineAsync(row, muted, clock.GetUtcNow(), ct) is not { } line)
                LeaveOut(row);
            else if (!told.Exists(other => (other.Summary, other.Lead) == (line.Summary, line.Lead)))
                told.Add(line);
        }

        if (told.Count == 0)
            return null;
        var lines = await WithLabelsAsync(told, ct);
        return OutgoingActivity.ForCard(BundleCard.Draw(Sentences.In(bundle.Locale), lines, all - looked, companies.Current.Model.Messages.Budget, bundle.Id));
    }

    static IQueryable<T> Of<T>(IQueryable<T> rows, Guid bundle) where T : Outgoing =>
        rows.Where(row => row.BundleId == bundle).OrderBy(row => row.Rank).ThenBy(row => row.CreatedAt);

    async Task<Line?> LineAsync(Outgoing row, IReadOnlySet<Muted> muted, DateTimeOffset now, CancellationToken ct)
    {
        var manners = kinds.MannersOf(row.Kind);
        if (MessageGate.IsMuted(manners, muted))
        {
            row.HeldBecause = HeldReasons.Muted;
            return null;
        }

        if (manners is Manners.Reminder && row.LeadId is { } lead && await Gate.SnoozedUntilAsync(db, row.Person!.Value, lead) is { } snoozed && snoozed > now)
        {
            (row.HeldBecause, row.HeldUntil) = (HeldReasons.Snoozed, snoozed);
            return null;
        }

        switch (row)
        {
            case CardPost post:
                return await kinds.RendererOf(post)(services, post, ct) is { } card ? new Line(card.Card.Summary.Value, row.LeadId, card.Opening) : null;
            case Notice notice:
                var activity = await kinds.RendererOf(notice)(services, notice, ct);
                return (activity?.Card?.Summary.Value ?? activity?.Text) is { } summary ? new Line(summary, row.LeadId, null) : null;
            default:
                return null;
        }
    }

    /// <summary>Saved with the bundle's own outcome.</summary>
    static void LeaveOut(Outgoing row)
    {
        if (row is CardPost post)
            post.State = PostState.Dropped;
        else if (row is Notice notice)
            notice.State = NoticeState.Dropped;
    }

    async Task<List<BundleLine>> WithLabelsAsync(List<Line> told, CancellationToken ct)
    {
        var ids = told.Where(line => line.Lead is not null).Select(line => line.Lead!.Value).Distinct().ToList();
        var numbers = await db.Leads.AsNoTracking().Where(lead => ids.Contains(lead.Id)).Select(lead => new { lead.Id, lead.No }).ToDictionaryAsync(lead => lead.Id, lead => lead.No, ct);
        return [.. told.Select(line => new BundleLine(
            line.Summary, line.Lead is { } id && numbers.TryGetValue(id, out var no) ? (id, $"L-{no}") : null) { Opening = line.Opening })];
    }

    sealed record Line(string Summary, LeadId? Lead, ExecuteAction? Opening);
}

/// <summary>Several messages as one: a line each, and a button a lead.</summary>
static class BundleCard
{
    public const int MostLines = 15;
    const int MostButtons = 5;
    const int MostInARow = 3;

    /// <param name="more">Messages that have no line here.</param>
    /// <param name="budget">Messages a day that come by themselves.</param>
    public static AdaptiveCard Draw(Sentences say, IReadOnlyList<BundleLine> lines, int more, int budget, Guid bundle) =>
        AdaptiveCard.Fitting(200, longest => Draw(say, lines, more, budget, bundle, longest));

    static AdaptiveCard Draw(Sentences say, IReadOnlyList<BundleLine> lines, int more, int budget, Guid bundle, int longest)
    {
        ExecuteAction[] buttons =
        [
            .. lines.Select(line => line.Lead).OfType<(LeadId Id, string Label)>().Distinct().Select(lead => Button(lead, bundle)),
            .. lines.Select(line => line.Opening).OfType<ExecuteAction>(),
        ];
        var body = new List<CardElement>
        {
            new TextBlock(say.Card("bundle.title", lines.Count + more)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading },
            new TextBlock(say.Card("bundle.why", budget)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        };
        body.AddRange(lines.Select(line => new TextBlock(CardText.Untrusted(line.Summary, longest)) { Separator = true, Spacing = Spacing.Small }));
        // A narrow card shows three in a row.
        body.AddRange(buttons.Take(MostButtons).Chunk(MostInARow).Select(row => new ActionSet([.. row]) { Spacing = Spacing.Small }));
        if (more > 0)
            body.Add(new TextBlock(say.Card("bundle.more", more)) { IsSubtle = true, Size = TextSize.Small });
        else if (buttons.Length > MostButtons)
            body.Add(new TextBlock(say.Card("bundle.more-leads")) { IsSubtle = true, Size = TextSize.Small });
        return new AdaptiveCard { Summary = say.Plain("bundle.title", lines.Count + more), Body = body };
    }

    static ExecuteAction Button((LeadId Id, string Label) lead, Guid bundle) =>
        new(lead.Label, LeadVerbs.View, new JsonObject { ["lead"] = lead.Id.ToString(), ["post"] = bundle.ToString() }) { AssociatedInputs = AssociatedInputs.None };
}
