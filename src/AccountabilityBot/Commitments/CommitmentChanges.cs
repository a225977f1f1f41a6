using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Feedback;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>What follows from a decision about a promise: lines in the ledger, cards that want to show it, and who is told. It decides nothing and sends nothing.</summary>
sealed class CommitmentChanges(BotDb db, CompanySource companies, TakeOverLine line)
{
    /// <param name="posts">Every place where a card of this promise stands.</param>
    public async Task FollowAsync(
        Commitment commitment, Decision decision, IReadOnlyList<CardPost> posts, string via, Guid? pressedOn, DateTimeOffset now, CancellationToken ct)
    {
        db.Record(commitment, decision.Happened, via, pressedOn, now);
        foreach (var post in posts)
            post.Want(commitment.Version, now);
        foreach (var one in decision.Happened)
            await FollowAsync(commitment, one, posts, now, ct);
    }

    /// <summary>
    /// Saves, and has every card that lists the promise drawn anew. Counted up by the database itself: of two promises of one
    /// card that change at once, neither change is lost.
    /// </summary>
    public Task SaveAsync(Commitment commitment, CancellationToken ct)
    {
        var id = commitment.Id;
        return db.SaveTogetherAsync(
            () => db.CardPosts
                .Where(post => db.CommitmentListings.Any(listing => listing.CommitmentId == id && listing.SubjectId == post.SubjectId))
                .ExecuteUpdateAsync(set => set.SetProperty(post => post.Wanted, post => post.Wanted + 1), ct),
            ct);
    }

    /// <summary>The promise's own card in its owner's chat.</summary>
    /// <param name="at">Where it stands already; none: nowhere yet.</param>
    public void Place(Commitment commitment, DateTimeOffset now, (string ServiceUrl, string Conversation, string Activity)? at = null)
    {
        var card = Card(CommitmentKinds.Mine, Guid.CreateVersion7(now), commitment, commitment.Owner, now);
        (card.ServiceUrl, card.ConversationId, card.ActivityId) = (at?.ServiceUrl, at?.Conversation, at?.Activity);
        db.CardPosts.Add(card);
    }

    /// <summary>Whether this is the offer of help with what it slips by now. Before promises were taken over, nobody's name was in its key.</summary>
    public static bool IsOffer(CardPost post, Commitment commitment, string reason) =>
        post.Id == KeyOfOffer(commitment, reason)
        || (post.Person == commitment.Owner && post.Id == Key($"{CommitmentKinds.OfferHelp}\n{commitment.Id}\n{commitment.Moves}\n{reason}"));

    /// <summary>Which of its owners and days a message is about: of another one it is overtaken.</summary>
    public static string StampOf(Commitment commitment) => $"{commitment.Moves} {commitment.Owner}";

    /// <summary>Made of the promise, its owner and what it slips by: help with one day is offered once, however many servers offer.</summary>
    static Guid KeyOfOffer(Commitment commitment, string reason) => Key($"{CommitmentKinds.OfferHelp}\n{commitment.Id}\n{StampOf(commitment)}\n{reason}");

    static Guid Key(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    async Task FollowAsync(Commitment commitment, DomainEvent one, IReadOnlyList<CardPost> posts, DateTimeOffset now, CancellationToken ct)
    {
        switch (one.Kind)
        {
            case CommitmentEvents.OfferedHelp:
                db.CardPosts.Add(Card(CommitmentKinds.OfferHelp, KeyOfOffer(commitment, one.Reason!), commitment, commitment.Owner, now));
                break;
            case CommitmentEvents.AskedHelp:
                TellTheHead(commitment, CommitmentKinds.HelpWanted, now);
                break;
            case CommitmentEvents.Escalated:
                TellTheHead(commitment, CommitmentKinds.NoWord, now);
                break;
            case CommitmentEvents.OwnerLeft:
                await OfferAsync(commitment, posts, Departures.Left, now, ct);
                break;
            case CommitmentEvents.OwnerMoved:
                await OfferAsync(commitment, posts, Departures.Moved, now, ct);
                break;
            case CommitmentEvents.OfferedOn:
                await OfferAsync(commitment, posts, posts.Open(commitment) is [.., var last] && last.HasMoved() ? Departures.Moved : Departures.Left, now, ct);
                break;
            // Where it was offered to them the card becomes theirs; taken elsewhere, they have one from now on.
            case CommitmentEvents.TakenOver when !posts.Offers().Any(post => post.Person == commitment.Owner && post.From() == one.Other && post.State < PostState.Gone):
                Place(commitment, now);
                break;
            // Whose word it was hears that it came to something.
            case CommitmentEvents.Kept when commitment.FeedbackId is { } feedback:
                if (await db.PeerFeedback.AsNoTracking().Where(row => row.Id == feedback).Select(row => (PersonId?)row.Giver).SingleOrDefaultAsync(ct) is { } giver)
                    db.Notices.Add(About(commitment, CommitmentKinds.KeptNews, $"{CommitmentKinds.KeptNews}:{commitment.Id}", NoticeClass.Informative, giver, now));
                break;
        }
    }

    /// <summary>To the first in the line who was not asked yet.</summary>
    async Task OfferAsync(Commitment commitment, IReadOnlyList<CardPost> posts, string why, DateTimeOffset now, CancellationToken ct)
    {
        var asked = posts.Open(commitment).Select(post => post.Person).ToHashSet();
        if ((await line.OfAsync(commitment, commitment.Owner, why, ct)).FirstOrDefault(person => !asked.Contains(person.Id)) is not { } next)
            return;
        var id = Key($"{CommitmentKinds.TakeOver}\n{commitment.Id}\n{commitment.OwnerLeftAt!.Value.ToUnixTimeMilliseconds()}\n{next.Id}");
        db.CardPosts.Add(Card(CommitmentKinds.TakeOver, id, commitment, next.Id, now, TakeOverPlaces.Argument(why, commitment.Owner)));
    }

    void TellTheHead(Commitment commitment, string kind, DateTimeOffset now)
    {
        if (CommitmentDays.HelperOf(commitment, companies.Current) is { } helper)
            db.Notices.Add(About(commitment, kind, $"{kind}:{commitment.Id}:{StampOf(commitment)}", NoticeClass.Work, helper.Id, now));
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
        Argument = StampOf(commitment),
        Locale = new Listener(to).LanguageIn(companies.Current),
        Rank = FeedbackChanges.Rank,
        NotBefore = now,
        CreatedAt = now,
    };

    static CardPost Card(string kind, Guid id, Commitment commitment, PersonId to, DateTimeOffset now, string? argument = null) => new()
    {
        Id = id,
        Kind = kind,
        SubjectId = commitment.Id,
        Argument = argument,
        Thread = Outgoing.ThreadOf(to),
        Person = to,
        Wanted = commitment.Version,
        Rank = FeedbackChanges.Rank,
        // What somebody has promised is never called out in a channel.
        CallDecidedAt = now,
        CreatedAt = now,
        NotBefore = now,
    };
}
