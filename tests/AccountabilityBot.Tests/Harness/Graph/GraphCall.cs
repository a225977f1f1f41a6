namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>What a request to Graph asks for.</summary>
enum GraphKind
{
    Unknown,
    UsersDelta,
    Users,
    User,

    /// <summary>The manager of one user.</summary>
    ReportsTo,
    DirectReports,
    Group,
    GroupMembers,
    TransitiveMembers,
    TeamMembers,
    Mailbox,
    Presence,

    /// <summary>The presence of many users in one request.</summary>
    Presences,
    Photo,
    CatalogApps,
    Install,
    InstalledApps,
    Chat,
    Batch,
}

/// <summary>One request as the fake saw it.</summary>
/// <param name="Path">Without <c>/v1.0</c> and without the query.</param>
/// <param name="Query">As it was sent, with its question mark.</param>
/// <param name="At">By the fake's clock.</param>
/// <param name="IsInBatch">A part of a <c>$batch</c>: no HTTP request of its own.</param>
sealed record GraphCall(string Method, GraphKind Kind, string Path, string Query, DateTimeOffset At, bool IsInBatch)
{
    public override string ToString() => $"{Method} {Path}{Query}{(IsInBatch ? " in a batch" : "")} at {At:HH:mm:ss.fff}";
}
