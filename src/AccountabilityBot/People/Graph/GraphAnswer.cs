namespace AccountabilityBot.People.Graph;

/// <summary>What became of a question to Graph.</summary>
abstract record GraphAnswer<T>
{
    GraphAnswer()
    {
    }

    public sealed record Read(T Value) : GraphAnswer<T>;

    /// <summary>Graph asks to wait.</summary>
    /// <param name="After">At least.</param>
    public sealed record Throttled(TimeSpan After) : GraphAnswer<T>;

    /// <summary>The state that a link carried is no longer known there (410): everything is to be read anew. Graph: delta query overview, synchronization reset.</summary>
    public sealed record Expired(string Code) : GraphAnswer<T>;

    /// <summary>What was asked about is not there.</summary>
    public sealed record Missing(string Code) : GraphAnswer<T>;

    /// <summary>It is there already.</summary>
    public sealed record Present : GraphAnswer<T>;

    /// <summary>Graph understood and said no: a permission is missing (403), or it does not know the bot (401).</summary>
    public sealed record Refused(int Status, string Code) : GraphAnswer<T>;

    /// <summary>No clear answer; another try may succeed.</summary>
    /// <param name="Why">A status and a code, or the kind of problem; no address and no person.</param>
    public sealed record Failed(string Why) : GraphAnswer<T>;

    /// <summary>The same, about something else: of everything but an answer.</summary>
    /// <exception cref="InvalidOperationException">It is an answer.</exception>
    public GraphAnswer<TOther> As<TOther>() => this switch
    {
        Throttled(var after) => new GraphAnswer<TOther>.Throttled(after),
        Expired(var code) => new GraphAnswer<TOther>.Expired(code),
        Missing(var code) => new GraphAnswer<TOther>.Missing(code),
        Present => new GraphAnswer<TOther>.Present(),
        Refused(var status, var code) => new GraphAnswer<TOther>.Refused(status, code),
        Failed(var why) => new GraphAnswer<TOther>.Failed(why),
        _ => throw new InvalidOperationException("An answer has a value."),
    };
}
