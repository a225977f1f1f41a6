namespace AccountabilityBot.Domain;

/// <summary>Amounts are kept in minor units (cents), of which each currency has its own number. Source: ISO 4217, list one.</summary>
public static class Money
{
    /// <summary>Largest amount kept, in major units: in every currency its minor units fit a 64-bit integer.</summary>
    public const decimal Most = 1_000_000_000_000m;

    /// <param name="currency">ISO 4217, upper case; one that is not known has two decimals.</param>
    public static int DecimalsOf(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV"
            or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>How many minor units make a major one.</summary>
    public static decimal ScaleOf(string currency) => DecimalsOf(currency) switch { 0 => 1m, 2 => 100m, 3 => 1_000m, _ => 10_000m };

    /// <summary>Major units to minor ones; none when the amount is finer than the currency, or beyond <see cref="Most"/>.</summary>
    public static long? ToMinor(decimal amount, string currency)
    {
        if (Math.Abs(amount) > Most)
            return null;
        var minor = amount * ScaleOf(currency);
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    /// <summary>Whether this is how a currency is written: three capital letters.</summary>
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);
}
