using AccountabilityBot.Domain.Commitments;
using static AccountabilityBot.Domain.Tests.Leads.Given;
using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.Commitments;

/// <summary>What is reported first, next time: each promise once, or not at all.</summary>
public sealed class CommitmentReportTests
{
    static readonly DateOnly Since = new(2026, 11, 23);
    static readonly DateOnly Until = new(2026, 11, 30);

    [Theory]
    [InlineData("2026-11-27", "keep", "2026-11-27 22:59", Reported.KeptInTime)]
    // Half past midnight in Berlin.
    [InlineData("2026-11-27", "keep", "2026-11-27 23:30", Reported.KeptLate)]
    [InlineData("2026-11-10", "keep", "2026-11-22 23:30", Reported.KeptLate)]
    [InlineData("2026-11-10", "keep", "2026-11-22 22:30", null)]
    [InlineData("2026-12-10", "keep", "2026-11-30 09:00", null)]
    [InlineData("2026-11-27", "drop", "2026-11-25 09:00", Reported.Dropped)]
    [InlineData("2026-11-27", "drop", "2026-11-20 09:00", null)]
    [InlineData("2026-11-27", "", null, Reported.Missed)]
    [InlineData("2026-10-27", "", null, Reported.Missed)]
    [InlineData("2026-11-30", "", null, Reported.Coming)]
    [InlineData("2026-12-10", "", null, Reported.Coming)]
    [InlineData("2026-11-27", "move", "2026-11-25 09:00", Reported.Moved)]
    [InlineData("2026-11-27", "move", "2026-11-20 09:00", Reported.Coming)]
    public void Each_stands_under_what_became_of_it(string dueOn, string deed, string? at, Reported? expected)
    {
        var commitment = Commitment.Make(Ana.Id, "A note", Day(dueOn), "sales", null, null, Utc("2026-10-01 09:00")).Commitment;
        var now = at is null ? default : Utc(at);
        var decision = deed switch
        {
            "keep" => commitment.Keep(Ana.Id, now),
            "drop" => commitment.Drop(Ana.Id, "No need", now),
            "move" => commitment.Move(Ana.Id, Day("2026-12-04"), "Snow", DateOnly.FromDateTime(now.UtcDateTime), now),
            _ => Decision.AlreadyDone,
        };
        Assert.Null(decision.Refusal);
        Assert.Equal(expected, Report(commitment).SingleOrDefault()?.How);
    }

    [Fact]
    public void What_was_moved_and_missed_again_is_missed()
    {
        var commitment = Commitment.Make(Ana.Id, "A note", Day("2026-11-25"), "sales", null, null, Utc("2026-11-20 09:00")).Commitment;
        commitment.Move(Ana.Id, Day("2026-11-28"), "Snow", Day("2026-11-24"), Utc("2026-11-24 09:00"));
        Assert.Equal(Reported.Missed, Assert.Single(Report(commitment)).How);
    }

    [Fact]
    public void What_is_between_two_people_is_in_no_report() =>
        Assert.Empty(Report(Commitment.Make(Ana.Id, "A note", Day("2026-11-25"), "sales", Guid.NewGuid(), null, Utc("2026-11-20 09:00")).Commitment));

    [Fact]
    public void What_is_to_be_spoken_about_comes_first()
    {
        var missed = Commitment.Make(Ana.Id, "Missed", Day("2026-11-27"), "sales", null, null, Utc("2026-11-20 09:00")).Commitment;
        var coming = Commitment.Make(Ana.Id, "Coming", Day("2026-12-01"), "sales", null, null, Utc("2026-11-20 09:00")).Commitment;
        var kept = Commitment.Make(Ana.Id, "Kept", Day("2026-11-27"), "sales", null, null, Utc("2026-11-20 09:00")).Commitment;
        kept.Keep(Ana.Id, Utc("2026-11-26 09:00"));
        Assert.Equal(["Missed", "Kept", "Coming"], Report(coming, kept, missed).Select(one => one.Commitment.Text));
    }

    static IReadOnlyList<ReportedCommitment> Report(params Commitment[] all) =>
        CommitmentReport.Of(all, Since, Until, (_, at) => LocalTime.DayIn(Zone("Europe/Berlin"), at));
}
