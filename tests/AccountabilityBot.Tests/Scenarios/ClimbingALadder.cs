using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>A warm lead promises an hour: reminders after 30 and 48 minutes, the second line after 60, the next person after 90.</summary>
public sealed class ClimbingALadder : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Each_rung_is_told_once_in_private_and_says_what_comes_next(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();

        await bot.Advance(29.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());
        var first = await bot.ExpectPost(Ana);
        Assert.StartsWith("Reminder 1 of 2. Your answer is due by {{TIME(2026-11-23T10:00:00Z)}}.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Next, {{TIME(2026-11-23T09:48:00Z)}}: a private reminder", first.Texts);
        Assert.Equal("Accept, Snooze, Details", first.ButtonRow);
        await bot.Silence();

        await bot.Advance(18.Minutes());
        var second = await bot.ExpectPost(Ana);
        Assert.Contains("Next, {{TIME(2026-11-23T10:00:00Z)}}: Ravi Menon hears of it and may help", second.Texts);
        await bot.Silence();

        await bot.Advance(12.Minutes());
        var withRavi = await bot.ExpectPost(Ravi);
        Assert.StartsWith("Ana Sousa was offered this lead until {{TIME(2026-11-23T10:00:00Z)}}", withRavi.Text, StringComparison.Ordinal);
        Assert.Contains("Next, {{TIME(2026-11-23T10:30:00Z)}}: it goes to the next person", withRavi.Texts);
        Assert.Equal("Assign, Take, Details", withRavi.ButtonRow);
        await bot.Silence();

        await bot.Advance(30.Minutes());
        await bot.ExpectPost(Bo);
        Assert.Equal("received, offered, nudged, nudged, second-line, expired, offered", (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_answer_ends_the_ladder_and_every_reminder_tells_the_truth(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Overlook();
        await bot.Advance(30.Minutes());
        var reminder = await bot.ExpectPost(Ana);

        await bot.Press(Ana, reminder, "Accept");

        var after = await bot.ExpectEdit(reminder);
        Assert.Contains("Ana Sousa has it since", after.Text, StringComparison.Ordinal);
        Assert.Equal("Details", after.ButtonRow);
        await bot.Overlook();
        await bot.Advance(3.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_bot_that_slept_records_every_rung_and_sends_what_is_still_true(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();

        await bot.Advance(70.Minutes());

        var reminder = await bot.ExpectPost(Ana);
        Assert.StartsWith("Reminder 2 of 2. Your answer is due by", reminder.Text, StringComparison.Ordinal);
        await bot.ExpectPost(Ravi);
        await bot.Silence();
        Assert.Equal("received, offered, nudged, nudged, second-line", (await bot.GetLead(no)).Story);
    }

    [Theory, OnBothDatabases]
    public async Task A_pool_is_reminded_in_private_and_the_channel_hears_no_nudges(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "hot" });
        await bot.Overlook();

        await bot.Advance(5.Minutes());

        foreach (var person in SalesPeople.Skip(1))
            Assert.Equal("Accept, Snooze, Details", (await bot.ExpectPost(person)).ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_may_help_takes_the_lead_and_the_offer_is_gone(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();
        await bot.Advance(60.Minutes());
        var withRavi = await bot.ExpectPost(Ravi);
        await bot.Overlook();

        await bot.Press(Ravi, withRavi, "Take");

        Assert.Equal(("accepted", Ravi.Name), ((await bot.GetLead(no)).State, (await bot.GetLead(no)).Owner));
        await bot.Overlook();
        await bot.Advance(60.Minutes());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task An_owner_is_reminded_of_the_first_word_and_a_hold_stops_the_clock(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("acceptWithin: 1h,", "acceptWithin: 1h, contactWithin: 2h,", StringComparison.Ordinal) });
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        await bot.Advance(60.Minutes());
        var reminder = await bot.ExpectPost(Ana);
        Assert.StartsWith("Reminder 1 of 2. The buyer waits for a first word from you; it is due by {{TIME(2026-11-23T11:00:00Z)}}.", reminder.Text, StringComparison.Ordinal);
        Assert.Equal("Contacted, Snooze, Details", reminder.ButtonRow);
        await bot.Silence();

        await bot.Advance(60.Minutes());
        Assert.Contains("Ana Sousa has this lead. The first word to the buyer was due by", (await bot.ExpectPost(Ravi)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        await bot.Press(Ana, reminder, "Contacted");
        await bot.Overlook();
        await bot.Advance(24.Hours());
        await bot.Silence();
        Assert.Equal("received, offered, accepted, nudged, nudged, second-line, contacted", (await bot.GetLead(no)).Story);
    }

    [Theory, OnBothDatabases]
    public async Task An_owner_who_never_speaks_to_the_buyer_loses_the_lead_to_the_next(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("acceptWithin: 1h,", "acceptWithin: 1h, contactWithin: 2h,", StringComparison.Ordinal) });
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        await bot.Advance(3.Hours());

        Assert.Equal(("offered", Bo.Name), ((await bot.GetLead(no)).State, (await bot.GetLead(no)).OfferedTo));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Deadlines_count_the_departments_hours_over_night_and_weekend(Database database)
    {
        var bot = await StartAsync(database, new BotSetup
        {
            Model = Model.Replace("mon-sun: 00:00-24:00", "mon-fri: 09:00-17:00", StringComparison.Ordinal),
        });
        // Friday, 16:40 in Berlin.
        await bot.Advance(new DateTimeOffset(2026, 11, 27, 15, 40, 0, TimeSpan.Zero) - bot.Clock.GetUtcNow());
        var no = await bot.Lead();
        await bot.Overlook();

        var told = await bot.GetLead(no);

        // Twenty minutes on Friday, forty on Monday.
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 40, 0, TimeSpan.Zero), told.DueAt);
        await bot.Overlook();
    }
}
