namespace AccountabilityBot.People.Graph;

/// <summary>
/// What the bot reads of Graph, each with the least application permission that its documentation page asks for. Each part
/// works without the others: a permission that nobody consented to takes away what stands beside it, and nothing else.
/// </summary>
static class GraphPermissions
{
    /// <summary>Names, departments, titles, managers. Graph: user: delta.</summary>
    public const string Users = "User.Read.All";

    /// <summary>Who is in a group that the model names. Graph: group: list transitive members.</summary>
    public const string Groups = "GroupMember.Read.All";

    /// <summary>Who is in a team that the model names. Graph: list members of team.</summary>
    public const string Teams = "TeamMember.Read.All";

    /// <summary>Working hours and automatic replies. Graph: user: mailboxSettings.</summary>
    public const string Mailboxes = "MailboxSettings.Read";

    /// <summary>Who must not be disturbed. Graph: cloudCommunications: getPresencesByUserId.</summary>
    public const string Presence = "Presence.Read.All";

    /// <summary>The app's own entry in the catalogue. Graph: list teamsApp.</summary>
    public const string Catalogue = "AppCatalog.Read.All";

    /// <summary>The bot in somebody's chat, installed by itself and no other app. Graph: userTeamwork: installedApps.</summary>
    public const string Install = "TeamsAppInstallation.ReadWriteSelfForUser.All";

    /// <summary>All of them, as README and the deployment list them.</summary>
    public static readonly IReadOnlyList<string> All = [Users, Groups, Teams, Mailboxes, Presence, Catalogue, Install];
}

/// <summary>Names of what is read again and again. Stored: they never change.</summary>
static class Feeds
{
    public const string Users = "users";
    public const string Mailboxes = "mailboxes";
    public const string Presence = "presence";
    public const string Photos = "photos";
    public const string Installs = "installs";
    public const string GroupPrefix = "group:";
    public const string TeamPrefix = "team:";

    public static string Group(string id) => GroupPrefix + id;

    public static string Team(string id) => TeamPrefix + id;
}
