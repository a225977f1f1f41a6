namespace AccountabilityBot.Domain.Leads;

/// <summary>Who presses, as far as a rule about one lead needs to know. Taken from the directory, never from a card's data.</summary>
/// <param name="Id">The person.</param>
/// <param name="IsMember">Belongs to the department that the lead was handed to.</param>
/// <param name="Guards">Its head, its guardian, or an administrator.</param>
public sealed record LeadActor(PersonId Id, bool IsMember, bool Guards)
{
    /// <summary>Handed it over, or speaks for the department that did where no person is named.</summary>
    public bool IsSender { get; init; }
}
