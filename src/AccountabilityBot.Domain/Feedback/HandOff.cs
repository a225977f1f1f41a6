using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Domain.Feedback;

/// <summary>One lead that passed over a seam, as somebody who took part in it may speak about the other side.</summary>
/// <param name="Lead">Which.</param>
/// <param name="About">The side that is spoken about.</param>
/// <param name="Giver">Took part on the other side.</param>
/// <param name="Receiver">Took part on this side; none: nobody knows who, and the department's head hears it for the department.</param>
/// <param name="FromDepartment">Id of the department that handed it over.</param>
/// <param name="ToDepartment">Id of the department that it was handed to.</param>
/// <param name="At">UTC; when the giver had something to say for the first time.</param>
public sealed record HandOff(LeadId Lead, Side About, PersonId Giver, PersonId? Receiver, string FromDepartment, string ToDepartment, DateTimeOffset At)
{
    /// <summary>The ledger kinds with which a lead ends for both sides.</summary>
    static readonly string[] Ends = [LeadEvents.Won, LeadEvents.Lost, LeadEvents.Recycled];

    /// <summary>Id of the department that is spoken about.</summary>
    public string AboutDepartment => About is Side.Sender ? FromDepartment : ToDepartment;

    /// <summary>Id of the department on whose side the giver took part.</summary>
    public string GiversDepartment => About is Side.Sender ? ToDepartment : FromDepartment;

    /// <summary>
    /// This person's part in the lead as it stands; none: they had none, nobody of the other side is known yet, or the lead
    /// never left its department. Nobody is on both sides: who sent a lead to themselves has nobody to tell.
    /// </summary>
    public static HandOff? Of(Lead lead, PersonId person)
    {
        // A reject counts once it is final; until then it may be taken back.
        var answerer = lead.Owner ?? (lead.State is LeadState.Rejected && lead.UndoUntil is null ? lead.RejectedBy : null);
        if (lead.FromDepartment == lead.Department || answerer is not { } other || lead.FromPerson == other)
            return null;
        var at = lead.AcceptedAt ?? lead.RejectedAt ?? lead.ReceivedAt;
        if (person == other)
            return new HandOff(lead.Id, Side.Sender, person, lead.FromPerson, lead.FromDepartment, lead.Department, at);
        return person == lead.FromPerson ? new HandOff(lead.Id, Side.Receiver, person, other, lead.FromDepartment, lead.Department, at) : null;
    }

    /// <summary>
    /// Who may be asked after this decision: the owner once they have spoken to the buyer for the first time, for now they know
    /// what they were handed; and who sent it once it is known what became of it.
    /// </summary>
    /// <param name="now">UTC; of the decision.</param>
    public static IEnumerable<HandOff> After(Lead lead, IReadOnlyList<DomainEvent> happened, DateTimeOffset now)
    {
        foreach (var one in happened)
        {
            var giver = one.Kind switch
            {
                // A later touch is one more contact, and no news about the hand-off.
                LeadEvents.Contacted when lead.ContactedAt == now => lead.Owner,
                LeadEvents.RejectSettled => lead.FromPerson,
                _ when Ends.Contains(one.Kind) => lead.FromPerson,
                _ => null,
            };
            if (giver is { } person && Of(lead, person) is { } handOff)
                yield return handOff with { At = now };
        }
    }
}
