using System.Globalization;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers.Values;

/// <summary>Values and periods as a reader's language writes them.</summary>
static class ValueWords
{
    const string Pattern = "#,0.######";

    /// <summary><c>27.5 %</c>, <c>4.000.000 EUR</c>, <c>12</c>: what is counted has no unit that says more than the number's name.</summary>
    public static string Of(decimal value, NumberFacts facts, CultureInfo culture) =>
        facts.Unit is null or "count" ? value.ToString(Pattern, culture) : $"{value.ToString(Pattern, culture)} {facts.Unit}";

    /// <summary>With two decimals at most, where there is little room.</summary>
    public static string Rounded(decimal value, NumberFacts facts, CultureInfo culture) => Of(Math.Round(value, 2, MidpointRounding.AwayFromZero), facts, culture);

    /// <summary>As an input shows it, to be typed over: nothing between thousands.</summary>
    public static string Typed(decimal value, CultureInfo culture) => value.ToString("0.######", culture);

    /// <summary><c>October 2026</c>, <c>Q3 2026</c>, <c>week 47 (to 22 November 2026)</c>.</summary>
    public static string Of(Period period, DateOnly periodEnd, Sentences say) => period switch
    {
        Period.Week => say.Plain("number-value.week", ISOWeek.GetWeekOfYear(periodEnd.ToDateTime(TimeOnly.MinValue)), Day(periodEnd, say)),
        Period.Quarter => say.Plain("number-value.quarter", ((periodEnd.Month - 1) / 3) + 1, periodEnd.Year.ToString(CultureInfo.InvariantCulture)),
        _ => periodEnd.ToString("MMMM yyyy", say.Culture),
    };

    public static string Day(DateOnly day, Sentences say) => day.ToString(say.Plain("number-value.day"), say.Culture);
}
