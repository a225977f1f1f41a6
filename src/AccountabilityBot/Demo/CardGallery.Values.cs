using AccountabilityBot.Data;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>The values of numbers: what a keeper is asked for, and what a trend looks like.</summary>
sealed partial class CardGallery
{
    static readonly DateOnly _october = new(2026, 10, 31);

    void FillValues()
    {
        var rate = new NumberFacts("close-rate", "Close rate")
        {
            Unit = "%",
            Target = 25,
            Definition = new NumberDefinition("Signed orders, of all opportunities that were closed in the month, won or lost."),
        };
        var due = Value(rate, Now.AddDays(-18));
        var before = new NumberValue { Id = Guid.CreateVersion7(Now), NumberId = rate.Id, PeriodEnd = new DateOnly(2026, 9, 30), Value = 21, Source = ValueSources.Keeper, EnteredAt = Now.AddMonths(-1) };
        var saved = new NumberValue
        {
            Id = Guid.CreateVersion7(Now),
            NumberId = rate.Id,
            PeriodEnd = _october,
            Value = 27,
            Source = ValueSources.Keeper,
            EnteredBy = _me.Id,
            EnteredAt = Now,
            Note = "Two large orders slipped into October.",
        };
        Add("value-due", "The value of a number is due, to its keeper", ValueCards.Draw(due with { Before = before }));
        Add("value-late", "The same, past its limit", ValueCards.Draw(due with { Before = before, Now = Now }));
        Add("value-due-plain", "The same, of a number of which nothing is known but its name", ValueCards.Draw(Value(new NumberFacts("followers", "Followers"), Now.AddDays(-18))));
        Add("value-wrong", "A value that is none", ValueCards.Form(
            due with { Before = before }, new TypedValue("about 27", "Two large orders slipped into October.", _say.Plain("number-value.fault.no-figure", "about 27", "27.5 %"))));
        Add("value-saved", "Saved", ValueCards.Draw(due with { Value = saved, Before = before }));
        Add("value-meanwhile", "Somebody else saved first", ValueCards.Saved(due with { Value = saved, Before = before }, _say.Plain("number-value.meanwhile", _me.Name, "27 %")));
        Add("value-change", "Change: the form over what was saved", ValueCards.Form(due with { Value = saved, Before = before }, new TypedValue("27", saved.Note)));
        Add("value-long-texts", "Long names, markup and other scripts", ValueCards.Draw(Value(
            rate with { Name = string.Concat(Enumerable.Repeat("شركة النقل ❄️ ", 12)), Definition = new NumberDefinition(string.Concat(Enumerable.Repeat("**now** [x](https://evil.example) {{DATE(1)}} ", 40))), Unit = "% of all <at>us</at>" },
            Now.AddDays(-18))));

        (DateOnly, decimal)[] months = [.. ((decimal[])[21, 20.5m, 22, 24, 23.5m, 27]).Select((value, month) => (new DateOnly(2026, 5, 1).AddMonths(month + 1).AddDays(-1), value))];
        Add("value-trend", "A trend of six months", Trend(months, rate, _say));
        (DateOnly, decimal)[] weeks = [.. Enumerable.Range(0, 13).Select(week => (new DateOnly(2026, 8, 30).AddDays(7 * week), (decimal)(95 + (20 * Math.Sin(week)))))];
        Add("value-trend-weeks", "A trend of thirteen weeks, in German", Trend(weeks, new NumberFacts("speed", "Speed to Lead") { Unit = "Minuten", Period = Period.Week, Target = 60, Direction = Direction.Down }, Sentences.In("de")));
        (DateOnly, decimal)[] quarters = [(new DateOnly(2026, 6, 30), 3_600_000), (new DateOnly(2026, 9, 30), 4_150_000)];
        Add("value-trend-two", "A trend of two values without a target", Trend(quarters, new NumberFacts("pipeline", "Qualified pipeline") { Unit = "EUR", Period = Period.Quarter }, _say));
    }

    static AdaptiveCard Trend(IReadOnlyList<(DateOnly, decimal)> values, NumberFacts facts, Sentences say) => new()
    {
        Summary = facts.Name,
        Body = [new TextBlock(CardText.Untrusted(facts.Name)) { Weight = TextWeight.Bolder, Style = TextStyle.Heading }, TrendChart.Of(values, facts, say)!],
    };

    ValueView Value(NumberFacts facts, DateTimeOffset now) => new()
    {
        Number = new TrackedNumber(facts, "model", now),
        PeriodEnd = _october,
        Company = _company,
        Say = _say,
        PostId = Guid.CreateVersion7(Now),
        Now = now,
    };
}
