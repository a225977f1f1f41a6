using AccountabilityBot.Domain.Numbers.Asking;

namespace AccountabilityBot.Domain.Tests.Numbers.Asking;

public sealed class WordsTests
{
    [Theory]
    [InlineData("MQL2SQL", "mql to sql")]
    [InlineData("quote-to-book", "quote to book")]
    [InlineData("Reklamationsquote für Übergrößen", "reklamationsquote fur ubergrossen")]
    [InlineData("per 100km", "per 100 km")]
    [InlineData("1,000 of 2.5 or 2,5", "1000 of 2.5 or 2.5")]
    [InlineData("95 % or 3x", "95 percent or 3 x")]
    [InlineData("qu'est-ce que", "qu est ce que")]
    public void Text_is_taken_apart_the_same_way_whoever_wrote_it(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text).Select(word => word.Text)));

    [Theory]
    [InlineData("deliveries", "delivery")]
    [InlineData("processing", "process")]
    [InlineData("Betten", "Bett")]
    [InlineData("winning", "wins")]
    [InlineData("canaux", "canal")]
    [InlineData("conversões", "conversão")]
    public void Inflections_have_one_stem(string one, string other) =>
        Assert.Equal(Words.Stem(Words.Fold(one)), Words.Stem(Words.Fold(other)));

    [Theory]
    [InlineData("one, two. Three", 0, 1, 2)]
    [InlineData("am 1. Februar", 0, 0, 0)]
    [InlineData("headcount vs. plan", 0, 0, 0)]
    [InlineData("gitlab.com is up", 0, 0, 0, 0)]
    public void Punctuation_ends_a_part_and_a_point_within_a_word_does_not(string text, params int[] clauses) =>
        Assert.Equal(clauses, Words.Of(text).Select(word => word.Clause));
}
