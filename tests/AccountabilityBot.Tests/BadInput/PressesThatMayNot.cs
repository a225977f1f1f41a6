using System.Net;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.BadInput.RawRequests;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>Presses by the wrong person, on the wrong lead, too late, or with data that a client was made to send.</summary>
public sealed class PressesThatMayNot : Scenario
{
    [Theory]
    [OnBothDatabases("hot", "lead.not-a-member")]
    [OnBothDatabases("warm", "lead.offered-to")]
    public async Task Accepting_the_lead_of_another_department_with_the_card_of_ones_own(Database database, string segment, string refusal)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var own = await bot.ExpectPost(Ana);
        var theirs = await bot.GetLead(await bot.Lead(new { department = "support", segment }));
        var press = bot.Pressing(Ana, own, "Accept");
        DataOf(press)["lead"] = theirs.Id;
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.SendPressAsync(own, press);

        Assert.NotEmpty(answer.Sentence);
        await witness.NothingHappenedBut($"Refused lead.accept of {theirs.No}: {refusal}");
    }

    [Theory, OnBothDatabases]
    public async Task Naming_a_colleague_in_the_data(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var press = bot.Pressing(Bo, inChannel, "Accept");
        foreach (var name in (string[])["userId", "person", "actor", "owner", "aadObjectId", "from"])
            DataOf(press)[name] = Ana.ObjectId;
        press["value"]!["action"]!["from"] = new JsonObject { ["aadObjectId"] = Ana.ObjectId };
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.SendPressAsync(inChannel, press);

        Assert.StartsWith("It is offered to Ana Sousa until", answer.Sentence, StringComparison.Ordinal);
        await witness.NothingHappenedBut($"Refused lead.accept of {no}: lead.offered-to");
    }

    [Theory, OnBothDatabases]
    public async Task A_version_from_an_old_card_gets_the_truth(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(new { segment = "hot" });
        var old = await bot.ExpectPost(Sales);
        await bot.Press(Bo, old, "Accept");
        var press = bot.Pressing(Ana, old, "Accept");
        (DataOf(press)["version"], DataOf(press)["state"]) = (999, "offered");
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.SendPressAsync(old, press);

        Assert.Contains("Bo Nguyen has it since", answer.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Details", answer.Card.ButtonRow);
        await witness.NothingHappenedBut($"Refused lead.accept of {no}: lead.already-accepted");
    }

    [Theory]
    [OnBothDatabases("lead.steal")]
    [OnBothDatabases("LEAD.ACCEPT")]
    [OnBothDatabases("lead.accept ")]
    [OnBothDatabases("")]
    public async Task A_verb_that_nobody_knows(Database database, string verb)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var press = bot.Pressing(Ana, await bot.ExpectPost(Ana), "Accept");
        press["value"]!["action"]!["verb"] = verb;
        var witness = await Witness.AtAsync(bot);

        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.SendActivityAsync(press.ToJsonString())).Status);

        await witness.NothingHappenedBut("No handler for invoke adaptiveCard/action verb");
    }

    [Theory]
    [OnBothDatabases("null")]
    [OnBothDatabases("[]")]
    [OnBothDatabases("{}")]
    [OnBothDatabases("\"a text\"")]
    [OnBothDatabases("42")]
    [OnBothDatabases("""{"lead":null}""")]
    [OnBothDatabases("""{"lead":{"id":1}}""")]
    [OnBothDatabases("""{"lead":"L-1001"}""")]
    [OnBothDatabases("""{"lead":"00000000-0000-0000-0000-000000000000"}""")]
    public async Task Data_that_names_no_lead(Database database, string data)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChat = await bot.ExpectPost(Ana);
        var press = bot.Pressing(Ana, inChat, "Accept");
        SetData(press, JsonNode.Parse(data));
        var witness = await Witness.AtAsync(bot);

        Assert.Equal("This lead is not known here any more.", (await bot.SendPressAsync(inChat, press)).Sentence);

        await witness.NothingHappenedBut($"Refused a press by {Ana.ObjectId}");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_press_twice_in_one_moment(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChat = await bot.ExpectPost(Ana);
        var press = bot.Pressing(Ana, inChat, "Accept").ToJsonString();
        var witness = await Witness.AtAsync(bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => bot.SendPressAsync(inChat, JsonNode.Parse(press)!.AsObject())));

        Assert.All(answers, answer => Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", answer.Card.ButtonRow));
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
        // None, when the second one found the lead accepted by itself.
        Assert.True(witness.Lines.Count <= 1, string.Join('\n', witness.Lines));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Another_press_of_the_same_button_half_a_minute_later(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChat = await bot.ExpectPost(Ana);
        await bot.Press(Ana, inChat, "Accept");
        var witness = await Witness.AtAsync(bot);
        await bot.Advance(30.Seconds());

        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", (await bot.Press(Ana, inChat, "Accept")).Card.ButtonRow);

        Assert.Empty(witness.Lines);
        await witness.NothingHappened();
    }

    [Theory, OnBothDatabases]
    public async Task Accepting_after_the_lead_went_to_the_next(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var old = await bot.ExpectPost(Ana);
        await bot.Advance(91.Minutes());
        var witness = await Witness.AtAsync(bot);

        Assert.StartsWith("It is offered to Bo Nguyen until", (await bot.Press(Ana, old, "Accept")).Sentence, StringComparison.Ordinal);

        await witness.NothingHappenedBut($"Refused lead.accept of {no}: lead.offered-to");
    }

    [Theory]
    [OnBothDatabases("Accept")]
    [OnBothDatabases("Reject")]
    [OnBothDatabases("Pass on")]
    public async Task Pressing_after_the_guardian_closed_the_lead(Database database, string button)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(new { segment = "hot" });
        var old = await bot.ExpectPost(Sales);
        await bot.Advance(16.Minutes());
        var form = (await bot.Press(Helene, await bot.ExpectPost(Helene), "Close")).Card;
        await bot.Press(Helene, form, "Close", ("Reason", "A test and no lead"));
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.Press(Ana, old, button);

        Assert.Contains("Closed", answer.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Details", answer.Card.ButtonRow);
        await witness.NothingHappenedBut($"{no}: lead.ended");
    }

    [Theory]
    [OnBothDatabases("Accept")]
    [OnBothDatabases("Reject")]
    [OnBothDatabases("Pass on")]
    public async Task Somebody_whom_the_directory_does_not_list(Database database, string button)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.Press(Stranger, inChannel, button);

        Assert.StartsWith("The company's directory does not list you yet", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(Stranger.ObjectId, (await bot.Read(db => db.UnlistedPeople.SingleAsync())).ObjectId);
        await witness.NothingHappenedBut(Stranger.ObjectId, Stranger.Name);
    }

    [Theory]
    [OnBothDatabases("""{"id":"29:guest","name":"A Guest","aadObjectId":"99999999-0000-4000-8000-000000000099","userRole":"guest"}""")]
    [OnBothDatabases("""{"id":"29:ana","name":"Ana Sousa"}""")]
    [OnBothDatabases("""{"id":"29:ana","name":"Ana Sousa","aadObjectId":null}""")]
    [OnBothDatabases("""{"id":"29:ana","name":"Ana Sousa","aadObjectId":"ana@brightwater.example"}""")]
    [OnBothDatabases("""{"id":"28:another-bot","name":"A Bot","aadObjectId":"00000000-0000-4000-8000-000000000011"}""")]
    [OnBothDatabases("""{"name":"Ana Sousa","aadObjectId":"00000000-0000-4000-8000-000000000011"}""")]
    [OnBothDatabases("null")]
    [OnBothDatabases("\"29:ana\"")]
    public async Task A_guest_a_bot_and_whoever_Teams_does_not_identify(Database database, string from)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChat = await bot.ExpectPost(Ana);
        var press = bot.Pressing(Ana, inChat, "Accept");
        press["from"] = JsonNode.Parse(from);
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.SendPressAsync(inChat, press);

        Assert.StartsWith("The company's directory does not list you yet", answer.Sentence, StringComparison.Ordinal);
        await witness.NothingHappenedBut("Refused a press by", "Ana Sousa", "A Guest");
    }

    [Theory]
    [OnBothDatabases("22222222-2222-4333-8444-555555555555", "22222222-2222-4333-8444-555555555555")]
    [OnBothDatabases(Tenant, "22222222-2222-4333-8444-555555555555")]
    [OnBothDatabases("22222222-2222-4333-8444-555555555555", Tenant)]
    [OnBothDatabases("", "")]
    public async Task Another_tenant(Database database, string conversation, string channel)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var press = bot.Pressing(Ana, await bot.ExpectPost(Ana), "Accept");
        press["conversation"]!["tenantId"] = conversation;
        press["channelData"]!["tenant"]!["id"] = channel;
        var witness = await Witness.AtAsync(bot);

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.SendActivityAsync(press.ToJsonString())).Status);

        await witness.NothingHappenedBut("Refused a request to the bot's endpoint: Tenant");
    }
}
