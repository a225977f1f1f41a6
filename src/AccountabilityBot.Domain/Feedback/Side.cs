namespace AccountabilityBot.Domain.Feedback;

/// <summary>The two sides of a hand-off. Stored as numbers.</summary>
public enum Side
{
    /// <summary>Handed it over.</summary>
    Sender = 1,

    /// <summary>Took it, or gave it back.</summary>
    Receiver = 2,
}

/// <summary>What is rated, from <see cref="Least"/> to <see cref="Most"/>. Stored: the words never change.</summary>
public static class Ratings
{
    /// <summary>Was everything there that the work needed?</summary>
    public const string Complete = "complete";

    public const string Timely = "timely";

    /// <summary>Was it the right thing for us?</summary>
    public const string Fit = "fit";

    /// <summary>Did I hear what became of it?</summary>
    public const string Informed = "informed";

    /// <summary>Was it handled as I would have wanted it to be?</summary>
    public const string Care = "care";

    public const int Least = 1;
    public const int Most = 5;

    /// <summary>From here on, all of them, feedback is praise.</summary>
    public const int Praise = 4;

    static readonly string[] OfSender = [Complete, Timely, Fit];
    static readonly string[] OfReceiver = [Timely, Informed, Care];

    /// <summary>The three that are asked about this side, in their order.</summary>
    public static IReadOnlyList<string> About(Side side) => side is Side.Sender ? OfSender : OfReceiver;
}
