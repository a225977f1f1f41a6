namespace AccountabilityBot.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>
    /// Why this person may not ask to be reminded later; none: the lead waits for them, and they may. A snooze changes
    /// nothing about the lead itself: neither its deadline nor what comes next moves.
    /// </summary>
    public Refusal? MaySnooze(LeadActor actor)
    {
        if (State is not LeadState.Accepted)
            return MayAnswer(actor);
        if (MayWork(actor) is { } refusal)
            return refusal;
        return Promise is { IsPaused: false } ? null : LeadRefusals.NothingToSnooze();
    }
}
