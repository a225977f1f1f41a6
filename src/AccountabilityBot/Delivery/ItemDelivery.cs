using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Delivers one row: claims it, renders it from the state of this moment, sends it through the door, records the outcome.
/// The claim is saved before the send, so that after a crash the row tells that Teams may have it.
/// </summary>
sealed partial class ItemDelivery(
    BotDb db, DeliveryKinds kinds, Addresses addresses, Door door, IServiceProvider services, ILogger<ItemDelivery> logger)
{
    /// <returns>Whether the thread may go on; false when Teams asked it to pause.</returns>
    public async Task<bool> DeliverPostAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var post = await db.CardPosts.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (post is null || post.Shown >= post.Wanted || post.State >= PostState.Gone)
            return true;
        if (await kinds.RendererOf(post)(services, post, ct) is not { } rendered)
        {
            post.Shown = post.Wanted;
            await db.SaveChangesAsync(ct);
            return true;
        }

        var activity = OutgoingActivity.ForCard(rendered.Card);
        var outcome = post is { ConversationId: { } conversation, ActivityId: { } activityId, ServiceUrl: { } serviceUrl }
            ? await EditAsync(post, serviceUrl, conversation, activityId, activity, rendered.Version, now, ct)
            : await PostAsync(post, activity, rendered.Version, now, ct);
        if (post.State is PostState.Dead or PostState.Gone)
            GaveUp(post.Kind, post.Id, post.State, post.LastError);
        return await FinishAsync(post.Thread, outcome, ct);
    }

    /// <inheritdoc cref="DeliverPostAsync"/>
    public async Task<bool> DeliverNoticeAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (notice is not { State: NoticeState.Pending })
            return true;
        if (await kinds.RendererOf(notice)(services, notice, ct) is not { } activity)
        {
            notice.State = NoticeState.Dropped;
            await db.SaveChangesAsync(ct);
            return true;
        }

        if (notice is { Class: NoticeClass.Informative, Attempts: > 0 })
        {
            // Claimed, and never heard of again: the server died in between. Teams may have it.
            Outcomes.OfNotice(notice, new SendOutcome.Ambiguous("The server stopped between the send and its answer."), now);
            await db.SaveChangesAsync(ct);
            return true;
        }

        notice.Attempts++;
        await db.SaveChangesAsync(ct);
        var outcome = await SendAsync(notice, activity, ct);
        Outcomes.OfNotice(notice, outcome, now);
        if (notice.State is NoticeState.Dead or NoticeState.Parked)
            NoticeGaveUp(notice.Kind, notice.Id, notice.State, notice.LastError);
        return await FinishAsync(notice.Thread, outcome, ct);
    }

    async Task<SendOutcome> EditAsync(
        CardPost post, string serviceUrl, string conversation, string activityId, OutgoingActivity activity, int version, DateTimeOffset now, CancellationToken ct)
    {
        var outcome = await door.EditAsync(serviceUrl, conversation, activityId, activity, ct);
        var isOpenWork = post.State is PostState.Live
            && await db.Leads.AnyAsync(lead => lead.Id == post.LeadId && lead.State <= Domain.Leads.LeadState.Accepted, ct);
        Outcomes.OfEdit(post, outcome, isOpenWork, version, now);
        return outcome;
    }

    async Task<SendOutcome> PostAsync(CardPost post, OutgoingActivity activity, int version, DateTimeOffset now, CancellationToken ct)
    {
        if (post.State is PostState.Moved)
        {
            // It never stood there, so that there is nothing to say about a move.
            post.State = PostState.Gone;
            return new SendOutcome.Gone("NeverPosted");
        }

        var (address, problem) = await AddressOfAsync(post.Person, post.Thread, post.ServiceUrl, null, ct);
        if (address is null)
        {
            if (problem is null or SendOutcome.Gone or SendOutcome.Refused)
                (post.State, post.LastError) = (PostState.Unreachable, problem?.ToString());
            else
                Outcomes.OfPost(post, problem, new Address("", "", null, null), version, now);
            return problem ?? new SendOutcome.Failed("No way to this person is known.");
        }

        post.Attempts++;
        await db.SaveChangesAsync(ct);
        var outcome = await door.PostAsync(address, activity, ct);
        if (outcome is SendOutcome.Gone && post is { Person: { } person, Reposted: false })
        {
            await addresses.ForgetChatAsync(person, ct);
            post.Reposted = true;
            return outcome;
        }

        Outcomes.OfPost(post, outcome, address, version, now);
        return outcome;
    }

    async Task<SendOutcome> SendAsync(Notice notice, OutgoingActivity activity, CancellationToken ct)
    {
        var (address, problem) = notice.Department is { } department
            ? await addresses.OfDepartmentAsync(department, ct)
            : await AddressOfAsync(notice.Person, notice.Thread, notice.ServiceUrl, notice.ConversationId, ct);
        if (address is null)
            return problem ?? new SendOutcome.Refused("Unreachable", "No way to this person or channel is known.");
        var outcome = await door.PostAsync(address, activity, ct);
        if (outcome is SendOutcome.Gone && notice.Person is { } person)
            await addresses.ForgetChatAsync(person, ct);
        return outcome;
    }

    async Task<(Address? Address, SendOutcome? Problem)> AddressOfAsync(
        PersonId? person, string thread, string? serviceUrl, string? conversation, CancellationToken ct)
    {
        // Somebody asked here: the answer goes where the question stands.
        if (conversation is not null && serviceUrl is not null)
            return (new Address(serviceUrl, "", conversation, null), null);
        if (person is { } someone)
            return await addresses.OfPersonAsync(someone, ct);
        return (await addresses.OfChannelAsync(thread, ct), null);
    }

    async Task<bool> FinishAsync(string thread, SendOutcome outcome, CancellationToken ct)
    {
        if (outcome is SendOutcome.Throttled throttled)
        {
            var pause = await db.ThreadPauses.SingleOrDefaultAsync(row => row.Thread == thread, ct);
            if (pause is null)
                db.ThreadPauses.Add(new ThreadPause { Thread = thread, Until = throttled.Until });
            else
                pause.Until = throttled.Until;
        }

        await db.SaveChangesAsync(ct);
        return outcome is not SendOutcome.Throttled;
    }

    [LoggerMessage(1, LogLevel.Error, "The card {Kind} {Post} is {State}: {Why}")]
    partial void GaveUp(string kind, Guid post, PostState state, string? why);

    [LoggerMessage(2, LogLevel.Error, "The notice {Kind} {Notice} is {State}: {Why}")]
    partial void NoticeGaveUp(string kind, Guid notice, NoticeState state, string? why);
}
