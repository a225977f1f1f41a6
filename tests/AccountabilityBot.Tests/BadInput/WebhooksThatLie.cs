using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>A signature stands for these bytes, this moment and this source, and for nothing else.</summary>
public sealed class WebhooksThatLie : Scenario
{
    const string Website = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const string Fair = "d2l0aCBhbm90aGVyIHNlY3JldCBvZiAzMiBieXRlcyE=";
    const string Body = """{"externalId":"hook-1","name":"Jo Keller"}""";

    static readonly BotSetup WithSecrets = new() { Settings = [$"--Api:Webhooks:website:Secret=whsec_{Website}", $"--Api:Webhooks:fair:Secret={Fair}"] };

    public static TheoryData<string, string, string, int> Lies => new()
    {
        { "a space behind the body", Body + " ", "", 0 },
        { "another name", Body.Replace("Jo", "Al", StringComparison.Ordinal), "", 0 },
        { "one second too old", Body, "", -301 },
        { "an hour ahead", Body, "", 3_600 },
        { "a time that is no number", Body, "NaN", 0 },
        { "a time below zero", Body, "-1", 0 },
        { "a time beyond all numbers", Body, "99999999999999999999", 0 },
    };

    [Theory, MemberData(nameof(Lies))]
    public async Task What_was_not_signed_so_and_now_is_refused(string lie, string sent, string time, int secondsOff)
    {
        Assert.NotEmpty(lie);
        var bot = await StartAsync(Database.Sqlite, WithSecrets);
        var headers = Signed(bot, Website, secondsOff);
        if (time.Length > 0)
            headers = [headers[0], ("webhook-timestamp", time), ("webhook-signature", Signature(Website, $"msg_1.{time}.{Body}"))];
        var witness = await Witness.AtAsync(bot);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(sent, headers)).Status);

        await witness.NothingHappenedBut("401", Website, headers[2].Value[3..], "Jo Keller");
    }

    [Theory, OnBothDatabases]
    public async Task The_secret_of_another_installation(Database database)
    {
        var bot = await StartAsync(database, WithSecrets);
        var witness = await Witness.AtAsync(bot);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Body, Signed(bot, Convert.ToBase64String(new byte[32])))).Status);

        await witness.NothingHappenedBut("401", Website, Fair);
    }

    [Theory, OnBothDatabases]
    public async Task A_source_that_signs_sends_its_own_leads_whatever_it_says(Database database)
    {
        var bot = await StartAsync(database, WithSecrets);
        var body = Body.Replace("{", """{"source":"website",""", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Accepted, (await bot.Post(body, Signed(bot, Fair, body: body))).Status);

        Assert.Equal("fair", await bot.Read(db => db.Leads.Select(lead => lead.Source).SingleAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_signatures_the_second_may_be_the_good_one(Database database)
    {
        var bot = await StartAsync(database, WithSecrets);
        var headers = Signed(bot, Website);
        headers[2].Value = $"v1,{Convert.ToBase64String(new byte[32])} {headers[2].Value}";

        Assert.Equal(HttpStatusCode.Accepted, (await bot.Post(Body, headers)).Status);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_webhook_a_hundred_times_at_once_is_one_lead(Database database)
    {
        var bot = await StartAsync(database, WithSecrets);
        var headers = Signed(bot, Website);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => bot.Post(Body, headers)));

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Accepted or HttpStatusCode.OK, answer.Status.ToString()));
        Assert.Single(answers, answer => answer.Body["leads"]![0]!["result"]!.GetValue<string>() == "created");
        Assert.Equal(1, await bot.Read(db => db.Leads.CountAsync()));
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    static (string Name, string Value)[] Signed(BotHarness bot, string secret, int secondsOff = 0, string body = Body)
    {
        var at = (bot.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff).ToString(CultureInfo.InvariantCulture);
        return [("webhook-id", "msg_1"), ("webhook-timestamp", at), ("webhook-signature", Signature(secret, $"msg_1.{at}.{body}"))];
    }

    static string Signature(string secret, string signed) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes(signed)));
}
