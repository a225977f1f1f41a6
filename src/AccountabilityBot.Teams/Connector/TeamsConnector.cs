using System.Text.Json;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Authentication;

namespace AccountabilityBot.Teams.Connector;

/// <summary>
/// The Bot Connector's REST calls that the bot makes, and no more. Each answers with an outcome and throws only when the caller
/// cancels before anything left. Not paced: whoever calls keeps the rate limits.
/// </summary>
/// <param name="http">No redirects, HTTP/1.1, ten seconds.</param>
/// <param name="tokens">The bot's own token.</param>
/// <param name="hosts">Asked before every request: a stored address may be older than the list.</param>
/// <param name="clock">Says when a wait that Teams asks for ends.</param>
public sealed partial class TeamsConnector(HttpClient http, ConnectorTokens tokens, ServiceHosts hosts, TimeProvider clock)
{
    /// <summary>How long a call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The wait where Teams asks for one and names none; the least of the documented sample strategy (2 to 20 s).</summary>
    public static readonly TimeSpan DefaultBackOff = TimeSpan.FromSeconds(2);

    /// <summary>A page of members; the most that Teams gives.</summary>
    const int PageSize = 500;

    /// <summary>Bounds a roster at 25,000, the most members that a team can have.</summary>
    const int MostPages = 50;

    /// <summary>Posts into a chat, a channel's thread (<c>…;messageid=…</c>), or a channel.</summary>
    /// <param name="serviceUrl">Of an authenticated activity.</param>
    /// <param name="conversationId">As Teams named it.</param>
    /// <param name="activity">What to post.</param>
    /// <param name="ct">Ends the call.</param>
    /// <param name="mayLeave">Asked in the last moment before the bytes leave, when a token has been waited for and all else is ready.</param>
    public Task<SendOutcome> SendAsync(
        string serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken ct, Func<bool>? mayLeave = null) =>
        SendAsync(HttpMethod.Post, serviceUrl, Activities(conversationId), activity.WriteTo, a => new(conversationId, a.Text("id")), ct, mayLeave);

    /// <summary>Posts as an answer to a message; only channels show the difference.</summary>
    public Task<SendOutcome> ReplyAsync(
        string serviceUrl, string conversationId, string replyToId, OutgoingActivity activity, CancellationToken ct) =>
        SendAsync(
            HttpMethod.Post, serviceUrl, [.. Activities(conversationId), replyToId], activity.WriteTo,
            a => new(conversationId, a.Text("id")), ct);

    /// <summary>Edits a message of the bot; the new content may be of another kind. Idempotent.</summary>
    public Task<SendOutcome> UpdateAsync(
        string serviceUrl, string conversationId, string activityId, OutgoingActivity activity, CancellationToken ct, Func<bool>? mayLeave = null) =>
        SendAsync(
            HttpMethod.Put, serviceUrl, [.. Activities(conversationId), activityId], activity.WriteTo, _ => new(conversationId, activityId), ct, mayLeave);

