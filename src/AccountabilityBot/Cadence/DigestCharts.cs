using System.Collections.Concurrent;
using System.Globalization;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using ScottPlot;
using ScottPlot.TickGenerators;
using Image = AccountabilityBot.Teams.Cards.Image;

namespace AccountabilityBot.Cadence;

/// <summary>The way to a win and the trend, as charts that Teams draws; and each as a picture for clients that do not.</summary>
static class DigestCharts
{
    /// <summary>In pixels as it is shown.</summary>
    const int Width = 480, TrendHeight = 150, BarHeight = 31, Edge = 18;

    /// <summary>How much larger a picture is drawn than it is shown: as sharp as there is room for.</summary>
    static readonly float[] _scales = [1.5f, 1f, 0.75f];

    /// <summary>Characters of a picture in the card: two of them, within what a card's pictures may weigh.</summary>
    const int MostCharacters = 30 * 1024;

    const int MostKept = 200;

    /// <summary>As far as a pointer of digits goes without a font.</summary>
    const float StrokeHeight = 16;

    static readonly ConcurrentDictionary<string, string> _kept = new();

    /// <summary>None: nothing came.</summary>
    public static HorizontalBarChart? Funnel(IReadOnlyList<ConversionStep> steps, string title, Sentences say)
    {
        if (steps.Sum(step => step.Count) is 0)
            return null;
        var names = steps.Select(step => NameOf(step.Step, say)).ToArray();
        var picture = Kept($"funnel\n{say.Culture.Name}\n{string.Join('|', steps.Select(step => $"{step.Step}:{step.Count}"))}", scale => DrawFunnel(steps, names, say.Culture, ChartStyle.Font, scale));
        return new HorizontalBarChart(title, [.. steps.Select((step, index) => new ChartBar(names[index], step.Count))], new Image(picture, InWords(steps, say)) { Size = ImageSize.Stretch });
    }

    /// <summary>None: fewer than three periods are no trend.</summary>
    public static LineChart? Trend(IReadOnlyList<TrendPoint> points, string title, Sentences say)
    {
        if (points.Count < 3)
            return null;
        var (received, accepted) = (NameOf(Step.Received, say), NameOf(Step.Accepted, say));
        var key = $"trend\n{say.Culture.Name}\n{string.Join('|', points.Select(point => $"{point.On:yyyy-MM-dd}:{point.Received}:{point.Accepted}"))}";
        var picture = Kept(key, scale => DrawTrend(points, (received, accepted), say.Culture, ChartStyle.Font, scale));
        return new LineChart(
            title,
            [
                new ChartLine(received, [.. points.Select(point => (point.On, (decimal)point.Received))]),
                new ChartLine(accepted, [.. points.Select(point => (point.On, (decimal)point.Accepted))]),
            ],
            new Image(picture, say.Plain("digest.trend.words", points.Count, points[0].Received, points[^1].Received, points[0].Accepted, points[^1].Accepted)) { Size = ImageSize.Stretch });
    }

    public static string NameOf(Step step, Sentences say) => say.Plain("digest.step." + step.ToString().ToLowerInvariant());

    /// <summary><c>Received 120, accepted 96 (80 %), won 8 (8 %)</c></summary>
    public static string InWords(IReadOnlyList<ConversionStep> steps, Sentences say) => string.Join(", ", steps.Select(step => step.OfBefore is { } share
        ? say.Plain("digest.step.share", NameOf(step.Step, say), step.Count, share)
        : say.Plain("digest.step.count", NameOf(step.Step, say), step.Count)));

