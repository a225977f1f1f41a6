using AccountabilityBot.Commitments;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>Draws digests from what they found, and with the names of this moment.</summary>
sealed class DigestRenderers(BotDb db, CompanySource companies, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        // Read before what it is drawn from: a change in between raises it, and the card is drawn once more.
        var version = post.Wanted;
        return await ReadAsync(post.SubjectId!.Value, post.Id, await SayAsync(post, ct), ct) is { } view ? new RenderedCard(DigestCard.Draw(view), version) : null;
    }

    /// <param name="postId">The place where the card stands.</param>
    public async Task<DigestView?> ReadAsync(Guid id, Guid postId, Sentences? say, CancellationToken ct)
    {
        if (await db.Digests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } digest)
            return null;
        var company = companies.Current;
        var content = DigestContent.Read(digest.Content);
        var seams = await db.DigestSeams.AsNoTracking().Where(row => row.DigestId == id).OrderBy(row => row.Seam).ToListAsync(ct);
        LeadId[] stuck = [.. content.Departments.SelectMany(one => one.Stuck).Select(one => one.Lead)];
        var leads = stuck.Length is 0 ? [] : await db.Leads.AsNoTracking().Where(lead => stuck.Contains(lead.Id))
            .Select(lead => new { lead.Id, lead.No, Name = lead.Facts.Company ?? lead.Facts.Name }).ToListAsync(ct);
        var promised = await CommitmentLists.ShownOnAsync(db, id, ct);
        say ??= Sentences.In(company.Model.FindDepartment(content.Departments[0].Department)?.Language ?? company.Model.Language);
        return new DigestView
        {
            Digest = digest,
            Content = content,
            Seams = seams.ToLookup(row => row.Department, row => DigestContent.ReadSeam(row.Figures)),
            Leads = leads.ToDictionary(lead => lead.Id, lead => new NamedLead($"L-{lead.No}", lead.Name)),
            Commitments = promised,
            Hands = await PromiseHands.OfAsync(db, company, promised, say.Plain("somebody"), ct),
            Now = clock.GetUtcNow(),
            Company = company,
            Say = say,
            PostId = postId,
        };
    }

    /// <summary>To a head: their digests go by without them.</summary>
    public async Task<OutgoingActivity?> Skipped(Notice notice, CancellationToken ct)
    {
        if (companies.Current.Model.FindDepartment(notice.Argument ?? "") is not { } department)
            return null;
        var say = Sentences.In(await db.LocaleOfAsync(notice.Person, ct) ?? notice.Locale);
        return OutgoingActivity.ForText(say.Plain("digest.skipped", department.Name, Domain.Cadence.Reading.Skipped));
    }

    /// <summary>To a head: the digest found no place, and stands here instead.</summary>
    public async Task<OutgoingActivity?> NoPlace(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(await db.LocaleOfAsync(notice.Person, ct) ?? notice.Locale);
        if (notice.SubjectId is not { } id || await ReadAsync(id, Guid.Empty, say, ct) is not { } view)
            return null;
        return OutgoingActivity.ForCard(DigestCard.Draw(view, say.Plain("digest.no-place", view.Names, notice.Argument ?? view.Names)));
    }

    /// <summary>A channel speaks its department's language, a chat its reader's.</summary>
    async Task<Sentences?> SayAsync(CardPost post, CancellationToken ct) =>
        post.Person is { } person && await db.LocaleOfAsync(person, ct) is { } locale ? Sentences.In(locale) : null;
}
