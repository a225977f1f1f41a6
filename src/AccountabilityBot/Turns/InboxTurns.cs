using AccountabilityBot.Data;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Route = AccountabilityBot.Teams.Routing.Route;

namespace AccountabilityBot.Turns;

/// <summary>
/// Runs a turn with a memory and a second try. The inbox row goes into the same save as the decision: when Teams
/// delivers an activity again, that save breaks the unique rule, nothing is decided, and the presser gets the present
/// truth. When somebody else changed the same lead a moment earlier, the handler runs once more on the new state, and
/// there the domain itself says who won.
/// </summary>
sealed partial class InboxTurns(IServiceScopeFactory scopes, TimeProvider clock, ILogger<InboxTurns> logger) : ITurnRunner
{
    /// <summary>Each lost race means that somebody else's change went through, so that a few tries are enough.</summary>
    const int MostTries = 6;

    /// <summary>A database that restarts is back within seconds; Teams, and the person behind it, wait no longer than ten.</summary>
    static readonly TimeSpan WaitsForDatabase = TimeSpan.FromSeconds(5);

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// A turn that met a database in the middle of a restart runs once more: the inbox tells whether its save went through
    /// after all.
    /// </summary>
    public async Task<InvokeAnswer?> RunAsync(Turn turn, Route route, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            try
            {
                return await TryAsync(turn, route, ct);
            }
            catch (Exception away) when (db.IsAway(away) && turn.Activity.Id is { Length: > 0 } && clock.GetElapsedTime(began) < WaitsForDatabase)
            {
                DatabaseAway(route.Name, away.GetType().Name);
            }

            await Task.Delay(BetweenLooks, clock, ct);
        }
    }

    async Task<InvokeAnswer?> TryAsync(Turn turn, Route route, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            if (attempt == 1)
                await scope.ServiceProvider.GetRequiredService<Colleagues>().NoteAsync(turn, ct);
            var entry = Enter(db, turn);
            try
            {
                return await route.Act(scope.ServiceProvider, turn, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                LostARace(route.Name, attempt);
            }
            catch (DbUpdateException failed) when (db.IsUniqueViolation(failed))
            {
                if (entry is not null && await WasSeenAsync(entry, ct))
                    return await SeenAsync(turn, route, ct);
                if (attempt >= MostTries)
                    throw;
                LostARace(route.Name, attempt);
            }
        }
    }

    static InboxEntry? Enter(BotDb db, Turn turn)
    {
        // Without an id there is nothing to recognise a second delivery by.
        if (turn.Activity is not { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation, Type: { } type })
            return null;
        var entry = new InboxEntry(conversation, id, turn.Activity.Name ?? type, turn.Now);
        db.Inbox.Add(entry);
        return entry;
    }

    async Task<bool> WasSeenAsync(InboxEntry entry, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Inbox.AnyAsync(
            row => row.ConversationId == entry.ConversationId && row.ActivityId == entry.ActivityId && row.Kind == entry.Kind, ct);
    }

    async Task<InvokeAnswer?> SeenAsync(Turn turn, Route route, CancellationToken ct)
    {
        Seen(route.Name);
        if (route.Truth is not { } truth)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        return await truth(scope.ServiceProvider, turn, ct);
    }

    [LoggerMessage(1, LogLevel.Debug, "{Route} lost a race, try {Attempt}; it runs again on the new state.")]
    partial void LostARace(string route, int attempt);

    [LoggerMessage(3, LogLevel.Warning, "{Route} met a database that is away ({Why}); it runs again in a moment.")]
    partial void DatabaseAway(string route, string why);

    [LoggerMessage(2, LogLevel.Information, "{Route} was delivered again; answered with the present truth.")]
    partial void Seen(string route);
}
