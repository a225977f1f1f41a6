namespace AccountabilityBot.Domain;

/// <summary>One thing that was decided about a lead, as the ledger keeps it.</summary>
/// <param name="Kind">A literal of <see cref="LeadEvents"/>; it never changes.</param>
/// <param name="Actor">Who decided; none when a rule did.</param>
/// <param name="Other">The other person concerned: who was offered the lead, to whom it was passed.</param>
/// <param name="Reason">The id of a standard reason of the revenue model, of a rule, or the rung of a ladder: <c>answer.nudge-1</c>.</param>
/// <param name="Note">A person's own words. The ledger keeps only their hash; the words can be erased.</param>
public sealed record LeadEvent(string Kind, PersonId? Actor = null, PersonId? Other = null, string? Reason = null, string? Note = null);

/// <summary>The ledger kinds of a lead. Stored: they never change.</summary>
public static class LeadEvents
{
    /// <summary>A reminder or a call for help: somebody was told, and nothing about the lead has changed.</summary>
    public static bool IsQuiet(string kind) => kind is Nudged or SecondLine;

    public const string Received = "lead.received";
    public const string Updated = "lead.updated";
    public const string Reopened = "lead.reopened";
    public const string Offered = "lead.offered";
    public const string Accepted = "lead.accepted";
    public const string Rejected = "lead.rejected";
    public const string RejectUndone = "lead.reject-undone";
    public const string RejectSettled = "lead.reject-settled";
    public const string PassedOn = "lead.passed-on";
    public const string HandedBack = "lead.handed-back";
    public const string Expired = "lead.expired";
    public const string Withdrawn = "lead.withdrawn";
    public const string Contacted = "lead.contacted";
    public const string Held = "lead.held";
    public const string Resumed = "lead.resumed";
    public const string ToGuardian = "lead.to-guardian";
    public const string Taken = "lead.taken";
    public const string Assigned = "lead.assigned";
    public const string Closed = "lead.closed";
    public const string Nudged = "lead.nudged";
    public const string SecondLine = "lead.second-line";
}
