using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Tests.WorkingTime;

namespace AccountabilityBot.Domain.Tests.Commitments;

public sealed class CommitmentPhraseTests
{
    /// <summary>A Monday.</summary>
    static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("send the list by friday", "send the list", "2026-11-27")]
    [InlineData("Send the list by Friday.", "Send the list", "2026-11-27")]
    [InlineData("send the list by 4 December", "send the list", "2026-12-04")]
    [InlineData("send the list by 2026-12-04", "send the list", "2026-12-04")]
    [InlineData("send the list until tomorrow", "send the list", "2026-11-24")]
    [InlineData("call Jo by phone by friday", "call Jo by phone", "2026-11-27")]
    [InlineData("finish by friday the whole list", "finish the whole list", "2026-11-27")]
    [InlineData("die Liste zu schicken bis morgen", "die Liste zu schicken", "2026-11-24")]
    [InlineData("die Liste bis Freitag zu schicken", "die Liste zu schicken", "2026-11-27")]
    [InlineData("die Liste bis 4.12.", "die Liste", "2026-12-04")]
    [InlineData("die Liste bis zum 4. Dezember", "die Liste", "2026-12-04")]
    [InlineData("send the list by 2020-01-01", "send the list", "2020-01-01")]
    [InlineData("by friday", "", "2026-11-27")]
    public void The_day_stands_behind_a_word_that_announces_it(string words, string what, string day)
    {
        var phrase = CommitmentPhrase.Read(words, Today);
        Assert.Equal((what, Calendars.Day(day)), (phrase.What, phrase.Day));
    }

    [Theory]
    [InlineData("send the list", "send the list", null)]
    [InlineData("call Jo by phone", "call Jo by phone", null)]
    [InlineData("", "", null)]
    [InlineData("send the list by 31 February", "send the list", "31 February")]
    [InlineData("send the list by 99.99.2026", "send the list", "99.99.2026")]
    public void What_is_no_day_is_not_guessed_at(string words, string what, string? noDay)
    {
        var phrase = CommitmentPhrase.Read(words, Today);
        Assert.Equal((what, null, noDay), (phrase.What, phrase.Day, phrase.NoDay));
    }

    [Fact]
    public void Of_two_days_nobody_chooses_one()
    {
        var phrase = CommitmentPhrase.Read("send the list by 3/12/2026", Today);
        Assert.Equal(("send the list", null), (phrase.What, phrase.Day));
        Assert.NotNull(phrase.Either);
        Assert.NotNull(phrase.Or);
    }
}
