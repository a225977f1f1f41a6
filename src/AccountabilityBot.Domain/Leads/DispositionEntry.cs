using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Leads;

/// <summary>What a person entered with a disposition. Nothing of it was checked yet.</summary>
public sealed record DispositionEntry
{
    /// <summary>Longest answer to one of the questions about budget, authority, need, timing and what was bought, in UTF-16 units.</summary>
    public const int MaxText = 300;

    /// <summary>Id of a reason of the disposition.</summary>
    public string? Reason { get; init; }

    /// <summary>A day in the department's zone.</summary>
    public DateOnly? MeetingOn { get; init; }

    /// <summary>A day in the department's zone.</summary>
    public DateOnly? RecycleOn { get; init; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? ValueMinor { get; init; }

    /// <summary>ISO 4217, upper case; set whenever a value is.</summary>
    public string? Currency { get; init; }

    public string? Budget { get; init; }
    public string? Authority { get; init; }
    public string? Need { get; init; }
    public string? Timing { get; init; }
    public string? Bought { get; init; }
    public string? Note { get; init; }

    /// <summary>Whether something stands in the field.</summary>
    internal bool Has(DispositionField field) => field switch
    {
        DispositionField.MeetingDate => MeetingOn is not null,
        DispositionField.RecycleDate => RecycleOn is not null,
        DispositionField.Value => ValueMinor is not null,
        _ => !string.IsNullOrWhiteSpace(TextOf(field)),
    };

    internal string? TextOf(DispositionField field) => field switch
    {
        DispositionField.Budget => Budget,
        DispositionField.Authority => Authority,
        DispositionField.Need => Need,
        DispositionField.Timing => Timing,
        DispositionField.Bought => Bought,
        DispositionField.Note => Note,
        _ => null,
    };
}
