using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Delivery;

/// <summary>
/// The one door out: every message to Teams is posted or edited here and nowhere else, and a test proves it. What the
/// outcome means for a row is decided by <see cref="Outcomes"/>.
/// </summary>
sealed class Door(TeamsConnector teams)
{
    public Task<SendOutcome> PostAsync(Address to, OutgoingActivity activity, CancellationToken ct) => to.ConversationId is { } conversation
        ? teams.SendAsync(to.ServiceUrl, conversation, activity, ct)
        : teams.CreateThreadAsync(to.ServiceUrl, to.TenantId, to.ChannelId!, activity, ct);

    public Task<SendOutcome> EditAsync(string serviceUrl, string conversation, string activityId, OutgoingActivity activity, CancellationToken ct) =>
        teams.UpdateAsync(serviceUrl, conversation, activityId, activity, ct);
}
