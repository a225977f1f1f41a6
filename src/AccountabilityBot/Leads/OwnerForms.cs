using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>Pass on: good, but not for me. A colleague may be named.</summary>
sealed class PassOnForm(LeadPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => LeadForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, Form)
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayAnswer(pressed.Actor), pressed => Form(pressed, null), ct);

    static Domain.Decision Decide(PressedLead pressed, CardPress press)
    {
        var chosen = Choosing.Chosen(pressed, LeadForm.Read(press, "colleague"));
        return Choosing.WhyNot(pressed, chosen) is { } refusal
            ? refusal
            : pressed.Lead.PassOn(pressed.Actor, chosen, LeadForm.Read(press, "note"), pressed.Terms, pressed.Now);
    }

    static AdaptiveCard Form(PressedLead pressed, string? problem) => Card(pressed.View, pressed.Presser.Id, problem);

    public static AdaptiveCard Card(LeadView view, Domain.PersonId presser, string? problem) => LeadForm.Card(
        view,
        "form.pass-on.title",
        problem,
        [
            Choosing.Input(view, "colleague", "form.colleague", presser) with { Placeholder = view.Say.Plain("form.colleague.hint") },
            LeadForm.Note(view),
        ],
        LeadVerbs.PassOn,
        "button.pass-on");
}

/// <summary>Hold: the owner waits for something, and says for what and until which day.</summary>
sealed class HoldForm(LeadPressing pressing)
{
    /// <summary>A hold ends in the morning of its day, in the department's zone.</summary>
    static readonly TimeOnly Morning = new(9, 0);

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => LeadForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayWork(pressed.Actor), pressed => Card(pressed.View, null), ct);

    static Domain.Decision Decide(PressedLead pressed, CardPress press)
    {
        var reason = Reasons.Known(pressed.Company.Model.HoldReasons, LeadForm.Read(press, "reason"));
        return pressed.Lead.Hold(pressed.Actor, reason, EndOf(pressed, LeadForm.Read(press, "until")), LeadForm.Read(press, "note"), pressed.Terms, pressed.Now);
    }

    static DateTimeOffset? EndOf(PressedLead pressed, string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? Domain.LocalTime.ToInstant(date, Morning, TimeZoneInfo.FindSystemTimeZoneById(pressed.Company.DepartmentOf(pressed.Lead).TimeZone))
            : null;

    public static AdaptiveCard Card(LeadView view, string? problem)
    {
        var today = DateOnly.FromDateTime(view.Now.UtcDateTime);
        return LeadForm.Card(
            view,
            "form.hold.title",
            problem,
            [
                LeadForm.Reason(view, view.Company.Model.HoldReasons.Select(reason => (reason.Id, reason.Name))),
                new DateInput(LeadForm.Input(view, "until"), view.Say.Plain("form.until"))
                {
                    IsRequired = true,
                    ErrorMessage = view.Say.Plain("form.until.missing"),
                    Min = today.AddDays(1),
                    Max = today.AddDays(Lead.MaxHoldDays),
                },
                LeadForm.Note(view),
            ],
            LeadVerbs.Hold,
            "button.hold");
    }
}

/// <summary>Hand back: after accept, with a reason, to the queue.</summary>
sealed class HandBackForm(LeadPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => LeadForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MayWork(pressed.Actor), pressed => Card(pressed.View, null), ct);

    static Domain.Decision Decide(PressedLead pressed, CardPress press) => pressed.Lead.HandBack(
        pressed.Actor,
        Reasons.Known(pressed.Company.Model.HandBackReasons, LeadForm.Read(press, "reason")),
        LeadForm.Read(press, "note"),
        pressed.Terms,
        pressed.Now);

    public static AdaptiveCard Card(LeadView view, string? problem) => LeadForm.Card(
        view,
        "form.hand-back.title",
        problem,
        [LeadForm.Reason(view, view.Company.Model.HandBackReasons.Select(reason => (reason.Id, reason.Name))), LeadForm.Note(view)],
        LeadVerbs.HandBack,
        "button.hand-back");
}

static class Reasons
{
    /// <summary>The reason's id if the model has it; a made-up one is as good as none.</summary>
    public static string? Known(IEnumerable<Domain.Model.Reason> reasons, string? id) => reasons.FirstOrDefault(reason => reason.Id == id)?.Id;
}
