using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>Clarify: the sender says what was missing, may correct how the buyer is reached, and the lead is offered again.</summary>
sealed class ClarifyForm(LeadPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct)
    {
        var reject = SenderCard.RejectOf(press);
        return LeadForm.IsFilledIn(press)
            ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, reject, Typed(press)), ct, (pressed, problem) => Card(pressed.View, reject, Typed(press), problem))
            : pressing.AskAsync(turn, press, pressed => reject == SenderCard.AboutData ? pressed.Lead.MayMendData(pressed.Actor) : pressed.Lead.MayAnswerReject(pressed.Actor, reject), pressed => Card(pressed.View, reject, null, null), ct);
    }

    static Domain.Decision Decide(PressedLead pressed, int reject, Clarification typed)
    {
        var facts = pressed.Lead.Facts;
        // Left empty is left as it was: nobody is made unreachable by a form.
        var corrected = facts with { Phone = typed.Phone ?? facts.Phone, Email = typed.Email ?? facts.Email };
        return reject == SenderCard.AboutData
            ? pressed.Lead.MendData(pressed.Actor, typed.Missing, corrected, pressed.Terms, pressed.Now)
            : pressed.Lead.Clarify(pressed.Actor, reject, typed.Missing, corrected, pressed.Terms, pressed.Now);
    }

    static Clarification Typed(CardPress press) => new(LeadForm.Read(press, "missing"), LeadForm.Read(press, "phone"), LeadForm.Read(press, "email"));

    /// <param name="typed">What was typed before; none: the form is shown for the first time.</param>
    public static AdaptiveCard Card(LeadView view, int reject, Clarification? typed, string? problem) => LeadForm.Card(
        view,
        reject == SenderCard.AboutData ? "form.mend.title" : "form.clarify.title",
        problem,
        [
            new TextInput(LeadForm.Input(view, "missing"), view.Say.Plain("form.clarify.missing"))
            {
                IsRequired = true,
                ErrorMessage = view.Say.Plain("refusal.lead.missing-not-said"),
                IsMultiline = true,
                Value = Shown(typed?.Missing, Lead.MaxNote),
                MaxLength = Lead.MaxNote,
                Placeholder = view.Say.Plain("form.clarify.hint"),
            },
            Contact(view, "phone", "lead.fact.phone", typed is null ? view.Lead.Facts.Phone : typed.Phone),
            Contact(view, "email", "lead.fact.email", typed is null ? view.Lead.Facts.Email : typed.Email),
        ],
        LeadVerbs.Clarify,
        "button.clarify",
        SenderCard.Data(reject));

    static TextInput Contact(LeadView view, string name, string label, string? value) =>
        new(LeadForm.Input(view, name), view.Say.Plain(label)) { Value = Shown(value, LeadFacts.MaxText), MaxLength = LeadFacts.MaxText };

    /// <summary>No more than the field takes, so that the card keeps its size whatever was sent.</summary>
    static string? Shown(string? typed, int most) => typed is null ? null : Teams.Activities.CleanText.Of(typed, most);
}

/// <summary>What a sender typed: all of it text from outside.</summary>
sealed record Clarification(string? Missing, string? Phone, string? Email);
