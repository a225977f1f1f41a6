using System.Globalization;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Tests.Edge;

/// <summary>People's text shows as it is, and does nothing.</summary>
public sealed class CardTextTests
{
    static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("[Click](https://evil)", "\\[Click\\]\\(https:\u200B//evil\\)")]
    [InlineData("<at>all</at>", "&lt;at&gt;all&lt;/at&gt;")]
    [InlineData("**bold** _it_ ~no~ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\~no\\~ \\`code\\`")]
    [InlineData("{{DATE(2026-11-23T09:00:00Z,SHORT)}}", "{\u200B{DATE\\(2026-11-23T09:00:00Z,SHORT\\)}}")]
    [InlineData("see www.evil.tld", "see www\u200B.evil.tld")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("# title", "\\# title")]
    [InlineData("- item", "\\- item")]
    [InlineData("---", "\\---")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("R&D &amp; AT&T", "R&D &amp;amp; AT&T")]
    [InlineData("-5 and +49 and 1.5", "-5 and +49 and 1.5")]
    [InlineData("Ana Müller, 山田", "Ana Müller, 山田")]
    public void Untrusted_text_is_escaped(string text, string shown) => Assert.Equal(shown, CardText.Untrusted(text).Value);

    [Theory]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("a\u2066b\u2069\u200E\u200F\u061Cc", "abc")]
    [InlineData("a\u200Bb\u200Dc\uFEFFd\u00ADe", "abcde")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("a\r\n\n  b\tc\u2028d", "a b c d")]
    [InlineData("  a  ", "a")]
    [InlineData("\u3164", "")]
    [InlineData(null, "")]
    public void What_cannot_be_seen_is_stripped_from_cards_and_titles(string? text, string shown)
    {
        Assert.Equal(shown, CardText.Untrusted(text).Value);
        Assert.Equal(shown, new PlainText(text).Value);
    }

    [Fact]
    public void Half_a_character_is_stripped() => Assert.Equal("ab", CardText.Untrusted("a" + (char)0xD83D + "b").Value);

    [Fact]
    public void Five_thousand_emoji_are_capped_whole()
    {
        var shown = CardText.Untrusted(string.Concat(Enumerable.Repeat("\U0001F44D\U0001F3FD", 5_000))).Value;
        Assert.Equal(CardText.LongestUntrusted, new StringInfo(shown).LengthInTextElements);
        Assert.EndsWith("\U0001F44D\U0001F3FD…", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Piled_up_accents_do_not_get_past_the_cap() =>
        Assert.True(CardText.Untrusted("a" + new string('\u0301', 100_000)).Value.Length <= 32);

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("abcd", 1, "…")]
    public void A_long_text_ends_in_an_ellipsis(string text, int longest, string shown)
    {
        Assert.Equal(shown, CardText.Untrusted(text, longest).Value);
        Assert.Equal(shown, new PlainText(text, longest).Value);
    }

    [Fact]
    public void A_title_is_not_escaped() => Assert.Equal("[x](https://evil) **", new PlainText("[x](https://evil) **").Value);

    [Fact]
    public void A_sentence_escapes_its_arguments_and_formats_them_for_the_culture()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        var text = CardText.Format(german, "**{0}** is worth {1:N2} from {2}", "[Acme](x)", 1234.5m, CardText.Bold(CardText.Of("sales")));
        Assert.Equal("**\\[Acme\\]\\(x\\)** is worth 1.234,50 from **sales**", text.Value);
    }

    [Fact]
    public void A_sentence_in_an_argument_is_not_read_again() =>
        Assert.Equal("{0} b", CardText.Format(_english, "{0} {1}", "{0}", "b").Value);

    [Fact]
    public void An_instant_is_written_for_each_readers_zone()
    {
        var instant = new DateTimeOffset(2026, 11, 23, 10, 5, 0, 123, TimeSpan.FromHours(1));
        Assert.Equal("{{DATE(2026-11-23T09:05:00Z,SHORT)}} {{TIME(2026-11-23T09:05:00Z)}}", CardText.Instant(instant).Value);
        Assert.Equal("until {{TIME(2026-11-23T09:05:00Z)}}", CardText.Format(_english, "until {0}", CardText.TimeOnly(instant)).Value);
    }

    [Fact]
    public void A_mention_cannot_carry_tags_or_markdown() =>
        Assert.Equal("<at>/atAna all</at>", CardText.Mention("29:ana", "</at>Ana **all**").Value);
}
