using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Tests.Edge;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  Jo Keller\n", "Jo Keller")]
    [InlineData("a\0b", "ab")]
    [InlineData("a\uD83Db", "ab")]
    [InlineData("a\uDCA7", "a")]
    [InlineData("a\uFFFDb", "ab")]
    [InlineData("水 💧", "水 💧")]
    [InlineData("\0 a", "a")]
    public void What_no_database_keeps_is_left_out_and_the_rest_stays(string? raw, string clean) => Assert.Equal(clean, CleanText.Of(raw));

    [Theory]
    [InlineData("abc", 2, "ab")]
    [InlineData("a💧c", 2, "a")]
    [InlineData("a💧c", 3, "a💧")]
    [InlineData("ab cd", 3, "ab")]
    public void It_is_cut_between_two_characters(string raw, int longest, string clean) => Assert.Equal(clean, CleanText.Of(raw, longest));
}
