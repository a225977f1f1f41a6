using AccountabilityBot.Data;

namespace AccountabilityBot.Delivery;

/// <summary>What is due and does not go out all the same, on purpose.</summary>
static class HeldBack
{
    /// <summary>Leaves out what stands in a thread that Teams asked to pause beyond this instant, or that had a message since: it goes at its pace.</summary>
    public static IQueryable<T> NotHeldBack<T>(this IQueryable<T> due, BotDb db, DateTimeOffset at) where T : Outgoing =>
        due.Where(item => !db.ThreadPauses.Any(pause => pause.Thread == item.Thread && pause.Until > at)
            && !db.Sends.Any(send => send.Thread == item.Thread && send.At > at));
}
