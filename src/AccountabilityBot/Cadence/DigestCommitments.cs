using AccountabilityBot.Commitments;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>What became of a department's promises since its last digest; they come before any number.</summary>
sealed record CommitmentCount(int Kept, int Late, int Moved, int Dropped, int Missed, int Coming)
{
    public bool IsAny => Kept + Late + Moved + Dropped + Missed + Coming > 0;

    public static CommitmentCount Of(IReadOnlyCollection<ReportedCommitment> reported)
    {
        return new(Count(Reported.KeptInTime), Count(Reported.KeptLate), Count(Reported.Moved), Count(Reported.Dropped), Count(Reported.Missed), Count(Reported.Coming));

        int Count(Reported how) => reported.Count(one => one.How == how);
    }
}

/// <summary>Reads the promises of all departments that get a digest, at once.</summary>
sealed class DigestCommitments(BotDb db)
{
    /// <summary>Rows on one card, of all its departments.</summary>
    public const int MostListed = 8;

    /// <param name="on">The digest's day.</param>
    /// <param name="from">UTC; when the last one ended.</param>
    public async Task<ILookup<string, ReportedCommitment>> ReadAsync(string[] departments, DateOnly on, DateTimeOffset from, Company company, CancellationToken ct)
    {
        var rows = await db.Commitments.AsNoTracking()
            .Where(row => row.FeedbackId == null && departments.Contains(row.Department) && (row.State == CommitmentState.Open || row.ClosedAt >= from))
            .ToListAsync(ct);
        var since = LocalTime.DayIn(TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone), from);
        return CommitmentReport.Of(rows, since, on, (owner, at) => CommitmentDays.DayOf(company, owner, at)).ToLookup(one => one.Commitment.Department);
    }

    /// <summary>Which of them stand on a digest's card, in their order: what has to be spoken about, of each department in turn.</summary>
    public static IEnumerable<CommitmentListing> Listings(Guid digest, IReadOnlyList<ReportedCommitment> reported) =>
        reported.Take(MostListed).Select((one, at) => new CommitmentListing { SubjectId = digest, CommitmentId = one.Commitment.Id, Position = at + 1 });
}
