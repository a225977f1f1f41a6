using System.Globalization;

namespace AccountabilityBot.Domain.Numbers;

/// <summary>Why what a person typed is no value. Each has its sentence.</summary>
public enum FigureFault
{
    Empty = 1,
    NoFigure = 2,
    TooLarge = 3,
    TooManyDecimals = 4,
}

/// <summary>Reads a value as its writer's language writes figures: <c>27,5</c> and <c>1.234,5</c> in German, <c>1,234.5</c> in English.</summary>
/// <remarks>
/// One mark alone is what the language takes it for: <c>1.234</c> is a thousand and more in German, and one and a bit in
/// English. A mark that cannot stand between thousands is for decimals in every language: <c>27.5</c> is read in German too.
/// </remarks>
public static class SpokenFigure
{
    /// <param name="text">May have the unit behind it, and spaces or apostrophes between thousands.</param>
    /// <param name="unit">The number's own; none: only a figure may stand there.</param>
    public static (decimal? Amount, FigureFault? Fault) Read(string? text, string? unit, CultureInfo culture)
    {
        var written = Bare(text ?? "", unit);
        if (written.Length is 0)
            return (null, FigureFault.Empty);
        if (written.Count(char.IsAsciiDigit) > NumberText.MostDigits + NumberText.MostDecimals)
            return (null, FigureFault.TooLarge);
        var negative = written[0] is '-' or '\u2212';
        var digits = negative || written[0] is '+' ? written[1..] : written;
        if (digits.Length is 0 || digits.Any(mark => !char.IsAsciiDigit(mark) && mark is not ('.' or ',')) || Plain(digits, culture) is not { } plain)
            return (null, FigureFault.NoFigure);
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return (null, FigureFault.NoFigure);
        if (decimal.Round(amount, NumberText.MostDecimals) != amount)
            return (null, FigureFault.TooManyDecimals);
        return NumberText.Fault(amount) is null ? (negative ? -amount : amount, null) : (null, FigureFault.TooLarge);
    }

    static string Bare(string text, string? unit)
    {
        var bare = string.Concat(text.Where(mark => !char.IsWhiteSpace(mark) && mark is not ('\'' or '’')));
        var suffix = unit is null ? "" : string.Concat(unit.Where(mark => !char.IsWhiteSpace(mark)));
        return suffix.Length > 0 && bare.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? bare[..^suffix.Length] : bare;
    }

    /// <summary>Digits with a point for decimals and nothing between thousands; none: the marks make no sense.</summary>
    static string? Plain(string digits, CultureInfo culture)
    {
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return digits;
        var (mark, whole, rest) = (digits[last], digits[..last], digits[(last + 1)..]);
        var other = mark is '.' ? ',' : '.';
        if (whole.Contains(mark, StringComparison.Ordinal))
            return !digits.Contains(other, StringComparison.Ordinal) ? Joined(digits, mark) : null;
        if (whole.Contains(other, StringComparison.Ordinal))
            return Joined(whole, other) is { } thousands ? $"{thousands}.{rest}" : null;
        var isBetweenThousands = culture.NumberFormat.NumberGroupSeparator == mark.ToString() && rest.Length is 3 && whole.Length is >= 1 and <= 3;
        return isBetweenThousands ? whole + rest : $"{(whole.Length is 0 ? "0" : whole)}.{(rest.Length is 0 ? "0" : rest)}";
    }

    /// <summary>Groups of three behind a first one of up to three.</summary>
    static string? Joined(string digits, char between)
    {
        var groups = digits.Split(between);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length is 3) ? string.Concat(groups) : null;
    }
}
