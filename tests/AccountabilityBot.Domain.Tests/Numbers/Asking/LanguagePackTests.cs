using System.Text;
using System.Text.Json;
using AccountabilityBot.Domain.Numbers.Asking;

namespace AccountabilityBot.Domain.Tests.Numbers.Asking;

public sealed class LanguagePackTests
{
    [Fact]
    public void Four_languages_come_with_the_bot_English_first() =>
        Assert.Equal(["en", "de", "fr", "pt"], LanguagePack.BuiltIn.Select(pack => pack.Language));

    [Fact]
    public void Every_pack_names_the_same_concepts()
    {
        var english = LanguagePack.BuiltIn[0];
        foreach (var pack in LanguagePack.BuiltIn.Skip(1))
        {
            Assert.Empty(pack.Terms.Keys.Except(english.Terms.Keys));
            Assert.Empty(english.Terms.Keys.Except(pack.Terms.Keys));
            Assert.Equal(english.Generic.Keys.Order(), pack.Generic.Keys.Order());
            Assert.Equal(english.Cues.Keys.Order(), pack.Cues.Keys.Order());
        }
    }

    [Fact]
    public void No_pack_has_an_empty_word_or_one_twice()
    {
        foreach (var pack in LanguagePack.BuiltIn)
        {
            foreach (var (concept, words) in pack.Terms.Concat(pack.Generic))
            {
                Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word), $"{pack.Language}: an empty word of {concept}"));
                Assert.True(words.Count == words.Distinct().Count(), $"{pack.Language}: a word twice in {concept}");
            }
        }
    }

    [Fact]
    public void A_key_that_nobody_knows_is_refused()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes("""{ "language": "xx", "interrogatives": [], "filler": [], "cues": {}, "tpyo": [] }"""));

        Assert.Throws<JsonException>(() => LanguagePack.Read(json));
    }
}
