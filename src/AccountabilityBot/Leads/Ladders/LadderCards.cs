using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads.Ladders;

/// <summary>The rung that a card was made for: which promise of the lead, and which of its steps.</summary>
sealed record RungOnCard(int PromiseNo, string Name)
{
    public static string Argument(RunningPromise promise, Rung rung) => $"{promise.No}/{rung.Name}";

    public static RungOnCard? Read(string? argument) =>
        argument?.Split('/') is [var no, var name] && int.TryParse(no, out var parsed) ? new RungOnCard(parsed, name) : null;

    /// <summary>Whether the promise still runs; when it was kept or taken away, the card says what became of the lead.</summary>
    public bool IsRunning(Lead lead) => lead.Promise?.No == PromiseNo && lead.State is (LeadState.Offered or LeadState.Accepted);

    /// <summary>Whether a later rung of the same kind says it all anew.</summary>
    public bool IsOvertaken(Lead lead)
    {
        if (!IsRunning(lead) || lead.Promise is not { } promise || promise.Rungs.FirstOrDefault(rung => rung.Name == Name) is not { } mine)
            return true;
        return promise.Rungs.Take(promise.Climbed).Last(rung => rung.Kind == mine.Kind).Name != Name;
    }
}

/// <summary>
/// A reminder to whoever promised, and the call for help to the second line. Both are private, both say which rung this is and
/// what comes next: nothing that follows is a surprise.
/// </summary>
static class LadderCards
{
    public static AdaptiveCard Nudge(LeadView view, PersonId reader, RungOnCard on)
    {
        if (RungOf(view, on) is not { } rung)
            return Over(view);
        var (promise, say) = (view.Lead.Promise!, view.Say);
        var nudges = promise.Rungs.Where(one => one.Kind is RungKind.Nudge).Select(one => one.Name).ToList();
        var key = $"nudge.{Lead.NameOf(promise.Kind)}";
        var isLate = rung.After > promise.Within;
        return new AdaptiveCard
        {
            Summary = say.Plain($"{key}.summary", LeadCard.Title(view), TimeInZone(view, promise.DueAt)),
            Body =
            [
                LeadParts.Box(
                    isLate ? ContainerStyle.Attention : ContainerStyle.Accent,
                    say.Card("nudge.which", nudges.IndexOf(rung.Name) + 1, nudges.Count) + CardText.Of(" ")
                        + say.Card(isLate ? $"{key}.late" : $"{key}.due", When(view, promise.DueAt)),
                    Next(view, promise, rung)),
                LeadParts.Heading(view),
                LeadParts.Facts(view),
                .. view.Lead.Owner == reader ? LeadParts.Contact(view) : [],
            ],
            Actions =
            [
                promise.Kind is PromiseKind.Answer ? Positive(view, LeadVerbs.Accept, "button.accept") : Positive(view, LeadVerbs.Contacted, "button.contacted"),
                LeadParts.Button(view, LeadVerbs.Snooze, "button.snooze"),
                Details(view),
            ],
        };
    }

    public static AdaptiveCard SecondLine(LeadView view, RungOnCard on)
    {
        if (RungOf(view, on) is not { } rung)
            return Over(view);
        var (promise, say) = (view.Lead.Promise!, view.Say);
        var late = promise.Promisor is { } person ? view.NameOf(person) : view.Department.Name;
        var key = promise.Promisor is null ? "second-line.pool" : $"second-line.{Lead.NameOf(promise.Kind)}";
        return new AdaptiveCard
        {
            Summary = say.Plain($"{key}.summary", LeadCard.Title(view), late),
            Body =
            [
                LeadParts.Box(ContainerStyle.Warning, say.Card(key, CardText.Bold(CardText.Untrusted(late)), When(view, promise.DueAt)), Next(view, promise, rung)),
                LeadParts.Heading(view),
                LeadParts.Facts(view),
                new TextBlock(say.Card(view.Lead.OpenOffer is null ? "second-line.help" : "second-line.act", late)) { Spacing = Spacing.Medium },
            ],
            Actions = view.Lead.OpenOffer is null
                ? [Details(view)]
                : [LeadParts.Button(view, LeadVerbs.Assign, "button.assign"), LeadParts.Button(view, LeadVerbs.Take, "button.take"), Details(view)],
        };
    }

    /// <summary>What is still to come if nobody moves, with its times; nothing while nothing is promised or the promise is paused.</summary>
    public static IEnumerable<CardElement> Ahead(LeadView view)
    {
        if (view.Lead.Promise is not { IsPaused: false } promise || promise.Climbed >= promise.Rungs.Count)
            return [];
        return
        [
            new TextBlock(view.Say.Card($"ladder.title.{Lead.NameOf(promise.Kind)}", When(view, promise.DueAt)))
            {
                Weight = TextWeight.Bolder,
                Separator = true,
                Spacing = Spacing.Medium,
            },
            .. promise.Rungs.Skip(promise.Climbed).Select(rung => new TextBlock(Step(view, promise, rung)) { Size = TextSize.Small, Spacing = Spacing.Small }),
        ];
    }

    /// <summary>The lead went on: what became of it, in a line; the story stands on the lead's own card.</summary>
    static AdaptiveCard Over(LeadView view) => new()
    {
        Summary = LeadCard.SummaryOf(view),
        Body = [new TextBlock(CardText.Bold(CardText.Untrusted(LeadCard.Title(view), 120))), LeadParts.Status(view)],
        Actions = [Details(view)],
    };

    static Rung? RungOf(LeadView view, RungOnCard on) =>
        on.IsRunning(view.Lead) ? view.Lead.Promise!.Rungs.FirstOrDefault(rung => rung.Name == on.Name) : null;

    static CardText Next(LeadView view, RunningPromise promise, Rung after) =>
        promise.Rungs.SkipWhile(rung => rung.Name != after.Name).Skip(1).FirstOrDefault() is { } next
            ? view.Say.Card("ladder.next", Step(view, promise, next))
            : view.Say.Card("ladder.last");

    /// <summary>One rung in words: when, and what happens then.</summary>
    static CardText Step(LeadView view, RunningPromise promise, Rung rung)
    {
        var guardian = view.Company.GuardianOf(view.Department)?.Name ?? view.Say.Plain("the-guardian");
        var second = view.Company.SecondLineOf(view.Lead, promise.Promisor)?.Name ?? guardian;
        var what = rung.Kind switch
        {
            RungKind.Nudge => view.Say.Card("ladder.step.nudge"),
            RungKind.SecondLine => view.Say.Card("ladder.step.second-line", second),
            RungKind.Reassign when promise.Promisor is not null => view.Say.Card("ladder.step.reassign"),
            _ => view.Say.Card("ladder.step.guardian", guardian),
        };
        return When(view, rung.DueAt) + CardText.Of(": ") + what;
    }

    /// <summary>A bare time means today.</summary>
    static CardText When(LeadView view, DateTimeOffset at) =>
        Instants.IsSameDay(view.Now, at, view.Department.TimeZone) ? CardText.TimeOnly(at) : CardText.Instant(at);

    static string TimeInZone(LeadView view, DateTimeOffset at) => Instants.TimeInZone(at, view.Now, view.Department.TimeZone, view.Say.Culture);

    static ExecuteAction Positive(LeadView view, string verb, string title) => LeadParts.Button(view, verb, title) with { Style = ActionStyle.Positive };

    static ExecuteAction Details(LeadView view) => LeadParts.Button(view, LeadVerbs.Details, "button.details");
}
