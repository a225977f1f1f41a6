namespace AccountabilityBot.Teams.Activities;

/// <summary>A person or a bot in a conversation.</summary>
/// <param name="Id"><c>29:…</c> for a person (unique for this bot), <c>28:app id</c> for a bot.</param>
/// <param name="Name">The display name; text from outside.</param>
/// <param name="AadObjectId">The Entra object id; absent for bots and for anonymous people.</param>
public sealed record Account(string? Id, string? Name, string? AadObjectId);
