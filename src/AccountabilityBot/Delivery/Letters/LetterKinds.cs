namespace AccountabilityBot.Delivery.Letters;

/// <summary>Kinds of notices about messages that did not arrive. Stored: they never change.</summary>
static class LetterKinds
{
    /// <summary>To a department's head: nobody knows whether these arrived.</summary>
    public const string Parked = "delivery.parked";

    /// <summary>To each administrator: these did not arrive.</summary>
    public const string Alert = "delivery.alert";

    /// <summary>The answer to <c>dead letters</c>.</summary>
    public const string Asked = "delivery.dead-letters";

    public const string Sentence = "delivery.sentence";

    /// <summary>What all of these begin with: about a letter about letters nobody is told.</summary>
    public const string Prefix = "delivery.";
}

/// <summary>The verbs on these cards. They never change.</summary>
static class LetterVerbs
{
    public const string SendAgain = "delivery.send-again";
    public const string Discard = "delivery.discard";
    public const string SendAllAgain = "delivery.send-all-again";
}
