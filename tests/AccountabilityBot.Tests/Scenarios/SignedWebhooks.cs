using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AccountabilityBot.Api;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>The signatures of Standard Webhooks, by that specification's own vectors where they are at hand.</summary>
public sealed class SignedWebhooks : Scenario
{
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const string Lead = """{"externalId":"hook-1","source":"somewhere else","name":"Jo Keller"}""";

    static readonly BotSetup WithWebsite = new() { Settings = [$"--Api:Webhooks:website:Secret={Secret}"] };

    [Fact]
    public void The_published_known_answer_is_let_in_with_and_without_the_prefix()
    {
        Assert.SkipWhen(SharedData.WebhookVectors is null, "needs payloads/standard-webhooks/test_vectors.json beside the repository");
        var vectors = JsonNode.Parse(File.ReadAllText(SharedData.WebhookVectors!))!;
        var known = vectors["known_answer"]!;
        var at = known["timestamp"]!.GetValue<string>();
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = known["id"]!.GetValue<string>(),
            ["webhook-timestamp"] = at,
            ["webhook-signature"] = known["signature"]!.GetValue<string>(),
        };
        var payload = Encoding.UTF8.GetBytes(known["payload"]!.GetValue<string>());
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        foreach (var secret in (string[])[vectors["secret"]!.GetValue<string>(), vectors["secret_also_accepted_without_prefix"]!.GetValue<string>()])
        {
            var options = new ApiOptions([], [WebhookSecret.Parse("website", secret)]);
            Assert.Equal("website", ApiCaller.Identify(headers, payload, options, sentAt)?.WebhookSource);
            Assert.NotNull(ApiCaller.Identify(headers, payload, options, sentAt.AddSeconds(300)));
            Assert.Null(ApiCaller.Identify(headers, payload, options, sentAt.AddSeconds(301)));
            Assert.Null(ApiCaller.Identify(headers, payload, options, sentAt.AddSeconds(-301)));
            Assert.Null(ApiCaller.Identify(headers, [.. payload, (byte)' '], options, sentAt));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_signed_lead_is_of_the_source_that_signed_it(Database database)
    {
        var bot = await StartAsync(database, WithWebsite);

        var (status, answer) = await bot.Post(Lead, Signed(bot));

        Assert.Equal((HttpStatusCode.Accepted, "created"), (status, answer["leads"]![0]!["result"]!.GetValue<string>()));
        Assert.Equal("website", await bot.Read(db => Task.FromResult(db.Leads.Single().Source)));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task One_good_signature_among_others_is_enough(Database database)
    {
        var bot = await StartAsync(database, WithWebsite);
        const string Other = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
        var headers = Signed(bot);
        headers[2].Value = $"{Other} v2,{Other[3..]} {headers[2].Value} {Other}";

        Assert.Equal(HttpStatusCode.Accepted, (await bot.Post(Lead, headers)).Status);
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("webhook-id", null)]
    [OnBothDatabases("webhook-timestamp", null)]
    [OnBothDatabases("webhook-signature", null)]
    [OnBothDatabases("webhook-timestamp", "hello")]
    [OnBothDatabases("webhook-signature", "v1,dawfeoifkpqwoekfpqoekf")]
    [OnBothDatabases("webhook-signature", "v1,")]
    public async Task A_header_that_is_missing_or_wrong_is_refused(Database database, string header, string? value)
    {
        var bot = await StartAsync(database, WithWebsite);
        var headers = Signed(bot).Select(one => one.Name == header ? (one.Name, Value: value!) : one).Where(one => one.Value is not null).ToArray();

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Lead, headers)).Status);
    }

    [Theory]
    [OnBothDatabases(-301)]
    [OnBothDatabases(301)]
    public async Task More_than_five_minutes_off_is_refused(Database database, int seconds)
    {
        var bot = await StartAsync(database, WithWebsite);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Lead, Signed(bot, seconds))).Status);
    }

    static (string Name, string Value)[] Signed(BotHarness bot, int secondsOff = 0)
    {
        var at = (bot.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"msg_1.{at}.{Lead}"));
        return [("webhook-id", "msg_1"), ("webhook-timestamp", at), ("webhook-signature", $"v1,{Convert.ToBase64String(signature)}")];
    }
}
