using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.People.Syncing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers;

/// <summary>Reads what a number's card shows beside the number itself: its latest values, and the numbers round it.</summary>
sealed class NumberReading(BotDb db)
{
    /// <summary>A tree has many leaves; a card shows some and counts the rest.</summary>
    const int MostSupporting = 60;

    /// <summary>As many as a trend shows: a quarter of weeks, a year of months.</summary>
    const int MostValues = 13;

    public async Task<NumberView> ReadAsync(NumberAtHand at, PersonId? reader, Sentences say, Guid postId, DateTimeOffset now, CancellationToken ct)
    {
        var number = at.Number;
        var values = await db.NumberValues.AsNoTracking()
            .Where(value => value.NumberId == number.Id && value.ReplacedAt == null)
            .OrderByDescending(value => value.PeriodEnd).Take(MostValues).ToListAsync(ct);
        var key = number.Id.ToLowerInvariant();
        // As it is written, or in lower case, which is what ids mostly are.
        var (above, lowered) = (number.Facts.Supports, number.SupportsKey);
        var round = await db.Numbers.AsNoTracking().Include(other => other.Ownerships.Where(one => one.Until == null))
            .Where(other => other.IsActive && (other.SupportsKey == key || other.Id == above || other.Id == lowered))
            .OrderBy(other => other.Id).Take(MostSupporting).ToListAsync(ct);
        return new NumberView
        {
            At = at,
            Say = say,
            PostId = postId,
            Now = now,
            Reader = reader,
            OwnerPhoto = at.Owner is { } owner ? await PhotoSync.OfAsync(db, owner, ct) : null,
            Latest = values.FirstOrDefault(),
            Before = values.ElementAtOrDefault(1),
            Chart = TrendChart.Of([.. values.Select(value => (value.PeriodEnd, value.Value))], number.Facts, say),
            SupportedBy = [.. round.Where(other => other.SupportsKey == key).Select(other => Related(other, at.Company, say))],
            Supports = round.Where(other => other.Id.Equals(above, StringComparison.OrdinalIgnoreCase)).Select(other => Related(other, at.Company, say)).FirstOrDefault(),
        };
    }

    static RelatedNumber Related(TrackedNumber other, Company company, Sentences say) => new(
        other.Id,
        other.Facts.Name,
        other.Current is { } current ? company.NameOf(current.Person, say.Plain("somebody")) : other.OwnerWritten,
        other.Facts.Department is { } department ? company.Model.FindDepartment(department)?.Name ?? department : null);
}
