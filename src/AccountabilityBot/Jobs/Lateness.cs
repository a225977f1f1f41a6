using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Jobs;

/// <summary>One kind of thing that comes due by itself.</summary>
/// <param name="Name">As health and the log name it.</param>
/// <param name="Oldest">When the one that has been due longest came due, of those due at or before an instant; one step along an index.</param>
sealed record DueKind(string Name, Func<BotDb, DateTimeOffset, CancellationToken, Task<DateTimeOffset?>> Oldest);

/// <summary>
/// Nothing is late without somebody knowing: looks for rows that were due more than a minute ago and are still there. What
/// waits on purpose, because Teams asked for a pause, is not late.
/// </summary>
sealed partial class Lateness(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Lateness> logger)
{
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(60);

    static readonly DueKind[] Kinds =
    [
        new("rungs to climb", (db, by, ct) => db.Leads.Where(lead => lead.NextRungAt <= by).MinAsync(lead => lead.NextRungAt, ct)),
        new("holds to end", (db, by, ct) => db.Leads.Where(lead => lead.HeldUntil <= by).MinAsync(lead => lead.HeldUntil, ct)),
        new("rejects to settle", (db, by, ct) => db.Leads.Where(lead => lead.UndoUntil <= by).MinAsync(lead => lead.UndoUntil, ct)),
        new("cards to show", (db, by, ct) => db.CardPosts
            .Where(post => post.Shown < post.Wanted && post.State < PostState.Gone && post.NotBefore <= by).NotHeldBack(db, by)
            .OrderBy(post => post.NotBefore).Select(post => (DateTimeOffset?)post.NotBefore).FirstOrDefaultAsync(ct)),
        new("messages to send", (db, by, ct) => db.Notices
            .Where(notice => notice.State == NoticeState.Pending && notice.NotBefore <= by).NotHeldBack(db, by)
            .OrderBy(notice => notice.NotBefore).Select(notice => (DateTimeOffset?)notice.NotBefore).FirstOrDefaultAsync(ct)),
    ];

    volatile IReadOnlyDictionary<string, TimeSpan> _late = new Dictionary<string, TimeSpan>();

    /// <summary>What health says: what is late, and by how much; none: nothing.</summary>
    public string? Problem => _late is { Count: > 0 } late
        ? string.Join("; ", late.Select(kind => $"{kind.Key}: late by {kind.Value.TotalSeconds:0} seconds"))
        : null;

    /// <summary>Each kind that becomes late is told once, until it was on time again.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = clock.GetUtcNow();
        var late = new Dictionary<string, TimeSpan>();
        foreach (var kind in Kinds)
        {
            if (await kind.Oldest(db, now - Allowed, ct) is { } due)
                late[kind.Name] = now - due;
        }

        foreach (var (kind, by) in late.Where(kind => !_late.ContainsKey(kind.Key)))
            IsLate(kind, by.TotalSeconds);
        foreach (var kind in _late.Keys.Where(kind => !late.ContainsKey(kind)))
            IsOnTime(kind);
        _late = late;
    }

    [LoggerMessage(1, LogLevel.Error, "There are {Kind}, late by {Seconds:0} seconds.")]
    partial void IsLate(string kind, double seconds);

    [LoggerMessage(2, LogLevel.Information, "There are no more {Kind} that are late.")]
    partial void IsOnTime(string kind);
}
