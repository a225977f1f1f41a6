using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>
/// A form is the answer to a press: only the presser sees it, in the place of the card. Its inputs carry a fresh part in
/// their ids, which the save button brings back.
/// </summary>
static class LeadForm
{
    const string NonceKey = "form";

    /// <summary>Whether this press saves a form, rather than asking for one.</summary>
    public static bool IsFilledIn(CardPress press) => press.Text(NonceKey) is not null;

    public static string? Read(CardPress press, string input) => press.Text(NonceKey) is { } nonce ? press.Text($"{input}-{nonce}") : null;

    public static string Input(LeadView view, string name) => $"{name}-{view.Nonce}";

    /// <param name="problem">What was wrong with the last try; stands above the inputs.</param>
    /// <param name="data">What the save button brings back besides the inputs.</param>
    public static AdaptiveCard Card(
        LeadView view, string title, string? problem, IReadOnlyList<CardElement> inputs, string verb, string saveTitle, (string Key, string Value)? data = null)
    {
        var say = view.Say;
        var saved = LeadParts.Data(view, NonceKey, view.Nonce);
        if (data is { } extra)
            saved[extra.Key] = extra.Value;
        var body = new List<CardElement>
        {
            LeadParts.Heading(view),
            new TextBlock(say.Card(title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, Separator = true },
        };
        if (problem is not null)
            body.Add(new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        body.AddRange(inputs);
        return new AdaptiveCard
        {
            Summary = LeadCard.SummaryOf(view),
            Body = body,
            Actions =
            [
                new ExecuteAction(say.Plain(saveTitle), verb, saved) { Style = ActionStyle.Positive },
                LeadParts.Button(view, LeadVerbs.View, "button.back"),
            ],
        };
    }

    public static TextInput Note(LeadView view) => new(Input(view, "note"), view.Say.Plain("form.note"))
    {
        IsMultiline = true,
        MaxLength = Domain.Leads.Lead.MaxNote,
        Placeholder = view.Say.Plain("form.note.hint"),
    };

    public static ChoiceInput Reason(LeadView view, IEnumerable<(string Id, string Name)> reasons) =>
        new(Input(view, "reason"), view.Say.Plain("form.reason"), [.. reasons.Select(reason => new Choice(reason.Name, reason.Id))])
        {
            IsRequired = true,
            ErrorMessage = view.Say.Plain("form.reason.missing"),
            Placeholder = view.Say.Plain("form.reason.hint"),
        };
}
