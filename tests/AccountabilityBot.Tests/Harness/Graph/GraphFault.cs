namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>How a request to Graph goes wrong.</summary>
sealed class GraphFault
{
    readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What becomes of the answer.</summary>
    internal enum Way
    {
        /// <summary>An error with a status and Graph's error body.</summary>
        Refuse,

        /// <summary>The connection is closed before an answer.</summary>
        Reset,

        /// <summary>The connection is closed when half of the right body was sent.</summary>
        CutHalfway,

        /// <summary>Bytes come for as long as the client takes them.</summary>
        NeverEnd,

        /// <summary>Half of the right body is sent, and then nothing more.</summary>
        Stall,

        /// <summary>The page is right; its next page is itself.</summary>
        LinkToItself,

        /// <summary>Instead of the page an empty one, and after it another, without end.</summary>
        EmptyPages,
    }

    internal Way Kind { get; private init; }

    internal int Status { get; private init; }

    internal string Code { get; private init; } = "";

    /// <summary>Sent as whole seconds.</summary>
    internal TimeSpan? RetryAfter { get; private init; }

    /// <summary>Done when a request has met this fault.</summary>
    internal Task Reached => _reached.Task;

    /// <summary>429 (Graph: Throttling guidance).</summary>
    internal static GraphFault Throttled(TimeSpan? retryAfter) => new() { Status = 429, Code = "TooManyRequests", RetryAfter = retryAfter };

    internal static GraphFault Unavailable(TimeSpan? retryAfter = null) => new() { Status = 503, Code = "ServiceUnavailable", RetryAfter = retryAfter };

    internal static GraphFault GatewayTimeout() => new() { Status = 504, Code = "GatewayTimeout" };

    internal static GraphFault TokenRefused() => new() { Status = 401, Code = "InvalidAuthenticationToken" };

    internal static GraphFault Refused(int status, string code) => new() { Status = status, Code = code };

    /// <summary>What was asked is done, and nobody hears of it.</summary>
    internal static GraphFault Reset() => new() { Kind = Way.Reset };

    /// <summary>What was asked is done; half of the answer arrives.</summary>
    internal static GraphFault CutHalfway() => new() { Kind = Way.CutHalfway };

    internal static GraphFault NeverEnding() => new() { Kind = Way.NeverEnd };

    internal static GraphFault Stalling() => new() { Kind = Way.Stall };

    /// <summary>For paged answers; lasts for the link until <see cref="FakeGraph.Recover"/>.</summary>
    internal static GraphFault PageLinkingToItself() => new() { Kind = Way.LinkToItself };

    /// <summary>For paged answers; lasts for the links until <see cref="FakeGraph.Recover"/>.</summary>
    internal static GraphFault EmptyPagesWithoutEnd() => new() { Kind = Way.EmptyPages };

    internal void Meet() => _reached.TrySetResult();
}
