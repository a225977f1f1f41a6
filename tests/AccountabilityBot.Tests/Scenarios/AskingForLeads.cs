using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class AskingForLeads : Scenario
{
    [Theory, OnBothDatabases]
    public async Task My_leads_lists_what_is_mine_and_what_is_offered_to_me(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("undo: 2m", "undo: 2m\n  capacities: { bo@brightwater.example: 1 }", StringComparison.Ordinal) });
        await bot.Lead(new { department = "support", company = "First" });
        await bot.Lead(new { department = "support", company = "Second" });
        await bot.ExpectPost(Support);
        var first = await bot.ExpectPost(Sam, "First");
        await bot.Press(Sam, first, "Accept");
        await bot.Overlook();

        await bot.Say(Sam, "My Leads");

        var list = await bot.ExpectPost(Sam);
        Assert.Contains("Your leads", list.Texts);
        Assert.Contains("L-1001 · First", list.Texts);
        Assert.Contains("L-1002 · Second", list.Texts);
        Assert.Contains("no contact yet", list.Text, StringComparison.Ordinal);
        Assert.Contains("offered to you until", list.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task My_leads_without_any_says_so(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "my leads, please");

        Assert.Equal(["You have no open leads."], (await bot.ExpectPost(Ana)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_the_directory_does_not_list_gets_an_answer_and_holds_up_nobody(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Stranger, "my leads");
        await bot.Say(Ana, "my leads");

        Assert.StartsWith("The company's directory does not list you yet", (await bot.ExpectPost(Stranger)).Text, StringComparison.Ordinal);
        Assert.Equal(["You have no open leads."], (await bot.ExpectPost(Ana)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_asked_for_in_the_chat_is_a_live_card_with_the_readers_buttons(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        await bot.Say(Ana, $"lead {no}");
        await bot.Say(Bo, $"Lead {no.ToLowerInvariant()}, please");

        var copy = await bot.ExpectPost(Ana);
        Assert.Equal("Accept, Reject, Details, (Pass on)", copy.ButtonRow);
        var bosCopy = await bot.ExpectPost(Bo);
        Assert.Equal("Details", bosCopy.ButtonRow);

        await bot.Press(Ana, copy, "Accept");

        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(copy)).Text, StringComparison.Ordinal);
        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(bosCopy)).Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_asked_for_in_a_channel_is_answered_in_the_thread_and_stays_true(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        var question = await bot.Say(Ines, $"lead {no}", General);

        var copy = await bot.ExpectPost(General);
        Assert.Equal(question["conversation"]!["id"]!.GetValue<string>(), copy.Message.ConversationId);
        await bot.Press(Ana, inChat, "Accept");
        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(copy)).Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("lead L-9999", "I know no lead L-9999. Say its number, such as: lead L-1042")]
    [OnBothDatabases("lead", "I know no lead L-…. Say its number, such as: lead L-1042")]
    [OnBothDatabases("lead seventeen", "I know no lead seventeen. Say its number, such as: lead L-1042")]
    public async Task An_unknown_number_is_answered_with_a_sentence(Database database, string asked, string sentence)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, asked);

        Assert.Equal(sentence, (await bot.ExpectPost(Ana)).Text);
    }
}
