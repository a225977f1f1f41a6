using System.Globalization;

namespace AccountabilityBot.Domain.Numbers;

/// <summary>Reads the value of a number as people and machines write it.</summary>
public static class NumberText
{
    /// <summary>No figure of a company needs more digits, and every database keeps these exactly.</summary>
    public const int MostDigits = 18;

    public const int MostDecimals = 6;

    /// <summary>Reads <c>27</c>, <c>27.5</c>, <c>-3</c>: a point for decimals, nothing between thousands.</summary>
    /// <returns>The amount, or the sentence that says why it is none.</returns>
    public static (decimal? Amount, string? Fault) Read(string text)
    {
        var written = text.Trim();
        if (written.Length is 0)
            return (null, "It is empty; a figure such as 27.5 is needed.");
        if (written.Count(char.IsAsciiDigit) > MostDigits + MostDecimals)
            return (null, $"It has {written.Count(char.IsAsciiDigit)} digits; at most {MostDigits} and {MostDecimals} decimals are kept.");
        if (!decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return (null, $"\"{Shortened(written)}\" is no figure; write it like 27 or 27.5, with a point for decimals and nothing between thousands.");
        return Fault(amount) is { } fault ? (null, fault) : (amount, null);
    }

    /// <summary>Why an amount cannot be kept; none: it can.</summary>
    public static string? Fault(decimal amount) =>
        Math.Abs(amount) >= (decimal)Math.Pow(10, MostDigits) ? $"It is too large; at most {MostDigits} digits before the point are kept."
        : decimal.Round(amount, MostDecimals) != amount ? $"It has more than {MostDecimals} decimals."
        : null;

    static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
