using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness;

/// <summary>A message of the bot as Teams keeps it: every version of it.</summary>
/// <param name="conversationId">What a press on it names; in a channel with <c>;messageid=…</c>.</param>
/// <param name="keptAt">UTC, by the clock of the fake Teams.</param>
sealed class FakeMessage(string id, string conversationId, Place place, DateTimeOffset keptAt)
{
    internal string Id => id;

    internal string ConversationId => conversationId;

    internal Place Place => place;

    internal DateTimeOffset KeptAt => keptAt;

    /// <summary>The message as it was posted, and after each edit.</summary>
    internal List<JsonObject> Versions { get; } = [];

    /// <summary>Taken away by somebody: edits are answered with 404.</summary>
    internal bool IsDeleted { get; set; }

    /// <summary>What stands there now.</summary>
    internal ShownCard Now => new(this, Versions[^1]);
}

/// <summary>Something that appeared or changed in Teams, for the tests to expect.</summary>
/// <param name="What"><c>post</c>, <c>edit</c> or <c>delete</c>.</param>
sealed record Happening(string What, ShownCard Shown)
{
    internal Place Place => Shown.Message.Place;

    public override string ToString() => $"{What} in {Place} (message {Shown.Message.Id}):\n{Shown}";
}
