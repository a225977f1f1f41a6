using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>
/// One reject as its sender reads it: what happened, what they can answer, and afterwards what was answered and what has
/// become of the lead. It is a gift to the neighbour and no reproach.
/// </summary>
static class SenderCard
{
    const string RejectKey = "reject";

    /// <summary>In the place of a reject's number: the owner asks for better data.</summary>
    public const int AboutData = 0;

    /// <param name="reject">Number of the offer that was rejected.</param>
    public static AdaptiveCard Draw(LeadView view, int reject) =>
        AdaptiveCard.Fitting(Lead.MaxNote, longest => reject == AboutData ? DrawData(view, longest) : Draw(view, reject, longest));

    /// <summary>Which reject a post is about.</summary>
    public static int RejectOf(CardPost post) => int.TryParse(post.Argument, CultureInfo.InvariantCulture, out var no) ? no : 0;

    /// <summary>Which reject a press answers. From the card's data: it can only narrow what the presser may do.</summary>
    public static int RejectOf(CardPress press) => press.Number(RejectKey) ?? 0;

    /// <summary>The same, as a form brings it back.</summary>
    public static (string Key, string Value) Data(int reject) => (RejectKey, reject.ToString(CultureInfo.InvariantCulture));

    public static CardAction[] Buttons(LeadView view, int reject) =>
    [
        Button(view, reject, LeadVerbs.Clarify, "button.clarify"),
        Button(view, reject, LeadVerbs.Agree, "button.agree"),
        LeadParts.Button(view, LeadVerbs.Details, "button.details"),
    ];

    /// <summary>What each answer leads to, and that nothing presses.</summary>
    public static TextBlock Hint(LeadView view, Offer reject)
    {
        var isLast = view.Lead.Rejects + 1 >= view.Company.TermsOf(view.Lead).Hands;
        var hint = isLast
            ? view.Say.Card("lead.sender.hint.last", view.Company.GuardianOf(view.Department)?.Name ?? view.Say.Plain("the-guardian"), view.Lead.Rejects + 1)
            : view.Say.Card("lead.sender.hint", view.Department.Name, view.NameOf(reject.AnsweredBy!.Value));
        return new TextBlock(hint) { Size = TextSize.Small, Spacing = Spacing.Small };
    }

    /// <summary>The owner cannot go on without better data; once they are there, how the lead stands.</summary>
    static AdaptiveCard DrawData(LeadView view, int longest)
    {
        var (lead, say) = (view.Lead, view.Say);
        var isAsked = lead is { State: LeadState.Accepted, HoldReason: Lead.DataAreMended };
        var owner = lead.Owner is { } person ? view.NameOf(person) : view.Department.Name;
        List<CardElement> body = [new TextBlock(say.Card(isAsked ? "lead.data-asked.title" : "lead.data-asked.over", owner)) { Weight = TextWeight.Bolder }];
        if (isAsked)
        {
            body.Add(LeadParts.Box(
                ContainerStyle.Emphasis,
                lead.DataWanted is { } wanted ? say.Card("lead.words", CardText.Untrusted(wanted, longest)) : say.Card("lead.data-asked.what"),
                say.Card("lead.data-asked.until", CardText.Instant(lead.HeldUntil!.Value))));
        }

        body.Add(LeadParts.Heading(view) with { Spacing = Spacing.Medium, Separator = true });
        body.Add(LeadParts.Facts(view));
        body.AddRange(isAsked ? LeadParts.Contact(view) : [LeadParts.Standing(view)]);
        var details = LeadParts.Button(view, LeadVerbs.Details, "button.details");
        return new AdaptiveCard
        {
            Summary = say.Plain("lead.data-asked.summary", LeadCard.Title(view)),
            Body = body,
            Actions = isAsked ? [Button(view, AboutData, LeadVerbs.Clarify, "button.clarify"), details] : [details],
        };
    }

    static AdaptiveCard Draw(LeadView view, int reject, int longest)
    {
        var lead = view.Lead;
        var offer = lead.Offers.FirstOrDefault(one => one.No == reject && one.Outcome is OfferOutcome.Rejected);
        var isOpen = lead.OpenReject?.No == reject;
        var body = new List<CardElement> { new TextBlock(view.Say.Card("lead.rejected-to-sender.title", view.Department.Name)) { Weight = TextWeight.Bolder } };
        if (offer is not null && (offer.RejectReason ?? lead.RejectReason) is not null)
        {
            var (sentence, note) = LeadParts.RejectStory(view, offer);
            body.Add(LeadParts.Box(ContainerStyle.Emphasis, sentence, note));
        }

        if (offer?.Reply is { } reply)
            body.Add(new Container([new TextBlock(Reply(view, reply, longest))]) { Style = ContainerStyle.Good, Spacing = Spacing.Small });
        else if (isOpen)
            body.Add(Hint(view, offer!));
        body.Add(LeadParts.Heading(view) with { Spacing = Spacing.Medium, Separator = true });
        body.Add(LeadParts.Facts(view));
        // The reject itself stands above; whatever came after it is the truth of now.
        if (!isOpen && offer?.Reply?.Kind is not ReplyKind.Agreed)
            body.Add(LeadParts.Standing(view));
        return new AdaptiveCard
        {
            Summary = view.Say.Plain("lead.rejected-to-sender.summary", LeadCard.Title(view)),
            Body = body,
            Actions = isOpen ? Buttons(view, reject) : [LeadParts.Button(view, LeadVerbs.Details, "button.details")],
        };
    }

    static CardText Reply(LeadView view, SenderReply reply, int longest) => reply.Kind is ReplyKind.Clarified
        ? LeadParts.ClarifiedBy(view, reply, longest)
        : view.Say.Card("lead.reply.agreed", view.NameOf(reply.By));

    static ExecuteAction Button(LeadView view, int reject, string verb, string title)
    {
        var (key, value) = Data(reject);
        return new ExecuteAction(view.Say.Plain(title), verb, LeadParts.Data(view, key, value)) { AssociatedInputs = AssociatedInputs.None };
    }
}
