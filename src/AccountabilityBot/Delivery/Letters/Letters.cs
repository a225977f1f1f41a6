using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery.Letters;

/// <summary>A message that waits for a person: parked, because nobody knows whether it arrived, or dead, because it did not.</summary>
/// <param name="Department">Whom it concerns; none: only the administrators.</param>
/// <param name="LeadLabel">None: it is not about one lead.</param>
sealed record Letter(Outgoing Row, Department? Department, string? LeadLabel)
{
    public bool IsParked => Row is Notice { State: NoticeState.Parked } or CardPost { State: PostState.Parked };

    /// <summary>As a reader is told it.</summary>
    public LetterLine LineFor(Sentences say, Company company) => new(
        Row.Id,
        LeadLabel,
        say.Has("letter.kind." + Row.Kind) ? say.Plain("letter.kind." + Row.Kind) : say.Plain("letter.kind.other", Row.Kind),
        Row.Person is { } person ? say.Plain("letter.to", company.NameOf(person, say.Plain("somebody")))
            : Department is not null ? say.Plain("letter.to", Department.Name) : say.Plain("letter.to-channel"),
        Row.LastError,
        Row.CreatedAt,
        IsParked);
}

/// <summary>How many wait for a person.</summary>
readonly record struct LetterCount(int Dead, int Parked)
{
    public static async Task<LetterCount> OfAsync(BotDb db, CancellationToken ct)
    {
        var notices = await Letters.Notices(db).GroupBy(notice => notice.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(ct);
        var posts = await Letters.Posts(db).GroupBy(post => post.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(ct);
        return new(
            notices.Where(row => row.State == NoticeState.Dead).Sum(row => row.Count) + posts.Where(row => row.State == PostState.Dead).Sum(row => row.Count),
            notices.Where(row => row.State == NoticeState.Parked).Sum(row => row.Count) + posts.Where(row => row.State == PostState.Parked).Sum(row => row.Count));
    }
}

/// <summary>Finds the letters, and whom each concerns.</summary>
sealed class Letters(BotDb db, CompanySource companies)
{
    /// <summary>In the words of the indexes, so that both databases use them.</summary>
    public static IQueryable<Notice> Notices(BotDb db) => db.Notices.Where(notice => new[] { NoticeState.Parked, NoticeState.Dead }.Contains(notice.State));

    /// <inheritdoc cref="Notices"/>
    public static IQueryable<CardPost> Posts(BotDb db) => db.CardPosts.Where(post => new[] { PostState.Dead, PostState.Parked }.Contains(post.State));

    /// <summary>Oldest first; tracked, for whoever decides about them.</summary>
    /// <param name="department">Its parked ones; none: all of the company, dead ones too.</param>
    public async Task<IReadOnlyList<Letter>> OfAsync(Department? department, CancellationToken ct)
    {
        var rows = (await Notices(db).ToListAsync(ct)).Concat<Outgoing>(await Posts(db).ToListAsync(ct)).ToList();
        var letters = await KnownAsync(rows, ct);
        return [.. letters
            .Where(letter => department is null || (letter.IsParked && letter.Department?.Id == department.Id))
            .OrderBy(letter => letter.Row.CreatedAt).ThenBy(letter => letter.Row.Id)];
    }

    public async Task<Letter?> FindAsync(Guid id, CancellationToken ct)
    {
        Outgoing? row = await Notices(db).SingleOrDefaultAsync(notice => notice.Id == id, ct);
        row ??= await Posts(db).SingleOrDefaultAsync(post => post.Id == id, ct);
        return row is null ? null : (await KnownAsync([row], ct))[0];
    }

    public async Task<IReadOnlyList<Letter>> KnownAsync(IReadOnlyCollection<Outgoing> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return [];
        var company = companies.Current;
        var ids = rows.Select(row => row.LeadId).OfType<Domain.LeadId>().Distinct().ToList();
        var leads = await db.Leads.AsNoTracking().Where(lead => ids.Contains(lead.Id))
            .Select(lead => new { lead.Id, lead.No, lead.Department }).ToDictionaryAsync(lead => lead.Id, ct);
        var homes = (await db.Channels.AsNoTracking().Select(channel => new { channel.Department, channel.ChannelId }).ToListAsync(ct))
            .ToLookup(home => home.ChannelId, home => home.Department);
        return [.. rows.Select(row =>
        {
            var lead = row.LeadId is { } id ? leads.GetValueOrDefault(id) : null;
            var department = (row as Notice)?.Department
                ?? (row.Person is { } person ? company.Find(person)?.Department?.Id : null)
                ?? lead?.Department
                ?? homes[row.Thread].FirstOrDefault();
            return new Letter(row, department is null ? null : company.Model.FindDepartment(department), lead is null ? null : $"L-{lead.No}");
        })];
    }
}