    /// <summary>Takes a message of the bot away. Idempotent, but for the second call's <see cref="SendOutcome.Gone"/>.</summary>
    public Task<SendOutcome> DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken ct) =>
        SendAsync(
            HttpMethod.Delete, serviceUrl, [.. Activities(conversationId), activityId], write: null, _ => new(conversationId, activityId), ct);

    /// <summary>Begins a thread in a channel with this message.</summary>
    /// <returns>When sent: the thread's conversation id and the message's activity id.</returns>
    public Task<SendOutcome> CreateThreadAsync(
        string serviceUrl, string tenantId, string channelId, OutgoingActivity activity, CancellationToken ct, Func<bool>? mayLeave = null) =>
        SendAsync(
            HttpMethod.Post, serviceUrl, ["conversations"], Thread(tenantId, channelId, activity),
            a => new(a.Text("id"), a.Text("activityId")), ct, mayLeave);

    /// <summary>Finds or makes the personal chat with a person; the same chat each time.</summary>
    /// <param name="serviceUrl">Of an authenticated activity.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="userId">The <c>29:…</c> id from a roster, or the Entra object id where the app is installed for the person.</param>
    /// <param name="ct">Ends the call.</param>
    /// <returns>When sent: the chat's conversation id. Nothing is shown to the person.</returns>
    public Task<SendOutcome> CreatePersonalChatAsync(string serviceUrl, string tenantId, string userId, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, serviceUrl, ["conversations"], Chat(tenantId, userId), a => new(a.Text("id"), ActivityId: null), ct);

    /// <summary>Everyone in a conversation, page by page.</summary>
    /// <param name="serviceUrl">Of an authenticated activity.</param>
    /// <param name="conversationId">As Teams named it.</param>
    /// <param name="ct">Ends the call.</param>
    /// <param name="nextPage">Each page is a request of its own: waits until the next may go.</param>
    public async Task<ReadOutcome<IReadOnlyList<Member>>> MembersAsync(
        string serviceUrl, string conversationId, CancellationToken ct, Func<CancellationToken, Task>? nextPage = null)
    {
        List<Member> members = [];
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            if (page > 0 && nextPage is not null)
                await nextPage(ct);
            var query = $"?pageSize={PageSize}" + (next is null ? "" : "&continuationToken=" + Uri.EscapeDataString(next));
            var outcome = await ReadAsync(serviceUrl, ["conversations", conversationId, "pagedmembers"], query, a => a, ct);
            if (outcome is not ReadOutcome<ConnectorAnswer>.Read { Value: var answer })
                return Without<ConnectorAnswer, IReadOnlyList<Member>>(outcome);

            members.AddRange(answer.Objects("members").Select(ToMember).OfType<Member>());
            var last = next;
            next = answer.Text("continuationToken");
            if (string.IsNullOrEmpty(next))
                return new ReadOutcome<IReadOnlyList<Member>>.Read(members);
            if (next == last)
                return new ReadOutcome<IReadOnlyList<Member>>.Failed("Teams gave the same page of members twice.");
        }

        return new ReadOutcome<IReadOnlyList<Member>>.Failed($"There are more than {MostPages} pages of members.");
    }

    /// <summary>The channels of a team, General among them.</summary>
    public Task<ReadOutcome<IReadOnlyList<TeamChannel>>> ChannelsAsync(string serviceUrl, string teamId, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<TeamChannel>>(
            serviceUrl, ["teams", teamId, "conversations"], query: "",
            a => [.. a.Objects("conversations").Select(ToChannel).OfType<TeamChannel>()], ct);

    static string[] Activities(string conversationId) => ["conversations", conversationId, "activities"];

    static Action<Utf8JsonWriter> Thread(string tenantId, string channelId, OutgoingActivity activity) => json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", true);
        json.WriteString("tenantId", tenantId);
        json.WriteStartObject("channelData");
        json.WriteStartObject("channel");
        json.WriteString("id", channelId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WritePropertyName("activity");
        activity.WriteTo(json);
        json.WriteEndObject();
    };

    static Action<Utf8JsonWriter> Chat(string tenantId, string userId) => json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", false);
        json.WriteString("tenantId", tenantId);
        json.WriteStartArray("members");
        json.WriteStartObject();
        json.WriteString("id", userId);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    };

    static Member? ToMember(JsonElement member) =>
        ConnectorAnswer.Text(member, "id") is { Length: > 0 } id
            ? new(
                id,
                ConnectorAnswer.Text(member, "aadObjectId") ?? ConnectorAnswer.Text(member, "objectId"),
                ConnectorAnswer.Text(member, "name"),
                ConnectorAnswer.Text(member, "email"),
                ConnectorAnswer.Text(member, "userPrincipalName"),
                ConnectorAnswer.Text(member, "tenantId"),
                ConnectorAnswer.Text(member, "userRole"))
            : null;

    static TeamChannel? ToChannel(JsonElement channel) =>
        ConnectorAnswer.Text(channel, "id") is { Length: > 0 } id ? new(id, ConnectorAnswer.Text(channel, "name")) : null;
}
