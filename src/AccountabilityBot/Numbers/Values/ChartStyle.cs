using ScottPlot;
using SkiaSharp;

namespace AccountabilityBot.Numbers.Values;

/// <summary>How every picture of figures looks. A picture has no theme, so that it stands on a light ground of its own.</summary>
static class ChartStyle
{
    public static readonly Color Ground = Color.FromHex("#F7F7FA"), Ink = Color.FromHex("#3B3A3F"), Faint = Color.FromHex("#C8C6CC"), Line = Color.FromHex("#4F52B2"), Aim = Color.FromHex("#0B6A0B");

    /// <summary>Drawn at twice the size it is shown at, so that it is sharp on every screen.</summary>
    public const float Scale = 2;

    /// <summary>What a machine may have of fonts, the best first.</summary>
    static readonly string[] _fonts = ["Segoe UI", "Noto Sans", "Open Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica"];

    static readonly Lazy<string?> _font = new(() =>
    {
        string[] there = [.. SKFontManager.Default.FontFamilies];
        // Without any, the library names one that has no letters.
        return _fonts.Where(font => there.Contains(font, StringComparer.OrdinalIgnoreCase)).Concat(there).FirstOrDefault(CanWrite);
    });

    /// <summary>None: the machine has no font at all, and figures are drawn as strokes.</summary>
    public static string? Font => _font.Value;

    public static SKColor Sk(Color color) => new(color.R, color.G, color.B);

    /// <summary>A plot on the common ground, without a grid.</summary>
    /// <param name="scale">How much larger it is drawn than shown.</param>
    public static Plot Plot(string? font, float scale = Scale)
    {
        var plot = new Plot { ScaleFactor = scale };
        plot.FigureBackground.Color = plot.DataBackground.Color = Ground;
        plot.HideGrid();
        if (font is not null)
            plot.Font.Set(font);
        return plot;
    }

    /// <summary>Draws over a finished picture.</summary>
    public static byte[] Over(byte[] png, Action<SKCanvas> draw)
    {
        using var picture = SKBitmap.Decode(png);
        using var canvas = new SKCanvas(picture);
        draw(canvas);
        using var image = SKImage.FromBitmap(picture);
        using var encoded = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return encoded.ToArray();
    }

    static bool CanWrite(string font)
    {
        using var typeface = SKTypeface.FromFamilyName(font);
        return typeface?.ContainsGlyphs("0%") is true;
    }
}
