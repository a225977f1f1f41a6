namespace AccountabilityBot.Teams.Connector;

/// <summary>A member of a conversation.</summary>
/// <param name="Id">The <c>29:…</c> id, unique for this bot.</param>
/// <param name="ObjectId">The Entra object id; null for those without one.</param>
/// <param name="Name">The display name; text from outside.</param>
/// <param name="Email">The e-mail address, where Teams tells it.</param>
/// <param name="UserPrincipalName">The sign-in name, where Teams tells it.</param>
/// <param name="TenantId">The member's own tenant; a guest's differs from the conversation's.</param>
/// <param name="UserRole"><c>user</c>, <c>guest</c> or <c>anonymous</c>.</param>
public sealed record Member(
    string Id, string? ObjectId, string? Name, string? Email, string? UserPrincipalName, string? TenantId, string? UserRole);

/// <summary>A channel of a team.</summary>
/// <param name="Id">The channel's conversation id.</param>
/// <param name="Name">Null for the General channel, whose id is the team's.</param>
public sealed record TeamChannel(string Id, string? Name);
