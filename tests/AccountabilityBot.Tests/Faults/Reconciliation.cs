using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Tests.Faults;

/// <summary>What the database holds after everything, read at once.</summary>
/// <param name="Posts">Places of live cards; a message that is sent once has its own row, and its card no other place.</param>
sealed record Record(IReadOnlyList<Lead> Leads, ILookup<LeadId?, LedgerEntry> Ledger, IReadOnlyList<CardPost> Posts, IReadOnlyList<Notice> Notices)
{
    internal static async Task<Record> ReadAsync(BotDb db) => new(
        await db.Leads.AsNoTracking().Include(lead => lead.Offers).OrderBy(lead => lead.No).ToListAsync(),
        (await db.Ledger.AsNoTracking().OrderBy(row => row.Seq).ToListAsync()).ToLookup(row => row.LeadId),
        await db.CardPosts.AsNoTracking().ToListAsync(),
        await db.Notices.AsNoTracking().ToListAsync());

    /// <summary>Nothing of a lead's is still to happen by itself, and nothing is on its way to Teams.</summary>
    internal bool IsAtRest => Leads.All(IsSettled)
        && !Posts.Any(post => post.Shown < post.Wanted && post.State < PostState.Gone)
        && !Notices.Any(notice => notice.State is NoticeState.Pending);

    /// <summary>Whether a list (it belongs to no lead) goes on in a newer message, and this place says so, or was never taken.</summary>
    internal bool IsFollowed(CardPost post) => post is { LeadId: null, State: PostState.Moved or PostState.Gone }
        && Posts.Any(other => other.Kind == post.Kind && other.Argument == post.Argument && other.CreatedAt > post.CreatedAt && other.State is PostState.Live);

    /// <summary>Whether a message shows a live card at a place that no row tells of.</summary>
    internal bool IsUnknown(FakeMessage message) => !message.IsDeleted
        && Cards.PostOf(message.Now) is { } post
        && !Posts.Any(known => known.ActivityId == message.Id)
        && !Notices.Any(notice => notice.Id == post);

    internal static bool IsSettled(Lead lead) => lead switch
    {
        { State: LeadState.Waiting } => lead.GuardianSince is not null,
        { State: LeadState.Rejected } => lead.UndoUntil is null,
        _ => lead.State is not LeadState.Offered,
    };
}

/// <summary>Holds what was recorded against what people were answered and what stands in Teams. Every disagreement is a sentence.</summary>
sealed class Reconciliation(FaultSite site, Record record)
{
    /// <summary>Work to do is sent three times at most; and once more where a person deleted it.</summary>
    const int MostCopies = 4;

    readonly List<string> _problems = [];

    internal IReadOnlyList<string> Problems => _problems;

    internal void LeadsAndLedger(int sent)
    {
        Check(record.Leads.Count == sent, $"{sent} leads were sent, and {record.Leads.Count} are there");
        foreach (var lead in record.Leads)
        {
            CheckState(lead);
            CheckLedger(lead, [.. record.Ledger[lead.Id]]);
        }
    }

    /// <summary>Who was shown that a lead is theirs is its owner in the ledger, once.</summary>
    internal void AnswersKept(IEnumerable<Pressing> presses, Func<Guid, PersonId?> personOf)
    {
        foreach (var press in presses.Where(press => press.Title == "Accept" && press.ShowsOwner))
        {
            var accepts = record.Ledger[new LeadId(press.Lead)].Where(row => row.Kind == LeadEvents.Accepted).ToList();
            Check(
                accepts.Count == 1 && accepts[0].Actor == personOf(Guid.Parse(press.By.ObjectId)),
                $"{press.By} was shown that {press.Lead} is theirs, and the ledger has {accepts.Count} accepts of it, by {string.Join(", ", accepts.Select(row => row.Actor))}");
        }
    }

    /// <summary>Every card that is wanted stands in Teams, and every copy that stands there shows the present state.</summary>
    /// <param name="truth">How each place where a card stands would be drawn now.</param>
    /// <param name="refused">How many cards Teams may have refused for good.</param>
    internal void CardsShown(IReadOnlyDictionary<Guid, string> truth, int refused = 0)
    {
        var standing = site.Teams.Messages.Where(message => !message.IsDeleted).ToLookup(message => Cards.PostOf(message.Now));
        // What was overtaken before it went out, or told in a bundle, is not missed.
        var lost = record.Posts.Where(post => post.State is not (PostState.Live or PostState.Dropped or PostState.Bundled) && !record.IsFollowed(post)).ToList();
        Check(lost.Count <= refused, $"{lost.Count} cards are not shown: {string.Join("; ", lost.Select(post => $"{post.Kind} of {post.LeadId} is {post.State}: {post.LastError}"))}");
        foreach (var post in record.Posts)
        {
            var isOverdue = post.ActivityId is null && standing[post.Id].Any();
            Check(!isOverdue, $"the card {post.Kind} {post.Id} stands in Teams, and the bot does not know where");
        }

        foreach (var post in record.Posts.Where(Cards.Stands))
        {
            var message = site.Teams.Messages.SingleOrDefault(one => one.Id == post.ActivityId);
            Check(
                message is not null && Cards.Comparable(message.Now.Activity, post.Id) == truth[post.Id],
                $"the card {post.Kind} of {post.LeadId} in {message?.Place} is not true:\n{message?.Now}\n--- it should be, and is\n{(message is null ? "nowhere" : Difference(truth[post.Id], Cards.Comparable(message.Now.Activity, post.Id)))}");
        }

        foreach (var unknown in site.Teams.Messages.Where(record.IsUnknown))
            Check(false, $"a copy of a card that the bot does not know stands in {unknown.Place}:\n{unknown.Now}");
    }

