using System.Globalization;
using AccountabilityBot.Domain;

namespace AccountabilityBot.Leads;

/// <summary>Amounts as senders and lists write them: a number, and its currency in another field.</summary>
static class Amounts
{
    /// <summary>Why this is no currency; none: it is one.</summary>
    /// <param name="shown">As it is repeated in the sentence.</param>
    public static string? WhyNoCurrency(string currency, string shown) =>
        Money.IsCurrency(currency) ? null : $"is \"{shown}\"; it must be an ISO 4217 code such as EUR.";

    /// <param name="currency">Upper case; checked before. None: nothing is written.</param>
    /// <returns>Minor units; else which of the two fields is wrong, and the rest of its sentence.</returns>
    public static (long? Minor, bool IsCurrencyWrong, string? Fault) Read(decimal value, string? currency)
    {
        if (currency is null)
            return (null, true, "is missing; a value needs its currency, as an ISO 4217 code such as EUR.");
        var written = value.ToString(CultureInfo.InvariantCulture);
        if (value < 0)
            return (null, false, $"is {written}; it cannot be negative.");
        return Money.ToMinor(value, currency) is { } minor
            ? (minor, false, null)
            : (null, false, $"is {written}; {currency} has {Money.DecimalsOf(currency)} decimals and at most 1,000,000,000,000 is taken.");
    }
}
