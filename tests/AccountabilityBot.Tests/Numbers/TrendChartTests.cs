using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Numbers;

public sealed class TrendChartTests
{
    static readonly NumberFacts _rate = new("win-rate", "Win rate") { Unit = "%", Target = 25 };

    [Fact]
    public void One_value_is_no_trend()
    {
        Assert.Null(TrendChart.Of([], _rate, Sentences.In("en")));
        Assert.Null(TrendChart.Of(Months(27), _rate, Sentences.In("en")));
    }

    [Theory]
    [InlineData("en", "Win rate, 6 months: 21 % to 27.5 %, target 25 %")]
    [InlineData("de", "Win rate, 6 Monate: 21 % bis 27,5 %, Ziel 25 %")]
    public void Who_does_not_see_the_picture_reads_it(string language, string words)
    {
        var chart = TrendChart.Of([.. Months(21, 22, 20, 24, 23, 27.5m).Reverse()], _rate, Sentences.In(language))!;

        Assert.Equal(words, chart.AltText.Value);
        Assert.StartsWith("data:image/png;base64,iVBOR", chart.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_thirteen_are_drawn_and_a_number_without_a_target_is_told_without_one() => Assert.Equal(
        "Win rate, 13 months: 8 % to 20 %",
        TrendChart.Of(Months([.. Enumerable.Range(1, 20).Select(value => (decimal)value)]), _rate with { Target = null }, Sentences.In("en"))!.AltText.Value);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("0", "0")]
    [InlineData("-999999999999999999", "999999999999999999")]
    [InlineData("0.000001", "0.000002")]
    public void Whatever_the_values_the_picture_is_small(string first, string last)
    {
        var values = Months([.. Enumerable.Repeat(decimal.Parse(first, System.Globalization.CultureInfo.InvariantCulture), 12), decimal.Parse(last, System.Globalization.CultureInfo.InvariantCulture)]);

        Assert.InRange(TrendChart.Of(values, _rate with { Name = new string('漢', 140), Unit = new string('W', 20) }, Sentences.In("en"))!.Url.Length, 1_000, 60 * 1024);
    }

    /// <summary>Containers have none. How the strokes look was looked at; here they are there at all.</summary>
    [Theory]
    [InlineData(Period.Week)]
    [InlineData(Period.Month)]
    [InlineData(Period.Quarter)]
    public void Without_any_font_the_figures_are_drawn_all_the_same(Period period)
    {
        var facts = _rate with { Period = period };
        var without = TrendChart.Draw([.. Months(21, -22.5m, 1_000)], facts, Sentences.In("de"), font: null);
        var bare = TrendChart.Draw([.. Months(21, -22.5m, 1_000)], facts, Sentences.In("de"), font: "a font that is nowhere");

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], without.Take(4).Select(one => (int)one));
        Assert.NotEqual(bare, without);
    }

    [Fact]
    public void The_same_trend_is_drawn_once() => Assert.Same(
        TrendChart.Of(Months(1, 2), _rate, Sentences.In("en")), TrendChart.Of(Months(1, 2), _rate, Sentences.In("en")));

    static IReadOnlyList<(DateOnly PeriodEnd, decimal Value)> Months(params decimal[] values) =>
        [.. values.Select((value, month) => (new DateOnly(2025, 1, 1).AddMonths(month + 1).AddDays(-1), value))];
}
