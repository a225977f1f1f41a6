using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>No reminder of this lead for a while. A cold lead promises eight hours: the first reminder comes at two in the afternoon.</summary>
public sealed class Snoozing : Scenario
{
    [Theory]
    [OnBothDatabases("30 minutes", 30, "14:30")]
    [OnBothDatabases("2 hours", 120, "16:00")]
    public async Task Later_they_are_reminded_once_and_the_deadline_has_not_moved(Database database, string length, int minutes, string at)
    {
        var bot = await StartAsync(database);
        var reminder = await RemindedAsync(bot);
        Assert.Equal("Accept, Snooze, Details", reminder.ButtonRow);
        var form = (await bot.Press(Ana, reminder, "Snooze")).Card;
        Assert.Contains("When should I come back to you?", form.Texts);
        Assert.Equal("30 minutes, 2 hours, Tomorrow 09:00, (Back)", form.ButtonRow);

        var answer = (await bot.Press(Ana, form, length)).Card;

        Assert.Equal(
            $"I come back to you at {at} (Europe/Berlin). Your answer is still due by 18:00 (Europe/Berlin), and what follows on that stays as it is.", answer.Texts[0]);
        Assert.Equal("Accept, Reject, Details, (Pass on)", answer.ButtonRow);
        await bot.Advance(TimeSpan.FromMinutes(minutes - 1));
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var back = await bot.ExpectPost(Ana);
        Assert.Equal("You asked me to come back to Keller Wells (L-1001)", back.Summary);
        Assert.Contains("Your answer is due by {{DATE(2026-11-23T17:00:00Z,SHORT)}} {{TIME(2026-11-23T17:00:00Z)}}.", back.Texts);
        Assert.Equal("Open, Snooze", back.ButtonRow);
        Assert.Equal(answer.ButtonRow, (await bot.Press(Ana, back, "Open")).Card.ButtonRow);
        await bot.Silence();
        Assert.Equal(0, await bot.Read(db => db.Snoozes.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Tomorrow_at_nine_is_nine_by_the_wall_though_the_clocks_change_in_between(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("acceptWithin: 8h,", "acceptWithin: 8h, contactWithin: 40h,", StringComparison.Ordinal) });
        // Friday evening. The first reminder comes twenty hours later, and in the night after that the clocks go forward.
        bot.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 26, 19, 0, 0, TimeSpan.Zero));
        await bot.Lead(new { segment = "cold" });
        await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();
        await bot.Advance(20.Hours());
        var reminder = await bot.ExpectPost(Ana);
        Assert.Equal("Contacted, Snooze, Details", reminder.ButtonRow);

        var answer = (await bot.Press(Ana, (await bot.Press(Ana, reminder, "Snooze")).Card, "Tomorrow 09:00")).Card;

        Assert.Equal(
            "I come back to you at 28 Mar 09:00 (Europe/Berlin). What you promised is still due by 28 Mar 13:00 (Europe/Berlin), and what follows on that stays as it is.",
            answer.Texts[0]);
        // The second reminder would have come at five in the morning.
        await bot.Advance(16.Hours() - 1.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());
        Assert.Contains("You asked me to come back to this lead now.", (await bot.ExpectPost(Ana)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_comes_next_on_the_ladder_comes_as_announced(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();
        await bot.Advance(30.Minutes());
        var reminder = await bot.ExpectPost(Ana);
        await bot.Press(Ana, (await bot.Press(Ana, reminder, "Snooze")).Card, "2 hours");

        // The second reminder is hers, and left out; the second line is somebody else's.
        await bot.Advance(29.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());
        Assert.StartsWith("Ana Sousa was offered this lead until", (await bot.ExpectPost(Ravi)).Text, StringComparison.Ordinal);
        await bot.Silence();
        await bot.Advance(30.Minutes());
        await bot.ExpectPost(Bo);
        await bot.Overlook();
        Assert.Equal("received, offered, nudged, nudged, second-line, expired, offered", (await bot.GetLead(no)).Story);

        // It does not wait for her any more.
        await bot.Advance(1.Hours());
        Assert.DoesNotContain(bot.Teams.Standing(Ana), message => message.Text.Contains("You asked me", StringComparison.Ordinal));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_snoozes_again_is_reminded_at_the_later_hour_and_who_answers_is_not(Database database)
    {
        var bot = await StartAsync(database);
        var reminder = await RemindedAsync(bot);
        await SnoozeAsync(bot, reminder, "30 minutes");
        await bot.Advance(10.Minutes());
        await SnoozeAsync(bot, reminder, "2 hours");
        await bot.Advance(119.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());
        var back = await bot.ExpectPost(Ana);

        await SnoozeAsync(bot, back, "30 minutes");
        await bot.Press(Ana, reminder, "Accept");
        await bot.Overlook();
        await bot.Advance(1.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Only_whom_the_lead_waits_for_can_snooze_it(Database database)
    {
        var bot = await StartAsync(database);
        var reminder = await RemindedAsync(bot);

        Assert.Equal("It is offered to Ana Sousa until 18:00 (Europe/Berlin).", (await bot.Press(Bo, reminder, "Snooze")).Sentence);
        Assert.StartsWith("The company's directory does not list you yet", (await bot.Press(Stranger, reminder, "Snooze")).Sentence, StringComparison.Ordinal);
        var form = (await bot.Press(Ana, reminder, "Snooze")).Card;
        Assert.Equal("It is offered to Ana Sousa until 18:00 (Europe/Berlin).", (await bot.Press(Bo, form, "2 hours")).Sentence);

        // Nothing is promised about an accepted lead here.
        await bot.Press(Ana, reminder, "Accept");
        var late = (await bot.Press(Ana, form, "2 hours")).Card;
        Assert.Equal("Nothing about this lead waits for you at the moment, so I do not remind you of it.", late.Texts[0]);
        Assert.Equal(0, await bot.Read(db => db.Snoozes.CountAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_press_that_Teams_delivers_twice_is_one_and_a_length_that_is_none_is_refused(Database database)
    {
        var bot = await StartAsync(database);
        var reminder = await RemindedAsync(bot);
        var form = (await bot.Press(Ana, reminder, "Snooze")).Card;
        var made = bot.Pressing(Ana, form, "30 minutes");
        made["value"]!["action"]!["data"]!["for"] = "a year";

        using var response = await bot.Http.PostAsJsonAsync("/api/messages", made, TestContext.Current.CancellationToken);
        var refused = Answer.Read(made, form.Message, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
        Assert.Equal("Please choose when I should come back to you.", refused.Sentence);

        var answer = await bot.Press(Ana, form, "30 minutes");
        bot.Clock.Advance(10.Minutes());
        Assert.Equal(answer.Card.ButtonRow, (await bot.PressAgain(answer)).Card.ButtonRow);
        await bot.Advance(20.Minutes());
        await bot.ExpectPost(Ana);
        await bot.Advance(20.Minutes());
        await bot.Silence();
    }

    static async Task<ShownCard> RemindedAsync(BotHarness bot)
    {
        await bot.Lead(new { segment = "cold" });
        await bot.Overlook();
        await bot.Advance(4.Hours());
        var reminder = await bot.ExpectPost(Ana);
        await bot.Silence();
        return reminder;
    }

    static async Task SnoozeAsync(BotHarness bot, ShownCard on, string length) =>
        await bot.Press(Ana, (await bot.Press(Ana, on, "Snooze")).Card, length);
}
