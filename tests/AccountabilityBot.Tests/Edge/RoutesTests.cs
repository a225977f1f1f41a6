using System.Text.Json;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Edge;

/// <summary>Which handler an activity reaches.</summary>
public sealed class RoutesTests
{
    static readonly string[] _commands =
        ["help", "who owns", "who owns what", "lead", "serve * here", "feedback for", "out until", "why was I not told"];

    [Theory]
    [InlineData("help", "help", "")]
    [InlineData("  HELP!!", "help", "")]
    [InlineData("Please help, thanks!", "help", "")]
    [InlineData("who owns Win  Rate?", "who owns", "Win  Rate")]
    [InlineData("who owns what", "who owns what", "")]
    [InlineData("Who owns what we ship", "who owns what", "we ship")]
    [InlineData("lead L-1042, bitte.", "lead", "L-1042")]
    [InlineData("serve marketing here", "serve * here", "marketing")]
    [InlineData("Serve Customer Success here, please", "serve * here", "Customer Success")]
    [InlineData("out until 24.12.", "out until", "24.12")]
    [InlineData("why was I not told ?", "why was I not told", "")]
    [InlineData("feedback for R&D", "feedback for", "R&D")]
    [InlineData("serve here", "otherwise", "serve here")]
    [InlineData("helpful", "otherwise", "helpful")]
    [InlineData("please", "otherwise", "please")]
    [InlineData("", "otherwise", "")]
    public async Task A_text_finds_its_command(string text, string command, string rest)
    {
        var heard = await RunAsync(new Activity { Type = "message", Text = text });
        Assert.Equal((command, rest), heard);
    }

    [Fact]
    public async Task The_bots_mention_is_no_part_of_a_command()
    {
        var activity = Parse("""
            {"type":"message","text":"<at>Bot</at>&nbsp;who owns <at>Ana</at>","recipient":{"id":"28:bot"},
             "entities":[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot"}},{"type":"mention","text":"<at>Ana</at>","mentioned":{"id":"29:ana"}}]}
            """);
        Assert.Equal(("who owns", "<at>Ana</at>"), await RunAsync(activity));
    }

