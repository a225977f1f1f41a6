namespace AccountabilityBot.Domain.Feedback;

/// <summary>The ledger kinds of feedback. They say that something was said, never what. Stored: they never change.</summary>
public static class FeedbackEvents
{
    public const string Asked = "feedback.asked";
    public const string Reminded = "feedback.reminded";
    public const string Given = "feedback.given";
    public const string Skipped = "feedback.skipped";
    public const string Expired = "feedback.expired";
    public const string Thanked = "feedback.thanked";
    public const string Committed = "feedback.committed";
    public const string Shared = "feedback.shared";
}

/// <summary>Why a request came to its end without an answer. Stored: they never change.</summary>
public static class ExpiryReasons
{
    public const string WindowOver = "window-over";
    public const string GiverLeft = "giver-left";
    public const string ReceiverLeft = "receiver-left";
}
