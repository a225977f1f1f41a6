using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.Leads;

/// <summary>Reject: first the reason, then the question that the reason asks, if it asks one; Undo is on the card that answers.</summary>
sealed class RejectForm(LeadPressing pressing)
{
    const string ChosenKey = "reason";

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => LeadForm.IsFilledIn(press)
        ? Submit(turn, press, ct)
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayAnswer(pressed.Actor), pressed => AskReason(pressed.View, null), ct);

    async Task<CardAnswer> Submit(Turn turn, CardPress press, CancellationToken ct)
    {
        // The second form brings the first one's choice back in its data.
        var asked = press.Text(ChosenKey);
        var chosen = asked ?? LeadForm.Read(press, "reason");
        var answer = LeadForm.Read(press, "answer");
        return await pressing.DecideAsync(turn, press, pressed => Decide(pressed, chosen, answer, LeadForm.Read(press, "note")), ct, Again);

        AdaptiveCard Again(PressedLead pressed, string problem) =>
            ReasonOf(pressed, chosen) is { Question: { } question } reason
                // The question was not on the screen yet: asking it is no reproach.
                ? AskAnswer(pressed.View, reason, question, asked is null ? null : problem, answer)
                : AskReason(pressed.View, problem);
    }

    static Domain.Decision Decide(PressedLead pressed, string? chosen, string? answer, string? note)
    {
        var reason = ReasonOf(pressed, chosen);
        return chosen is not null && reason is null
            ? LeadRefusals.ReasonUnknown(chosen)
            : pressed.Lead.Reject(pressed.Actor, reason, answer, note, pressed.Terms, pressed.Now);
    }

    static RejectReason? ReasonOf(PressedLead pressed, string? chosen) => chosen is null ? null : pressed.Company.Model.FindReason(chosen);

    public static AdaptiveCard AskReason(LeadView view, string? problem) => LeadForm.Card(
        view,
        "form.reject.title",
        problem,
        [LeadForm.Reason(view, view.Company.Model.RejectReasons.Select(reason => (reason.Id, reason.Name))) with { Style = ChoiceStyle.Expanded }],
        LeadVerbs.Reject,
        "button.reject");

    public static AdaptiveCard AskAnswer(LeadView view, RejectReason reason, Question question, string? problem, string? given) => LeadForm.Card(
        view,
        "form.reject.title",
        problem,
        [
            new TextBlock(view.Say.Card("form.reject.chosen", reason.Name)),
            Answer(view, question, given),
            LeadForm.Note(view),
        ],
        LeadVerbs.Reject,
        "button.reject",
        (ChosenKey, reason.Id));

    static CardInput Answer(LeadView view, Question question, string? given)
    {
        var id = LeadForm.Input(view, "answer");
        if (question.Choices.Count > 0)
        {
            return new ChoiceInput(id, question.Text, [.. question.Choices.Select(choice => new Choice(choice.Name, choice.Id))])
            {
                IsRequired = true,
                ErrorMessage = view.Say.Plain("form.answer.missing"),
                Style = ChoiceStyle.Expanded,
            };
        }

        return new TextInput(id, question.Text)
        {
            IsRequired = true,
            ErrorMessage = view.Say.Plain("form.answer.missing"),
            IsMultiline = true,
            Value = given,
            MaxLength = Lead.MaxNote,
            Placeholder = question.MinLength > 0 ? view.Say.Plain("form.answer.least", question.MinLength) : null,
        };
    }
}
