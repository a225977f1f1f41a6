namespace AccountabilityBot.Teams.Activities;

/// <summary>Where an activity happened.</summary>
/// <param name="Id">A chat (<c>a:…</c>, <c>19:…@thread.v2</c>) or a channel (<c>19:…@thread.tacv2</c>), with
/// <c>;messageid=…</c> inside a channel's thread.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="TenantId">The tenant the conversation belongs to.</param>
/// <param name="IsGroup">True for channels and group chats.</param>
/// <param name="Name">The channel's or chat's name, where Teams sends it.</param>
public sealed record Conversation(string? Id, string? ConversationType, string? TenantId, bool? IsGroup, string? Name);
