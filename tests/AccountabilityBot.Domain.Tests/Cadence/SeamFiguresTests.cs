using AccountabilityBot.Domain.Cadence;

namespace AccountabilityBot.Domain.Tests.Cadence;

public sealed class SeamFiguresTests
{
    [Fact]
    public void Amounts_of_two_currencies_are_told_beside_each_other_and_never_added() => Assert.Equal(
        [("EUR", 300L), ("USD", 50L)],
        SeamFigures.Sum([new Dictionary<string, long> { ["USD"] = 50, ["EUR"] = 100 }, new Dictionary<string, long> { ["EUR"] = 200 }]).Select(amount => (amount.Key, amount.Value)));

    [Fact]
    public void Promises_of_a_kind_are_counted_together() => Assert.Equal(
        [new KeptCount("answer", 3, 5), new KeptCount("word", 1, 1)],
        SeamFigures.Sum([new KeptCount("answer", 1, 2), new KeptCount("word", 1, 1), new KeptCount("answer", 2, 3)]));

    [Theory]
    [InlineData(new[] { 5 }, 5.0)]
    [InlineData(new[] { 9, 1, 5 }, 5.0)]
    [InlineData(new[] { 8, 1, 3, 6 }, 4.5)]
    public void The_median_age_is_the_one_in_the_middle_or_half_way(int[] days, double median) =>
        Assert.Equal(TimeSpan.FromDays(median), Leak.Median(days.Select(day => TimeSpan.FromDays(day))));

    [Fact]
    public void A_seam_at_which_nothing_was_and_nothing_is_says_nothing()
    {
        var seam = new SeamFigures("a", "b", "c");

        Assert.False(seam.IsAny);
        Assert.True((seam with { OpenDeals = 1 }).IsAny);
        Assert.True((seam with { Came = new Flow(Lost: 1) }).IsAny);
        Assert.True((seam with { Leak = new Leak(1, new Dictionary<string, long>(), TimeSpan.FromHours(1)) }).IsAny);
        Assert.True((seam with { Promises = [new KeptCount("answer", 0, 1)] }).IsAny);
    }

    [Theory]
    [InlineData(500, 200, 100, "5.0")]
    [InlineData(90, 200, 100, "0.9")]
    [InlineData(0, 200, 0, "0.0")]
    public void Coverage_is_how_often_the_open_pipeline_holds_what_is_still_to_be_won(int open, int target, int won, string times) =>
        Assert.Equal(decimal.Parse(times, System.Globalization.CultureInfo.InvariantCulture), new Coverage("EUR", open, target, won).Times);

    [Theory]
    [InlineData(200)]
    [InlineData(250)]
    public void What_is_won_needs_no_cover(int won)
    {
        var coverage = new Coverage("EUR", 10, 200, won);

        Assert.True(coverage.IsReached);
        Assert.Null(coverage.Times);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("nn", false)]
    [InlineData("nnn", true)]
    [InlineData("nnny", true)]
    [InlineData("ynnn", false)]
    [InlineData("nnnn", false)]
    [InlineData("nnnnnny", true)]
    public void A_leader_hears_of_it_after_three_digests_in_a_row_and_not_with_every_further_one(string read, bool told) =>
        Assert.Equal(told, Reading.IsToBeTold(read.Select(letter => letter is 'y')));
}
