using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("27", "27")]
    [InlineData(" 27.5 ", "27.5")]
    [InlineData("-3", "-3")]
    [InlineData("0", "0")]
    [InlineData("999999999999999999.999999", "999999999999999999.999999")]
    public void A_figure_is_read(string text, string amount) =>
        Assert.Equal((decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), (string?)null), NumberText.Read(text));

    [Theory]
    [InlineData("", "It is empty")]
    [InlineData("NaN", "is no figure")]
    [InlineData("Infinity", "is no figure")]
    [InlineData("1e999", "is no figure")]
    [InlineData("27,5", "is no figure")]
    [InlineData("1,000", "is no figure")]
    [InlineData("27 %", "is no figure")]
    [InlineData("٢٧", "is no figure")]
    [InlineData("1000000000000000000", "too large")]
    [InlineData("0.1234567", "more than 6 decimals")]
    public void What_is_none_is_told_in_a_sentence(string text, string words)
    {
        var (amount, fault) = NumberText.Read(text);

        Assert.Null(amount);
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_hundred_digits_are_counted_and_not_read() =>
        Assert.Equal("It has 400 digits; at most 18 and 6 decimals are kept.", NumberText.Read(new string('9', 400)).Fault);
}
