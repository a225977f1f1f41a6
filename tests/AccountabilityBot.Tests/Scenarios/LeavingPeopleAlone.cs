using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>From eight in the evening to seven in the morning, by the reader's own clock, nothing comes unasked.</summary>
public sealed class LeavingPeopleAlone : Scenario
{
    const string NewYork = "America/New_York";

    [Theory, OnBothDatabases]
    public async Task News_of_the_night_comes_in_the_morning(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Clock.Advance(12.Hours());
        await bot.News(Ana, "Ten in the evening");
        await bot.Help(Ravi, "Somebody needs you");
        await bot.Silence();

        await bot.Advance(8.Hours() + 59.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        Assert.Equal("Ten in the evening", (await bot.ExpectPost(Ana)).Text);
        Assert.Equal("Somebody needs you", (await bot.ExpectPost(Ravi)).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_sender_of_a_lead_hears_in_the_morning_that_it_was_rejected_in_the_evening(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "cold", from = new { department = "marketing", person = "mei@brightwater.example" } });
        await bot.ExpectPost(Sales);
        var offer = await bot.ExpectPost(Ana);
        await bot.Advance(9.Hours() + 58.Minutes());
        await bot.Overlook();
        var form = (await bot.Press(Ana, offer, "Reject")).Card;
        await bot.Press(Ana, form, "Reject", ("Reason", "Needs nothing"));
        await bot.Overlook();

        // The time to undo ends at eight sharp.
        await bot.Advance(2.Minutes());
        Assert.DoesNotContain(bot.Teams.Standing(Mei), card => card.Text.Contains("could not use this lead", StringComparison.Ordinal));
        await bot.Overlook();
        await bot.Advance(11.Hours());

        Assert.Contains("Sales could not use this lead", (await bot.ExpectPost(Mei)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_clock_is_the_readers_own(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup with { People = PeopleCsvWith(Ana, NewYork) });

        // Ten in Berlin is four in New York.
        await bot.News(Ana, "To New York");
        await bot.News(Bo, "To Berlin");
        Assert.Equal("To Berlin", (await bot.ExpectPost(Bo)).Text);
        await bot.Silence();
        await bot.Advance(3.Hours());

        Assert.Equal("To New York", (await bot.ExpectPost(Ana)).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Offers_answers_and_hot_leads_come_at_any_time(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup with { People = PeopleCsvWith(Ana, NewYork) });

        await bot.Lead();
        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.ExpectPost(Sales);
        await bot.Say(Ana, "my leads");
        Assert.Contains("Your leads", (await bot.ExpectPost(Ana)).Texts);
        var hot = await bot.Lead(new { segment = "hot" });
        await bot.ExpectPost(Sales);
        await bot.Remind(Ana, "The house is on fire", hot);
        Assert.Equal("The house is on fire", (await bot.ExpectPost(Ana)).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_longer_true_in_the_morning_is_not_sent(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { People = PeopleCsvWith(Ana, NewYork) });
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var mine = await bot.ExpectPost(Ana);
        await bot.Press(Ana, mine, "Accept");
        await bot.Overlook();
        mine = mine.Message.Now;
        var form = (await bot.Press(Ana, mine, "Hold")).Card;
        await bot.Press(Ana, form, "Hold", ("Reason", "Asked to be called later"), ("Until", "2026-11-25"));
        // The hold ends at nine in Berlin: three in New York.
        await bot.Advance(47.Hours());
        Assert.DoesNotContain(bot.Teams.Standing(Ana), message => message.Text.StartsWith("The hold on", StringComparison.Ordinal));
        await bot.Overlook();

        form = (await bot.Press(Ana, mine.Message.Now, "Hand back")).Card;
        await bot.Press(Ana, form, "Hand back", ("Reason", "I am going to be away"));
        await bot.Advance(4.Hours());

        Assert.DoesNotContain(bot.Teams.Standing(Ana), message => message.Text.StartsWith("The hold on", StringComparison.Ordinal));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_server_that_starts_in_the_night_leaves_them_alone_too(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Clock.Advance(12.Hours());
        await bot.News(Ana, "Ten in the evening");
        await bot.Silence();
        await bot.Say(Bo, "help");

        Assert.True(await bot.DiesDuring(bot.Teams.Fail(Fault.Hanging(), on: Bo, Call.Post)));
        await bot.Overlook();
        await bot.Advance(9.Hours());

        Assert.Equal("Ten in the evening", (await bot.ExpectPost(Ana)).Text);
        await bot.Overlook();
    }
}
