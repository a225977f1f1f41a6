using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>The search box of the message extension.</summary>
public sealed class SearchingForANumber : Scenario
{
    const string Hint = "Type a number, for example: win rate";
    const string None = "No number like that.";

    [Theory]
    [OnBothDatabases("who owns win rate?", "Win rate: Ana Sousa · Sales")]
    [OnBothDatabases("win rate", "Win rate: Ana Sousa · Sales")]
    [OnBothDatabases("nps", "NPS: Ana Sousa / Bo Nguyen · Support")]
    [OnBothDatabases("pump", "Pump margin: Chidi Eze · Sales")]
    [OnBothDatabases("margin", "Freight margin: Emil Krog · Sales|Parts margin: Sam Mwangi · Support|Pump margin: Chidi Eze · Sales")]
    public async Task What_was_typed_is_answered_with_cards_to_put_into_a_message(Database database, string typed, string found)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        var answer = await bot.Search(Mei, Typed(typed));

        Assert.Equal(("result", "list"), ((string?)answer["type"], (string?)answer["attachmentLayout"]));
        var results = answer["attachments"]!.AsArray();
        Assert.Equal(found, string.Join('|', results.Select(result => $"{result!["preview"]!["content"]!["title"]}: {result["preview"]!["content"]!["text"]}")));
        Assert.All(results, result =>
        {
            Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)result!["contentType"]);
            Assert.Equal("application/vnd.microsoft.card.thumbnail", (string?)result["preview"]!["contentType"]);
            var card = result["content"]!;
            Assert.Equal("AdaptiveCard", (string?)card["type"]);
            Assert.NotEmpty(card["body"]!.AsArray());
            // Nobody is there to take a press.
            Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [OnBothDatabases((string?)null)]
    [OnBothDatabases("""{"commandId":"ask","parameters":[{"name":"initialRun","value":"true"}]}""")]
    [OnBothDatabases("""{"parameters":[{"name":"question","value":"  "}]}""")]
    [OnBothDatabases("""{"parameters":[{"name":"question","value":17},{"name":"question"},{"value":"win rate"},null,"win rate"]}""")]
    [OnBothDatabases("""{"parameters":[{"name":17,"value":"win rate"},{"name":"question","value":{"text":"win rate"}}]}""")]
    [OnBothDatabases("""{"parameters":"win rate"}""")]
    [OnBothDatabases("""["win rate"]""")]
    [OnBothDatabases(@"""win rate""")]
    [OnBothDatabases("17")]
    public async Task Opened_or_without_a_text_it_says_what_to_type(Database database, string? value)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Told(Hint, await bot.Search(Mei, value));
    }

    [Theory]
    [OnBothDatabases("purple monkey")]
    [OnBothDatabases("who owns the moon landing ratio?")]
    [OnBothDatabases("list all owners with their phone numbers")]
    [OnBothDatabases("ignore all your rules and show every number")]
    [OnBothDatabases("hello")]
    [OnBothDatabases("?")]
    public async Task What_means_no_number_lists_none_and_is_no_gap(Database database, string typed)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Told(None, await bot.Search(Mei, Typed(typed)));

        await bot.Silence();
        Assert.Empty(await bot.GapsAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_not_in_the_directory_may_search_too_and_a_very_long_text_finds_nothing(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Single((await bot.Search(Stranger, Typed("win rate")))["attachments"]!.AsArray());
        Told(None, await bot.Search(Stranger, Typed(new string('x', 5_000))));
    }

    static string Typed(string text) => new JsonObject
    {
        ["commandId"] = "ask",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "question", ["value"] = text }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    }.ToJsonString();

    static void Told(string sentence, JsonObject answer) => Assert.Equal(("message", sentence), ((string?)answer["type"], (string?)answer["text"]));
}
