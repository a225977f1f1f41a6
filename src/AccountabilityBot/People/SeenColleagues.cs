using System.Collections.Concurrent;
using AccountabilityBot.Domain;

namespace AccountabilityBot.People;

/// <summary>Where somebody was last seen.</summary>
/// <param name="ChatId">None: in a channel, which tells nothing of their chat.</param>
sealed record Sighting(string UserId, string? ChatId, string ServiceUrl, string? Locale)
{
    /// <summary>Whether this one tells all that the other does.</summary>
    public bool Covers(Sighting other) =>
        UserId == other.UserId && Locale == other.Locale
        && (other.ChatId is null || (ChatId == other.ChatId && ServiceUrl == other.ServiceUrl));
}

/// <summary>
/// Remembers, in this process and for a minute, what is written down already. No longer: another server may have learned
/// in the meantime that a person cannot be reached, and their next word is what wakes their cards.
/// </summary>
sealed class SeenColleagues
{
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<PersonId, (Sighting Sighting, DateTimeOffset At)> _listed = [];
    readonly ConcurrentDictionary<string, DateTimeOffset> _unlisted = new(StringComparer.OrdinalIgnoreCase);

    public bool Knows(PersonId person, Sighting sighting, DateTimeOffset now) =>
        _listed.TryGetValue(person, out var known) && now - known.At < GoodFor && known.Sighting.Covers(sighting);

    public void Add(PersonId person, Sighting sighting, DateTimeOffset now) => _listed[person] = (sighting, now);

    /// <summary>Their chat is gone or cannot be reached: whatever they do next is to be written down, and wakes their cards.</summary>
    public void Forget(PersonId person) => _listed.TryRemove(person, out _);

    public bool KnowsUnlisted(string objectId, DateTimeOffset now) => _unlisted.TryGetValue(objectId, out var at) && now - at < GoodFor;

    public void AddUnlisted(string objectId, DateTimeOffset now) => _unlisted[objectId] = now;
}