    [Theory]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "event:installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", "event:uninstalled")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"1"}]}""", "event:members-added")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"1"}],"channelData":{"eventType":"teamMemberAdded"}}""", "event:members-added")]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"channelRenamed"}}""", "event:channelRenamed")]
    [InlineData("""{"type":"invoke","name":"task/fetch"}""", "invoke:task/fetch")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"lead.accept"}}}""", "card:lead.accept")]
    [InlineData("""{"type":"message","value":{"verb":"lead.accept"}}""", "card:lead.accept")]
    [InlineData("""{"type":"message","value":{"reason":"a"}}""", null)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":7}}}""", null)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":[]}""", null)]
    [InlineData("""{"type":"messageReaction"}""", null)]
    [InlineData("""{"type":7}""", null)]
    public void Everything_else_finds_its_route_or_none(string activity, string? route) =>
        Assert.Equal(route, new Router(Table()).Find(Parse(activity))?.Name);

    [Fact]
    public void Claiming_twice_names_both_owners()
    {
        var routes = Table();
        void Names(Action claim) => Assert.Matches("Heard.*Other", Assert.Throws<InvalidOperationException>(claim).Message);
        Names(() => routes.Text<Other>("HELP", (_, _, _, _) => Task.CompletedTask));
        Names(() => routes.Otherwise<Other>((_, _, _, _) => Task.CompletedTask));
        Names(() => routes.Event<Other>("installed", (_, _, _) => Task.CompletedTask));
        Names(() => routes.Invoke<Other>("task/fetch", (_, _, _) => Task.FromResult(new InvokeAnswer(200, null))));
        Names(() => routes.Card<Other>("lead.accept", Say, Say));
        Assert.Throws<InvalidOperationException>(() => routes.Invoke<Other>("adaptiveCard/action", (_, _, _) => Task.FromResult(new InvokeAnswer(200, null))));
        Assert.Throws<InvalidOperationException>(() => new Router(new Routes()));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("serve *")]
    [InlineData("* here")]
    [InlineData("a * b * c")]
    [InlineData(" ")]
    public void A_command_without_words_around_its_star_is_refused(string command) =>
        Assert.Throws<InvalidOperationException>(() => new Routes().Text<Heard>(command, (_, _, _, _) => Task.CompletedTask));

    [Fact]
    public async Task A_card_has_its_act_and_its_truth()
    {
        var route = new Router(Table()).Find(Parse("""{"type":"message","value":{"verb":"lead.accept"}}"""))!;
        await using var scope = new ServiceCollection().AddSingleton<Heard>().BuildServiceProvider();
        var turn = new Turn(Parse("""{"type":"message","value":{"verb":"lead.accept"}}"""), Actor: null, EdgeHost.Start);
        Assert.Equal("accepted", ((CardAnswer)(await route.Act(scope, turn, TestContext.Current.CancellationToken))!.Body!).Sentence);
        Assert.Equal("already accepted", ((CardAnswer)(await route.Truth!(scope, turn, TestContext.Current.CancellationToken))!.Body!).Sentence);
    }

    [Fact]
    public void A_press_reads_its_fields_leniently()
    {
        using var data = JsonDocument.Parse("""
            {"text":"  a\u0000b ","half":"x\ud83dy","number":7,"string":"7","float":7.5,"whole":7.0,"big":1e20,"yes":true,"none":null,"list":[1],
             "id":"0193e4c0-0000-7000-8000-000000000001","blank":"  "}
            """);
        var press = new CardPress("v", data.RootElement, "1", Automatic: false);
        Assert.Equal(
            ["ab", "xy", "7", "7", null, null, null, null, null],
            new[] { "text", "half", "number", "string", "yes", "none", "list", "blank", "absent" }.Select(press.Text));
        Assert.Equal([7, 7, null, 7, null, null], new[] { "number", "string", "float", "whole", "big", "text" }.Select(press.Number));
        Assert.Equal(Guid.Parse("0193e4c0-0000-7000-8000-000000000001"), press.Id("id"));
        Assert.Null(press.Id("text"));
        Assert.Null((press with { Data = default }).Text("text"));
    }

    [Theory]
    [InlineData("de-DE", "de-DE")]
    [InlineData("xx-nonsense", "en-US")]
    [InlineData(null, "en-US")]
    public void A_turn_knows_its_readers_language(string? locale, string expected) =>
        Assert.Equal(expected, new Turn(new Activity { Locale = locale }, Actor: null, EdgeHost.Start).Locale.Name);

    static Routes Table()
    {
        var routes = new Routes();
        foreach (var command in _commands)
            routes.Text<Heard>(command, (h, _, rest, _) => h.Note(command, rest));
        routes.Otherwise<Heard>((h, _, text, _) => h.Note("otherwise", text));
        foreach (var name in new[] { "installed", "uninstalled", "members-added", "members-removed", "channelRenamed" })
            routes.Event<Heard>(name, (_, _, _) => Task.CompletedTask);
        routes.Invoke<Heard>("task/fetch", (_, _, _) => Task.FromResult(new InvokeAnswer(200, null)));
        routes.Card<Heard>(
            "lead.accept", (_, _, _, _) => Task.FromResult(CardAnswer.Say("accepted")), (_, _, _, _) => Task.FromResult(CardAnswer.Say("already accepted")));
        return routes;
    }

    static Task<CardAnswer> Say(Other other, Turn turn, CardPress press, CancellationToken ct) => Task.FromResult(CardAnswer.Say(""));

    static async Task<(string, string)> RunAsync(Activity activity)
    {
        await using var scope = new ServiceCollection().AddSingleton<Heard>().BuildServiceProvider();
        await new Router(Table()).Find(activity)!.Act(scope, new Turn(activity, Actor: null, EdgeHost.Start), TestContext.Current.CancellationToken);
        return scope.GetRequiredService<Heard>().Last;
    }

    static Activity Parse(string json) => JsonSerializer.Deserialize(json, ActivityJson.Default.Activity)!;

    sealed class Heard
    {
        internal (string, string) Last { get; private set; }

        internal Task Note(string command, string rest)
        {
            Last = (command, rest);
            return Task.CompletedTask;
        }
    }

    sealed class Other;
}
