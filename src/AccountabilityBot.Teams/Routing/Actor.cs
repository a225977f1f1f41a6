using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Teams.Routing;

/// <summary>The person behind an activity, as Teams vouches for them. Rights are decided from this and from nothing else.</summary>
/// <param name="TenantId">The tenant, already found on the list of allowed tenants.</param>
/// <param name="ObjectId">The Entra object id, in lower case with hyphens.</param>
/// <param name="UserId">The <c>29:…</c> id, unique for this bot.</param>
/// <param name="Name">The display name; text from outside, clean and at most <see cref="LongestName"/> UTF-16 units long.</param>
public sealed record Actor(string TenantId, string ObjectId, string UserId, string? Name)
{
    /// <summary>As long as a display name may be in Entra.</summary>
    const int LongestName = 256;

    /// <summary>The actor of an activity; null for bots and for anyone whom Teams does not identify by a directory object.</summary>
    public static Actor? Of(Activity activity) =>
        activity.From is { Id: { Length: > 0 } userId } from
        && !userId.StartsWith("28:", StringComparison.Ordinal)
        && Guid.TryParse(from.AadObjectId, out var objectId)
        && activity.TenantId is { Length: > 0 } tenant
            ? new Actor(tenant, objectId.ToString(), userId, NameIn(from.Name))
            : null;

    static string? NameIn(string? name) => CleanText.Of(name, LongestName) is { Length: > 0 } clean ? clean : null;
}
