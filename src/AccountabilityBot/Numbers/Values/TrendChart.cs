using System.Collections.Concurrent;
using System.Globalization;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Wording;
using ScottPlot;
using ScottPlot.TickGenerators;
using Image = AccountabilityBot.Teams.Cards.Image;

namespace AccountabilityBot.Numbers.Values;

/// <summary>
/// How a number went: a small line of its last values, the target dashed, the last value marked and written out. A picture has
/// no theme, so that it stands on a light ground of its own; whoever does not see it reads the same in one sentence.
/// </summary>
static class TrendChart
{
    const int MostValues = 13;

    /// <summary>In pixels; drawn at twice the size it is shown at, so that it is sharp on every screen.</summary>
    const int Width = 960;
    const int Height = 300;
    const float Scale = 2;

    /// <summary>Pictures of some 20 KB each; a card is drawn for each of its readers, and the picture is the same.</summary>
    const int MostKept = 200;

    static readonly Color _ground = Color.FromHex("#F7F7FA"), _ink = Color.FromHex("#3B3A3F"), _faint = Color.FromHex("#C8C6CC"), _line = Color.FromHex("#4F52B2"), _aim = Color.FromHex("#0B6A0B");

    static readonly ConcurrentDictionary<string, Image> _kept = new();

    /// <param name="values">In any order; the last thirteen are drawn.</param>
    /// <returns>A PNG as a data URI, far below 60 KB; none where there are fewer than two values, which are no trend.</returns>
    public static Image? Of(IReadOnlyList<(DateOnly PeriodEnd, decimal Value)> values, NumberFacts facts, Sentences say)
    {
        if (values.Count < 2)
            return null;
        (DateOnly PeriodEnd, decimal Value)[] shown = [.. values.OrderBy(value => value.PeriodEnd).TakeLast(MostValues)];
        var key = string.Create(CultureInfo.InvariantCulture, $"{say.Culture.Name}\n{facts.Name}\n{facts.Unit}\n{facts.Period}\n{facts.Target}\n{string.Join('|', shown)}");
        if (_kept.Count > MostKept)
            _kept.Clear();
        return _kept.GetOrAdd(key, _ => new Image($"data:image/png;base64,{Convert.ToBase64String(Draw(shown, facts, say))}", InWords(shown, facts, say)));
    }

    /// <summary><c>Win rate, 6 months: 21 % to 27 %, target 25 %</c></summary>
    static string InWords((DateOnly PeriodEnd, decimal Value)[] values, NumberFacts facts, Sentences say)
    {
        var length = say.Plain(facts.Period switch { Period.Week => "number-value.chart.weeks", Period.Quarter => "number-value.chart.quarters", _ => "number-value.chart.months" }, values.Length);
        var (first, last) = (ValueWords.Of(values[0].Value, facts, say.Culture), ValueWords.Of(values[^1].Value, facts, say.Culture));
        return facts.Target is { } target
            ? say.Plain("number-value.chart.target", facts.Name, length, first, last, ValueWords.Of(target, facts, say.Culture))
            : say.Plain("number-value.chart", facts.Name, length, first, last);
    }

    static byte[] Draw((DateOnly PeriodEnd, decimal Value)[] values, NumberFacts facts, Sentences say)
    {
        double[] days = [.. values.Select(value => (double)value.PeriodEnd.DayNumber)], heights = [.. values.Select(value => (double)value.Value)];
        using var plot = new Plot { ScaleFactor = Scale };
        plot.FigureBackground.Color = plot.DataBackground.Color = _ground;
        plot.HideGrid();

        if (facts.Target is { } target)
        {
            var aim = plot.Add.HorizontalLine((double)target);
            (aim.LinePattern, aim.LineWidth, aim.Color) = (LinePattern.Dashed, 1.5f, _aim);
        }

        var line = plot.Add.Scatter(days, heights);
        (line.LineWidth, line.MarkerSize, line.Color) = (2, values.Length > 8 ? 0 : 4, _line);
        plot.Add.Marker(days[^1], heights[^1], MarkerShape.FilledCircle, 9, _line);
        var label = plot.Add.Text(ValueWords.Of(values[^1].Value, facts, say.Culture), days[^1], heights[^1]);
        (label.LabelFontColor, label.LabelFontSize, label.LabelBold, label.LabelAlignment, label.OffsetX) = (_line, 14, true, Alignment.MiddleLeft, 8);

        Scales(plot, days, heights, facts, say);
        return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
    }

    /// <summary>Written out are the lowest and the highest value and the target, and the first and the last period: what a reader asks for.</summary>
    static void Scales(Plot plot, double[] days, double[] heights, NumberFacts facts, Sentences say)
    {
        List<double> marks = [heights.Min(), heights.Max()];
        if (facts.Target is { } target)
            marks.Add((double)target);
        var (low, high) = (marks.Min(), marks.Max());
        var room = high > low ? high - low : Math.Max(1, Math.Abs(high) * 0.1);
        double[] far = [.. marks.Distinct().Order().Aggregate(new List<double>(), (kept, mark) => kept.Count > 0 && mark - kept[^1] < room * 0.14 ? kept : [.. kept, mark])];
        plot.Axes.Left.TickGenerator = new NumericManual(far, [.. far.Select(mark => ((decimal)mark).ToString("#,0.##", say.Culture))]);
        plot.Axes.Bottom.TickGenerator = new NumericManual([days[0], days[^1]], [Short(days[0], facts.Period, say), Short(days[^1], facts.Period, say)]);
        foreach (var axis in (IAxis[])[plot.Axes.Left, plot.Axes.Bottom])
        {
            (axis.TickLabelStyle.ForeColor, axis.TickLabelStyle.FontSize) = (_ink, 12);
            (axis.MajorTickStyle.Length, axis.FrameLineStyle.Color) = (0, _faint);
        }

        plot.Axes.Left.FrameLineStyle.Width = plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        // The last value stands to the right of its mark.
        var span = days[^1] - days[0];
        plot.Axes.SetLimits(days[0] - (span * 0.03), days[^1] + (span * 0.25), low - (room * 0.18), high + (room * 0.18));
    }

    static string Short(double day, Period period, Sentences say)
    {
        var end = DateOnly.FromDayNumber((int)day);
        return period switch
        {
            Period.Week => end.ToString("d MMM", say.Culture),
            Period.Quarter => ValueWords.Of(period, end, say),
            _ => end.ToString("MMM yyyy", say.Culture),
        };
    }
}
