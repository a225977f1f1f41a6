using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>Hand over, and Name an owner for what nobody owns: to whom, from which day, and why.</summary>
sealed class HandOverForm(NumberPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => NumberForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, pressed.Presser.Id, problem))
        : pressing.AskAsync(turn, press, pressed => pressed.Number.MayPropose(pressed.Actor), pressed => Card(pressed.View, pressed.Presser.Id, null), ct);

    static Decision Decide(PressedNumber pressed, CardPress press)
    {
        var to = NumberForm.ReadPerson(press, "person", pressed.View.Company);
        return pressed.Number.Propose(
            pressed.Actor,
            to,
            to is { } person && pressed.View.Company.Find(person) is not null,
            NumberForm.ReadDay(press, "day"),
            NumberForm.Read(press, "note"),
            pressed.View.At.Zone,
            pressed.Now);
    }

    public static AdaptiveCard Card(NumberView view, PersonId presser, string? problem)
    {
        var isOwned = view.Number.Current is not null;
        return AdaptiveCard.Fitting(NumberForm.LongestName, longest => NumberForm.Card(
            view,
            isOwned ? "number.form.hand-over" : "number.form.name-owner",
            view.Say.Card("number.form.hand-over.what"),
            problem,
            [
                .. NumberForm.Person(view, "person", "number.form.person", isRequired: true, view.At.Owner ?? presser, longest),
                NumberForm.Day(view, "day", "number.form.from-day", isRequired: true),
                NumberForm.Words(view, "note", "number.form.why", isRequired: false),
            ],
            isOwned ? NumberVerbs.HandOver : NumberVerbs.NameOwner,
            "number.button.propose"));
    }
}

/// <summary>Yes or no to a number that is offered: a sentence may go with it.</summary>
sealed class HandOverAnswerForm(NumberPressing pressing)
{
    /// <summary>One press, for yes is what most people say; a sentence is asked for only with a no.</summary>
    public Task<CardAnswer> Accept(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Number.Accept(pressed.Actor, press.Text("words"), pressed.Now), ct);

    public Task<CardAnswer> Decline(Turn turn, CardPress press, CancellationToken ct) => NumberForm.IsFilledIn(press)
        ? pressing.DecideAsync(
            turn, press, pressed => pressed.Number.Decline(pressed.Actor, NumberForm.Read(press, "words"), pressed.Now), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, May, pressed => Card(pressed.View, null), ct);

    static Refusal? May(PressedNumber pressed) => pressed.Number.OpenHandOver is not { } open ? NumberRefusals.NoHandOver()
        : open.To == pressed.Presser.Id ? null
        : NumberRefusals.NotForYou(open.To);

    public static AdaptiveCard Card(NumberView view, string? problem) => NumberForm.Card(
        view,
        "number.form.decline",
        view.Say.Card("number.form.decline.what"),
        problem,
        [NumberForm.Words(view, "words", "number.form.decline.words", isRequired: false)],
        NumberVerbs.Decline,
        "number.button.decline");
}

/// <summary>Who stands in for the owner while they are out.</summary>
sealed class DeputyForm(NumberPressing pressing)
{
    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => NumberForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, May, pressed => Card(pressed.View, null), ct);

    static Refusal? May(PressedNumber pressed) => pressed.View.At.Owner == pressed.Presser.Id ? null : NumberRefusals.NotTheOwner(pressed.View.At.Owner);

    static Decision Decide(PressedNumber pressed, CardPress press)
    {
        var deputy = NumberForm.ReadPerson(press, "person", pressed.View.Company);
        return pressed.Number.NameDeputy(pressed.Actor, deputy, deputy is { } person && pressed.View.Company.Find(person) is not null);
    }

    public static AdaptiveCard Card(NumberView view, string? problem) => AdaptiveCard.Fitting(NumberForm.LongestName, longest => NumberForm.Card(
        view,
        "number.form.deputy",
        view.Say.Card("number.form.deputy.what"),
        problem,
        NumberForm.Person(view, "person", "number.form.deputy.person", isRequired: false, view.At.Owner, longest),
        NumberVerbs.Deputy,
        "number.button.save"));
}