    /// <summary>
    /// A card stands twice only where the server died, or lost Teams' answer, right after the first was kept; a message
    /// without a card of its own never does.
    /// </summary>
    /// <param name="isExplained">Whether the answer to a call at this instant may have been lost.</param>
    /// <returns>How many copies there are beyond the first.</returns>
    internal int ShownOnce(Func<DateTimeOffset, bool> isExplained)
    {
        var copies = 0;
        foreach (var card in site.Teams.Messages.GroupBy(message => Cards.PostOf(message.Now) is { } post ? post.ToString() : $"{message.Place}: {message.Now.Text}"))
        {
            var all = card.OrderBy(message => message.KeptAt).ToList();
            // The same words may be said to one person twice, each time for a reason of its own: whoever rested, came back and rested again.
            if (all.TrueForAll(message => record.Notices.Any(notice => notice.ActivityId == message.Id)))
                continue;
            copies += all.Count - 1;
            foreach (var earlier in all.SkipLast(1))
                Check(isExplained(earlier.KeptAt), $"shown twice, and nothing went wrong after the first at {earlier.KeptAt:HH:mm:ss.fff}:\n{earlier.Now}");
            var isForInformation = record.Notices.Any(notice => notice.Class is NoticeClass.Informative && notice.Id == Cards.PostOf(all[0].Now));
            Check(all.Count <= (isForInformation ? 1 : MostCopies), $"shown {all.Count} times:\n{all[0].Now}");
        }

        return copies;
    }

    /// <param name="unclear">How many answers of Teams may have been lost or refused: so many notices may wait for a person to look.</param>
    internal void NothingPending(int unclear)
    {
        Check(record.IsAtRest, "something is still to be done");
        var given = record.Notices.Where(notice => notice.State is not (NoticeState.Sent or NoticeState.Dropped)).ToList();
        Check(given.Count <= unclear, $"not told: {string.Join("; ", given.Select(notice => $"{notice.Key} is {notice.State}: {notice.LastError}"))}");
    }

    /// <summary>Both from where they part.</summary>
    static string Difference(string wanted, string found)
    {
        var same = wanted.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, same - 60);
        return $"…{wanted[from..Math.Min(wanted.Length, same + 200)]}\n…{found[from..Math.Min(found.Length, same + 200)]}";
    }

    void CheckState(Lead lead)
    {
        var open = lead.Offers.Count(offer => offer.IsOpen);
        Check(open == (lead.State is LeadState.Offered ? 1 : 0), $"{lead.Label} is {lead.State} with {open} open offers");
        Check(lead.State is LeadState.Accepted == lead.Owner is not null, $"{lead.Label} is {lead.State} with the owner {lead.Owner}");
        Check(lead.State is LeadState.Rejected == lead.RejectedBy is not null, $"{lead.Label} is {lead.State}, rejected by {lead.RejectedBy}");
        Check(lead.GuardianSince is null || lead.State is LeadState.Waiting, $"{lead.Label} is {lead.State} and on the guardian's list");
        Check(lead.Offers.Select(offer => offer.No).Order().SequenceEqual(Enumerable.Range(1, lead.Offers.Count)), $"{lead.Label} has offers {string.Join(", ", lead.Offers.Select(offer => offer.No))}");
    }

    /// <summary>Each thing that was decided stands in the ledger exactly once.</summary>
    void CheckLedger(Lead lead, IReadOnlyList<LedgerEntry> story)
    {
        Same(LeadEvents.Received, 1);
        Same(LeadEvents.Offered, lead.Offers.Count);
        Same(LeadEvents.Accepted, Ended(OfferOutcome.Accepted));
        Same(LeadEvents.Expired, Ended(OfferOutcome.Expired));
        Same(LeadEvents.PassedOn, Ended(OfferOutcome.PassedOn));
        Same(LeadEvents.Rejected, Ended(OfferOutcome.Rejected) + Told(LeadEvents.RejectUndone));
        Same(LeadEvents.RejectSettled, lead.State is LeadState.Rejected && lead.UndoUntil is null ? 1 : 0);
        Same(LeadEvents.ToGuardian, lead.GuardianSince is null ? 0 : 1);
        Check(lead.Hands.Count == Told(LeadEvents.Expired) + Told(LeadEvents.PassedOn), $"{lead.Label} has {lead.Hands.Count} hands: {string.Join(", ", story.Select(row => row.Kind))}");
        if (lead.Owner is not null)
            Check(story.Last(row => row.Kind == LeadEvents.Accepted).Actor == lead.Owner, $"{lead.Label} was accepted by somebody else than its owner");

        int Ended(OfferOutcome outcome) => lead.Offers.Count(offer => offer.Outcome == outcome);
        int Told(string kind) => story.Count(row => row.Kind == kind);
        void Same(string kind, int expected) =>
            Check(Told(kind) == expected, $"{lead.Label} ({lead.State}) should have {expected} of {kind} in the ledger: {string.Join(", ", story.Select(row => row.Kind))}");
    }

    void Check(bool holds, string problem)
    {
        if (!holds)
            _problems.Add(problem);
    }
}