    /// <param name="font">None: as on a machine without fonts.</param>
    /// <param name="scale">How much larger it is drawn than it is shown.</param>
    public static byte[] DrawFunnel(IReadOnlyList<ConversionStep> steps, IReadOnlyList<string> names, CultureInfo culture, string? font, float scale = 1.5f)
    {
        using var plot = ChartStyle.Plot(font, scale);
        var most = Math.Max(1, steps.Max(step => step.Count));
        for (var at = 0; at < steps.Count; at++)
        {
            var bar = plot.Add.Bar(new Bar { Position = -at, Value = steps[at].Count, Orientation = Orientation.Horizontal, Size = 0.62, FillColor = Shade(at, steps.Count), LineWidth = 0 });
            bar.Horizontal = true;
        }

        plot.Axes.SetLimits(0, most * 1.32, -steps.Count + 0.4, 0.6);
        plot.Axes.Bottom.IsVisible = plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Left.TickGenerator = new NumericManual([.. steps.Select((_, at) => (double)-at)], [.. font is null ? steps.Select(_ => "") : names]);
        (plot.Axes.Left.TickLabelStyle.ForeColor, plot.Axes.Left.TickLabelStyle.FontSize) = (ChartStyle.Ink, 13);
        var (width, height) = ((int)(Width * scale), (int)(((steps.Count * BarHeight) + Edge) * scale));
        if (font is not null)
        {
            for (var at = 0; at < steps.Count; at++)
            {
                var label = plot.Add.Text(Figure(steps[at], culture), steps[at].Count, -at);
                (label.LabelFontName, label.LabelFontColor, label.LabelFontSize, label.LabelBold) = (font, ChartStyle.Ink, 13, true);
                (label.LabelAlignment, label.OffsetX) = (Alignment.MiddleLeft, 6);
            }

            return plot.GetImage(width, height).GetImageBytes(ImageFormat.Png);
        }

        var png = plot.GetImage(width, height).GetImageBytes(ImageFormat.Png);
        var data = plot.RenderManager.LastRender.DataRect;
        return ChartStyle.Over(png, canvas =>
        {
            for (var at = 0; at < steps.Count; at++)
            {
                var (left, top) = (scale * (data.Left + ((float)(steps[at].Count / (most * 1.32)) * data.Width)) + 12, scale * (data.Top + ((at + 0.6f) / steps.Count * data.Height)));
                StrokeDigits.Draw(canvas, steps[at].Count.ToString(CultureInfo.InvariantCulture), left, top - (StrokeHeight / 2), StrokeHeight, ChartStyle.Sk(ChartStyle.Ink));
            }
        });
    }

    /// <inheritdoc cref="DrawFunnel"/>
    public static byte[] DrawTrend(IReadOnlyList<TrendPoint> points, (string Received, string Accepted) names, CultureInfo culture, string? font, float scale = 1.5f)
    {
        using var plot = ChartStyle.Plot(font, scale);
        double[] days = [.. points.Select(point => (double)point.On.DayNumber)];
        var most = Math.Max(1, points.Max(point => Math.Max(point.Received, point.Accepted)));
        Line([.. points.Select(point => (double)point.Received)], names.Received, ChartStyle.Faint.Darken(0.35), Alignment.LowerRight, -7);
        Line([.. points.Select(point => (double)point.Accepted)], names.Accepted, ChartStyle.Line, Alignment.UpperRight, 7);
        plot.Axes.SetLimits(days[0] - 2, days[^1] + ((days[^1] - days[0]) * 0.07), -most * 0.12, most * 1.3);
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Left.TickGenerator = new NumericManual([0, most], font is null ? ["", ""] : ["0", most.ToString("N0", culture)]);
        plot.Axes.Bottom.TickGenerator = new NumericManual([days[0], days[^1]], font is null ? ["", ""] : [points[0].On.ToString("d MMM", culture), points[^1].On.ToString("d MMM", culture)]);
        foreach (var axis in (IAxis[])[plot.Axes.Left, plot.Axes.Bottom])
        {
            (axis.TickLabelStyle.ForeColor, axis.TickLabelStyle.FontSize) = (ChartStyle.Ink, 12);
            (axis.MajorTickStyle.Length, axis.FrameLineStyle.Color) = (0, ChartStyle.Faint);
        }

        return plot.GetImage((int)(Width * scale), (int)(TrendHeight * scale)).GetImageBytes(ImageFormat.Png);

        void Line(double[] heights, string name, Color color, Alignment side, float down)
        {
            var line = plot.Add.Scatter(days, heights);
            (line.LineWidth, line.MarkerSize, line.Color) = (2, 0, color);
            plot.Add.Marker(days[^1], heights[^1], MarkerShape.FilledCircle, 8, color);
            if (font is null)
                return;
            var label = plot.Add.Text($"{name} {heights[^1].ToString("N0", culture)}", days[^1], heights[^1]);
            (label.LabelFontName, label.LabelFontColor, label.LabelFontSize, label.LabelBold) = (font, color, 13, true);
            (label.LabelAlignment, label.OffsetX, label.OffsetY) = (side, 6, down);
            label.LabelBackgroundColor = ChartStyle.Ground.WithAlpha(0.8);
        }
    }

    static string Figure(ConversionStep step, CultureInfo culture) =>
        step.OfBefore is { } share ? $"{step.Count.ToString("N0", culture)}  ·  {share} %" : step.Count.ToString("N0", culture);

    /// <summary>From the company's indigo to the green of a win.</summary>
    static Color Shade(int at, int count) => at == count - 1 ? ChartStyle.Aim : ChartStyle.Line.WithAlpha(1 - (0.09 * at));

    static string Kept(string key, Func<float, byte[]> draw)
    {
        if (_kept.Count > MostKept)
            _kept.Clear();
        return _kept.GetOrAdd(key, _ => _scales.Select(scale => $"data:image/png;base64,{Convert.ToBase64String(draw(scale))}").FirstOrDefault(picture => picture.Length <= MostCharacters)
            ?? throw new InvalidOperationException("A chart of so few lines weighs more than a card has room for."));
    }
}
