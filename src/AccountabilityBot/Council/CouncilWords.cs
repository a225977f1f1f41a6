namespace AccountabilityBot.Council;

/// <summary>Kinds of cards and notices about the council's matters. Stored: they never change.</summary>
static class CouncilKinds
{
    /// <summary>To the heads of both departments: a pattern worth a look.</summary>
    public const string Drafted = "council.rule-change-drafted";

    /// <summary>What the council has still to decide, for whoever asks.</summary>
    public const string List = "council.rule-changes";

    /// <summary>In the council's channel: what the meeting is about.</summary>
    public const string Pack = "council.pack";

    /// <summary>The same, for whoever asks.</summary>
    public const string PackNow = "council.pack-now";

    /// <summary>In each member's chat: a model file that waits.</summary>
    public const string Draft = "council.model-draft";

    /// <summary>What was decided, to whom it concerns.</summary>
    public const string Decided = "council.decided";

    public const string Experiments = "council.experiments";

    /// <summary>In the chat of each who is asked: the six capabilities.</summary>
    public const string Assessment = "maturity.assessment";

    public const string AssessmentReminder = "maturity.reminder";

    /// <summary>How it stands, for whoever asks.</summary>
    public const string MaturityNow = "maturity.now";
}

/// <summary>The verbs on the council's cards. They stand on cards that were posted long ago: they never change.</summary>
static class CouncilVerbs
{
    public const string Approve = "council.approve";
    public const string Reject = "council.reject";
    public const string Park = "council.park";

    /// <summary>One proposal with all its data, and room for a reason.</summary>
    public const string Open = "council.open";

    /// <summary>The pack as it is now.</summary>
    public const string View = "council.view";

    /// <summary>One section of the pack, page by page.</summary>
    public const string Section = "council.section";

    public const string AddExperiment = "experiment.add";
    public const string Experiments = "experiment.list";
    public const string Fund = "experiment.fund";
    public const string Retire = "experiment.retire";

    public const string ViewAssessment = "maturity.view";
    public const string SaveAssessment = "maturity.save";
    public const string SkipAssessment = "maturity.skip";
}
