using AccountabilityBot.Commitments;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Feedback;

/// <summary>
/// What follows from a decision about feedback, in the same save: lines in the ledger without a word of it, cards that want to
/// show the new state, places where new cards are to stand, and notices. It decides nothing and sends nothing.
/// </summary>
sealed class FeedbackChanges(BotDb db, CompanySource companies)
{
    /// <summary>Behind whatever a buyer waits for.</summary>
    public const int Rank = 800;

    /// <param name="posts">Every place where a card of this feedback stands.</param>
    /// <param name="promised">With the decision that made it.</param>
    public void Follow(
        PeerFeedback feedback, Decision decision, IReadOnlyList<CardPost> posts, string via, Guid? pressedOn, DateTimeOffset now, Commitment? promised = null)
    {
        if (decision.Happened.Count == 0)
            return;
        db.Record(feedback.LeadId, decision.Happened, via, pressedOn, now);
        // A reminder changes nothing that shows, and an edit would take away what somebody is just typing.
        if (decision.Happened.Any(one => one.Kind != FeedbackEvents.Reminded))
        {
            foreach (var post in posts)
                post.Want(feedback.Version, now);
        }

        foreach (var one in decision.Happened)
            Follow(feedback, one, promised, now);
    }

    void Follow(PeerFeedback feedback, DomainEvent one, Commitment? promised, DateTimeOffset now)
    {
        switch (one.Kind)
        {
            case FeedbackEvents.Asked:
                Place(FeedbackKinds.Request, feedback.Giver, feedback.Id, feedback.Version, now);
                break;
            case FeedbackEvents.Given:
                Place(FeedbackKinds.Received, feedback.Receiver, feedback.Id, feedback.Version, now);
                break;
            case FeedbackEvents.Reminded:
                Tell(feedback, FeedbackKinds.Reminder, new Listener(feedback.Giver), now);
                break;
            case FeedbackEvents.Thanked:
                Tell(feedback, FeedbackKinds.Thanks, new Listener(feedback.Giver), now);
                break;
            case FeedbackEvents.Committed:
                db.Commitments.Add(promised!);
                Place(CommitmentKinds.Mine, promised!.Owner, promised.Id, promised.Version, now);
                Tell(feedback, FeedbackKinds.Promise, new Listener(feedback.Giver), now);
                break;
            case FeedbackEvents.Shared:
                Tell(feedback, FeedbackKinds.Praise, new Listener(feedback.AboutDepartment), now);
                break;
        }
    }

    /// <summary>A new message and never an edit: edits do not notify.</summary>
    void Place(string kind, PersonId person, Guid subject, int version, DateTimeOffset now) => db.CardPosts.Add(new CardPost
    {
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        SubjectId = subject,
        Thread = Outgoing.ThreadOf(person),
        Person = person,
        Wanted = version,
        Rank = Rank,
        // What is between two people is never called out in a channel.
        CallDecidedAt = now,
        CreatedAt = now,
        NotBefore = now,
    });

    void Tell(PeerFeedback feedback, string kind, Listener to, DateTimeOffset now) => db.Notices.Add(new Notice
    {
        Id = Guid.CreateVersion7(now),
        Key = $"{kind}:{feedback.Id}",
        Kind = kind,
        Class = NoticeClass.Informative,
        Thread = to.Thread,
        Person = to.Person,
        Department = to.Department,
        SubjectId = feedback.Id,
        Locale = to.LanguageIn(companies.Current),
        Rank = Rank,
        NotBefore = now,
        CreatedAt = now,
    });
}
