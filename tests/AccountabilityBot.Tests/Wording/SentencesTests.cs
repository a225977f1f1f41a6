using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Wording;

/// <summary>Who reads which language. That the languages say the same is a contract, and is held with the others.</summary>
public sealed class SentencesTests
{
    [Fact]
    public void A_German_reader_is_served_in_German_whatever_the_country()
    {
        Assert.All((string[])["de", "de-AT", "de-CH"], locale => Assert.Equal("Annehmen", Sentences.In(locale).Plain("button.accept")));
        Assert.All((string?[])["en-GB", "fr-FR", "no such", null], locale => Assert.Equal("Accept", Sentences.In(locale).Plain("button.accept")));
    }
}
