namespace AccountabilityBot.Domain.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("EUR", "12.34", 1_234)]
    [InlineData("EUR", "12.340", 1_234)]
    [InlineData("EUR", "0", 0)]
    [InlineData("JPY", "1500", 1_500)]
    [InlineData("KWD", "1.005", 1_005)]
    [InlineData("CLF", "1.0005", 10_005)]
    [InlineData("USD", "-3.50", -350)]
    public void An_amount_is_kept_in_the_currencys_own_minor_units(string currency, string amount, long minor) =>
        Assert.Equal(minor, Money.ToMinor(Parse(amount), currency));

    [Theory]
    [InlineData("EUR", "0.001")]
    [InlineData("JPY", "0.5")]
    [InlineData("KWD", "0.0001")]
    [InlineData("CLF", "0.00001")]
    public void An_amount_finer_than_its_currency_is_not_rounded_but_none(string currency, string amount) =>
        Assert.Null(Money.ToMinor(Parse(amount), currency));

    [Theory]
    [InlineData("EUR")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    [InlineData("CLF")]
    public void The_largest_amount_fits_and_a_larger_one_is_none(string currency)
    {
        Assert.Equal(Money.Most, Money.ToMinor(Money.Most, currency)!.Value / Money.ScaleOf(currency));
        Assert.Null(Money.ToMinor(Money.Most + 1, currency));
        Assert.Null(Money.ToMinor(decimal.MaxValue, currency));
        Assert.Null(Money.ToMinor(decimal.MinValue, currency));
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("EUR", 2)]
    [InlineData("TND", 3)]
    [InlineData("UYW", 4)]
    [InlineData("ZZZ", 2)]
    public void The_scale_follows_from_the_decimals(string currency, int decimals)
    {
        Assert.Equal(decimals, Money.DecimalsOf(currency));
        Assert.Equal(Math.Pow(10, decimals), (double)Money.ScaleOf(currency));
    }

    [Theory]
    [InlineData("EUR", true)]
    [InlineData("eur", false)]
    [InlineData("EU", false)]
    [InlineData("EURO", false)]
    [InlineData("E R", false)]
    [InlineData("ÉUR", false)]
    [InlineData("", false)]
    public void A_currency_is_three_capital_letters(string text, bool is_one) => Assert.Equal(is_one, Money.IsCurrency(text));

    static decimal Parse(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
}
