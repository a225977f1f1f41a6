using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// Tokens that were found good, by the SHA-256 of their text: one signature check costs more than all else the edge does. Only
/// good tokens enter, so strangers cannot fill it.
/// </summary>
sealed class TokenCache(TimeProvider clock)
{
    internal const int Most = 1_024;

    /// <summary>A good token is checked again after this, so that a withdrawn key does not live on.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<Hash, Entry> _entries = new();

    internal int Count => _entries.Count;

    internal VerifiedToken? Find(string token) =>
        _entries.TryGetValue(HashOf(token), out var entry) && clock.GetUtcNow() < entry.Until ? entry.Token : null;

    /// <param name="token">The token's text.</param>
    /// <param name="verified">What it says.</param>
    /// <param name="skew">How long beyond its end a token is good.</param>
    internal void Add(string token, VerifiedToken verified, TimeSpan skew)
    {
        var now = clock.GetUtcNow();
        if (_entries.Count >= Most)
            MakeRoom(now);
        var end = verified.Expires + skew;
        _entries[HashOf(token)] = new(verified, end < now + Longest ? end : now + Longest);
    }

    // The connector uses few tokens, each for an hour: a full cache is rare, and starting anew costs one check for each.
    void MakeRoom(DateTimeOffset now)
    {
        foreach (var (hash, entry) in _entries)
        {
            if (entry.Until <= now)
                _entries.TryRemove(hash, out _);
        }

        if (_entries.Count >= Most)
            _entries.Clear();
    }

    static Hash HashOf(string token)
    {
        Span<Hash> hash = stackalloc Hash[1];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), MemoryMarshal.AsBytes(hash));
        return hash[0];
    }

    readonly record struct Hash(UInt128 High, UInt128 Low);

    sealed record Entry(VerifiedToken Token, DateTimeOffset Until);
}
