namespace AccountabilityBot.Domain.Messages;

/// <summary>How unasked a kind of message is, and so what may hold it back on its way to a person's own chat.</summary>
public enum Manners
{
    /// <summary>An answer, a form, the card of something that is theirs: never held back, and not counted.</summary>
    Solicited,

    /// <summary>A promise begins to run with it. Never held back, for that would make its reader late without knowing; but counted.</summary>
    Offer,

    /// <summary>Brings to mind what its reader has promised.</summary>
    Reminder,

    /// <summary>Asks its reader to help where somebody else has not kept up. Cannot be muted.</summary>
    Help,

    /// <summary>Good to know, and nothing to do.</summary>
    News,

    /// <summary>What was beyond the day's budget, told together: not in quiet hours, and outside the budget itself.</summary>
    Bundle,
}

/// <summary>What a person can mute. Stored: the numbers never change.</summary>
public enum Muted
{
    Reminders = 1,
    News = 2,
}

/// <summary>Why a message was not sent by itself at once. Stored: they never change.</summary>
public static class HeldReasons
{
    public const string QuietHours = "quiet-hours";
    public const string Budget = "budget";
    public const string Muted = "muted";
    public const string Snoozed = "snoozed";
}
