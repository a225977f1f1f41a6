using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Model;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Feedback;

public sealed class AskingTests
{
    /// <summary>Minutes after the moment: last asked, next at work, now; then when it is asked. None of the last: never.</summary>
    [Theory]
    [InlineData(null, 60, 60, 60)]
    [InlineData(null, 59, 59, 60)]
    [InlineData(null, 4_000, 60, 4_000)]
    [InlineData(null, 4_320, 4_320, 4_320)]
    [InlineData(null, 4_321, 60, null)]
    [InlineData(null, null, 60, null)]
    [InlineData(-10_020, 60, 60, 60)]
    [InlineData(-10_019, 60, 60, 61)]
    [InlineData(-6_000, 60, 60, 4_080)]
    [InlineData(-5_000, 60, 60, null)]
    [InlineData(0, 60, 60, null)]
    [InlineData(null, 4_400, 4_400, null)]
    public void Once_a_week_at_work_and_while_it_is_remembered(int? lastAsked, int? atWork, int now, int? expected)
    {
        var decided = Asking.Decide(Noon, At(lastAsked), At(atWork), After(now));

        Assert.Equal(
            expected is not { } at ? new Asking.Never() : at == now ? new Asking.Now() : new Asking.Later(After(at)),
            decided);

        static DateTimeOffset? At(int? minutes) => minutes is { } some ? After(some) : null;
    }

    [Theory]
    [InlineData("all", 100)]
    [InlineData("none", 0)]
    [InlineData("25%", 25)]
    [InlineData("0%", 0)]
    [InlineData("100 %", 100)]
    public void The_model_says_how_many_are_asked(string text, int percent) => Assert.Equal((percent, null), FeedbackRules.ReadAsk(text));

    [Theory]
    [InlineData("101%")]
    [InlineData("some")]
    [InlineData("25")]
    [InlineData("-1%")]
    [InlineData("")]
    public void What_is_no_part_is_said_to_be_none(string text) => Assert.NotNull(FeedbackRules.ReadAsk(text).Fault);

    [Fact]
    public void The_sample_is_the_leads_own_and_as_large_as_it_says()
    {
        var random = new Random(20_260_302);
        var leads = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            (bytes[6], bytes[8]) = ((byte)(0x70 | (bytes[6] & 0x0F)), (byte)(0x80 | (bytes[8] & 0x3F)));
            return new LeadId(new Guid(bytes, bigEndian: true));
        }).ToList();

        Assert.All(new[] { 0, 1, 25, 60, 99, 100 }, percent =>
        {
            var rules = new FeedbackRules { AskPercent = percent };
            var part = leads.Count(rules.IsOfSample) / 200.0;
            Assert.InRange(part, percent - 1.5, percent + 1.5);
            Assert.Equal(leads.Where(rules.IsOfSample), leads.Where(rules.IsOfSample));
            // Who is asked at a quarter is asked at a half too.
            Assert.All(leads.Where(rules.IsOfSample), lead => Assert.True((rules with { AskPercent = 100 }).IsOfSample(lead)));
        });
        Assert.DoesNotContain(leads, new FeedbackRules { AskPercent = 0 }.IsOfSample);
        Assert.True(leads.TrueForAll(new FeedbackRules().IsOfSample));
    }
}
