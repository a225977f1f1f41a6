using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>
/// Makes the digests that are due: each is counted, written down and put on its way to its channel in one save, with keys that
/// allow it once. Whoever is second, another server or the same job again, meets the keys and leaves it.
/// </summary>
sealed partial class DigestSweep(BotDb db, DigestReading reading, CompanySource companies, DigestClock digests, ILogger<DigestSweep> logger)
{
    /// <summary>Behind whatever a buyer waits for.</summary>
    public const int Rank = 900;

    public async Task<int> MakeAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (!digests.IsTime(company, now))
            return 0;
        db.ChangeTracker.Clear();
        var channels = await ChannelsAsync(company.Model, ct);
        var made = 0;
        // Channels in one zone are due at once and look back on the same days: they are counted together.
        foreach (var together in channels.Select(channel => channel.Due(now)).OfType<DueDigest>().GroupBy(due => (due.On, due.From, due.Until)))
        {
            var (on, from, until) = together.Key;
            var found = await reading.ReadAsync([.. together.SelectMany(due => due.Departments)], on, (from, until), company, now, ct);
            foreach (var due in together)
                made += await SaveAsync(due, found, company, now, ct) ? 1 : 0;
        }

        digests.Looked(company, now, channels.Select(channel => channel.NextAt(now)).Min());
        return made;
    }

    async Task<IReadOnlyList<DigestChannel>> ChannelsAsync(RevenueModel model, CancellationToken ct)
    {
        var homes = await db.Channels.AsNoTracking().ToListAsync(ct);
        var last = await db.DigestDepartments.AsNoTracking()
            .Where(row => !db.DigestDepartments.Any(later => later.Department == row.Department && later.On > row.On))
            .ToDictionaryAsync(row => row.Department, ct);
        return [.. DigestChannel.All(homes, last, model)];
    }

    async Task<bool> SaveAsync(DueDigest due, Found found, Company company, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var digest = DigestRows.Make(string.Create(CultureInfo.InvariantCulture, $"rhythm:{due.ChannelId}:{due.On:yyyy-MM-dd}"), due.Departments, due.On, (due.From, due.Until), found, now, due.ChannelId, askedBy: null);
        db.Add(digest.Digest);
        db.AddRange(digest.Seams);
        db.AddRange(digest.Listings);
        db.AddRange(due.Owed.Select(department => new DigestDepartment(department, due.On, digest.Digest.Id) { Until = due.Until }));
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = CadenceKinds.Digest,
            SubjectId = digest.Digest.Id,
            Thread = due.ChannelId,
            Wanted = 1,
            Rank = Rank,
            IsInformative = true,
            CreatedAt = now,
            NotBefore = now,
        });
        foreach (var department in due.Departments)
            await TellWhoSkipsAsync(department, due.On, company, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            Made(string.Join(", ", due.Departments.Select(department => department.Id)), due.On, digest.Digest.IsQuiet);
            return true;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server has made it in this very moment.
            return false;
        }
    }

    /// <summary>A rhythm that its own leader goes without is soon nobody's: the leader hears of it, and nobody else.</summary>
    async Task TellWhoSkipsAsync(Department department, DateOnly on, Company company, DateTimeOffset now, CancellationToken ct)
    {
        if (company.HeadOf(department) is not { } head)
            return;
        // Looked at when the next one comes: until then it may still be read.
        var read = await db.DigestDepartments.AsNoTracking().Where(row => row.Department == department.Id && row.On < on)
            .OrderByDescending(row => row.On).Take(Reading.Skipped * 10)
            .Select(row => db.DigestReads.Any(seen => seen.DigestId == row.DigestId && seen.PersonId == head.Id)).ToListAsync(ct);
        if (Reading.IsToBeTold(read))
            db.Notices.Add(LeadNotices.News(CadenceKinds.Skipped, string.Create(CultureInfo.InvariantCulture, $"{CadenceKinds.Skipped}:{department.Id}:{head.Id}:{on:yyyy-MM-dd}"), department.Id, new Listener(head.Id), company, now));
    }

    [LoggerMessage(1, LogLevel.Information, "The digest of {Departments} for {On} is on its way (nothing to say: {IsQuiet}).")]
    partial void Made(string departments, DateOnly on, bool isQuiet);
}

/// <summary>A digest as rows: what it found, once and for all.</summary>
sealed record DigestRows(Digest Digest, IReadOnlyList<DigestSeam> Seams, IReadOnlyList<CommitmentListing> Listings)
{
    /// <param name="channel">None: it was asked for.</param>
    public static DigestRows Make(
        string key, IReadOnlyList<Department> departments, DateOnly on, (DateTimeOffset From, DateTimeOffset Until) span, Found found, DateTimeOffset now, string? channel, Domain.PersonId? askedBy)
    {
        var content = new DigestContent([.. departments.Select(department => found.Departments[department.Id])]);
        var digest = new Digest
        {
            Id = Guid.CreateVersion7(now),
            Key = key,
            ChannelId = channel,
            On = on,
            From = span.From,
            Until = span.Until,
            MadeAt = now,
            Departments = string.Join('|', departments.Select(department => department.Id)),
            AskedBy = askedBy,
            IsQuiet = content.Departments.All(one => one.Numbers.Count is 0 && !one.Commitments.IsAny) && !departments.Any(department => Found.SeamsOf(department.Id, found.Seams).Any(seam => seam.IsAny)),
            Content = content.Write(),
        };
        return new DigestRows(digest, [.. departments.SelectMany(department => Found.SeamsOf(department.Id, found.Seams).Where(seam => seam.IsAny).Select(seam => new DigestSeam
        {
            DigestId = digest.Id,
            Department = department.Id,
            Seam = seam.Seam,
            From = seam.From,
            To = seam.To,
            On = channel is null ? null : on,
            Figures = DigestContent.Write(seam),
        }))], [.. DigestCommitments.Listings(digest.Id, [.. departments.SelectMany(department => found.Commitments[department.Id])])]);
    }
}
