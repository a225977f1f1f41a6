using AccountabilityBot.Domain.Numbers.Asking;

namespace AccountabilityBot.Domain.Tests.Numbers.Asking;

public sealed class CueTests
{
    [Theory]
    [InlineData("who owns|runs", "who runs it", 2)]
    [InlineData("who is the? owner of?", "who is owner of it", 4)]
    [InlineData("(on the hook|in charge) for", "on the hook for it", 4)]
    [InlineData("make … owner of", "make bo the owner of it", 5)]
    public void A_pattern_takes_the_words_it_names(string pattern, string text, int length) =>
        Assert.Equal(length, Cue.Parse("own", pattern).MatchAt(Words.Of(text), 0)!.End);

    [Theory]
    [InlineData("who owns", "who wrote it")]
    [InlineData("make … owner of", "make one two three four five six seven owner of it")]
    [InlineData("make … owner of", "make it. The owner of it")]
    public void What_it_does_not_name_it_does_not_take(string pattern, string text) => Assert.Null(Cue.Parse("own", pattern).MatchAt(Words.Of(text), 0));

    [Fact]
    public void A_gap_is_told_apart_and_is_no_evidence()
    {
        var match = Cue.Parse("passOn", "let the … owner know").MatchAt(Words.Of("let the berth occupancy owner know"), 0)!;

        Assert.Equal((2, 4, 4), (match.GapStart, match.GapEnd, match.Evidence));
    }
}
