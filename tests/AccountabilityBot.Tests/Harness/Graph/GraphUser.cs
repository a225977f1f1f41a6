namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>
/// A user as the fake directory keeps them. Once they are in the directory, what a delta query tracks is changed through
/// <see cref="FakeGraph.Change"/> only, so that the next round knows which properties changed.
/// </summary>
sealed class GraphUser : DirectoryObject
{
    internal override string Type => "#microsoft.graph.user";

    internal string? GivenName { get; set; }

    internal string? Surname { get; set; }

    internal string? UserPrincipalName { get; set; }

    internal string? JobTitle { get; set; }

    internal string? Department { get; set; }

    internal string? OfficeLocation { get; set; }

    /// <summary>A GUID; nobody in the directory needs to have it.</summary>
    internal string? ManagerId { get; set; }

    internal bool AccountEnabled { get; set; } = true;

    /// <summary><c>Member</c> or <c>Guest</c>.</summary>
    internal string UserType { get; set; } = "Member";

    /// <summary>As <c>en-US</c>.</summary>
    internal string? PreferredLanguage { get; set; }

    /// <summary>None: the user has no mailbox in Exchange Online.</summary>
    internal GraphMailbox? Mailbox { get; set; }

    internal GraphPresence Presence { get; set; } = new();

    /// <summary>A JPEG of 48 by 48 pixels, or none.</summary>
    internal byte[]? Photo { get; set; }

    /// <summary>Every department label that the source of a company gave; Graph has room for one, <see cref="Department"/>.</summary>
    internal IReadOnlyList<string> Labels { get; init; } = [];
}

/// <summary>Where somebody is at the moment (Graph: presence).</summary>
/// <param name="Availability">As <c>Available</c>, <c>Busy</c>, <c>PresenceUnknown</c>.</param>
/// <param name="Activity">As <c>InAMeeting</c>, <c>OutOfOffice</c>, <c>OffWork</c>.</param>
sealed record GraphPresence(string Availability = "Available", string Activity = "Available", bool IsOutOfOffice = false, string? Message = null);
