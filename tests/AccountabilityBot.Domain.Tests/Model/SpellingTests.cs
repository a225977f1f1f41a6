using AccountabilityBot.Domain.Model;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("acceptWithn", "acceptWithin")]
    [InlineData("guradian", "guardian")]
    [InlineData("Head", "head")]
    public void A_slip_finds_the_word_that_was_meant(string found, string meant) =>
        Assert.Equal(meant, Spelling.Nearest(found, ["name", "head", "guardian", "acceptWithin"]));

    [Theory]
    [InlineData("")]
    [InlineData("colour")]
    public void What_is_near_nothing_suggests_nothing(string found) =>
        Assert.Null(Spelling.Nearest(found, ["name", "head", "guardian"]));

    [Fact]
    public void A_very_long_word_is_not_compared() => Assert.Null(Spelling.Nearest(new string('a', 100_000), [new string('a', 100)]));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Prop.ForAll<string>(text => text is null || Spelling.Fold(Spelling.Fold(text)) == Spelling.Fold(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Separators_between_words_never_matter() =>
        Prop.ForAll<NonEmptyString, NonEmptyString>((one, other) => Spelling.Fold($"{one.Get}_{other.Get}") == Spelling.Fold($"{one.Get} - {other.Get}"))
            .QuickCheckThrowOnFailure();
}
