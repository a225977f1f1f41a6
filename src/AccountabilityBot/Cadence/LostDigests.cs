using AccountabilityBot.Data;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>A digest whose channel is gone, or takes nothing from the bot any more: the head of each of its departments has it in their own chat, with what to do about it.</summary>
sealed class LostDigests(BotDb db, CompanySource companies)
{
    const int MostAtOnce = 50;

    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var lost = await db.CardPosts.Where(post => post.Kind == CadenceKinds.Digest && post.State == PostState.Gone && post.ToldAt == null)
            .OrderBy(post => post.CreatedAt).Take(MostAtOnce).ToListAsync(ct);
        if (lost.Count is 0)
            return 0;
        var company = companies.Current;
        Guid[] ids = [.. lost.Select(post => post.SubjectId!.Value)];
        var digests = await db.Digests.AsNoTracking().Where(digest => ids.Contains(digest.Id)).ToDictionaryAsync(digest => digest.Id, ct);
        string[] channels = [.. lost.Select(post => post.Thread).Distinct()];
        var names = (await db.Channels.AsNoTracking().Where(home => channels.Contains(home.ChannelId)).Select(home => new { home.ChannelId, home.Name }).ToListAsync(ct))
            .DistinctBy(home => home.ChannelId).ToDictionary(home => home.ChannelId, home => home.Name);
        foreach (var post in lost)
        {
            post.ToldAt = now;
            // One that was there, and whose message somebody deleted since, was read by whoever wanted it.
            if (post.ActivityId is null && digests.TryGetValue(post.SubjectId!.Value, out var digest))
                Tell(digest, names.GetValueOrDefault(post.Thread), company, now);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return lost.Count;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server tells it.
            return 0;
        }
    }

    void Tell(Digest digest, string? channel, Company company, DateTimeOffset now)
    {
        var heads = digest.Departments.Split('|').Select(company.Model.FindDepartment)
            .Select(department => department is null ? null : company.HeadOf(department) ?? company.GuardianOf(department)).OfType<CompanyPerson>().DistinctBy(head => head.Id);
        foreach (var head in heads)
        {
            var to = new Listener(head.Id);
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(now),
                Key = $"{CadenceKinds.NoPlace}:{digest.Id}:{head.Id}",
                Kind = CadenceKinds.NoPlace,
                Class = NoticeClass.Informative,
                Thread = to.Thread,
                Person = to.Person,
                SubjectId = digest.Id,
                Argument = channel,
                Locale = to.LanguageIn(company),
                Rank = DigestSweep.Rank,
                NotBefore = now,
                CreatedAt = now,
            });
        }
    }
}
