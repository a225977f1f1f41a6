using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Delivers one row: renders it from the state of this moment, claims it, sends it through the door, writes the outcome
/// down. The claim is saved before the send, so that after a crash the row tells that Teams may have it. Nothing in here
/// is cancelled half-way: a stop waits for the answer, which comes within the connector's time limit.
/// </summary>
sealed partial class ItemDelivery(
    BotDb db, DeliveryKinds kinds, Addresses addresses, Gate gate, Door door, IServiceProvider services, ILogger<ItemDelivery> logger)
{
    /// <summary>Longer than a send can take: until then nobody else picks the row up.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Claimed, and then the server died in between. Teams may have it.</summary>
    static readonly SendOutcome NeverHeardOf = new SendOutcome.Ambiguous("The server stopped between the send and its answer.");

    /// <returns>Whether the thread may go on.</returns>
    public async Task<bool> DeliverPostAsync(Guid id, DateTimeOffset now)
    {
        var post = await db.CardPosts.SingleOrDefaultAsync(row => row.Id == id);
        if (post is null || post.Shown >= post.Wanted || post.State >= PostState.Gone)
            return true;
        if (await kinds.RendererOf(post)(services, post, CancellationToken.None) is not { } rendered)
        {
            post.Shown = post.Wanted;
            await db.SaveChangesAsync();
            return true;
        }

        var activity = OutgoingActivity.ForCard(rendered.Card);
        var outcome = post is { ConversationId: { } conversation, ActivityId: { } activityId, ServiceUrl: { } serviceUrl }
            ? await EditAsync(post, serviceUrl, conversation, activityId, activity, rendered.Version, now)
            : await PostAsync(post, activity, rendered.Version, now);
        if (post is { State: PostState.Unreachable, LastError: null })
            Waits(post.Kind, post.Id);
        else if (post.State is PostState.Dead or PostState.Gone or PostState.Unreachable)
            GaveUp(post.Kind, post.Id, post.State, post.LastError);
        return await FinishAsync(post.Thread, outcome);
    }

    /// <inheritdoc cref="DeliverPostAsync"/>
    public async Task<bool> DeliverNoticeAsync(Guid id, DateTimeOffset now)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(row => row.Id == id);
        if (notice is not { State: NoticeState.Pending })
            return true;
        if (await kinds.RendererOf(notice)(services, notice, CancellationToken.None) is not { } activity)
        {
            notice.State = NoticeState.Dropped;
            await db.SaveChangesAsync();
            return true;
        }

        var outcome = notice is { Class: NoticeClass.Informative, Attempts: > 0 } or { Attempts: >= Outcomes.MostAmbiguousSends }
            ? NeverHeardOf
            : await SendAsync(notice, activity, now);
        if (outcome is not null)
            Outcomes.OfNotice(notice, outcome, now);
        if (notice.State is NoticeState.Dead or NoticeState.Parked or NoticeState.Unreachable)
            NoticeGaveUp(notice.Kind, notice.Id, notice.State, notice.LastError);
        return await FinishAsync(notice.Thread, outcome ?? new SendOutcome.Gone("Unreachable"));
    }

    async Task<SendOutcome> EditAsync(
        CardPost post, string serviceUrl, string conversation, string activityId, OutgoingActivity activity, int version, DateTimeOffset now)
    {
        var outcome = await door.EditAsync(serviceUrl, conversation, activityId, activity, CancellationToken.None);
        var isOpenWork = post.State is PostState.Live
            && await db.Leads.AnyAsync(lead => lead.Id == post.LeadId && lead.State <= LeadState.Accepted);
        Outcomes.OfEdit(post, outcome, isOpenWork, version, now);
        return outcome;
    }

    async Task<SendOutcome> PostAsync(CardPost post, OutgoingActivity activity, int version, DateTimeOffset now)
    {
        if (post.State is PostState.Moved)
        {
            // It never stood there, so that there is nothing to say about a move.
            post.State = PostState.Gone;
            return new SendOutcome.Gone("NeverPosted");
        }

        if (post.Attempts >= Outcomes.MostAmbiguousSends)
        {
            (post.State, post.LastError) = (PostState.Dead, "The server stopped each time between the send and its answer.");
            return NeverHeardOf;
        }

        var (address, problem) = await AddressOfAsync(post.Person, post.Thread, post.ServiceUrl, post.ConversationId);
        if (address is null)
        {
            if (problem is null or SendOutcome.Gone or SendOutcome.Refused)
                (post.State, post.LastError) = (PostState.Unreachable, problem?.ToString());
            else
                (post.NotBefore, post.LastError) = (now + Outcomes.BackOff(++post.Failures), problem.ToString());
            return problem ?? new SendOutcome.Gone("Unreachable");
        }

        if (await gate.KeepsBackAsync(post, now))
            return new SendOutcome.Gone("KeptBack");
        if (!await ClaimAsync(post, now))
            return new SendOutcome.Failed("Another server has it.");
        var outcome = await door.PostAsync(address, activity, CancellationToken.None);
        if (outcome is SendOutcome.Gone && post.Person is { } person && !post.ChatRetried)
        {
            // The person removed the chat's history; with the next try a chat is opened anew.
            await addresses.ForgetChatAsync(person);
            (post.ChatRetried, post.Attempts, post.NotBefore) = (true, 0, now);
            return outcome;
        }

        Outcomes.OfPost(post, outcome, address, version, now);
        return outcome;
    }

    /// <returns>None: the person cannot be reached; the notice waits until they are seen.</returns>
    async Task<SendOutcome?> SendAsync(Notice notice, OutgoingActivity activity, DateTimeOffset now)
    {
        var (address, problem) = notice.Department is { } department
            ? await addresses.OfDepartmentAsync(department)
            : await AddressOfAsync(notice.Person, notice.Thread, notice.ServiceUrl, notice.ConversationId);
        if (address is null)
        {
            if (problem is SendOutcome.Throttled or SendOutcome.Failed)
            {
                (notice.NotBefore, notice.LastError) = (now + Outcomes.BackOff(++notice.Failures), problem.ToString());
                return null;
            }

            (notice.State, notice.LastError) = (NoticeState.Unreachable, problem?.ToString());
            return null;
        }

        if (await gate.KeepsBackAsync(notice, now) || !await ClaimAsync(notice, now))
            return null;
        var outcome = await door.PostAsync(address, activity, CancellationToken.None);
        if (outcome is SendOutcome.Gone && notice is { Person: { } person, ConversationId: null, ChatRetried: false })
        {
            await addresses.ForgetChatAsync(person);
            (notice.ChatRetried, notice.Attempts, notice.NotBefore) = (true, 0, now);
            return null;
        }

        return outcome;
    }

    /// <summary>Compare and set: of two servers that both believe to lead, one gets the row.</summary>
    async Task<bool> ClaimAsync(CardPost post, DateTimeOffset now)
    {
        var until = now + Lease;
        var claimed = await db.CardPosts.Where(row => row.Id == post.Id && row.Attempts == post.Attempts && row.NotBefore == post.NotBefore)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.NotBefore, until));
        Stored(db.Entry(post).Property(row => row.Attempts), post.Attempts + claimed);
        Stored(db.Entry(post).Property(row => row.NotBefore), until);
        return claimed == 1;
    }

    /// <inheritdoc cref="ClaimAsync(CardPost, DateTimeOffset)"/>
    async Task<bool> ClaimAsync(Notice notice, DateTimeOffset now)
    {
        var until = now + Lease;
        var claimed = await db.Notices.Where(row => row.Id == notice.Id && row.Attempts == notice.Attempts && row.NotBefore == notice.NotBefore)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.NotBefore, until));
        Stored(db.Entry(notice).Property(row => row.Attempts), notice.Attempts + claimed);
        Stored(db.Entry(notice).Property(row => row.NotBefore), until);
        return claimed == 1;
    }

    /// <summary>The claim went past the change tracker: without this, going back to the value before it would not be saved.</summary>
    static void Stored<TRow, TValue>(PropertyEntry<TRow, TValue> property, TValue value) where TRow : class =>
        (property.CurrentValue, property.OriginalValue) = (value, value);

    async Task<(Address? Address, SendOutcome? Problem)> AddressOfAsync(PersonId? person, string thread, string? serviceUrl, string? conversation)
    {
        // Somebody asked here: the answer goes where the question stands.
        if (conversation is not null && serviceUrl is not null)
            return (new Address(serviceUrl, "", conversation, null), null);
        if (person is { } someone)
            return await addresses.OfPersonAsync(someone);
        return (await addresses.OfChannelAsync(thread), null);
    }

    async Task<bool> FinishAsync(string thread, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Throttled throttled)
        {
            var pause = await db.ThreadPauses.SingleOrDefaultAsync(row => row.Thread == thread);
            if (pause is null)
                db.ThreadPauses.Add(new ThreadPause { Thread = thread, Until = throttled.Until });
            else
                pause.Until = throttled.Until;
        }

        await db.SaveChangesAsync();
        return Outcomes.ThreadMayGoOn(outcome);
    }

    [LoggerMessage(1, LogLevel.Warning, "The card {Kind} {Post} is {State}: {Why}")]
    partial void GaveUp(string kind, Guid post, PostState state, string? why);

    // No fault: a person's chat is learnt from a roster or from their first word, and the card goes out then.
    [LoggerMessage(3, LogLevel.Information, "The card {Kind} {Post} waits until a way to its person is known.")]
    partial void Waits(string kind, Guid post);

    [LoggerMessage(2, LogLevel.Warning, "The notice {Kind} {Notice} is {State}: {Why}")]
    partial void NoticeGaveUp(string kind, Guid notice, NoticeState state, string? why);
}
