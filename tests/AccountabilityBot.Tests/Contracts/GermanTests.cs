using System.Xml.Linq;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

public sealed class GermanTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("de-AT")]
    [InlineData("de-CH")]
    public void A_German_reader_is_served_in_German_whatever_the_country(string locale) =>
        Assert.Equal("Annehmen", Sentences.In(locale).Plain("button.accept"));

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-FR")]
    [InlineData("no such language")]
    [InlineData(null)]
    public void Everybody_else_is_served_in_English(string? locale) => Assert.Equal("Accept", Sentences.In(locale).Plain("button.accept"));

    [Fact]
    public void What_stands_out_in_English_stands_out_in_German()
    {
        var german = Read("Sentences.de.resx");

        Assert.All(Read("Sentences.resx"), sentence => Assert.Equal(MarksOf(sentence.Value), MarksOf(german[sentence.Key])));
    }

    static int MarksOf(string sentence) => sentence.Split("**").Length;

    static Dictionary<string, string> Read(string file) =>
        XDocument.Parse(Repository.Text("src/AccountabilityBot/Wording/" + file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
}
