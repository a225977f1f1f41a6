namespace AccountabilityBot.Domain;

/// <summary>The ledger kinds of a lead. Stored: they never change.</summary>
public static class LeadEvents
{
    /// <summary>A reminder or a call for help: somebody was told, and nothing about the lead has changed.</summary>
    public static bool IsQuiet(string kind) => kind is Nudged or SecondLine or DispositionAsked;

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

    /// <summary>Whoever owned it has left. The reason: one of <see cref="Leads.Departures"/>.</summary>
    public const string OwnerGone = "lead.owner-gone";
    public const string Contacted = "lead.contacted";
    public const string Held = "lead.held";
    public const string Resumed = "lead.resumed";
    public const string ToGuardian = "lead.to-guardian";
    public const string Taken = "lead.taken";
    public const string Assigned = "lead.assigned";
    public const string Closed = "lead.closed";
    public const string Nudged = "lead.nudged";
    public const string SecondLine = "lead.second-line";

    public const string Disposed = "lead.disposed";
    public const string MeetingSet = "lead.meeting-set";
    public const string NoShow = "lead.no-show";
    public const string Qualified = "lead.qualified";
    public const string Proposal = "lead.proposal";
    public const string Won = "lead.won";
    public const string Lost = "lead.lost";
    public const string Recycled = "lead.recycled";
    public const string BackToWork = "lead.back-to-work";
    public const string DispositionAsked = "lead.disposition-asked";
    public const string DataAsked = "lead.data-asked";
    public const string DataMended = "lead.data-mended";
    public const string ContactStopped = "lead.contact-stopped";
    public const string HandedOver = "lead.handed-over";

    /// <summary>What happened when a lead came to this stage.</summary>
    public static string OfStage(Model.DealStage stage) => stage switch
    {
        Model.DealStage.MeetingSet => MeetingSet,
        Model.DealStage.NoShow => NoShow,
        Model.DealStage.Qualified => Qualified,
        Model.DealStage.Proposal => Proposal,
        Model.DealStage.Won => Won,
        Model.DealStage.Lost => Lost,
        Model.DealStage.Recycled => Recycled,
        Model.DealStage.Closed => Closed,
        _ => BackToWork,
    };

    // What the sender of a rejected lead answers.
    public const string Clarified = "lead.clarified";
    public const string Agreed = "lead.agreed";
}
