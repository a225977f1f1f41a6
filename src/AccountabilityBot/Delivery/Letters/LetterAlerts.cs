using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery.Letters;

/// <summary>
/// Tells whom it concerns of new letters, bundled, at most once in an hour: parked ones to the department's head, dead work
/// to the administrators. A minute later, so that one outage is one message.
/// </summary>
sealed class LetterAlerts(BotDb db, CompanySource companies, Letters letters)
{
    const int MostAtOnce = 200;

    static readonly TimeSpan Bundling = TimeSpan.FromMinutes(1);

    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken ct)
    {
        var notices = Letters.Notices(db).Where(row => row.ToldAt == null && !row.Kind.StartsWith(LetterKinds.Prefix)).OrderBy(row => row.CreatedAt);
        var posts = Letters.Posts(db).Where(row => row.ToldAt == null).OrderBy(row => row.CreatedAt);
        Outgoing[] rows = [.. await notices.Take(MostAtOnce).ToListAsync(ct), .. await posts.Take(MostAtOnce).ToListAsync(ct)];
        var told = 0;
        foreach (var concerned in (await letters.KnownAsync(rows, ct)).GroupBy(ConcernOf))
        {
            if (concerned.Key is { } concern && !await TellAsync(concern, now, ct))
                continue;
            foreach (var letter in concerned)
                letter.Row.ToldAt = now;
            told += concerned.Count();
        }

        if (told > 0)
            await db.SaveChangesAsync(ct);
        return told;
    }

    /// <summary>Who is told: the head of a department, or with an empty id the administrators; none: it stands in the list, and that is enough.</summary>
    string? ConcernOf(Letter letter) => letter switch
    {
        { IsParked: true, Department: { } department } when companies.Current.HeadOf(department) is not null => department.Id,
        { IsParked: true } or { Row: CardPost or Notice { Class: NoticeClass.Work } } => "",
        _ => null,
    };

    /// <returns>False: the hour's message is out already; the next hour's will tell.</returns>
    async Task<bool> TellAsync(string concern, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var department = company.Model.FindDepartment(concern);
        var readers = department is null ? [.. company.Administrators] : (PersonId[])[company.HeadOf(department)!.Id];
        var hour = now.UtcDateTime.ToString("yyyy-MM-dd-HH", CultureInfo.InvariantCulture);
        var added = 0;
        foreach (var reader in readers)
        {
            var key = $"letters:{concern}:{reader}:{hour}";
            var state = await db.Notices.Where(notice => notice.Key == key).Select(notice => (NoticeState?)notice.State).SingleOrDefaultAsync(ct);
            // One that is not sent yet will name these too.
            if (state is not null and not NoticeState.Pending and not NoticeState.Unreachable)
                continue;
            added++;
            if (state is null)
                db.Notices.Add(NoticeTo(reader, department, key, company, now));
        }

        return added > 0;
    }

    static Notice NoticeTo(PersonId reader, Department? department, string key, Company company, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = key,
        Kind = department is null ? LetterKinds.Alert : LetterKinds.Parked,
        Class = NoticeClass.Work,
        Thread = Outgoing.ThreadOf(reader),
        Person = reader,
        Argument = department?.Id,
        Locale = department?.Language ?? company.Model.Language,
        NotBefore = now + Bundling,
        CreatedAt = now,
    };
}
