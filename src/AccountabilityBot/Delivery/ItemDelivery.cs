using AccountabilityBot.Data;
using AccountabilityBot.Delivery.Pacing;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Delivers one row: renders it from the state of this moment, claims it, sends it through the door, writes the outcome
/// down. The claim is saved before the send, so that after a crash the row tells that Teams may have it. Nothing in here
/// is cancelled half-way: a stop waits for the answer, which comes within the connector's time limit.
/// </summary>
sealed partial class ItemDelivery(
    BotDb db, DeliveryKinds kinds, Addresses addresses, Gate gate, Claims claims, Door door, ILeadership leadership, IServiceProvider services,
    TimeProvider clock, ILogger<ItemDelivery> logger)
{
    /// <summary>Claimed, and then the server died in between. Teams may have it.</summary>
    static readonly SendOutcome NeverHeardOf = new SendOutcome.Ambiguous("The server stopped between the send and its answer.");

    /// <summary>What was sent, and what is to be written down about it.</summary>
    /// <param name="Version">Of a card: the subject's version that it shows.</param>
    readonly record struct Rendered(OutgoingActivity Activity, int Version);

    public static async Task<Outgoing?> FindAsync(BotDb db, DueItem item) => item.IsPost
        ? await db.CardPosts.SingleOrDefaultAsync(row => row.Id == item.Id)
        : await db.Notices.SingleOrDefaultAsync(row => row.Id == item.Id);

    /// <returns>Whether the thread may go on.</returns>
    public async Task<bool> DeliverAsync(DueItem due, Slot slot, DateTimeOffset now)
    {
        if (await FindAsync(db, due) is not { } item || !item.IsDue(now))
            return true;
        var mayGoOn = true;
        if (await RenderAsync(item) is not { } rendered)
            item.Skip();
        else
            mayGoOn = await SendAsync(item, rendered, slot, now);
        Tell(item);
        await db.SaveChangesAsync();
        return mayGoOn;
    }

    async Task<Rendered?> RenderAsync(Outgoing item)
    {
        if (item is CardPost post)
            return await kinds.RendererOf(post)(services, post, CancellationToken.None) is { } card ? new(OutgoingActivity.ForCard(card.Card), card.Version) : null;
        return await kinds.RendererOf((Notice)item)(services, (Notice)item, CancellationToken.None) is { } activity ? new(activity, 0) : null;
    }

    /// <inheritdoc cref="DeliverAsync"/>
    async Task<bool> SendAsync(Outgoing item, Rendered rendered, Slot slot, DateTimeOffset now)
    {
        if (item is CardPost { Stands: true } standing)
            return await EditAsync(standing, rendered, slot, now);
        if (item is CardPost { State: PostState.Moved })
        {
            // It never stood there, so that there is nothing to say about a move.
            item.LosePlace(null);
            return true;
        }

        if (item.Attempts >= Outcomes.MostAmbiguousSends || (item.Attempts > 0 && !item.MayRepeat))
        {
            Outcomes.OfPost(item, NeverHeardOf, null, 0, now);
            return false;
        }

        // Before anything is asked of Teams for it.
        if (await gate.KeepsBackAsync(item, now))
            return true;
        return await PostAsync(item, rendered, slot, now);
    }

    async Task<bool> PostAsync(Outgoing item, Rendered rendered, Slot slot, DateTimeOffset now)
    {
        var (address, problem) = await AddressOfAsync(item, slot);
        if (address is null)
            return await NoWayAsync(item, problem, slot, now);
        if (!await claims.TakeAsync(item, slot.Thread, mayBeDoubled: true, now))
            return false;

        var claimed = clock.GetTimestamp();
        if (await slot.SendAsync(() => door.PostAsync(address, rendered.Activity)) is not { } outcome)
        {
            // The slot went to opening the chat. The next one is for the message.
            (item.Attempts, item.NotBefore) = (item.Attempts - 1, now);
            return false;
        }

        if (IsNoLongerOurs(outcome) || (clock.GetElapsedTime(claimed) > Door.Patience && !await claims.IsStillOursAsync(item)))
            return await TooLateAsync(item, outcome);
        if (item.Person is { } person && IsClosed(item, outcome))
            await addresses.ForgetChatAsync(person);
        if (outcome is SendOutcome.Gone && item is { Person: not null, ConversationId: null, ChatRetried: false })
        {
            // The person removed the chat's history; with the next try a chat is opened anew.
            (item.ChatRetried, item.Attempts, item.NotBefore) = (true, 0, now);
            return true;
        }

        Outcomes.OfPost(item, outcome, address, rendered.Version, now);
        return await PauseAsync(slot, outcome);
    }

    async Task<bool> EditAsync(CardPost post, Rendered rendered, Slot slot, DateTimeOffset now)
    {
        if (!await claims.TakeAsync(post, slot.Thread, mayBeDoubled: false, now))
            return false;
        if (await slot.SendAsync(() => door.EditAsync(post.ServiceUrl!, post.ConversationId!, post.ActivityId!, rendered.Activity)) is not { } outcome)
            return false;
        if (IsNoLongerOurs(outcome))
            return await TooLateAsync(post, outcome);
        // What is good to know is no work to be put up once more.
        var isOpenWork = post.State is PostState.Live && kinds.MannersOf(post.Kind) is not Manners.News
            && await db.Leads.AnyAsync(lead => lead.Id == post.LeadId && lead.State <= LeadState.Accepted);
        Outcomes.OfEdit(post, outcome, isOpenWork, rendered.Version, now);
        if (post is { State: PostState.Unreachable, Person: { } person })
            await addresses.ForgetChatAsync(person);
        return await PauseAsync(slot, outcome);
    }

    async Task<bool> NoWayAsync(Outgoing item, SendOutcome? problem, Slot slot, DateTimeOffset now)
    {
        switch (problem)
        {
            case SendOutcome.Throttled throttled:
                (item.NotBefore, item.LastError) = (throttled.Until, "Throttled");
                return await PauseAsync(slot, throttled);
            case SendOutcome.Failed failed:
                (item.NotBefore, item.LastError) = (now + Outcomes.BackOff(++item.Failures), failed.Why);
                return false;
            default:
                item.Await(problem is null ? null : Outcomes.Describe(problem));
                return true;
        }
    }

    /// <summary>Who leads no more writes down what is certain, and leaves all else to the next leader: it finds the claim.</summary>
    bool IsNoLongerOurs(SendOutcome outcome) => !leadership.IsLeader && outcome is not (SendOutcome.Sent or SendOutcome.Gone or SendOutcome.Refused);

    /// <summary>This server slept, and the row is another one's by now; a copy that stands there is adopted when somebody presses on it.</summary>
    async Task<bool> TooLateAsync(Outgoing item, SendOutcome outcome)
    {
        CameTooLate(item.Kind, item.Id, outcome.GetType().Name);
        await db.Entry(item).ReloadAsync();
        return false;
    }

    /// <summary>Whether the person's chat is not there any more, or closed to the bot: what they do next is looked at anew, and wakes what waits.</summary>
    static bool IsClosed(Outgoing item, SendOutcome outcome) =>
        outcome is SendOutcome.Refused refused ? Outcomes.ClosesThePlace(refused.Code) : outcome is SendOutcome.Gone && item is { ConversationId: null, ChatRetried: false };

    async Task<(Address? Address, SendOutcome? Problem)> AddressOfAsync(Outgoing item, Slot slot)
    {
        if (item is Notice { Department: { } department })
            return await addresses.OfDepartmentAsync(department, slot);
        // Somebody asked here: the answer goes where the question stands.
        if (item is { ConversationId: { } conversation, ServiceUrl: { } serviceUrl })
            return (new Address(serviceUrl, "", conversation, null), null);
        if (item.Person is { } someone)
            return await addresses.OfPersonAsync(someone, slot);
        return (await addresses.OfChannelAsync(item.Thread), null);
    }

    /// <summary>The thread's turn goes on after a clear answer; after anything else the next message would meet the same.</summary>
    async Task<bool> PauseAsync(Slot slot, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Throttled throttled)
        {
            var pause = await db.ThreadPauses.SingleOrDefaultAsync(row => row.Thread == slot.Thread);
            if (pause is null)
                db.ThreadPauses.Add(new ThreadPause { Thread = slot.Thread, Until = throttled.Until });
            else
                pause.Until = throttled.Until;
        }

        return outcome is SendOutcome.Sent or SendOutcome.Gone or SendOutcome.Refused;
    }

    void Tell(Outgoing item)
    {
        var state = item is CardPost post ? post.State.ToString() : ((Notice)item).State.ToString();
        if (item is CardPost { State: PostState.Unreachable, LastError: null } or Notice { State: NoticeState.Unreachable, LastError: null })
            Waits(item.Kind, item.Id);
        else if (item is CardPost { State: >= PostState.Gone } or Notice { State: NoticeState.Dead or NoticeState.Parked or NoticeState.Unreachable })
            GaveUp(item is CardPost ? "card" : "notice", item.Kind, item.Id, state, item.LastError);
    }

    [LoggerMessage(1, LogLevel.Warning, "The {What} {Kind} {Id} is {State}: {Why}")]
    partial void GaveUp(string what, string kind, Guid id, string state, string? why);

    // No fault: a person's chat is learnt from a roster or from their first word, and the message goes out then.
    [LoggerMessage(3, LogLevel.Information, "The {Kind} {Id} waits until a way to its reader is known.")]
    partial void Waits(string kind, Guid id);

    [LoggerMessage(4, LogLevel.Warning, "The answer about {Kind} {Id} ({Outcome}) came when it was no longer this server's to write down.")]
    partial void CameTooLate(string kind, Guid id, string outcome);
}
