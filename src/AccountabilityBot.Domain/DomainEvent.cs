namespace AccountabilityBot.Domain;

/// <summary>One thing that was decided about a lead or a number, as the ledger keeps it.</summary>
/// <param name="Kind">A literal of <see cref="LeadEvents"/> or <see cref="Numbers.NumberEvents"/>; it never changes.</param>
/// <param name="Actor">Who decided; none when a rule did.</param>
/// <param name="Other">The other person concerned: who was offered the lead, to whom the number is handed over.</param>
/// <param name="Reason">The id of a standard reason of the revenue model, of a rule, or the rung of a ladder: <c>answer.nudge-1</c>.</param>
/// <param name="Note">A person's own words. The ledger keeps only their hash; the words can be erased.</param>
public sealed record DomainEvent(string Kind, PersonId? Actor = null, PersonId? Other = null, string? Reason = null, string? Note = null);
