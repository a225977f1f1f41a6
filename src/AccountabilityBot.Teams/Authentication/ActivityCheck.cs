using AccountabilityBot.Teams.Activities;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// The rules that compare an activity with its token. They are asked for every request, also when the token is known: one good
/// token must not open another tenant, channel or host.
/// </summary>
sealed class ActivityCheck
{
    const string Teams = "msteams";

    readonly ServiceHosts _hosts;
    readonly HashSet<string> _tenants;

    public ActivityCheck(IOptions<BotOptions> options, ServiceHosts hosts)
    {
        _hosts = hosts;
        _tenants = options.Value.Tenants.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="activity">The activity.</param>
    /// <param name="token">Null in the Playground's mode, where nothing is signed and no key speaks for a channel.</param>
    /// <returns>Null when the activity is let in.</returns>
    internal Refusal? Refuse(Activity activity, VerifiedToken? token) =>
        (token is null ? null : Channel(activity, token) ?? ServiceUrl(activity, token)) ?? Host(activity) ?? Tenant(activity);

    static Refusal? Channel(Activity activity, VerifiedToken token) =>
        activity.ChannelId != Teams ? Refusal.ChannelNotTeams
        : !token.Endorsements.Contains(Teams) ? Refusal.ChannelNotEndorsed
        : null;

    static Refusal? ServiceUrl(Activity activity, VerifiedToken token) =>
        string.Equals(activity.ServiceUrl, token.ServiceUrl, StringComparison.OrdinalIgnoreCase) ? null : Refusal.ServiceUrlDiffersFromToken;

    Refusal? Host(Activity activity) => _hosts.Allows(activity.ServiceUrl) ? null : Refusal.ServiceHostNotAllowed;

    // Both places are looked at: a sender who controls one of them must not get past with the other.
    Refusal? Tenant(Activity activity)
    {
        string? conversation = activity.Conversation?.TenantId, channel = activity.ChannelData?.Tenant?.Id;
        if (string.IsNullOrEmpty(conversation ?? channel) || conversation == "" || channel == "")
            return Refusal.TenantMissing;
        if (conversation is not null && channel is not null && !conversation.Equals(channel, StringComparison.OrdinalIgnoreCase))
            return Refusal.TenantsDiffer;

        // An empty list is possible in the Playground's mode only.
        return _tenants.Count == 0 || _tenants.Contains((conversation ?? channel)!) ? null : Refusal.TenantNotAllowed;
    }
}
