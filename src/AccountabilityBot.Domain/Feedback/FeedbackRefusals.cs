namespace AccountabilityBot.Domain.Feedback;

/// <summary>Every refusal about feedback, in one place. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class FeedbackRefusals
{
    /// <summary>Somebody else was asked, or is told.</summary>
    public static Refusal NotYours() => NotAllowed("feedback.not-yours");

    public static Refusal GivenAlready() => Stale("feedback.given-already");

    /// <summary>Skip is final.</summary>
    public static Refusal SkippedAlready() => Stale("feedback.skipped-already");

    public static Refusal WindowOver() => Stale("feedback.window-over");

    public static Refusal ReceiverLeft() => Stale("feedback.receiver-left");

    /// <summary>Neither sent the lead, nor owns it, nor gave it back; or nobody of the other side is known.</summary>
    public static Refusal NotInHandOff() => NotAllowed("feedback.not-in-hand-off");

    public static Refusal ScoreMissing() => Invalid("feedback.score-missing");

    public static Refusal ScoreOutOfRange(int least, int most) => Invalid("feedback.score-out-of-range", least, most);

    public static Refusal WordsTooLong(int most) => Invalid("feedback.words-too-long", most);

    public static Refusal NotGiven() => Stale("feedback.not-given");

    public static Refusal CommittedAlready() => Stale("feedback.committed-already");

    /// <summary>The giver did not allow it, or it is no praise.</summary>
    public static Refusal NotToBeShared() => NotAllowed("feedback.not-to-be-shared");

    static Refusal Stale(string code) => new(code, RefusalKind.Stale);

    static Refusal NotAllowed(string code) => new(code, RefusalKind.NotAllowed);

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
