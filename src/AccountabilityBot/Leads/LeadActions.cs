using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>The buttons that need no form: one press, one decision.</summary>
sealed class LeadActions(LeadPressing pressing)
{
    public Task<CardAnswer> Accept(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Lead.Accept(pressed.Actor, pressed.Terms, pressed.Now), ct);

    public Task<CardAnswer> Undo(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Lead.UndoReject(pressed.Actor, pressed.Terms, pressed.Now), ct);

    public Task<CardAnswer> Contacted(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Lead.Contact(pressed.Actor, pressed.Terms, pressed.Now), ct);

    public Task<CardAnswer> Take(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Lead.Take(pressed.Actor, pressed.Terms, pressed.Now), ct);

    /// <summary>The sender lets the reject stand.</summary>
    public Task<CardAnswer> Agree(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Lead.Agree(pressed.Actor, SenderCard.RejectOf(press), pressed.Now), ct);

    /// <summary>Only reads: the way back from a form, and what Teams itself asks when a card comes on somebody's screen.</summary>
    public Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) => pressing.TruthAsync(turn, press, ct);

    public Task<CardAnswer> Details(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.ReadAsync(turn, press, pressed => CardAnswer.Show(LeadDetails.Card(pressed.View)), ct);
}
