using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>Presses on a digest: to look closer, and back. Whoever presses has read it.</summary>
sealed class DigestDesk(BotDb db, DigestRenderers digests, CompanySource companies)
{
    public async Task<CardAnswer> Details(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } view)
            return Unknown(turn);
        if (companies.Current.PersonOf(turn) is { } person)
            await ReadAsync(db, view.Digest.Id, person.Id, turn.Now, ct);
        // Always: a press that Teams delivers again is known by its first delivery.
        await db.SaveChangesAsync(ct);
        return CardAnswer.Show(DigestCard.Details(view));
    }

    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } view)
            return Unknown(turn);
        await db.SaveChangesAsync(ct);
        return CardAnswer.Show(DigestCard.Draw(view));
    }

    /// <summary>Adds to the save that this person has pressed something on the digest.</summary>
    public static async Task ReadAsync(BotDb db, Guid digest, PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.DigestReads.AnyAsync(read => read.DigestId == digest && read.PersonId == person, ct))
            db.DigestReads.Add(new DigestRead(digest, person, now));
    }

    async Task<DigestView?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        if (press.Id(DigestCard.DigestKey) is not { } id)
            return null;
        var posts = await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct);
        var at = press.Id("post") ?? Guid.Empty;
        Copies.Adopt(db, posts, at, posts.Find(post => post.Id == at)?.Wanted ?? 1, turn, press);
        // The presser's own view is in their language; the channel's copy keeps the channel's.
        return await digests.ReadAsync(id, at, Sentences.In(turn.Locale), ct);
    }

    static CardAnswer Unknown(Turn turn) => CardAnswer.Say(Sentences.In(turn.Locale).Plain("digest.unknown"));
}
