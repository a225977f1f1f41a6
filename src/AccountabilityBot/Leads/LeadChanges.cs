using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Feedback;
using AccountabilityBot.Leads.Ladders;
using AccountabilityBot.People;

namespace AccountabilityBot.Leads;

/// <summary>
/// What follows from a decision about a lead, in the same save: lines in the ledger, cards that want to show the new
/// version, places where new cards are to stand, and notices. It decides nothing and sends nothing.
/// </summary>
sealed class LeadChanges(BotDb db, CompanySource companies)
{
    /// <param name="posts">Every place where a card of this lead stands; the changed list is written back by the save.</param>
    /// <param name="channel">The home channel of the lead's department; none while it has none.</param>
    public void Follow(Lead lead, Decision decision, List<CardPost> posts, DepartmentChannel? channel, string via, Guid? pressedOn, DateTimeOffset now)
    {
        if (decision.Happened.Count == 0)
            return;

        db.Record(lead.Id, decision.Happened, via, pressedOn, now);
        foreach (var one in decision.Happened)
            PlaceCards(lead, one, posts, channel, now);
        if (IsSeen(decision))
            RaiseCards(lead, posts, now);
        foreach (var one in decision.Happened)
            Tell(lead, one, now);
        HandOffMoments.Note(db, companies.Current, lead, decision.Happened, now);
    }

    /// <summary>Whether a card would look different: reminders and calls for help change nothing about the lead.</summary>
    public static bool IsSeen(Decision decision) => decision.Happened.Any(one => !LeadEvents.IsQuiet(one.Kind));

    static void RaiseCards(Lead lead, List<CardPost> posts, DateTimeOffset now)
    {
        // A card that says where the department went says it whatever becomes of the lead.
        foreach (var post in posts.Where(post => post.State is not PostState.Moved))
            post.Want(lead.Version, now);
    }

    /// <summary>A reminder or a call for help: a new message in the person's own chat, that tells the truth from then on.</summary>
    public void PlaceOnRung(PersonId person, string kind, Rung rung, Lead lead, DateTimeOffset now) =>
        db.CardPosts.Add(NewPost(person, kind, RungOnCard.Argument(lead.Promise!, rung), lead, now));

    /// <summary>A place for the lead's card in a channel.</summary>
    public CardPost PlaceInChannel(Lead lead, DepartmentChannel channel, DateTimeOffset now)
    {
        var post = new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = LeadKinds.Channel,
            LeadId = lead.Id,
            Thread = channel.ChannelId,
            Wanted = lead.Version,
            Rank = lead.Rank,
            CreatedAt = now,
            NotBefore = now,
        };
        db.CardPosts.Add(post);
        return post;
    }

    void PlaceCards(Lead lead, DomainEvent one, List<CardPost> posts, DepartmentChannel? channel, DateTimeOffset now)
    {
        switch (one.Kind)
        {
            case LeadEvents.Offered:
                if (channel is not null)
                    PlaceAtHome(lead, posts, channel, now);
                // A new message and never an edit: edits do not notify.
                if (one.Other is { } offeredTo)
                    PlaceWith(offeredTo, LeadKinds.Personal, lead, posts, now);
                break;
            case LeadEvents.Accepted or LeadEvents.Taken:
                // The owner's buttons stand on the owner's own card; from the pool they have none yet.
                if (!posts.Any(post => post.Kind == LeadKinds.Personal && post.Person == one.Actor && post.State == PostState.Live))
                    PlaceWith(one.Actor!.Value, LeadKinds.Personal, lead, posts, now);
                break;
            // What concerns many leads at once comes as one list.
            case LeadEvents.ToGuardian when !GuardianReasons.ComesAsList(one.Reason):
                var company = companies.Current;
                var department = company.DepartmentOf(lead);
                // A guardian who has left the directory guards nothing any more; the head may do all that they could.
                if ((company.GuardianOf(department) ?? company.HeadOf(department)) is { } guardian)
                    PlaceWith(guardian.Id, LeadKinds.Guardian, lead, posts, now);
                break;
        }
    }

    /// <summary>One live card in channels, and that one at home: the department may have moved while the lead was closed.</summary>
    void PlaceAtHome(Lead lead, List<CardPost> posts, DepartmentChannel home, DateTimeOffset now)
    {
        var live = posts.Where(post => post is { Kind: LeadKinds.Channel, State: PostState.Live }).ToLookup(post => post.Thread == home.ChannelId);
        foreach (var post in live[false])
            (post.State, post.Shown) = (PostState.Moved, 0);
        if (!live[true].Any())
            posts.Add(PlaceInChannel(lead, home, now));
    }

    void PlaceWith(PersonId person, string kind, Lead lead, List<CardPost> posts, DateTimeOffset now)
    {
        // One that never came to stand anywhere gives way: when the person can be reached again, they get one card, not two.
        foreach (var earlier in posts.Where(post => post.Kind == kind && post.Person == person && post.ActivityId is null))
            (earlier.State, earlier.CallDecidedAt) = (PostState.Gone, now);

        var post = NewPost(person, kind, null, lead, now);
        db.CardPosts.Add(post);
        posts.Add(post);
    }

    static CardPost NewPost(PersonId person, string kind, string? argument, Lead lead, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        LeadId = lead.Id,
        Argument = argument,
        Thread = Outgoing.ThreadOf(person),
        Person = person,
        Wanted = lead.Version,
        Rank = lead.Rank,
        CreatedAt = now,
        NotBefore = now,
    };

    void Tell(Lead lead, DomainEvent one, DateTimeOffset now)
    {
        (string Kind, string Key)? told = one.Kind switch
        {
            LeadEvents.Resumed => (LeadKinds.HoldEndedNotice, "hold-ended"),
            LeadEvents.ContactStopped => (LeadKinds.ContactStoppedNotice, "contact-stopped"),
            _ => null,
        };
        if (told is var (kind, key) && lead.Owner is { } owner)
            db.Notices.Add(LeadNotices.About(lead, kind, $"{key}:{lead.Id}:{lead.Version}", owner.ToString(), new Listener(owner), companies.Current, now));
    }
}
