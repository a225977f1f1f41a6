namespace AccountabilityBot.Domain.Leads;

/// <summary>The few figures of the revenue model that a decision about one lead needs.</summary>
/// <param name="Hands">After so many hands the lead goes to the guardian.</param>
/// <param name="Undo">How long a reject can be taken back.</param>
public sealed record LeadLimits(int Hands, TimeSpan Undo);
