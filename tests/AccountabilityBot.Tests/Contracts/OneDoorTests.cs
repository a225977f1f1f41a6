using AccountabilityBot.Cli;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>Rule 10: every message to Teams passes one door. Whoever opens a second one finds this test in the way.</summary>
public sealed class OneDoorTests
{
    /// <summary>Sets up the client of the SDK, which reads people and installs the app; nothing of it is shown to anybody.</summary>
    const string AsksGraph = "AccountabilityBot.People.Graph.GraphModule";

    [Fact]
    public void Only_the_door_sends() => Assert.Equal(
        [
            // Opens a chat, in which nothing is shown.
            ("AccountabilityBot.Delivery.Addresses", "TeamsConnector.CreatePersonalChatAsync"),
            ("AccountabilityBot.Delivery.Door", "TeamsConnector.CreateThreadAsync"),
            ("AccountabilityBot.Delivery.Door", "TeamsConnector.SendAsync"),
            ("AccountabilityBot.Delivery.Door", "TeamsConnector.UpdateAsync"),
            // Reads.
            ("AccountabilityBot.Setup.Rosters", "TeamsConnector.MembersAsync"),
        ],
        CallsOfConnector(typeof(BotHost)));

    [Fact]
    public void Nobody_but_the_demo_which_plays_Teams_and_the_questions_to_Graph_has_a_way_round_the_connector()
    {
        string[] callers = [.. CallsInIl.In(typeof(BotHost).Assembly.Location, IsHttpClient).Select(call => call.Caller).Distinct()];
        Assert.All(callers, caller => Assert.True(caller.StartsWith("AccountabilityBot.Demo.", StringComparison.Ordinal) || caller == AsksGraph, caller));
        Assert.NotEmpty(callers);
    }

    [Fact]
    public void In_the_edge_only_the_connector_its_keys_and_its_tokens_talk_to_the_network() => Assert.Equal(
        ["AccountabilityBot.Teams.Authentication.ConnectorKeys", "AccountabilityBot.Teams.Connector.FormPostCredential", "AccountabilityBot.Teams.Connector.TeamsConnector"],
        CallsInIl.In(typeof(TeamsEdge).Assembly.Location, IsHttpClient)
            .Where(call => call.Method.EndsWith("Async", StringComparison.Ordinal))
            .Select(call => call.Caller).Distinct());

    [Fact]
    public void A_second_door_would_be_found()
    {
        var found = CallsOfConnector(typeof(SecondDoor)).Where(call => call.Caller == typeof(SecondDoor).FullName);
        Assert.Equal(["TeamsConnector.DeleteAsync", "TeamsConnector.ReplyAsync", "TeamsConnector.SendAsync"], found.Select(call => call.Method));
    }

    static IReadOnlyList<(string Caller, string Method)> CallsOfConnector(Type of) =>
        CallsInIl.In(of.Assembly.Location, type => type == typeof(TeamsConnector).FullName);

    static bool IsHttpClient(string type) => type is "System.Net.Http.HttpClient" or "System.Net.Http.HttpMessageInvoker" or "System.Net.Http.Json.HttpClientJsonExtensions";
}

/// <summary>What nobody may write, in the three ways in which it could be hidden: behind an await, in a lambda, as a delegate.</summary>
static class SecondDoor
{
    internal static async Task<SendOutcome> Await(TeamsConnector teams) =>
        await teams.SendAsync("", "", OutgoingActivity.ForText(""), CancellationToken.None);

    internal static Func<Task<SendOutcome>> Lambda(TeamsConnector teams) =>
        () => teams.ReplyAsync("", "", "", OutgoingActivity.ForText(""), CancellationToken.None);

    internal static Func<string, string, string, CancellationToken, Task<SendOutcome>> Delegate(TeamsConnector teams) => teams.DeleteAsync;
}
