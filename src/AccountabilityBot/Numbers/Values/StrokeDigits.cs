using SkiaSharp;

namespace AccountabilityBot.Numbers.Values;

/// <summary>
/// Figures drawn as strokes, for machines without a single font: most containers have none, and a chart without a scale says
/// little. Digits, signs and the percent sign are all there is.
/// </summary>
static class StrokeDigits
{
    const float Columns = 4, Rows = 6, Advance = 6;

    /// <summary>Each stroke is a row of points, column and row from the top left, on a grid of 4 by 6.</summary>
    static readonly Dictionary<char, string[]> _glyphs = new()
    {
        ['0'] = ["00 40 46 06 00"],
        ['1'] = ["11 20 26", "16 36"],
        ['2'] = ["00 40 43 03 06 46"],
        ['3'] = ["00 40 46 06", "13 43"],
        ['4'] = ["00 03 43", "40 46"],
        ['5'] = ["40 00 03 43 46 06"],
        ['6'] = ["40 00 06 46 43 03"],
        ['7'] = ["00 40 26"],
        ['8'] = ["00 40 46 06 00", "03 43"],
        ['9'] = ["43 03 00 40 46 06"],
        ['-'] = ["13 33"],
        ['.'] = ["25 26"],
        [','] = ["25 17"],
        ['%'] = ["06 40", "00 10 11 01 00", "35 45 46 36 35"],
    };

    /// <param name="height">Of a digit, in pixels.</param>
    public static float WidthOf(string text, float height) => Math.Max(0, (text.Length * Advance) - (Advance - Columns)) * height / Rows;

    /// <param name="left">Pixels from the left edge.</param>
    /// <param name="top">Pixels from the upper edge.</param>
    public static void Draw(SKCanvas canvas, string text, float left, float top, float height, SKColor color)
    {
        var unit = height / Rows;
        using var pen = new SKPaint { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = unit * 0.8f, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        foreach (var (at, letter) in text.Index())
        {
            foreach (var stroke in _glyphs.GetValueOrDefault(letter) ?? [])
            {
                var points = stroke.Split(' ').Select(point => new SKPoint(left + ((at * Advance) + (point[0] - '0')) * unit, top + ((point[1] - '0') * unit))).ToArray();
                for (var next = 1; next < points.Length; next++)
                    canvas.DrawLine(points[next - 1], points[next], pen);
            }
        }
    }
}
