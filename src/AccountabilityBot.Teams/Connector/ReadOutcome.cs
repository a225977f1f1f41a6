namespace AccountabilityBot.Teams.Connector;

/// <summary>What became of a question to Teams. A read changes nothing, so an unclear answer is simply a failure.</summary>
public abstract record ReadOutcome<T>
{
    ReadOutcome()
    {
    }

    /// <summary>The answer.</summary>
    public sealed record Read(T Value) : ReadOutcome<T>;

    /// <summary>Teams asks to wait.</summary>
    /// <param name="Until">UTC.</param>
    public sealed record Throttled(DateTimeOffset Until) : ReadOutcome<T>;

    /// <summary>What was asked about is not there any more.</summary>
    public sealed record Gone(string Code) : ReadOutcome<T>;

    /// <summary>Teams understood and said no.</summary>
    public sealed record Refused(string Code, string Message) : ReadOutcome<T>;

    /// <summary>No clear answer; another try may succeed.</summary>
    public sealed record Failed(string Why) : ReadOutcome<T>;
}
