namespace AccountabilityBot.Tests.Harness;

/// <summary>What a call to the connector does.</summary>
enum Call
{
    /// <summary>Whatever puts, changes or takes away a message.</summary>
    Message,

    /// <summary>A new message, in a thread or as the first of one.</summary>
    Post,
    Edit,
    Delete,

    /// <summary>Finding or making a personal chat.</summary>
    Chat,

    /// <summary>Reading who is in a conversation.</summary>
    Members,
}

/// <summary>How a call to Teams goes wrong.</summary>
sealed class Fault
{
    readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Fault(int status, string code) => (Status, Code) = (status, code);

    internal int Status { get; }

    internal string Code { get; }

    /// <summary>Sent with a 429.</summary>
    internal TimeSpan? RetryAfter { get; private init; }

    /// <summary>The message is kept, whatever the answer says.</summary>
    internal bool Stores { get; private init; }

    /// <summary>No answer comes before the bot hangs up.</summary>
    internal bool Hangs { get; private init; }

    /// <summary>The connection is cut instead of an answer.</summary>
    internal bool Resets { get; private init; }

    /// <summary>Done when a call has met this fault.</summary>
    internal Task Reached => _reached.Task;

    internal static Fault Throttled(TimeSpan retryAfter) => new(429, "Throttled") { RetryAfter = retryAfter };

    internal static Fault NotFound() => new(404, "ActivityNotFoundInConversation");

    internal static Fault ChatNotFound() => new(404, "ConversationNotFound");

    internal static Fault Forbidden(string code) => new(403, code);

    internal static Fault TooLarge() => new(413, "MessageSizeTooBig");

    /// <summary>Teams keeps the message and loses the answer.</summary>
    internal static Fault LostAfterStoring() => new(502, "BadGateway") { Stores = true };

    /// <summary>Teams keeps nothing and says that something broke.</summary>
    internal static Fault Broken() => new(502, "BadGateway");

    internal static Fault Hanging(bool stores = false) => new(0, "") { Hangs = true, Stores = stores };

    internal static Fault Reset() => new(0, "") { Resets = true };

    internal void Meet() => _reached.TrySetResult();
}
