using System.Globalization;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain;

/// <summary>Reads an amount as people write it: <c>EUR 12,500</c>, <c>12.500 €</c>, <c>$1.2m</c>, <c>90k</c>.</summary>
public static class SpokenMoney
{
    static readonly (string Sign, string Currency)[] _signs = [("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR")];

    /// <param name="usual">ISO 4217; meant where no currency is written. None: then one has to be.</param>
    /// <returns>Minor units and their currency; no currency: none was written; no amount: it is none, or finer than the currency.</returns>
    public static (long? Minor, string? Currency) Read(string? text, string? usual, CultureInfo culture)
    {
        var written = (text ?? "").Trim();
        var currency = usual;
        if (written.Length >= 3 && Money.IsCurrency(written[..3].ToUpperInvariant()))
            (currency, written) = (written[..3].ToUpperInvariant(), written[3..]);
        else if (written.Length >= 3 && Money.IsCurrency(written[^3..].ToUpperInvariant()))
            (currency, written) = (written[^3..].ToUpperInvariant(), written[..^3]);
        else if (Array.Find(_signs, sign => written.Contains(sign.Sign, StringComparison.Ordinal)) is { Sign: { } found } sign)
            (currency, written) = (sign.Currency, written.Replace(found, "", StringComparison.Ordinal));

        var (scale, bare) = ScaleOf(written.Trim());
        if (SpokenFigure.Read(bare, null, culture).Amount is not { } amount)
            return (null, currency);
        return (currency is null ? null : Money.ToMinor(amount * scale, currency), currency);
    }

    static (decimal Scale, string Bare) ScaleOf(string written) => written switch
    {
        [.. var bare, 'k' or 'K'] => (1_000m, bare),
        [.. var bare, 'm' or 'M'] => (1_000_000m, bare),
        _ => (1m, written),
    };
}
