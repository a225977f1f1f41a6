namespace AccountabilityBot.Cadence;

/// <summary>Kinds of cards and notices of the rhythms. Stored: they never change.</summary>
static class CadenceKinds
{
    /// <summary>In a channel, by its rhythm. An index names it too.</summary>
    public const string Digest = "cadence.digest";

    /// <summary>The same, for who asked.</summary>
    public const string Asked = "cadence.digest-asked";

    /// <summary>To a head: digests go by without them.</summary>
    public const string Skipped = "cadence.skipped";

    /// <summary>To a head: the channel takes no digest any more.</summary>
    public const string NoPlace = "cadence.no-place";

    /// <summary>One sentence as the answer to a text.</summary>
    public const string Sentence = "cadence.sentence";
}

/// <summary>The verbs on these cards. They never change.</summary>
static class CadenceVerbs
{
    public const string View = "digest.view";
    public const string Details = "digest.details";
}
