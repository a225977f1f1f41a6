using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Commitments;

/// <summary>On the working day before its department's digest, each person concerned hears once what is due by it.</summary>
public sealed class RemindingBeforeTheDigest : Scenario
{
    /// <summary>Work from Monday to Friday, nine to six; a digest every Monday at nine.</summary>
    static readonly BotSetup Weekly = Setup("every monday 09:00");

    [Theory, OnBothDatabases]
    public async Task Once_on_friday_morning_with_what_is_due_and_what_is_overdue(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        foreach (var what in (string[])["call Jo by 2026-11-25", "send the list by 2026-11-30", "clean up by 2026-12-01"])
            await bot.Say(Ana, "commit to " + what);
        await bot.Overlook();
        // Friday, 09:00 in Berlin.
        await bot.Advance(94.Hours() + 59.Minutes());
        await bot.Overlook();
        await bot.Advance(1.Minutes());

        var reminder = await bot.ExpectPost(Ana, "Due before Monday");
        Assert.Contains("Was due by 25 November 2026", reminder.Texts);
        Assert.Contains("By 30 November 2026", reminder.Texts);
        Assert.DoesNotContain("clean up", reminder.Texts);
        Assert.Equal("Done, Move, Drop, Done, Move, Drop", reminder.ButtonRow);

        var done = (await bot.Press(Ana, reminder, "Done")).Card;
        Assert.Equal("Done, Move, Drop", done.ButtonRow);
        Assert.Equal(done.Texts, (await bot.ExpectEdit(reminder)).Texts);
        await bot.Overlook();
        await bot.Restart();
        await bot.Advance(48.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_without_anything_due_hears_of_it(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        await bot.Say(Ana, "commit to clean up by 2026-12-01");
        await bot.Overlook();
        await bot.Advance(96.Hours());
        await bot.Silence();
        // Decided for this digest: what is promised now for Monday is known to whoever promises it.
        await bot.Say(Ana, "commit to send the list by 2026-11-30");
        await bot.Overlook();
        await bot.Advance(10.Minutes());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_out_is_not_reminded_and_nobody_when_the_digest_has_come(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        await bot.Say(Ana, "commit to send the list by 2026-12-07");
        await bot.Say(Ana, "out until 2026-11-30 12:00");
        await bot.Say(Bo, "commit to call Jo by 2026-11-30");
        await bot.Overlook();
        await bot.Advance(95.Hours());
        await bot.ExpectPost(Bo, "Due before Monday");
        await bot.Advance(80.Hours());
        await bot.Overlook();
        Assert.Equal(1, await bot.Read(db => db.CardPosts.CountAsync(post => post.Kind == "cadence.reminder")));
    }

    [Theory, OnBothDatabases]
    public async Task A_number_without_its_value_is_entered_from_the_reminder(Database database)
    {
        var bot = await StartAsync(database, Setup("every monday 09:00", """

            numbers:
              close-rate: { name: Close rate, unit: "%", owner: bo@brightwater.example, keeper: bo@brightwater.example, department: sales, freshnessDays: 3 }
            """));
        await bot.Read(db => db.Numbers.ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, BotHarness.Start.AddMonths(-3))));
        await bot.Overlook();
        await bot.Advance(95.Hours());
        await bot.Settle();
        var reminder = bot.Teams.Standing(Bo).Last(card => card.Text.Contains("Due before Monday", StringComparison.Ordinal));
        Assert.Contains("Close rate · October 2026", reminder.Texts);
        var form = (await bot.Press(Bo, reminder, "Enter value")).Card;
        await bot.Press(Bo, form, "Save", ("Value", "27"));
        await bot.Settle();
        Assert.Contains("Nothing is left. Thank you!", bot.Teams.Standing(Bo).Single(card => card.Text.Contains("Due before Monday", StringComparison.Ordinal)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Without_any_digest_nobody_is_reminded(Database database)
    {
        var bot = await StartAsync(database, Setup("never"));
        await bot.Say(Ana, "commit to send the list by 2026-12-30");
        await bot.Overlook();
        await bot.Advance(200.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task As_many_queries_for_all_as_for_one(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        foreach (var person in (Colleague[])[Ana, Bo, Chidi, Mei])
            await bot.Say(person, "commit to send the list by 2026-11-30");
        await bot.Overlook();
        await bot.Advance(95.Hours());
        foreach (var person in (Colleague[])[Ana, Bo, Chidi, Mei])
            await bot.ExpectPost(person, "Due before Monday");
        await bot.Silence();
        Assert.Equal(Everybody.Count, await bot.Read(db => db.RhythmReminders.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_rhythm_that_was_changed_in_between_reminds_nobody_twice(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        await bot.Say(Ana, "commit to send the list by 2026-11-30");
        await bot.Say(Bo, "commit to call Jo by 2026-11-30");
        await bot.Overlook();
        var ana = bot.IdOf(Ana);
        await bot.Write(db => db.RhythmReminders.Add(new() { PersonId = ana, On = new DateOnly(2026, 12, 1), At = BotHarness.Start }));
        await bot.Advance(95.Hours());
        await bot.ExpectPost(Bo, "Due before Monday");
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_in_no_department_goes_by_the_companys_rhythm(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        await bot.Say(Noor, "commit to send the list by 2026-11-30");
        await bot.Overlook();
        await bot.Advance(95.Hours());
        await bot.ExpectPost(Noor, "Due before Monday");
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Saved_and_not_sent_when_the_server_stops_it_is_sent_once(Database database)
    {
        var bot = await StartAsync(database, Weekly);
        await bot.Say(Ana, "commit to send the list by 2026-11-30");
        await bot.Overlook();
        bot.Clock.Advance(95.Hours());
        await bot.Restart();
        await bot.ExpectPost(Ana, "Due before Monday");
        await bot.Restart();
        await bot.Advance(10.Minutes());
        await bot.Silence();
    }

    static BotSetup Setup(string digest, string more = "") => new()
    {
        Model = DaytimeModel.Replace("mon-sun: 09:00-18:00", "mon-fri: 09:00-18:00", StringComparison.Ordinal)
            .Replace("digest: never", $"digest: {digest}", StringComparison.Ordinal) + more,
    };
}
