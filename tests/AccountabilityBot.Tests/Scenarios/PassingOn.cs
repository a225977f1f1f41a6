using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class PassingOn : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_named_colleague_is_asked_next_and_reads_who_passed_it_on(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var withAna = await bot.ExpectPost(Ana);

        var answer = await PassOnAsync(bot, Ana, withAna, ("Colleague", "Emil Krog"), ("Note", "He knows wells"));

        Assert.Equal("Details", answer.Card.ButtonRow);
        var withEmil = await bot.ExpectPost(Emil);
        Assert.Contains("Passed on by Ana Sousa", withEmil.Texts);
        Assert.Contains("Offered to Emil Krog until {{TIME(2026-11-23T10:00:00Z)}}", (await bot.ExpectEdit(inChannel)).Texts);
        Assert.Equal("Details", (await bot.ExpectEdit(withAna)).ButtonRow);
        var told = await bot.GetLead(no);
        Assert.Equal("received, offered, passed-on, offered", told.Story);
        Assert.Equal("He knows wells", told.Line("passed-on")["note"]!.GetValue<string>());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_colleague_the_rotation_finds_the_next(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);

        await PassOnAsync(bot, Ana, await bot.ExpectPost(Ana));

        Assert.Contains("Next in the rotation", (await bot.ExpectPost(Bo)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_passed_it_on_is_not_among_those_who_can_be_named_next(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await PassOnAsync(bot, Ana, await bot.ExpectPost(Ana));

        var form = (await bot.Press(Bo, await bot.ExpectPost(Bo), "Pass on")).Card;

        Assert.Equal(["Chidi Eze", "Dana Weiss", "Emil Krog", "Farah Zaman"], form.Input("Colleague").Choices.Select(choice => choice.Title));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_third_hand_gives_it_to_the_guardian_with_its_story(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);

        foreach (var person in (Colleague[])[Ana, Bo, Chidi])
            await PassOnAsync(bot, person, await bot.ExpectPost(person));

        var withGuardian = await bot.ExpectPost(Helene);
        Assert.Equal($"Nobody holds Keller Wells ({no}): please decide", withGuardian.Summary);
        Assert.Equal("Assign, Take, Close, (Details)", withGuardian.ButtonRow);
        foreach (var person in (Colleague[])[Ana, Bo, Chidi])
            Assert.Contains($"{person}: passed on by {person}", withGuardian.Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Contains("Nobody holds it. Helene Brandt decides what happens next.", inChannel.Message.Now.Texts);
        await bot.Advance(8.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_colleague_of_another_department_cannot_be_slipped_in(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Pass on")).Card;
        var mei = await bot.Read(db => Task.FromResult(db.People.Single(person => person.ObjectId == Mei.ObjectId).Id));
        var input = form.Card!["body"]!.AsArray().Single(element => element!["type"]!.GetValue<string>() == "Input.ChoiceSet")!;
        input["choices"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["title"] = "Mei", ["value"] = mei.ToString() });

        var answer = await bot.Press(Ana, form, "Pass on", ("Colleague", "Mei"));

        Assert.Contains("Mei Chou does not work in the department this lead was handed to.", answer.Card.Texts);
        Assert.Equal("Ana Sousa", (await bot.GetLead(no)).OfferedTo);
    }

    static async Task<Answer> PassOnAsync(BotHarness bot, Colleague person, ShownCard offer, params (string Label, string Value)[] inputs)
    {
        var form = (await bot.Press(person, offer, "Pass on")).Card;
        return await bot.Press(person, form, "Pass on", inputs);
    }
}
