namespace AccountabilityBot.Domain;

/// <summary>Currencies have no, two or three decimals; amounts are kept in minor units. Source: ISO 4217, list one.</summary>
public static class Money
{
    static readonly HashSet<string> WithoutDecimals = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    static readonly HashSet<string> WithThreeDecimals = new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

    /// <param name="currency">ISO 4217, upper case.</param>
    public static int DecimalsOf(string currency) =>
        WithoutDecimals.Contains(currency) ? 0 : WithThreeDecimals.Contains(currency) ? 3 : 2;

    /// <summary>How many minor units make a major one.</summary>
    public static decimal ScaleOf(string currency) => DecimalsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    /// <summary>Major units to minor ones; none when the amount is finer than the currency, or beyond what is kept.</summary>
    public static long? ToMinor(decimal amount, string currency)
    {
        const decimal Most = 1_000_000_000_000m;
        if (Math.Abs(amount) > Most)
            return null;
        var minor = amount * ScaleOf(currency);
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    /// <summary>Whether this is how a currency is written: three capital letters.</summary>
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);
}
