namespace AccountabilityBot.Teams.Connector;

/// <summary>
/// What became of something sent to Teams. The connector client never tries again by itself (but for one fresh token), so that
/// whoever sends decides with the whole picture.
/// </summary>
public abstract record SendOutcome
{
    SendOutcome()
    {
    }

    /// <summary>Teams has it.</summary>
    /// <param name="ConversationId">Where it is; of a new thread the channel's id with <c>;messageid=…</c>.</param>
    /// <param name="ActivityId">What to edit later; null where Teams gives none.</param>
    public sealed record Sent(string? ConversationId, string? ActivityId) : SendOutcome;

    /// <summary>Teams did not take it and asks to wait: 429.</summary>
    /// <param name="Until">UTC; from Retry-After, else <see cref="TeamsConnector.DefaultBackOff"/> from now.</param>
    /// <param name="IsGuess">Teams named no time: whoever is answered so again and again waits longer each time.</param>
    public sealed record Throttled(DateTimeOffset Until, bool IsGuess = false) : SendOutcome;

    /// <summary>The conversation or the message is not there any more: 404, 410, or an error of that name.</summary>
    public sealed record Gone(string Code) : SendOutcome;

    /// <summary>Teams understood and said no; the same again will be refused again.</summary>
    /// <param name="Code">Teams' word, for example <c>BotNotInConversationRoster</c>, or the HTTP status.</param>
    /// <param name="Message">Teams' sentence, shortened; for logs, not for people.</param>
    public sealed record Refused(string Code, string Message) : SendOutcome;

    /// <summary>The bytes left and no clear answer came: it may have happened. Edits may be sent again, new messages maybe not.</summary>
    public sealed record Ambiguous(string Why) : SendOutcome;

    /// <summary>
    /// It certainly did not happen, and may succeed another time: nothing left this machine (no connection, no token, a host
    /// that is not allowed), or Teams did not know the bot (401) or the conversation's state had changed (412).
    /// </summary>
    public sealed record Failed(string Why) : SendOutcome;
}
