using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Numbers;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Feedback.HandOffs;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary>After a hand-off people are asked what would help: once a week at most, reminded once, and left alone after seven days.</summary>
public sealed class AskingAfterAHandOff : Scenario
{
    [Theory, OnBothDatabases]
    public async Task From_the_first_contact_over_three_ratings_to_the_sender(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var no = await bot.ContactedByAsync(Ana, FromMei);
        await bot.Advance(59.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var request = await bot.ExpectPost(Ana);
        Assert.Equal("How did Marketing hand this over?", request.Texts[0]);
        Assert.Equal($"{no} · Keller Wells · Mei Chou, Marketing", request.Texts[1]);
        Assert.Equal("Send, Skip", request.ButtonRow);
        Assert.Equal("false", request.Input("If it is praise, all 4 or 5").Value);
        Assert.Equal($"What would help next time? {no}", request.Summary);

        var sent = await bot.Press(
            Ana, request, "Send", ("Complete: was everything there?", "4, mostly"), ("Timely: did it come when you needed it?", "5, fully"),
            ("Fit: was it the right lead for you?", "2, a little"), ("One thing that would help", Word));

        Assert.Contains("Thank you. Mei Chou reads it with your name.", sent.Card.Texts);
        Assert.Equal("", sent.Card.ButtonRow);
        var received = await bot.ExpectPost(Mei);
        Assert.Equal(
            ["Ana Sousa tells you how it went", $"{no} · Keller Wells · from Sales", "Complete: 4 of 5", "Timely: 5 of 5", "Fit: 2 of 5", "One thing that would help", $"“{Word}”",
             "Only Ana Sousa and you see this. The words alone stand in the pair view of both departments, without names."],
            received.Texts);
        Assert.Equal("Thank, Commit to a change", received.ButtonRow);
        Assert.Contains("Thank you. Mei Chou reads it with your name.", (await bot.ExpectEdit(request)).Texts);
        await bot.Silence();

        // The ledger knows that something was said, and not a word of it.
        Assert.Equal("feedback.asked, feedback.given", await bot.SaidOfAsync(no));
        Assert.DoesNotContain(await bot.Read(db => db.LedgerNotes.Select(note => note.Text).ToListAsync()), text => text.Contains("called", StringComparison.Ordinal));
        Assert.Equal("received, offered, accepted, contacted", (await bot.GetLead(no)).Story);
        Assert.Empty(await bot.Read(db => db.HandOffMoments.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Teams_delivers_the_answer_twice_and_it_is_given_once(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var sent = await bot.Press(Ana, await bot.AskedAsync(Ana, FromMei), "Send", Fine);
        Assert.Equal(sent.Card.Text, (await bot.PressAgain(sent)).Card.Text);
        await bot.ExpectPost(Mei);
        await bot.Overlook();
        Assert.Single(await bot.FeedbackAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Who_sent_a_lead_is_asked_once_its_reject_is_final(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var no = await bot.Lead(new { from = FromMei });
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;
        await bot.Press(Ana, form, "Reject", ("Reason", "Needs nothing"));
        await bot.Advance(2.Minutes());
        await bot.Overlook();
        await bot.Advance(1.Hours());

        var request = await bot.ExpectPost(Mei, "How did Sales look after this?");
        await bot.Press(Mei, request, "Send", RateTheOtherSide("3, partly"));

        var received = await bot.ExpectPost(Ana, "Mei Chou tells you how it went");
        Assert.Contains("Informed: 3 of 5", received.Texts);
        Assert.Contains($"{no} · Keller Wells · from Marketing", received.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Where_nobody_knows_the_sender_the_head_hears_it_for_the_department(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, from: null);
        Assert.Contains("I do not know who sent it: Ines Ferreira reads this for Marketing, with your name", request.Text, StringComparison.Ordinal);

        await bot.Press(Ana, request, "Send", Fine);

        Assert.Contains("Nobody was named as the sender, so this comes to you as head of Marketing.", (await bot.ExpectPost(Ines)).Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task One_request_a_week_and_another_after_it(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var first = await bot.AskedAsync(Ana, FromMei);
        await bot.Press(Ana, first, "Skip");
        await bot.ContactedByAsync(Ana, FromMei);
        await bot.Advance(TimeSpan.FromDays(4));
        // Too old by the time she could be asked: it has lapsed.
        Assert.Empty(await bot.Read(db => db.HandOffMoments.ToListAsync()));
        await bot.ContactedByAsync(Ana, FromMei);
        await bot.Advance(TimeSpan.FromDays(3) - 2.Hours());
        await bot.Silence();

        await bot.Advance(2.Hours());

        await bot.ExpectPost(Ana, "How did Marketing hand this over?");
        await bot.Overlook();
        Assert.Equal(2, (await bot.FeedbackAsync()).Count);
    }

    [Theory, OnBothDatabases]
    public async Task Skip_is_one_press_and_final_and_nobody_hears_of_it(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);

        var skipped = await bot.Press(Ana, request, "Skip");

        Assert.Contains("Skipped. Nobody hears of it.", skipped.Card.Texts);
        Assert.Equal("", skipped.Card.ButtonRow);
        Assert.Equal("", (await bot.ExpectEdit(request)).ButtonRow);
        Assert.Equal("You skipped this, and I do not ask again.", (await bot.Press(Ana, request, "Send", Fine)).Card.Texts[0]);
        await bot.Advance(TimeSpan.FromDays(7));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task One_reminder_after_three_days_and_gone_after_seven(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        await bot.Advance(TimeSpan.FromDays(3) - 1.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var reminder = await bot.ExpectPost(Ana);
        Assert.StartsWith("A word on L-1001 · Keller Wells?", reminder.Text, StringComparison.Ordinal);
        Assert.Equal("Open, Skip", reminder.ButtonRow);
        var opened = (await bot.Press(Ana, reminder, "Open")).Card;
        Assert.Equal("Send, Skip", opened.ButtonRow);
        await bot.Advance(TimeSpan.FromDays(4) - 1.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var gone = await bot.ExpectEdit(request);
        Assert.Contains("This is over, and nothing is missed.", gone.Texts);
        Assert.Equal("", gone.ButtonRow);
        Assert.Equal("The time to answer this is over; nothing is missed.", (await bot.Press(Ana, opened, "Send", Fine)).Card.Texts[0]);
        await bot.Advance(TimeSpan.FromDays(30));
        await bot.Silence();
        Assert.Equal("feedback.asked, feedback.reminded, feedback.expired", await bot.SaidOfAsync("L-1001"));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_asked_outside_their_hours_nor_reminded_there(Database database)
    {
        var bot = await StartAsync(database, AskingAll with { Model = AskingAll.Model.Replace("mon-sun: 00:00-24:00", "mon-fri: 09:00-18:00", StringComparison.Ordinal) });
        // Friday, half past five in Berlin: asked on Monday morning, three days later reminded on Thursday.
        await bot.Advance(TimeSpan.FromDays(4) + 7.Hours() + 30.Minutes());
        await bot.ContactedByAsync(Ana, FromMei);
        await bot.Advance(TimeSpan.FromHours(63));
        await bot.Silence();
        await bot.Advance(30.Minutes());

        await bot.ExpectPost(Ana, "How did Marketing hand this over?");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_out_or_muted_or_has_left_is_not_asked(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        await bot.ContactedByAsync(Ana, FromMei);
        await bot.ContactedByAsync(Bo, FromMei);
        await bot.ContactedByAsync(Chidi, FromMei);
        await bot.Say(Ana, "out until 2026-12-20");
        await bot.Say(Bo, "mute reminders");
        await bot.DirectoryAsync(Chidi, row => row.IsActive = false);
        await bot.Overlook();

        await bot.Advance(TimeSpan.FromDays(3));

        // What Chidi owned is anybody's again, and goes its way.
        await bot.Overlook();
        Assert.Empty(await bot.FeedbackAsync());
        Assert.Empty(await bot.Read(db => db.HandOffMoments.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task When_the_receiver_leaves_the_request_lapses_and_says_nothing_to_anybody(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        await bot.DirectoryAsync(Mei, row => row.IsActive = false);

        Assert.Contains("This is over, and nothing is missed.", (await bot.ExpectEdit(request)).Texts);
        await bot.Silence();
        Assert.Equal((FeedbackState.Expired, 1), ((await bot.FeedbackAsync())[0].State, (await bot.FeedbackAsync()).Count));
        Assert.Equal("receiver-left", await bot.Read(db => db.Ledger.Where(row => row.Kind == FeedbackEvents.Expired).Select(row => row.Reason).SingleAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task When_the_giver_leaves_the_request_lapses_and_their_press_is_refused(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        await bot.DirectoryAsync(Ana, row => row.IsActive = false);
        await bot.Overlook();

        Assert.StartsWith("The company's directory does not list you yet", (await bot.Press(Ana, request, "Send", Fine)).Sentence, StringComparison.Ordinal);
        Assert.Equal(FeedbackState.Expired, (await bot.FeedbackAsync())[0].State);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task None_of_them_is_none(Database database)
    {
        var bot = await StartAsync(database);
        await bot.ContactedByAsync(Ana, FromMei);
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Silence();
        Assert.Empty(await bot.Read(db => db.HandOffMoments.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Beyond_the_days_budget_it_is_a_line_in_a_bundle_that_opens_the_form(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup with { Model = Brightwater.DaytimeModel.Replace("ask: none", "ask: all", StringComparison.Ordinal) });
        await bot.ContactedByAsync(Ana, FromMei);
        await bot.News(Ana, "1", "2", "3", "4", "5", "6");
        await bot.Overlook();
        await bot.Advance(1.Hours());
        await bot.Silence();
        await bot.Advance(15.Minutes());

        var bundle = await bot.ExpectPost(Ana, "What would help next time? L-1001");
        var form = (await bot.Press(Ana, bundle, "Feedback L-1001")).Card;
        await bot.Press(Ana, form, "Send", Fine);
        await bot.ExpectPost(Mei, "Ana Sousa tells you how it went");
        await bot.Overlook();
    }
}
