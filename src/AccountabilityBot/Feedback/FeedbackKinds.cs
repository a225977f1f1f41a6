namespace AccountabilityBot.Feedback;

/// <summary>Kinds of cards and notices about feedback. Stored: they never change.</summary>
static class FeedbackKinds
{
    /// <summary>In the giver's chat: what is asked, and later what became of it.</summary>
    public const string Request = "feedback.request";

    /// <summary>In the receiver's chat: what was said.</summary>
    public const string Received = "feedback.received";

    public const string Reminder = "feedback.reminder";

    /// <summary>To the giver: somebody says thank you.</summary>
    public const string Thanks = "feedback.thanks";

    /// <summary>To the giver: somebody promises to change something.</summary>
    public const string Promise = "feedback.promise";

    /// <summary>In the receiver's channel: words that the giver let pass.</summary>
    public const string Praise = "feedback.praise";

    /// <summary>To who wants to give it unasked.</summary>
    public const string Form = "feedback.form";

    public const string Pair = "feedback.pair";
    public const string Sentence = "feedback.sentence";
}

/// <summary>The verbs on feedback cards. They stand on cards that were posted long ago: they never change.</summary>
static class FeedbackVerbs
{
    public const string View = "feedback.view";
    public const string Send = "feedback.send";
    public const string Skip = "feedback.skip";
    public const string Thank = "feedback.thank";
    public const string Commit = "feedback.commit";
    public const string Share = "feedback.share";

    /// <summary>Unasked: first the hand-off, then what there is to say.</summary>
    public const string Choose = "feedback.choose";

    public const string Give = "feedback.give";
}
