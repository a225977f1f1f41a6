using AccountabilityBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

static class ReadersLanguage
{
    /// <summary>The language that a person's client spoke last; none: they were never seen.</summary>
    public static Task<string?> LocaleOfAsync(this BotDb db, PersonId? reader, CancellationToken ct) => reader is null
        ? Task.FromResult<string?>(null)
        : db.TeamsUsers.AsNoTracking().Where(user => user.PersonId == reader).Select(user => user.Locale).SingleOrDefaultAsync(ct);
}
