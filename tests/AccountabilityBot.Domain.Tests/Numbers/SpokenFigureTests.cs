using System.Globalization;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class SpokenFigureTests
{
    [Theory]
    [InlineData("27", "en-US", "27")]
    [InlineData("27.5", "en-US", "27.5")]
    [InlineData("27,5", "en-US", "27.5")]
    [InlineData("27.5", "de-DE", "27.5")]
    [InlineData("27,5", "de-DE", "27.5")]
    [InlineData("1,234", "en-US", "1234")]
    [InlineData("1,234", "de-DE", "1.234")]
    [InlineData("1.234", "de-DE", "1234")]
    [InlineData("1.234", "en-US", "1.234")]
    [InlineData("1.234,5", "en-US", "1234.5")]
    [InlineData("1,234.5", "de-DE", "1234.5")]
    [InlineData("1.234.567", "en-US", "1234567")]
    [InlineData("1 234 567,8", "fr-FR", "1234567.8")]
    [InlineData("1.234", "fr-FR", "1.234")]
    [InlineData("1'234.50", "de-CH", "1234.5")]
    [InlineData("1’234", "de-CH", "1234")]
    [InlineData(" 27,5 % ", "de-DE", "27.5")]
    [InlineData("27.5%", "en-US", "27.5")]
    [InlineData("-3", "en-US", "-3")]
    [InlineData("\u22123,5", "de-DE", "-3.5")]
    [InlineData("+3", "en-US", "3")]
    [InlineData(".5", "en-US", "0.5")]
    [InlineData("5,", "de-DE", "5")]
    public void A_value_is_read_as_its_writers_language_writes_it(string text, string culture, string amount) => Assert.Equal(
        (decimal.Parse(amount, CultureInfo.InvariantCulture), (FigureFault?)null), SpokenFigure.Read(text, "%", CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData(null, FigureFault.Empty)]
    [InlineData("  ", FigureFault.Empty)]
    [InlineData("%", FigureFault.Empty)]
    [InlineData("about 27", FigureFault.NoFigure)]
    [InlineData("NaN", FigureFault.NoFigure)]
    [InlineData("1e5", FigureFault.NoFigure)]
    [InlineData("--3", FigureFault.NoFigure)]
    [InlineData("-", FigureFault.NoFigure)]
    [InlineData("1,23,4", FigureFault.NoFigure)]
    [InlineData("1.2,3.4", FigureFault.NoFigure)]
    [InlineData("12,34.5", FigureFault.NoFigure)]
    [InlineData("27 EUR", FigureFault.NoFigure)]
    [InlineData("٢٧", FigureFault.NoFigure)]
    [InlineData("1000000000000000000", FigureFault.TooLarge)]
    [InlineData("0.1234567", FigureFault.TooManyDecimals)]
    public void What_is_no_value_is_told_why(string? text, FigureFault fault) =>
        Assert.Equal((null, fault), SpokenFigure.Read(text, "%", CultureInfo.GetCultureInfo("en-US")));

    [Fact]
    public void Four_hundred_digits_are_too_many() =>
        Assert.Equal((null, FigureFault.TooLarge), SpokenFigure.Read(new string('9', 400), null, CultureInfo.InvariantCulture));
}
