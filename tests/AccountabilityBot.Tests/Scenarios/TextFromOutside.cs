using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class TextFromOutside : Scenario
{
    /// <summary>What the intake takes of a lead's own fields, in UTF-16 units.</summary>
    const int MostFieldsText = 12_000;

    [Theory]
    [OnBothDatabases("ж")]
    [OnBothDatabases("水")]
    [OnBothDatabases("💧")]
    [OnBothDatabases("\"")]
    public async Task As_much_text_as_is_allowed_is_kept_in_any_script(Database database, string character)
    {
        var bot = await StartAsync(database);
        var text = string.Concat(Enumerable.Repeat(character, (MostFieldsText - "story".Length) / character.Length));

        var no = await bot.Lead(new { fields = new Dictionary<string, string> { ["story"] = text } });

        Assert.Equal(text, await bot.Read(async db => (await db.Leads.AsNoTracking().SingleAsync()).Facts.Fields["story"]));
        await bot.ExpectPost(Sales, no);
        await bot.ExpectPost(Ana, no);
    }

    [Theory, OnBothDatabases]
    public async Task Half_a_character_costs_itself_and_no_lead(Database database)
    {
        var bot = await StartAsync(database);

        var (status, answer) = await bot.Post("""
            [ {"externalId":"h1","source":"fair","name":"Jo \ud83d Keller","fields":{"story":"a\ud800b","\udc00":"c"}},
              {"externalId":"h2","source":"fair","name":"Max Brunn\u0000"} ]
            """);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.All(answer["leads"]!.AsArray(), lead => Assert.Equal("created", lead!["result"]!.GetValue<string>()));
        var leads = await bot.Read(db => db.Leads.AsNoTracking().OrderBy(lead => lead.No).ToListAsync());
        Assert.Equal(["Jo  Keller", "Max Brunn"], leads.Select(lead => lead.Facts.Name));
        Assert.Equal([("?", "c"), ("story", "ab")], leads[0].Facts.Fields.Select(field => (field.Key, field.Value)).Order());
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_body_that_is_not_UTF8_is_refused_with_a_sentence(Database database)
    {
        var bot = await StartAsync(database);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads")
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"externalId":"l1","source":"fair","name":"Jörg"}""")),
            Headers = { { "X-Api-Key", BotHarness.Key } },
        };

        using var response = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("It is not UTF-8, in which JSON is sent.", problem["detail"]!.GetValue<string>());
    }

    [Theory]
    [OnBothDatabases("a\0b")]
    [OnBothDatabases("serve a\0b here")]
    [OnBothDatabases("lead \0")]
    public async Task A_message_with_what_no_database_stores_is_answered(Database database, string text)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, text);

        Assert.NotEmpty((await bot.ExpectPost(Ana)).Text);
    }

    [Theory]
    [OnBothDatabases("")]
    [OnBothDatabases("serve ")]
    [OnBothDatabases("lead ")]
    public async Task A_message_of_any_length_is_answered(Database database, string command)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, command + string.Concat(Enumerable.Repeat("💧", 20_000)) + (command == "serve " ? " here" : ""));

        Assert.NotEmpty((await bot.ExpectPost(Ana)).Text);
    }

    [Theory, OnBothDatabases]
    public async Task A_signature_over_nothing_reads_no_lead(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Settings = ["--Api:Webhooks:website:Secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] });
        var no = await bot.Lead();
        await bot.Overlook();
        var seconds = bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = System.Security.Cryptography.HMACSHA256.HashData(
            Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Encoding.UTF8.GetBytes($"id.{seconds}."));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/leads/{no}");
        request.Headers.Add("webhook-id", "id");
        request.Headers.Add("webhook-timestamp", $"{seconds}");
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");

        using var response = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("Send a key in X-Api-Key.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
