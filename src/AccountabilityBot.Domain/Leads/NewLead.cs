namespace AccountabilityBot.Domain.Leads;

/// <summary>A lead as it comes in, after intake has found its department, segment and source in the revenue model.</summary>
public sealed record NewLead
{
    public required string ExternalId { get; init; }
    public required string Source { get; init; }
    public required string Department { get; init; }
    public required string Seam { get; init; }
    public required string Segment { get; init; }
    public required int Rank { get; init; }
    public required string FromDepartment { get; init; }
    public required LeadFacts Facts { get; init; }
    public string Kind { get; init; } = "lead";
    public PersonId? FromPerson { get; init; }

    /// <summary>What the seam promises for its sender: these facts, by their names in <see cref="Model.Seam.Facts"/>.</summary>
    public IReadOnlyList<string> Complete { get; init; } = [];

    /// <summary>What the seam promises for its sender: elapsed time from the buyer's coming; none: nothing.</summary>
    public TimeSpan? HandOverWithin { get; init; }

    /// <summary>The hand-off out of which it comes; none: it comes from outside.</summary>
    public LeadId? Parent { get; init; }

    /// <summary>The first of the chain.</summary>
    public LeadId? Origin { get; init; }

    /// <summary>UTC; none: now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}
