using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>Everything that can be pressed on a number's card; what needs no form is one press and one decision.</summary>
sealed class NumberButtons(NumberPressing pressing)
{
    public HandOverForm HandOver => new(pressing);

    public HandOverAnswerForm Answer => new(pressing);

    public DeputyForm Deputy => new(pressing);

    public ChallengeForm Challenge => new(pressing);

    public ChallengeAnswerForm ChallengeAnswer => new(pressing);

    public AskOwnerForm AskOwner => new(pressing);

    public Task<CardAnswer> Withdraw(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Number.Withdraw(pressed.Actor, pressed.Now), ct);

    public Task<CardAnswer> Take(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Number.Take(pressed.Actor, pressed.Now), ct);

    public Task<CardAnswer> Confirm(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Number.Confirm(pressed.Actor, pressed.Now), ct);

    public Task<CardAnswer> NotMine(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Number.Disown(pressed.Actor, pressed.Now), ct);

    /// <summary>Only reads: the way back from a form.</summary>
    public Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) => pressing.TruthAsync(turn, press, ct);

    public Task<CardAnswer> Details(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.ReadAsync(turn, press, pressed => CardAnswer.Show(NumberDetails.Card(pressed.View)), ct);

    public Task<CardAnswer> History(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.ReadAsync(turn, press, pressed => CardAnswer.Show(NumberDetails.History(pressed.View)), ct);
}
