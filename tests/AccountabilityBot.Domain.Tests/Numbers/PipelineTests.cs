using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers.Figures;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class PipelineTests
{
    static readonly DateTimeOffset _monday = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A to D: two won, one lost, one that was only qualified; values in two currencies, and one without.</summary>
    static readonly DealMove[] _week =
    [
        Move(1, DealStage.Working, DealStage.Qualified, 1, 90_000_00, "EUR", opens: true),
        Move(2, DealStage.Working, DealStage.Qualified, 1, 10_000_00, "EUR", opens: true),
        Move(3, DealStage.MeetingSet, DealStage.Qualified, 2, 500_000, "JPY", opens: true),
        Move(4, DealStage.Working, DealStage.Qualified, 2, null, null, opens: true),
        Move(1, DealStage.Qualified, DealStage.Proposal, 3, 80_000_00, "EUR", since: 1),
        Move(1, DealStage.Proposal, DealStage.Won, 5, 85_000_00, "EUR", since: 1),
        Move(2, DealStage.Qualified, DealStage.Won, 4, 10_000_00, "EUR", since: 1),
        Move(3, DealStage.Qualified, DealStage.Lost, 4, 500_000, "JPY", since: 2),
    ];

    [Theory]
    [InlineData(Pipeline.WinRate, "%", 66.67)]
    [InlineData(Pipeline.CycleTime, "days", 3.5)]
    [InlineData(Pipeline.TimeToClose, "days", 4.5)]
    [InlineData(Pipeline.Created, "EUR", 100_000)]
    [InlineData(Pipeline.Created, "JPY", 500_000)]
    [InlineData(Pipeline.Created, "USD", 0)]
    [InlineData(Pipeline.Progressed, "EUR", 95_000)]
    [InlineData(Pipeline.Progressed, "JPY", 0)]
    // 100,000 in opportunities, of which 66.67 % are won within 3.5 days.
    [InlineData(Pipeline.Velocity, "EUR", 19_048.57)]
    public void A_week_is_counted(string name, string unit, double expected) =>
        Assert.Equal((decimal)expected, Pipeline.Count(name, unit, _week).Value);

    [Fact]
    public void Amounts_of_other_currencies_and_of_nobody_knows_how_much_are_told_and_never_added()
    {
        var created = Pipeline.Count(Pipeline.Created, "EUR", _week);

        Assert.Equal([("JPY", 500_000L)], created.LeftOut.Select(one => (one.Key, one.Value)));
        Assert.Equal(1, created.WithoutValue);
    }

    [Fact]
    public void What_ended_before_it_came_counts_and_is_in_no_duration()
    {
        DealMove[] won =
        [
            Move(1, DealStage.Working, DealStage.Won, 4, null, null, opens: true),
            Move(2, DealStage.Working, DealStage.Won, -2, null, null, opens: true) with { IsBeforeArrival = true },
            // On the day on which it came, at an hour that is earlier: the list knew no hours.
            Move(3, DealStage.Working, DealStage.Won, 0, null, null, opens: true) with { At = _monday.AddHours(-6) },
        ];

        Assert.Equal(100m, Pipeline.Count(Pipeline.WinRate, "%", won).Value);
        Assert.Equal(4m, Pipeline.Count(Pipeline.TimeToClose, "days", won).Value);
        // Nobody measured how long what was won at once was an opportunity.
        Assert.Null(Pipeline.Count(Pipeline.CycleTime, "days", won).Value);
        Assert.Null(Pipeline.Count(Pipeline.Velocity, "EUR", won).Value);
    }

    [Fact]
    public void Meetings_are_counted_when_they_are_set_and_missed_ones_when_somebody_says_so()
    {
        DealMove[] moves =
        [
            Move(1, DealStage.Working, DealStage.MeetingSet, 1) with { SetsMeeting = true },
            Move(2, DealStage.Working, DealStage.MeetingSet, 1) with { SetsMeeting = true },
            Move(3, DealStage.Working, DealStage.MeetingSet, 1) with { SetsMeeting = true },
            // Another day for the same meeting is a meeting; a word about it is none.
            Move(1, DealStage.MeetingSet, DealStage.MeetingSet, 2) with { SetsMeeting = true },
            Move(2, DealStage.MeetingSet, DealStage.MeetingSet, 2),
            Move(1, DealStage.MeetingSet, DealStage.NoShow, 3),
            Move(2, DealStage.MeetingSet, DealStage.Qualified, 3, opens: true),
            Move(3, DealStage.MeetingSet, DealStage.Lost, 3),
        ];

        Assert.Equal(4m, Pipeline.Count(Pipeline.MeetingsSet, "count", moves).Value);
        Assert.Equal(33.33m, Pipeline.Count(Pipeline.NoShowRate, "%", moves).Value);
    }

    [Fact]
    public void Of_those_that_came_to_one_stage_the_share_that_came_to_the_other_afterwards()
    {
        (LeadId, DateTimeOffset)[] reached = [(Id(1), _monday), (Id(2), _monday), (Id(3), _monday.AddDays(2)), (Id(3), _monday.AddDays(3))];
        (LeadId, DateTimeOffset)[] after = [(Id(1), _monday.AddDays(1)), (Id(1), _monday.AddDays(2)), (Id(3), _monday.AddDays(1)), (Id(9), _monday.AddDays(1))];

        Assert.Equal(33.33m, Pipeline.Converted(reached, after));
        Assert.Null(Pipeline.Converted([], after));
    }

    [Theory]
    [InlineData("working-meeting-set", DealStage.Working, DealStage.MeetingSet)]
    [InlineData("meeting-set-qualified", DealStage.MeetingSet, DealStage.Qualified)]
    [InlineData("proposal-won", DealStage.Proposal, DealStage.Won)]
    public void Two_stages_are_named_in_one_word(string written, DealStage from, DealStage to)
    {
        Assert.Contains(written, Pipeline.Conversions);
        Assert.Equal((from, to), Pipeline.StagesOf(written));
        Assert.Equal(Pipeline.Conversions.Count, Pipeline.Conversions.Distinct().Count());
    }

    [Fact]
    public void Over_nothing_there_is_no_rate_and_a_sum_of_nothing()
    {
        foreach (var name in (string[])[Pipeline.WinRate, Pipeline.CycleTime, Pipeline.TimeToClose, Pipeline.NoShowRate, Pipeline.Velocity])
            Assert.Null(Pipeline.Count(name, "EUR", []).Value);
        foreach (var name in (string[])[Pipeline.Created, Pipeline.Progressed, Pipeline.MeetingsSet])
            Assert.Equal(0m, Pipeline.Count(name, "EUR", []).Value);
    }

    static DealMove Move(
        int lead, DealStage from, DealStage to, int day, long? value = null, string? currency = null, bool opens = false, int? since = null) => new(
        Id(lead), from, to, _monday.AddDays(day), value, currency, _monday, opens ? _monday.AddDays(day) : since is { } opened ? _monday.AddDays(opened) : null,
        opens, SetsMeeting: false, IsBeforeArrival: false);

    static LeadId Id(int lead) => new(new Guid(lead, 0, 0, new byte[8]));
}
