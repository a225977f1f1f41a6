namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Which request is for what, and who may ask it.</summary>
sealed partial class FakeGraph
{
    static GraphKind KindOf(GraphRequest request) => (request.Method, request.Segments) switch
    {
        ("POST", ["$batch"]) => GraphKind.Batch,
        ("GET", ["users"]) => GraphKind.Users,
        ("GET", ["users", "delta" or "delta()" or "microsoft.graph.delta" or "microsoft.graph.delta()"]) => GraphKind.UsersDelta,
        ("GET", ["users", _]) => GraphKind.User,
        ("GET", ["users", _, "manager"]) => GraphKind.ReportsTo,
        ("GET", ["users", _, "directReports"]) => GraphKind.DirectReports,
        ("GET", ["users", _, "mailboxSettings"] or ["users", _, "mailboxSettings", _]) => GraphKind.Mailbox,
        ("GET", ["users", _, "presence"]) => GraphKind.Presence,
        ("GET", ["users", _, "photos", _, "$value"] or ["users", _, "photo", "$value"]) => GraphKind.Photo,
        ("GET", ["users", _, "teamwork", "installedApps"]) => GraphKind.InstalledApps,
        ("POST", ["users", _, "teamwork", "installedApps"]) => GraphKind.Install,
        ("GET", ["users", _, "teamwork", "installedApps", _, "chat"]) => GraphKind.Chat,
        ("GET", ["groups", _]) => GraphKind.Group,
        ("GET", ["groups", _, "members"] or ["groups", _, "members", "microsoft.graph.user" or "graph.user"]) => GraphKind.GroupMembers,
        ("GET", ["groups", _, "transitiveMembers"] or ["groups", _, "transitiveMembers", "microsoft.graph.user" or "graph.user"]) => GraphKind.TransitiveMembers,
        ("GET", ["teams", _, "members"]) => GraphKind.TeamMembers,
        ("GET", ["appCatalogs", "teamsApps"]) => GraphKind.CatalogApps,
        ("POST", ["communications", "getPresencesByUserId"]) => GraphKind.Presences,
        _ => GraphKind.Unknown,
    };

    GraphAnswer Route(GraphKind kind, GraphRequest request)
    {
        if (kind == GraphKind.Unknown)
            throw GraphRefusal.Malformed($"Graph has no {request.Method} {request.Path}, or this copy does not know it.");
        Require(kind);
        var parts = request.Segments;
        return kind switch
        {
            GraphKind.UsersDelta => UsersDelta(request),
            GraphKind.Users => UserList(request),
            GraphKind.User => OneUser(request, parts[1]),
            GraphKind.ReportsTo => ReportsTo(request, parts[1]),
            GraphKind.DirectReports => DirectReports(request, parts[1]),
            GraphKind.Group => OneGroup(request, parts[1]),
            GraphKind.GroupMembers => GroupMembers(request, parts[1], isTransitive: false, isCast: parts.Length > 3),
            GraphKind.TransitiveMembers => GroupMembers(request, parts[1], isTransitive: true, isCast: parts.Length > 3),
            GraphKind.TeamMembers => TeamMembers(request, parts[1]),
            GraphKind.Mailbox => Mailbox(request, parts[1], parts.ElementAtOrDefault(3)),
            GraphKind.Presence => Presence(request, parts[1]),
            GraphKind.Presences => Presences(request),
            GraphKind.Photo => Photo(request, parts[1], parts.Length > 4 ? parts[3] : "648x648"),
            GraphKind.CatalogApps => CatalogApps(request),
            GraphKind.Install => InstallApp(request, parts[1]),
            GraphKind.InstalledApps => InstalledApps(request, parts[1]),
            GraphKind.Chat => Chat(request, parts[1], parts[4]),
            _ => throw new InvalidOperationException($"{kind} is no request of its own."),
        };
    }

    /// <summary>The permission to read or do this; one of them is enough.</summary>
    static string[] PermissionsFor(GraphKind kind) => kind switch
    {
        GraphKind.Group or GraphKind.GroupMembers or GraphKind.TransitiveMembers => ["GroupMember.Read.All"],
        GraphKind.TeamMembers => ["TeamMember.Read.All"],
        GraphKind.Mailbox => ["MailboxSettings.Read"],
        GraphKind.Presence or GraphKind.Presences => ["Presence.Read.All"],
        GraphKind.Photo => ["ProfilePhoto.Read.All", "User.Read.All"],
        GraphKind.CatalogApps => ["AppCatalog.Read.All"],
        GraphKind.Install or GraphKind.InstalledApps or GraphKind.Chat => ["TeamsAppInstallation.ReadWriteSelfForUser.All"],
        _ => ["User.Read.All"],
    };

    void Require(GraphKind kind)
    {
        if (PermissionsFor(kind).Any(Granted.Contains))
            return;
        var code = ScopeOf(kind) switch
        {
            "directory" => "Authorization_RequestDenied",
            "mailbox" or "photo" => "ErrorAccessDenied",
            _ => "Forbidden",
        };
        throw new GraphRefusal(403, code, "Insufficient privileges to complete the operation.", isMistake: false);
    }

    /// <summary>Which of the services behind Graph counts the request: each throttles for itself.</summary>
    static string ScopeOf(GraphKind kind) => kind switch
    {
        GraphKind.Mailbox => "mailbox",
        GraphKind.Photo => "photo",
        GraphKind.Presence or GraphKind.Presences => "presence",
        GraphKind.TeamMembers or GraphKind.CatalogApps or GraphKind.Install or GraphKind.InstalledApps or GraphKind.Chat => "teams",
        GraphKind.Batch => "batch",
        _ => "directory",
    };

    /// <summary>What the request costs of the directory's quota (Graph: identity and access service limits); a page of a delta
    /// query is taken as a page of users, the table does not name it.</summary>
    static int UnitsOf(GraphKind kind, GraphRequest request)
    {
        var units = kind switch
        {
            GraphKind.UsersDelta or GraphKind.Users or GraphKind.DirectReports => 2,
            GraphKind.GroupMembers => 3,
            GraphKind.TransitiveMembers => 5,
            _ => 1,
        };
        if (request["$select"] is not null)
            units--;
        if (request["$expand"] is not null)
            units++;
        if (int.TryParse(request["$top"], out var top) && top < 20)
            units--;
        return Math.Max(1, units);
    }
}
