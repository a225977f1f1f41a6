using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Authentication;

namespace AccountabilityBot.Tests.Edge;

public sealed class ServiceHostsTests
{
    public static TheoryData<string> Evil { get; } =
    [
        "https://smba.trafficmanager.net.evil.tld/",
        "https://smba.trafficmanager.net@evil.tld/",
        "https://evil.trafficmanager.net/",
        "https://botframework.com.evil.tld/",
        "https://evilbotframework.com/",
        "https://evil.tld/?x=.botframework.com",
        "https://evil.tld/#.botframework.com",
        "https://evil.tld\\.botframework.com/",
        "http://169.254.169.254/",
        "https://169.254.169.254/",
        "https://2852039166/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "http://127.0.0.1:3978/",
        "https://localhost/",
        "https://xn--smba-0ra.teams.microsoft.com/",
        "https://smbа.botframework.com/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net./",
        "ftp://smba.trafficmanager.net/",
        "smba.trafficmanager.net",
    ];

    [Theory]
    [MemberData(nameof(Evil))]
    public void A_host_in_disguise_is_not_allowed(string serviceUrl) => Assert.False(Signed("public").Allows(serviceUrl));

    [Theory]
    [InlineData("public", "https://smba.trafficmanager.net/emea/")]
    [InlineData("public", "https://smba.trafficmanager.net:443/amer/11111111-2222-4333-8444-555555555555/")]
    [InlineData("public", "https://smba.infra.gcc.teams.microsoft.com/teams/")]
    [InlineData("public", "https://europe.webchat.botframework.com")]
    [InlineData("usgov", "https://smba.infra.gov.teams.microsoft.us/gov/")]
    [InlineData("china", "https://smba.botframework.azure.cn/")]
    public void Each_cloud_allows_its_own_hosts(string cloud, string serviceUrl)
    {
        Assert.True(Signed(cloud).Allows(serviceUrl));
        Assert.All(new[] { "public", "usgov", "china" }.Except([cloud]), other => Assert.False(Signed(other).Allows(serviceUrl)));
    }

    [Fact]
    public void Without_an_app_id_only_loopback_is_allowed()
    {
        var hosts = new ServiceHosts(new BotOptions());
        Assert.True(hosts.Allows("http://localhost:56150/_connector"));
        Assert.True(hosts.Allows("http://127.0.0.1:56150/_connector"));
        Assert.False(hosts.Allows("https://smba.trafficmanager.net/emea/"));
        Assert.False(hosts.Allows("http://127.0.0.1.evil.tld/"));
        Assert.False(hosts.Allows("file:///etc/passwd"));
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:5000/x", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/x", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5001/x", false)]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/x", true)]
    [InlineData("http://127.0.0.1:5000", "https://127.0.0.1:5000/x", false)]
    [InlineData("teams.example.com", "https://teams.example.com/x", true)]
    [InlineData("teams.example.com", "http://teams.example.com/x", false)]
    public void A_configured_host_is_allowed_as_far_as_it_says(string entry, string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new ServiceHosts(new BotOptions { AppId = EdgeHost.AppId, ServiceHosts = { entry } }).Allows(serviceUrl));

    static ServiceHosts Signed(string cloud) => new(new BotOptions { AppId = EdgeHost.AppId, Cloud = cloud });
}
