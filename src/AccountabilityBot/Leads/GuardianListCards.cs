using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>The guardian's list as a card, and what leads to it.</summary>
static class GuardianListCards
{
    public const string ListKey = "list";

    /// <param name="postId">The place where the card stands; every button carries it.</param>
    public static AdaptiveCard List(GuardianList list, Company company, Sentences say, Guid postId, DateTimeOffset now) =>
        AdaptiveCard.Fitting(100, longest => new AdaptiveCard
        {
            Summary = TitleOf(list, say),
            Body =
            [
                Heading(CardText.Untrusted(TitleOf(list, say), 120)),
                .. list.First.SelectMany(lead => Entry(ViewOf(lead, list, company, say, postId, now), longest)),
                .. Rest(list, say),
            ],
        });

    /// <summary>An earlier copy of the list.</summary>
    /// <param name="keeper">Who has the list now, if that is not the reader.</param>
    public static AdaptiveCard GoesOn(Department department, Sentences say, string? keeper) => new()
    {
        Summary = say.Plain("guardian.list.short", department.Name),
        Body =
        [
            new Container([new TextBlock(keeper is null ? say.Card("guardian.list.goes-on", department.Name) : say.Card("guardian.list.elsewhere", department.Name, keeper))])
            {
                Style = ContainerStyle.Emphasis,
            },
        ],
    };

    /// <summary>What the reader guards, under the answer to "my leads".</summary>
    public static AdaptiveCard Below(AdaptiveCard card, IReadOnlyList<(string Id, Department Department, int Count)> lists, Sentences say) => lists.Count == 0 ? card : card with
    {
        Body = [.. card.Body, .. lists.Select(list => new TextBlock(say.Card("guardian.list.yours", list.Department.Name, CountOf(list.Count, say))) { Separator = true })],
        Actions =
        [
            .. card.Actions,
            .. lists.Select(list => new ExecuteAction(
                lists.Count == 1 ? say.Plain("button.show-list") : say.Plain("button.show-list.of", list.Department.Name),
                LeadVerbs.GuardianList,
                new JsonObject { [ListKey] = list.Id })),
        ],
    };

    /// <summary>What a press on the list has done, to stand above it.</summary>
    public static string? LineOf(LeadView view, IReadOnlyList<Domain.DomainEvent> happened) => happened.LastOrDefault(one =>
        one.Kind is Domain.LeadEvents.Taken or Domain.LeadEvents.Assigned or Domain.LeadEvents.Closed) switch
    {
        null => null,
        { Kind: Domain.LeadEvents.Taken } => view.Say.Plain("guardian.list.taken", view.Lead.Label),
        { Kind: Domain.LeadEvents.Assigned, Other: { } person } => view.Say.Plain("guardian.list.assigned", view.Lead.Label, view.NameOf(person)),
        _ => view.Say.Plain("guardian.list.closed", view.Lead.Label),
    };

    static IEnumerable<CardElement> Entry(LeadView view, int longest)
    {
        var lead = view.Lead;
        var why = lead.GuardianReason is { } reason && view.Say.Has("guardian.why." + reason) ? view.Say.Card("guardian.why." + reason) : view.Say.Card("guardian.why");
        yield return new Container(
        [
            new TextBlock(CardText.Bold(CardText.Untrusted($"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}", longest))),
            new TextBlock(CardText.Untrusted(view.Segment.Name, longest) + CardText.Of(" · ") + why + CardText.Of(" · ") + CardText.Instant(lead.GuardianSince!.Value))
            {
                IsSubtle = true,
                Size = TextSize.Small,
                Spacing = Spacing.None,
            },
            new ActionSet(
            [
                LeadParts.Button(view, LeadVerbs.Assign, "button.assign"),
                LeadParts.Button(view, LeadVerbs.Take, "button.take"),
                LeadParts.Button(view, LeadVerbs.Close, "button.close"),
            ]),
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }

    static IEnumerable<CardElement> Rest(GuardianList list, Sentences say)
    {
        if (list.Count == 0)
            yield return new TextBlock(say.Card("guardian.list.nothing"));
        else if (list.Count > list.First.Count)
            yield return new TextBlock(say.Card("guardian.list.more", MoreOf(list, say))) { IsSubtle = true, Separator = true };
    }

    static LeadView ViewOf(Lead lead, GuardianList list, Company company, Sentences say, Guid postId, DateTimeOffset now) => new()
    {
        Lead = lead,
        Company = company,
        Say = say,
        PostId = postId,
        Now = now,
        OnList = list.Id,
    };

    static string TitleOf(GuardianList list, Sentences say) => list.Count == 0
        ? say.Plain("guardian.list.short", list.Department.Name)
        : say.Plain("guardian.list.title", list.Department.Name, CountOf(list.Count, say));

    /// <summary>Beyond the most that is counted: that it is more.</summary>
    static string CountOf(int count, Sentences say) => count > GuardianList.MostCounted
        ? say.Plain("guardian.list.more-than", GuardianList.MostCounted)
        : count.ToString("N0", say.Culture);

    static string MoreOf(GuardianList list, Sentences say) =>
        list.Count > GuardianList.MostCounted ? CountOf(list.Count, say) : CountOf(list.Count - list.First.Count, say);

    static TextBlock Heading(CardText text) => new(text) { Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
