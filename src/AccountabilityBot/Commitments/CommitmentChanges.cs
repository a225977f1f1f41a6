using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>What follows from a decision about a promise: lines in the ledger, cards that want to show it, and who is told. It decides nothing and sends nothing.</summary>
sealed class CommitmentChanges(BotDb db, CompanySource companies)
{
    /// <param name="posts">Every place where a card of this promise stands.</param>
    public async Task FollowAsync(
        Commitment commitment, Decision decision, IReadOnlyList<CardPost> posts, string via, Guid? pressedOn, DateTimeOffset now, CancellationToken ct)
    {
        db.Record(commitment, decision.Happened, via, pressedOn, now);
        foreach (var post in posts)
            post.Want(commitment.Version, now);
        foreach (var one in decision.Happened)
            await FollowAsync(commitment, one, now, ct);
    }

    /// <summary>
    /// Saves, and has every card that lists the promise drawn anew. Counted up by the database itself: of two promises of one
    /// card that change at once, neither change is lost.
    /// </summary>
    public async Task SaveAsync(Commitment commitment, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        var id = commitment.Id;
        await db.CardPosts
            .Where(post => db.CommitmentListings.Any(listing => listing.CommitmentId == id && listing.SubjectId == post.SubjectId))
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.Wanted, post => post.Wanted + 1), ct);
        await together.CommitAsync(ct);
    }

    /// <summary>The promise's own card in its owner's chat.</summary>
    /// <param name="at">Where it stands already; none: nowhere yet.</param>
    public void Place(Commitment commitment, DateTimeOffset now, (string ServiceUrl, string Conversation, string Activity)? at = null) =>
        db.CardPosts.Add(Card(CommitmentKinds.Mine, Guid.CreateVersion7(now), commitment, now, at));

    /// <summary>Made of the promise and of what it slips by: help with one day is offered once, however many servers offer.</summary>
    public static Guid KeyOfOffer(Commitment commitment, string reason) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{CommitmentKinds.OfferHelp}\n{commitment.Id}\n{commitment.Moves}\n{reason}")).AsSpan(0, 16));

    async Task FollowAsync(Commitment commitment, DomainEvent one, DateTimeOffset now, CancellationToken ct)
    {
        switch (one.Kind)
        {
            case CommitmentEvents.OfferedHelp:
                db.CardPosts.Add(Card(CommitmentKinds.OfferHelp, KeyOfOffer(commitment, one.Reason!), commitment, now, null));
                break;
            case CommitmentEvents.AskedHelp:
                TellTheHead(commitment, CommitmentKinds.HelpWanted, now);
                break;
            case CommitmentEvents.Escalated:
                TellTheHead(commitment, CommitmentKinds.NoWord, now);
                break;
            case CommitmentEvents.OwnerLeft when !commitment.IsPrivate:
                TellTheHead(commitment, CommitmentKinds.OwnerGone, now);
                break;
            // Whose word it was hears that it came to something.
            case CommitmentEvents.Kept when commitment.FeedbackId is { } feedback:
                if (await db.PeerFeedback.AsNoTracking().Where(row => row.Id == feedback).Select(row => (PersonId?)row.Giver).SingleOrDefaultAsync(ct) is { } giver)
                    db.Notices.Add(About(commitment, CommitmentKinds.KeptNews, $"{CommitmentKinds.KeptNews}:{commitment.Id}", NoticeClass.Informative, giver, now));
                break;
        }
    }

    void TellTheHead(Commitment commitment, string kind, DateTimeOffset now)
    {
        if (CommitmentDays.HelperOf(commitment, companies.Current) is { } helper)
            db.Notices.Add(About(commitment, kind, $"{kind}:{commitment.Id}:{commitment.Moves}", NoticeClass.Work, helper.Id, now));
    }

    Notice About(Commitment commitment, string kind, string key, NoticeClass weight, PersonId to, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = key,
        Kind = kind,
        Class = weight,
        Thread = Outgoing.ThreadOf(to),
        Person = to,
        SubjectId = commitment.Id,
        Argument = commitment.Moves.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Locale = new Listener(to).LanguageIn(companies.Current),
        Rank = FeedbackChanges.Rank,
        NotBefore = now,
        CreatedAt = now,
    };

    static CardPost Card(string kind, Guid id, Commitment commitment, DateTimeOffset now, (string ServiceUrl, string Conversation, string Activity)? at) => new()
    {
        Id = id,
        Kind = kind,
        SubjectId = commitment.Id,
        Thread = Outgoing.ThreadOf(commitment.Owner),
        Person = commitment.Owner,
        ServiceUrl = at?.ServiceUrl,
        ConversationId = at?.Conversation,
        ActivityId = at?.Activity,
        Wanted = commitment.Version,
        Rank = FeedbackChanges.Rank,
        // What somebody has promised is never called out in a channel.
        CallDecidedAt = now,
        CreatedAt = now,
        NotBefore = now,
    };
}
