namespace AccountabilityBot.Domain.Council;

/// <summary>The parts of a model, as its differences name them. Each has its words in the resource files.</summary>
public static class ModelSections
{
    public const string Company = "company";
    public const string Departments = "departments";
    public const string Membership = "membership";
    public const string Seams = "seams";
    public const string Stages = "stages";
    public const string Definitions = "definitions";
    public const string Segments = "segments";
    public const string RejectReasons = "reject-reasons";
    public const string HoldReasons = "hold-reasons";
    public const string HandBackReasons = "hand-back-reasons";
    public const string CloseReasons = "close-reasons";
    public const string Dispositions = "dispositions";
    public const string Sources = "sources";
    public const string Leads = "leads";
    public const string People = "people";
    public const string Messages = "messages";
    public const string Council = "council";
    public const string Rhythms = "rhythms";
    public const string Feedback = "feedback";
    public const string Roles = "roles";
    public const string Numbers = "numbers";
    public const string Administrators = "administrators";

    /// <summary>In the order in which people read a model.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Company, Departments, Membership, Seams, Stages, Definitions, Segments, RejectReasons,
        HoldReasons, HandBackReasons, CloseReasons, Dispositions, Sources, Leads, People,
        Messages, Council, Rhythms, Feedback, Roles, Numbers, Administrators,
    ];
}

/// <summary>What a model says of a subject, as its differences name it. Each has its words in the resource files.</summary>
public static class ModelFields
{
    public const string Name = "name";
    public const string Language = "language";
    public const string TimeZone = "time-zone";
    public const string Text = "text";
    public const string Aliases = "aliases";
    public const string Hours = "hours";
    public const string QuietHours = "quiet-hours";
    public const string Budget = "budget";
    public const string ExemptRank = "exempt-rank";
    public const string Dominates = "dominates";
    public const string AtLeast = "at-least";
    public const string Days = "days";
    public const string Channel = "channel";
    public const string Members = "members";
    public const string Digest = "digest";
    public const string Meeting = "meeting";
    public const string Ask = "ask";
    public const string Holder = "holder";
    public const string Head = "head";
    public const string Guardian = "guardian";
    public const string Labels = "labels";
    public const string PoolOffers = "pool-offers";
    public const string SpecialDays = "special-days";
    public const string From = "from";
    public const string To = "to";
    public const string Kind = "kind";
    public const string Item = "item";
    public const string Segment = "segment";
    public const string Complete = "complete";
    public const string HandOverWithin = "hand-over-within";
    public const string Offer = "offer";
    public const string AcceptWithin = "accept-within";
    public const string ContactWithin = "contact-within";
    public const string FollowUpWithin = "follow-up-within";
    public const string Rank = "rank";
    public const string Default = "default";
    public const string Ladder = "ladder";
    public const string FollowUpLadder = "follow-up-ladder";
    public const string SecondLine = "second-line";
    public const string Question = "question";
    public const string MinLength = "min-length";
    public const string Choices = "choices";
    public const string Becomes = "becomes";
    public const string Next = "next";
    public const string At = "at";
    public const string Of = "of";
    public const string Requires = "requires";
    public const string Asks = "asks";
    public const string Reasons = "reasons";
    public const string Seam = "seam";
    public const string DoNotContact = "do-not-contact";
    public const string Department = "department";
    public const string Capacity = "capacity";
    public const string Capacities = "capacities";
    public const string Hands = "hands";
    public const string Undo = "undo";
    public const string QueueWait = "queue-wait";
    public const string DispositionWithin = "disposition-within";
    public const string Target = "target";
    public const string Trigger = "trigger";
    public const string SourceField = "source-field";
    public const string Version = "version";
    public const string ApprovedBy = "approved-by";
    public const string ApprovedOn = "approved-on";
    public const string Owner = "owner";
    public const string Keeper = "keeper";
    public const string Unit = "unit";
    public const string Direction = "direction";
    public const string Floor = "floor";
    public const string Cap = "cap";
    public const string Plan = "plan";
    public const string Forecast = "forecast";
    public const string Period = "period";
    public const string FreshnessDays = "freshness-days";
    public const string Supports = "supports";
    public const string ReviewOn = "review-on";
    public const string Computed = "computed";
}
