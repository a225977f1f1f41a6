using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Delivery;

/// <summary>
/// The one door out: every message to Teams is posted or edited here and nowhere else, and a test proves it. What the
/// outcome means for a row is decided by <see cref="Outcomes"/>.
/// </summary>
sealed class Door(TeamsConnector teams, ILeadership leadership, TimeProvider clock)
{
    /// <summary>For a request with all that belongs to it, a token and a second try with a fresh one: ends before the row's lease does.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public Task<SendOutcome> PostAsync(Address to, OutgoingActivity activity) => InTimeAsync((may, ct) => to.ConversationId is { } conversation
        ? teams.SendAsync(to.ServiceUrl, conversation, activity, ct, may)
        : teams.CreateThreadAsync(to.ServiceUrl, to.TenantId, to.ChannelId!, activity, ct, may));

    public Task<SendOutcome> EditAsync(string serviceUrl, string conversation, string activityId, OutgoingActivity activity) =>
        InTimeAsync((may, ct) => teams.UpdateAsync(serviceUrl, conversation, activityId, activity, ct, may));

    async Task<SendOutcome> InTimeAsync(Func<Func<bool>, CancellationToken, Task<SendOutcome>> send)
    {
        var claimed = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            return await send(() => leadership.IsLeader && clock.GetElapsedTime(claimed) < Patience, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Thrown only when nothing had left.
            return new SendOutcome.Failed("It took too long before anything left.");
        }
    }
}
