using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Leads;

/// <summary>
/// One disposition of a lead, once and for all: together they are the history of its stages, from which everything about the
/// pipeline is counted. The words in it are a person's and can be erased; the ledger keeps only that it was decided.
/// </summary>
public sealed class SavedDisposition
{
    SavedDisposition()
    {
    }

    internal SavedDisposition(Lead lead, Disposition chosen, DispositionEntry entry, PersonId? by, DealStage from, DealStage to, DateTimeOffset at, bool isBeforeArrival)
    {
        Id = Guid.CreateVersion7(at);
        (LeadId, No, Code, Reason, By, At) = (lead.Id, lead.DispositionsMade, chosen.Id, entry.Reason, by, at);
        (From, To) = (from, to);
        (ValueMinor, Currency) = (lead.OpportunityMinor, lead.OpportunityCurrency);
        (MeetingOn, RecycleOn) = (entry.MeetingOn, entry.RecycleOn);
        (Budget, Authority, Need, Timing, Bought) = (entry.Budget, entry.Authority, entry.Need, entry.Timing, entry.Bought);
        IsBeforeArrival = isBeforeArrival;
    }

    /// <summary>Of its own, so that of two who decide at once the loser fails on the lead's version and not here.</summary>
    public Guid Id { get; private set; }

    public LeadId LeadId { get; private set; }

    /// <summary>1 for the lead's first, then counting.</summary>
    public int No { get; private set; }

    /// <summary>Id of a disposition of the revenue model.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Id of one of its reasons.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who chose it; none: a list or another system told it.</summary>
    public PersonId? By { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public DealStage From { get; private set; }

    public DealStage To { get; private set; }

    /// <summary>The opportunity's value afterwards, in minor units.</summary>
    public long? ValueMinor { get; private set; }

    public string? Currency { get; private set; }

    public DateOnly? MeetingOn { get; private set; }

    public DateOnly? RecycleOn { get; private set; }

    public string? Budget { get; private set; }

    public string? Authority { get; private set; }

    public string? Need { get; private set; }

    public string? Timing { get; private set; }

    public string? Bought { get; private set; }

    /// <summary>It is said to have happened on a day before the lead came: kept as it was told, and left out of every duration.</summary>
    public bool IsBeforeArrival { get; private set; }
}
