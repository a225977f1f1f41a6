using AccountabilityBot.Cadence;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Cadence;

public sealed class DigestChartTests
{
    static readonly Sentences _say = Sentences.In("en");

    static readonly IReadOnlyList<ConversionStep> _way = Conversion.Of(new Flow(585, 480, 212, 121, 84, 45));

    [Fact]
    public void Who_does_not_see_the_pictures_reads_them()
    {
        Assert.Equal("Received 585, Accepted 480 (82 %), Meeting set 212 (44 %), Qualified 121 (57 %), Proposal 84 (69 %), Won 45 (54 %)", DigestCharts.Funnel(_way, "The way", _say)!.Picture.AltText.Value);
        Assert.Equal("Over 13 digests: received 1, now 13; accepted 0, now 12", DigestCharts.Trend(Points(13), "Trend", _say)!.Picture.AltText.Value);
        Assert.Equal("Über 3 Übersichten: erhalten 1, jetzt 3; angenommen 0, jetzt 2", DigestCharts.Trend(Points(3), "Trend", Sentences.In("de"))!.Picture.AltText.Value);
    }

    [Fact]
    public void Nothing_is_no_way_and_two_periods_are_no_trend()
    {
        Assert.Null(DigestCharts.Funnel(Conversion.Of(Flow.None), "The way", _say));
        Assert.Null(DigestCharts.Trend(Points(2), "Trend", _say));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Both_pictures_of_a_card_together_are_within_their_limit(string language)
    {
        var say = Sentences.In(language);
        var most = Conversion.Of(new Flow(9_999_999, 8_888_888, 7_777_777, 6_666_666, 5_555_555, 4_444_444));
        var points = Points(13).Select(point => point with { Received = point.Received % 2 * 9_999_999, Accepted = point.Accepted % 2 * 8_888_888 }).ToList();

        Assert.InRange(DigestCharts.Funnel(most, "The way", say)!.Picture.Url.Length + DigestCharts.Trend(points, "Trend", say)!.Picture.Url.Length, 5_000, 60 * 1024);
    }

    [Fact]
    public void Without_any_font_the_figures_are_drawn_all_the_same()
    {
        var names = _way.Select(step => step.Step.ToString()).ToList();
        var without = DigestCharts.DrawFunnel(_way, names, _say.Culture, font: null);
        var bare = DigestCharts.DrawFunnel(_way, names, _say.Culture, font: "a font that is nowhere");

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], without.Take(4).Select(one => (int)one));
        Assert.NotEqual(bare, without);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], DigestCharts.DrawTrend(Points(13), ("Received", "Accepted"), _say.Culture, font: null).Take(4).Select(one => (int)one));
    }

    static List<TrendPoint> Points(int count) => [.. Enumerable.Range(1, count).Select(no => new TrendPoint(new DateOnly(2026, 8, 31).AddDays(7 * no), no, no - 1, 0))];
}
