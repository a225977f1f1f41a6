namespace AccountabilityBot.Domain.Feedback;

/// <summary>Whether somebody who could say something about a hand-off is asked now, later, or not at all.</summary>
public abstract record Asking
{
    /// <summary>Not in the middle of the work: so long after the moment itself.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    /// <summary>What is older is not remembered well enough.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromDays(3);

    /// <summary>Between two requests to one person.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    Asking()
    {
    }

    public sealed record Now : Asking;

    /// <param name="At">UTC; to be looked at again then.</param>
    public sealed record Later(DateTimeOffset At) : Asking;

    public sealed record Never : Asking;

    /// <param name="moment">UTC; when the giver had something to say.</param>
    /// <param name="lastAsked">UTC; when this person was asked the last time. None: never.</param>
    /// <param name="atWork">UTC; when they are next at work, <paramref name="now"/> or later. None: nobody knows.</param>
    public static Asking Decide(DateTimeOffset moment, DateTimeOffset? lastAsked, DateTimeOffset? atWork, DateTimeOffset now)
    {
        if (atWork is not { } there)
            return new Never();
        DateTimeOffset[] notBefore = [moment + After, there, lastAsked is { } last ? last + Apart : now];
        var at = notBefore.Max();
        if (at <= now)
            return now - moment > Within ? new Never() : new Now();
        return at - moment > Within ? new Never() : new Later(at);
    }
}
