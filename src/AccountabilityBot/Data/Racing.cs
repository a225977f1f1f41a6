using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

static class Racing
{
    const int MostTries = 6;

    /// <summary>Decides and saves; where somebody else was first, once more on what is there now.</summary>
    /// <param name="decide">Begins with nothing loaded each time.</param>
    /// <exception cref="DbUpdateException">The database failed, or somebody was first every time.</exception>
    public static async Task<T> DecideAndSaveAsync<T>(this BotDb db, Func<Task<T>> decide, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var decided = await decide();
            try
            {
                await db.SaveChangesAsync(ct);
                return decided;
            }
            catch (DbUpdateException raced) when (attempt < MostTries && (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced)))
            {
                // The same row came in beside us, or somebody pressed.
            }
        }
    }
}
