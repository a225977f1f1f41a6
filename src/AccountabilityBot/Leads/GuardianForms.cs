using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>Assign: the guardian names who is asked next. That person still answers.</summary>
sealed class AssignForm(LeadPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => LeadForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem), needsChannel: true)
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayGuard(pressed.Actor), pressed => Card(pressed.View, null), ct);

    static Domain.Decision Decide(PressedLead pressed, CardPress press)
    {
        var chosen = Choosing.Chosen(pressed, LeadForm.Read(press, "colleague"));
        return Choosing.WhyNot(pressed, chosen) is { } refusal ? refusal : pressed.Lead.Assign(pressed.Actor, chosen, pressed.Terms, pressed.Now);
    }

    public static AdaptiveCard Card(LeadView view, string? problem) => LeadForm.Card(
        view,
        "form.assign.title",
        problem,
        [
            Choosing.Input(view, "colleague", "form.person", except: null) with
            {
                IsRequired = true,
                ErrorMessage = view.Say.Plain("form.person.missing"),
                Placeholder = view.Say.Plain("form.person.hint"),
            },
        ],
        LeadVerbs.Assign,
        "button.assign");
}

/// <summary>Close: the guardian ends a lead that is not worth anybody's time, with a reason.</summary>
sealed class CloseForm(LeadPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => LeadForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayGuard(pressed.Actor), pressed => Card(pressed.View, null), ct);

    static Domain.Decision Decide(PressedLead pressed, CardPress press) => pressed.Lead.Close(
        pressed.Actor, Reasons.Known(pressed.Company.Model.CloseReasons, LeadForm.Read(press, "reason")), LeadForm.Read(press, "note"), pressed.Terms, pressed.Now);

    public static AdaptiveCard Card(LeadView view, string? problem) => LeadForm.Card(
        view,
        "form.close.title",
        problem,
        [LeadForm.Reason(view, view.Company.Model.CloseReasons.Select(reason => (reason.Id, reason.Name))), LeadForm.Note(view)],
        LeadVerbs.Close,
        "button.close");
}
