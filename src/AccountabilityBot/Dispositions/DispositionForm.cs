using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Dispositions;

/// <summary>
/// Set disposition. Whoever chose on their card already is asked for what the disposition needs, and saves; where it needs
/// nothing it is saved at once. Who chose nothing gets the choice first.
/// </summary>
sealed class DispositionForm(LeadPressing pressing)
{
    const string Choice = "disposition";

    /// <summary>In the data of the button on the owner's card: the id of the choice beside it.</summary>
    public const string ChoiceKey = "choice";

    const string ChosenKey = "chosen";

    /// <summary>The id of the choice on the owner's card: fresh with every change, for a client keeps what was chosen under an id it has seen.</summary>
    public static string InputOnCard(Lead lead) => $"{Choice}-v{lead.Version:x}";

    /// <summary>A press that was seen before: the card as it is.</summary>
    public Task<CardAnswer> Truth(Turn turn, CardPress press, CancellationToken ct) => pressing.TruthAsync(turn, press, ct);

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) =>
        LeadForm.IsFilledIn(press) || ChosenOnCard(press) is { Length: > 0 }
            ? Submit(turn, press, ct)
            : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayWork(pressed.Actor), pressed => AskWhich(pressed.View, null), ct);

    Task<CardAnswer> Submit(Turn turn, CardPress press, CancellationToken ct)
    {
        // The second form brings the choice of the first back in its data.
        var asked = press.Text(ChosenKey);
        var chosen = asked ?? (LeadForm.IsFilledIn(press) ? LeadForm.Read(press, Choice) : ChosenOnCard(press));
        return pressing.DecideAsync(turn, press, pressed => Decide(pressed, press, chosen, asked is null), ct, Again);

        AdaptiveCard Again(PressedLead pressed, string problem) => Chosen(pressed, chosen) is { } one && pressed.Lead.Allows(one)
            // The fields were not on the screen yet: asking for them is no reproach.
            ? AskFields(pressed.View, one, asked is null ? null : problem, DispositionInputs.Texts(press))
            : AskWhich(pressed.View, problem);
    }

    static string? ChosenOnCard(CardPress press) => press.Text(ChoiceKey) is { } input ? press.Text(input) : null;

    static Decision Decide(PressedLead pressed, CardPress press, string? chosen, bool isFirst)
    {
        var disposition = Chosen(pressed, chosen);
        if (chosen is { Length: > 0 } && disposition is null)
            return LeadRefusals.DispositionUnknown(chosen);
        if (pressed.Lead.MayWork(pressed.Actor) is { } refusal)
            return refusal;
        // What may stay empty is still offered once.
        if (isFirst && disposition is { Asks.Count: > 0 } && pressed.Lead.Allows(disposition))
            return LeadRefusals.FieldMissing(disposition.Asks[0]);
        var (entry, unreadable) = DispositionInputs.Read(press, disposition, pressed.View);
        return unreadable ?? pressed.Lead.SetDisposition(pressed.Actor, disposition, entry, pressed.Terms, pressed.Now);
    }

    static Disposition? Chosen(PressedLead pressed, string? id) => string.IsNullOrEmpty(id) ? null : pressed.Company.Model.FindDisposition(id);

    public static AdaptiveCard AskWhich(LeadView view, string? problem) => LeadForm.Card(
        view,
        "form.disposition.title",
        problem,
        [Which(view, LeadForm.Input(view, Choice)) with { IsRequired = true, ErrorMessage = view.Say.Plain("form.disposition.missing"), Style = ChoiceStyle.Expanded }],
        LeadVerbs.Disposition,
        "button.save");

    /// <summary>What can be chosen where the lead stands.</summary>
    public static ChoiceInput Which(LeadView view, string id) => new(
        id,
        view.Say.Plain("form.disposition"),
        [.. view.Company.Model.Dispositions.Where(view.Lead.Allows).Select(one => new Teams.Cards.Choice(one.Name, one.Id))])
    {
        Placeholder = view.Say.Plain("form.disposition.hint"),
    };

    public static AdaptiveCard AskFields(LeadView view, Disposition chosen, string? problem, IReadOnlyDictionary<string, string>? typed = null) => LeadForm.Card(
        view,
        "form.disposition.title",
        problem,
        [
            new TextBlock(view.Say.Card("form.disposition.chosen", chosen.Name)),
            .. DispositionInputs.Of(view, chosen, typed ?? new Dictionary<string, string>()),
        ],
        LeadVerbs.Disposition,
        "button.save",
        (ChosenKey, chosen.Id));
}
