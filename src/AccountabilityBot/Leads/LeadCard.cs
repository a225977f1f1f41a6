using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Leads;

/// <summary>A lead as a card: for a channel, for a person, for the guardian. Each switch on the state is the design.</summary>
static class LeadCard
{
    /// <summary>One card for everybody in the channel. It changes when the state does, never for time.</summary>
    public static AdaptiveCard ForChannel(LeadView view)
    {
        if (view.MovedTo is { } channel)
            return Moved(view, channel);
        CardAction[] actions = view.Lead.State is LeadState.Offered ? Open(view) : [Details(view)];
        return Card(view, actions) with
        {
            Refresh = view.RefreshUserIds.Count == 0 ? null : new Refresh(LeadVerbs.View, LeadParts.Data(view), view.RefreshUserIds),
        };
    }

    /// <summary>What this person may do with the lead as it stands; the truth without buttons when that is nothing.</summary>
    public static AdaptiveCard ForPerson(LeadView view, PersonId person)
    {
        var lead = view.Lead;
        CardAction[] actions = lead.State switch
        {
            LeadState.Offered when lead.OpenOffer!.To == person => Open(view),
            LeadState.Offered when lead.OpenOffer!.IsPool && view.Company.IsMember(person, lead.Department) && !lead.WasInHandsOf(person) => Open(view),
            LeadState.Accepted when lead.Owner == person => Owners(view),
            LeadState.Rejected when MayUndo(view, person) => [LeadParts.Button(view, LeadVerbs.Undo, "button.undo"), Details(view)],
            LeadState.Rejected when MayAnswer(view, person) => SenderCard.Buttons(view, lead.OpenReject!.No),
            LeadState.Waiting when lead.GuardianSince is not null && view.Company.MaySetUp(person, view.Department) => Guardians(view),
            _ => [Details(view)],
        };
        var card = Card(view, actions);
        if (lead.Owner == person)
            return card with { Body = [LeadParts.Heading(view), LeadParts.Facts(view), .. LeadParts.Contact(view), LeadParts.Status(view), .. Disposing(view)] };
        if (MayAnswer(view, person))
            return card with { Body = [.. card.Body, SenderCard.Hint(view, lead.OpenReject!)] };
        if (!MayUndo(view, person))
            return card;
        var undo = view.Say.Card("lead.undo-until", CardText.TimeOnly(lead.UndoUntil!.Value), CardText.Untrusted(LeadParts.SenderOf(view), 80));
        return card with { Body = [.. card.Body, new TextBlock(undo) { Spacing = Spacing.Small }] };
    }

    static bool MayUndo(LeadView view, PersonId person) => view.Lead.RejectedBy == person && view.Now < view.Lead.UndoUntil;

    /// <summary>Whether this person handed it over, and has not answered yet.</summary>
    static bool MayAnswer(LeadView view, PersonId person) =>
        view.Lead.OpenReject is { } reject && view.Lead.MayAnswerReject(view.Company.ActorOn(view.Lead, person), reject.No) is null;

    /// <summary>Nobody holds this lead; here is its story, and what to do.</summary>
    public static AdaptiveCard ForGuardian(LeadView view, PersonId person)
    {
        var card = ForPerson(view, person);
        return view.Lead.GuardianSince is null
            ? card
            : AdaptiveCard.Fitting(Lead.MaxNote, longest => card with
            {
                Summary = view.Say.Plain("lead.summary.guardian", Title(view)),
                Body = [.. card.Body, .. LeadDetails.Story(view, longest)],
            });
    }

    /// <summary>The card as it stands, under the sentence that says why a press did not do what it was meant to.</summary>
    public static AdaptiveCard Under(CardText sentence, AdaptiveCard card) =>
        card with { Body = [LeadParts.Line(sentence), card.Body[0] with { Spacing = Spacing.Medium }, .. card.Body.Skip(1)] };

    static AdaptiveCard Card(LeadView view, IReadOnlyList<CardAction> actions) => new()
    {
        Summary = SummaryOf(view),
        Body = [LeadParts.Heading(view), LeadParts.Facts(view), LeadParts.Status(view)],
        Actions = actions,
    };

    static AdaptiveCard Moved(LeadView view, string channel) => new()
    {
        Summary = SummaryOf(view),
        Body =
        [
            LeadParts.Heading(view),
            new Container([new TextBlock(view.Say.Card("lead.status.moved", view.Department.Name, channel))]) { Style = ContainerStyle.Emphasis },
        ],
    };

    static CardAction[] Open(LeadView view) =>
    [
        LeadParts.Button(view, LeadVerbs.Accept, "button.accept") with { Style = ActionStyle.Positive },
        LeadParts.Button(view, LeadVerbs.Reject, "button.reject"),
        Details(view),
        LeadParts.Button(view, LeadVerbs.PassOn, "button.pass-on") with { Mode = ActionMode.Secondary },
    ];

    static CardAction[] Owners(LeadView view)
    {
        var rest = new CardAction[]
        {
            Disposition(view),
            Details(view),
            LeadParts.Button(view, LeadVerbs.Hold, "button.hold") with { Mode = ActionMode.Secondary },
            LeadParts.Button(view, LeadVerbs.HandBack, "button.hand-back") with { Mode = ActionMode.Secondary },
        };
        return (view.Lead.ContactedAt is null || view.Lead.IsHeld || view.Lead.IsFollowUpAsked) && !view.Lead.Facts.IsNotToBeContacted
            ? [LeadParts.Button(view, LeadVerbs.Contacted, "button.contacted") with { Style = ActionStyle.Positive }, .. rest]
            : rest;
    }

    /// <summary>What became of it, chosen on the card itself: the button then asks only for what the choice needs.</summary>
    static IEnumerable<CardElement> Disposing(LeadView view) => view.Lead.State is LeadState.Accepted
        ? [DispositionForm.Which(view, DispositionForm.InputOnCard(view.Lead)) with { Spacing = Spacing.Medium }]
        : [];

    static ExecuteAction Disposition(LeadView view) =>
        new(view.Say.Plain("button.set-disposition"), LeadVerbs.Disposition, LeadParts.Data(view, DispositionForm.ChoiceKey, DispositionForm.InputOnCard(view.Lead)));

    static CardAction[] Guardians(LeadView view) =>
    [
        LeadParts.Button(view, LeadVerbs.Assign, "button.assign") with { Style = ActionStyle.Positive },
        LeadParts.Button(view, LeadVerbs.Take, "button.take"),
        LeadParts.Button(view, LeadVerbs.Close, "button.close"),
        Details(view) with { Mode = ActionMode.Secondary },
    ];

    static ExecuteAction Details(LeadView view) => LeadParts.Button(view, LeadVerbs.Details, "button.details");

    /// <summary>What the toast says: urgent enough to open, or good to know.</summary>
    public static string SummaryOf(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        return lead.State switch
        {
            LeadState.Offered => say.Plain("lead.summary.offered", view.Segment.Name, Title(view)),
            LeadState.Accepted => say.Plain("lead.summary.accepted", Title(view), view.NameOf(lead.Owner!.Value)),
            LeadState.Won => say.Plain("lead.summary.won", Title(view)),
            LeadState.Lost => say.Plain("lead.summary.lost", Title(view)),
            LeadState.Rejected => say.Plain("lead.summary.rejected", Title(view), view.NameOf(lead.RejectedBy!.Value)),
            _ => say.Plain("lead.summary.other", Title(view)),
        };
    }

    public static string Title(LeadView view) => $"{new PlainText(view.Lead.Facts.Company ?? view.Lead.Facts.Name, 80)} ({view.Lead.Label})";
}
