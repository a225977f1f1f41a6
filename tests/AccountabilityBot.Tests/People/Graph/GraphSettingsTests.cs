using AccountabilityBot.Data;
using AccountabilityBot.People.Graph;
using Microsoft.Extensions.Configuration;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>Settings that are wrong stop the start with a sentence; a pause that Graph asks for is kept within reason.</summary>
public sealed class GraphSettingsTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void People_come_from_a_file_unless_the_setting_says_graph()
    {
        Assert.Equal(new GraphOptions(false, null, TimeSpan.FromSeconds(30)), Options(isDevelopment: false));
        Assert.Equal(new GraphOptions(false, null, TimeSpan.FromSeconds(30)), Options(isDevelopment: false, ("People:Source", "file")));
        Assert.Equal(new GraphOptions(true, null, TimeSpan.FromSeconds(30)), Options(isDevelopment: false, ("People:Source", "graph")));
    }

    [Fact]
    public void In_development_another_Graph_may_be_named() => Assert.Equal(
        new GraphOptions(true, new Uri("http://127.0.0.1:5000/v1.0"), TimeSpan.FromSeconds(2), "a token"),
        Options(isDevelopment: true, ("People:Source", "graph"), ("People:Graph:Endpoint", "http://127.0.0.1:5000/v1.0"), ("People:Graph:PatienceSeconds", "2"), ("People:Graph:Token", "a token")));

    [Theory]
    [InlineData("People:Source", "ldap", "People:Source is \"ldap\"; people come from a \"file\" or from \"graph\".")]
    [InlineData("People:Source", "Graph", "People:Source is \"Graph\"; people come from a \"file\" or from \"graph\".")]
    [InlineData("People:Graph:Endpoint", "graph", "People:Graph:Endpoint is \"graph\"; an https address is needed, or one of this machine.")]
    [InlineData("People:Graph:Endpoint", "http://elsewhere.example/v1.0", "People:Graph:Endpoint is \"http://elsewhere.example/v1.0\"; an https address is needed, or one of this machine.")]
    [InlineData("People:Graph:Endpoint", "", "People:Graph:Endpoint is \"\"; an https address is needed, or one of this machine.")]
    [InlineData("People:Graph:Endpoint", "file:///v1.0", "People:Graph:Endpoint is \"file:///v1.0\"; an https address is needed, or one of this machine.")]
    [InlineData("People:Graph:Endpoint", "ftp://127.0.0.1/v1.0", "People:Graph:Endpoint is \"ftp://127.0.0.1/v1.0\"; an https address is needed, or one of this machine.")]
    [InlineData("People:Graph:PatienceSeconds", "0", "People:Graph:PatienceSeconds is \"0\"; 1 to 300 are allowed.")]
    [InlineData("People:Graph:PatienceSeconds", "301", "People:Graph:PatienceSeconds is \"301\"; 1 to 300 are allowed.")]
    [InlineData("People:Graph:PatienceSeconds", "soon", "People:Graph:PatienceSeconds is \"soon\"; 1 to 300 are allowed.")]
    public void A_setting_that_is_wrong_is_named_with_what_is_allowed(string name, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<InvalidSettingException>(() => Options(isDevelopment: true, (name, value))).Message);

    [Theory]
    [InlineData("Endpoint", "https://elsewhere.example/v1.0")]
    [InlineData("Token", "a token of somebody")]
    [InlineData("PatienceSeconds", "30")]
    [InlineData("Anything", "else")]
    public void Outside_development_no_other_Graph_and_no_other_token_may_be_named(string name, string value)
    {
        var refused = Assert.Throws<InvalidSettingException>(() => Options(isDevelopment: false, ("People:Source", "graph"), ($"People:Graph:{name}", value)));

        Assert.Equal($"People:Graph:{name} is for Development only and must be absent elsewhere.", refused.Message);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("17", 17)]
    [InlineData("3600", 3_600)]
    [InlineData("86400", 3_600)]
    [InlineData("99999999999", 3_600)]
    [InlineData("-5", 0)]
    [InlineData("Mon, 23 Nov 2026 09:02:00 GMT", 120)]
    [InlineData("Mon, 23 Nov 2026 08:00:00 GMT", 0)]
    [InlineData("Tue, 24 Nov 2026 09:00:00 GMT", 3_600)]
    [InlineData("", 30)]
    [InlineData("soon", 30)]
    [InlineData("1.5", 30)]
    [InlineData("99999999999999999999999", 30)]
    public void A_pause_is_seconds_or_an_instant_and_never_longer_than_an_hour(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), GraphConnection.PauseOf(text, Now));

    static GraphOptions Options(bool isDevelopment, params (string Name, string Value)[] settings) => GraphOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build(), isDevelopment);
}
