namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Whatever may be a member of a group (Graph: directoryObject).</summary>
abstract class DirectoryObject
{
    /// <summary>A GUID.</summary>
    internal required string Id { get; init; }

    internal string? DisplayName { get; set; }

    internal string? Mail { get; set; }

    /// <summary>The value of <c>@odata.type</c>.</summary>
    internal abstract string Type { get; }
}

/// <summary>A contact of the organisation: has no user principal name and no account (Graph: orgContact).</summary>
sealed class GraphContact : DirectoryObject
{
    internal override string Type => "#microsoft.graph.orgContact";
}

/// <summary>A group; its members may be groups too.</summary>
sealed class GraphGroup : DirectoryObject
{
    internal override string Type => "#microsoft.graph.group";

    /// <summary>Direct members in the order in which they joined.</summary>
    internal List<DirectoryObject> Members { get; } = [];
}

/// <summary>Who is in a team, and who of them owns it.</summary>
sealed class GraphTeam
{
    internal required string Id { get; init; }

    internal List<(GraphUser User, bool IsOwner)> Members { get; } = [];
}

/// <summary>An app of the organisation's catalogue.</summary>
/// <param name="Id">The catalogue's own id.</param>
/// <param name="ExternalId">The id in the app's manifest.</param>
sealed record CatalogApp(string Id, string ExternalId, string DisplayName);
