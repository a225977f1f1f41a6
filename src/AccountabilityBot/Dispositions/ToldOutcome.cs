using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Dispositions;

/// <summary>How a lead ended, as a list or another system tells it.</summary>
/// <param name="Entry">Its amount, where there is one, with its currency.</param>
/// <param name="At">UTC; none: now.</param>
sealed record ToldOutcome(Disposition Chosen, DispositionEntry Entry, DateTimeOffset? At);

/// <summary>Which lead is meant: by its number, or by the sender's key, alone or under a source.</summary>
/// <param name="No">42 for <c>L-42</c>.</param>
/// <param name="Source">A source of the revenue model, or the sender's own word.</param>
sealed record LeadReference(long? No, string? Source, string? ExternalId);

/// <summary>One row of a list of outcomes.</summary>
sealed record OutcomeMessage(LeadReference Lead, ToldOutcome Outcome);

/// <summary>What became of one row.</summary>
enum OutcomeResult
{
    Ended,

    /// <summary>The lead had ended in this way already.</summary>
    Unchanged,
    Refused,
}

/// <param name="Lead">None: no lead was found.</param>
/// <param name="WentOn">It goes on over the next seam, as a hand-off of its own.</param>
/// <param name="IsHistory">It would have gone on, had it ended lately.</param>
/// <param name="Problem">Of a refused one.</param>
sealed record OutcomeTaken(OutcomeResult Result, Lead? Lead, bool IsBeforeArrival, bool WentOn, bool IsHistory, Leads.LeadProblem? Problem)
{
    public static OutcomeTaken Refused(Lead? lead, Leads.LeadProblem problem) => new(OutcomeResult.Refused, lead, false, false, false, problem);
}
