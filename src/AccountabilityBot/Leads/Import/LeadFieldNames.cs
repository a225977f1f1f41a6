namespace AccountabilityBot.Leads.Import;

/// <summary>What a column of a list of leads can be called: the fields of <see cref="LeadMessage"/>.</summary>
static class LeadFieldNames
{
    public const string ExternalId = "externalId";
    public const string Source = "source";
    public const string Name = "name";
    public const string Value = "value";
    public const string ReceivedAt = "receivedAt";
    public const string DoNotCall = "doNotCall";
    public const string DoNotEmail = "doNotEmail";
    public const string DoNotContact = "doNotContact";

    /// <summary>What became of the lead, where the list tells it in the same row.</summary>
    public const string Disposition = "disposition";
    public const string DispositionReason = "dispositionReason";
    public const string DispositionAt = "dispositionAt";

    /// <summary>Columns of a file of rejected rows that tell why; never part of a lead, so that the file can be mended and imported.</summary>
    public const string RejectedLine = "rejectedLine";
    public const string RejectedReason = "rejectedReason";

    public static IReadOnlyList<string> All { get; } =
    [
        ExternalId, Source, Name, "company", "email", "phone", "url", "segment", Value, "currency",
        "campaign", "kind", "seam", "department", "fromDepartment", "fromPerson", ReceivedAt,
        DoNotCall, DoNotEmail, DoNotContact, Disposition, DispositionReason, DispositionAt,
    ];

    public static IReadOnlyList<string> Required { get; } = [ExternalId, Source, Name];

    /// <summary><c>External ID</c>, <c>external_id</c>, <c>from.person</c> and <c>externalId</c> are spellings, not names of their own.</summary>
    public static bool Same(string one, string other) =>
        Fold(one) is { Length: > 0 } folded && folded.Equals(Fold(other), StringComparison.OrdinalIgnoreCase);

    public static bool IsOfRejected(string column) => Same(column, RejectedLine) || Same(column, RejectedReason);

    public static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
