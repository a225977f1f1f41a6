using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>A company that is asked for its numbers, and the ways to ask it.</summary>
static class AskedCompany
{
    internal const string Numbers = """

        numbers:
          win-rate:
            name: Win rate
            unit: "%"
            direction: up
            target: 30
            department: sales
            owner: ana@brightwater.example
            supports: revenue
            definition: { text: "Signed orders, of all that were closed.", trigger: "The order is signed." }
          revenue: { name: New revenue, unit: EUR, department: sales, owner: ravi@brightwater.example }
          nps: { name: NPS, department: support, owner: Ana Sousa / Bo Nguyen }
          churn: { name: Churn, department: support, owner: CCO }
          follow-up: { name: Lead follow-up time, unit: hours, target: 4, department: sales, owner: dana@brightwater.example }
          pump-margin: { name: Pump margin, unit: "%", department: sales, owner: chidi@brightwater.example }
          service-margin: { name: Service margin, unit: "%", department: support, owner: sam@brightwater.example }
          parts-margin: { name: Parts margin, unit: "%", department: support, owner: sam@brightwater.example }
          freight-margin: { name: Freight margin, unit: "%", department: sales, owner: emil@brightwater.example }
        """;

    internal static readonly BotSetup Setup = new()
    {
        Model = Model.Replace("definitions:", "definitions:\n  sql: { name: Sales-qualified lead (SQL), text: Sales has spoken with them. }", StringComparison.Ordinal) + Numbers,
    };

    /// <summary>Writes to the bot with a client in another language.</summary>
    internal static async Task<JsonObject> SayIn(this BotHarness bot, string locale, Colleague person, string text, Place? where = null)
    {
        var message = new Inbound(bot.Teams, bot.Clock).Text(person, text, where ?? person);
        message["locale"] = locale;
        await bot.Deliver(message);
        return message;
    }

    /// <summary>Asks, and reads the one answer.</summary>
    internal static async Task<ShownCard> Ask(this BotHarness bot, Colleague person, string text, Place? where = null)
    {
        await bot.Say(person, text, where);
        return await bot.ExpectPost(where ?? person);
    }

    /// <summary>Types into the search box of the message extension.</summary>
    /// <param name="value">The invoke's value as JSON.</param>
    /// <returns>What stands under <c>composeExtension</c>.</returns>
    internal static async Task<JsonObject> Search(this BotHarness bot, Colleague person, string? value)
    {
        var invoke = new Inbound(bot.Teams, bot.Clock).Text(person, "", person);
        invoke["type"] = "invoke";
        invoke["name"] = "composeExtension/query";
        invoke.Remove("text");
        if (value is not null)
            invoke["value"] = JsonNode.Parse(value);
        using var response = await bot.Http.PostAsJsonAsync("/api/messages", invoke, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["composeExtension"]!.AsObject();
    }

    internal static Task<List<QuestionGap>> GapsAsync(this BotHarness bot) => bot.Read(db => db.QuestionGaps.AsNoTracking().OrderBy(gap => gap.FirstAt).ToListAsync());
}
