using System.Collections.Concurrent;
using System.Globalization;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Wording;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
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
    const float Scale = ChartStyle.Scale;

    /// <summary>Pictures of some 20 KB each; a card is drawn for each of its readers, and the picture is the same.</summary>
    const int MostKept = 200;

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
        return _kept.GetOrAdd(key, _ => new Image($"data:image/png;base64,{Convert.ToBase64String(Draw(shown, facts, say, ChartStyle.Font))}", InWords(shown, facts, say)));
    }

    /// <param name="font">None: as on a machine without fonts.</param>
    public static byte[] Draw((DateOnly PeriodEnd, decimal Value)[] values, NumberFacts facts, Sentences say, string? font)
    {
        var trend = new Trend(values, facts, say, HasFont: font is not null);
        using var plot = ChartStyle.Plot(font);
        Lines(plot, trend);
        Scales(plot, trend);
        if (font is not null)
        {
            Words(plot, trend, font);
            return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
        }

        var png = plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
        return Strokes(png, plot.RenderManager.LastRender.DataRect, trend);
    }

    /// <summary><c>Win rate, 6 months: 21 % to 27 %, target 25 %</c></summary>
    static string InWords((DateOnly PeriodEnd, decimal Value)[] values, NumberFacts facts, Sentences say)
    {
        var length = say.Plain(facts.Period switch { Period.Week => "number-value.chart.weeks", Period.Quarter => "number-value.chart.quarters", _ => "number-value.chart.months" }, values.Length);
        var (first, last) = (ValueWords.Rounded(values[0].Value, facts, say.Culture), ValueWords.Rounded(values[^1].Value, facts, say.Culture));
        return facts.Target is { } target
            ? say.Plain("number-value.chart.target", facts.Name, length, first, last, ValueWords.Of(target, facts, say.Culture))
            : say.Plain("number-value.chart", facts.Name, length, first, last);
    }

    static void Lines(Plot plot, Trend trend)
    {
        if (trend.Facts.Target is { } target)
        {
            var aim = plot.Add.HorizontalLine((double)target);
            (aim.LinePattern, aim.LineWidth, aim.Color) = (LinePattern.Dashed, 1.5f, ChartStyle.Aim);
        }

        var line = plot.Add.Scatter(trend.Days, trend.Heights);
        (line.LineWidth, line.MarkerSize, line.Color) = (2, trend.Days.Length > 8 ? 0 : 4, ChartStyle.Line);
        plot.Add.Marker(trend.Days[^1], trend.Heights[^1], MarkerShape.FilledCircle, 9, ChartStyle.Line);
    }

    static void Scales(Plot plot, Trend trend)
    {
        plot.Axes.Left.TickGenerator = new NumericManual(trend.Marks, [.. trend.Marks.Select(trend.Mark)]);
        plot.Axes.Bottom.TickGenerator = new NumericManual([trend.Days[0], trend.Days[^1]], [trend.Day(0), trend.Day(^1)]);
        foreach (var axis in (IAxis[])[plot.Axes.Left, plot.Axes.Bottom])
        {
            (axis.TickLabelStyle.ForeColor, axis.TickLabelStyle.FontSize) = (ChartStyle.Ink, 12);
            (axis.MajorTickStyle.Length, axis.FrameLineStyle.Color) = (0, ChartStyle.Faint);
        }

        plot.Axes.Left.FrameLineStyle.Width = plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        if (!trend.HasFont)
            (plot.Axes.Left.MinimumSize, plot.Axes.Bottom.MinimumSize) = ((trend.Marks.Max(mark => StrokeDigits.WidthOf(trend.Mark(mark), Trend.StrokeHeight)) / Scale) + 14, 28);
        plot.Axes.SetLimits(trend.Left, trend.Right, trend.Bottom, trend.Top);
    }

    /// <summary>The last value, above its mark and to the left of it: there is room for it, however long it is.</summary>
    static void Words(Plot plot, Trend trend, string font)
    {
        var label = plot.Add.Text(trend.Last, trend.Days[^1], trend.Heights[^1]);
        (label.LabelFontName, label.LabelFontColor, label.LabelFontSize, label.LabelBold) = (font, ChartStyle.Line, 14, true);
        (label.LabelAlignment, label.OffsetX, label.OffsetY) = (Alignment.LowerRight, 6, -6);
        label.LabelBackgroundColor = ChartStyle.Ground.WithAlpha(0.8);
    }

    /// <param name="data">Where the lines are, in units of <see cref="Scale"/> pixels.</param>
    static byte[] Strokes(byte[] png, PixelRect data, Trend trend)
    {
        var area = (Left: data.Left * Scale, Right: data.Right * Scale, Top: data.Top * Scale, Bottom: data.Bottom * Scale);
        return ChartStyle.Over(png, canvas =>
        {
            const float High = Trend.StrokeHeight;
            foreach (var mark in trend.Marks)
                Right(canvas, trend.Mark(mark), area.Left - 14, Y(mark) - (High / 2), ChartStyle.Ink);
            StrokeDigits.Draw(canvas, trend.Day(0), area.Left, area.Bottom + 14, High, ChartStyle.Sk(ChartStyle.Ink));
            Right(canvas, trend.Day(^1), area.Right, area.Bottom + 14, ChartStyle.Ink);
            Right(canvas, trend.Last, X(trend.Days[^1]) + 12, Y(trend.Heights[^1]) - High - 16, ChartStyle.Line);
        });

        static void Right(SKCanvas canvas, string text, float right, float top, Color color) =>
            StrokeDigits.Draw(canvas, text, right - StrokeDigits.WidthOf(text, Trend.StrokeHeight), top, Trend.StrokeHeight, ChartStyle.Sk(color));

        float X(double day) => area.Left + ((float)((day - trend.Left) / (trend.Right - trend.Left)) * (area.Right - area.Left));

        float Y(double value) => area.Bottom - ((float)((value - trend.Bottom) / (trend.Top - trend.Bottom)) * (area.Bottom - area.Top));
    }

    /// <summary>The values as a plane to draw on: written out are the lowest, the highest and the target, and the first and the last period.</summary>
    sealed record Trend((DateOnly PeriodEnd, decimal Value)[] Values, NumberFacts Facts, Sentences Say, bool HasFont)
    {
        public const float StrokeHeight = 22;

        public double[] Days { get; } = [.. Values.Select(value => (double)value.PeriodEnd.DayNumber)];

        public double[] Heights { get; } = [.. Values.Select(value => (double)value.Value)];

        double Low => Math.Min(Heights.Min(), (double)(Facts.Target ?? Values[0].Value));

        double High => Math.Max(Heights.Max(), (double)(Facts.Target ?? Values[0].Value));

        double Room => High > Low ? High - Low : Math.Max(1, Math.Abs(High) * 0.1);

        public double Left => Days[0] - ((Days[^1] - Days[0]) * 0.04);

        public double Right => Days[^1] + ((Days[^1] - Days[0]) * 0.04);

        public double Bottom => Low - (Room * 0.14);

        /// <summary>The last value is written above its mark, and the highest may be the last.</summary>
        public double Top => High + (Room * 0.34);

        /// <summary>Those of them that are far enough from each other to be read.</summary>
        public double[] Marks => [.. new[] { Heights.Min(), Heights.Max(), (double)(Facts.Target ?? Values[0].Value) }
            .Where(mark => Facts.Target is not null || mark == Heights.Min() || mark == Heights.Max())
            .Distinct().Order()
            .Aggregate(new List<double>(), (kept, mark) => kept.Count > 0 && mark - kept[^1] < Room * 0.14 ? kept : [.. kept, mark])];

        public string Last => HasFont || Facts.Unit is "%" ? ValueWords.Rounded(Values[^1].Value, Facts, HasFont ? Say.Culture : CultureInfo.InvariantCulture) : Mark(Heights[^1]);

        public string Mark(double mark) => mark.ToString("#,0.##", HasFont ? Say.Culture : CultureInfo.InvariantCulture);

        public string Day(Index which)
        {
            var end = Values[which].PeriodEnd;
            return (HasFont, Facts.Period) switch
            {
                (false, Period.Month) => end.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                (false, _) => end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                (_, Period.Week) => end.ToString("d MMM", Say.Culture),
                (_, Period.Quarter) => ValueWords.Of(Facts.Period, end, Say),
                _ => end.ToString("MMM yyyy", Say.Culture),
            };
        }
    }
}
