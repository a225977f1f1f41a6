using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Messages that may not have arrived, and messages that did not: somebody is told, and decides.</summary>
public sealed class DecidingAboutLetters : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_parked_message_is_sent_again_when_the_head_says_so(Database database)
    {
        var bot = await StartAsync(database);
        var card = await ParkAsync(bot);
        Assert.Contains("L-1001 · ", card.Text, StringComparison.Ordinal);
        Assert.Contains("To Ana Sousa", card.Text, StringComparison.Ordinal);
        Assert.Equal("Send again, Leave it", card.ButtonRow);

        var answer = await bot.Press(Ravi, card, "Send again");

        Assert.Contains("Nothing is left to decide", answer.Card.Text, StringComparison.Ordinal);
        Assert.Contains("The hold on Keller Wells (L-1001) has ended", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        var line = await bot.Read(db => db.Ledger.SingleAsync(row => row.Kind == "delivery.sent-again"));
        Assert.StartsWith("lead.hold-ended ", line.Reason, StringComparison.Ordinal);
        Assert.NotNull(line.Actor);

        var again = await bot.Press(Ravi, card, "Send again");
        Assert.Contains("Somebody has decided about this one already", again.Card.Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_parked_message_that_is_left_stays_unsent(Database database)
    {
        var bot = await StartAsync(database);
        var card = await ParkAsync(bot);

        // The guardian may as well.
        await bot.Press(Helene, card, "Leave it");
        await bot.Advance(3.Hours());

        await bot.Silence();
        Assert.Equal(NoticeState.Discarded, (await HoldNoticeAsync(bot)).State);
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "delivery.discarded")));
    }

    [Theory, OnBothDatabases]
    public async Task Two_presses_at_once_send_it_once(Database database)
    {
        var bot = await StartAsync(database);
        var card = await ParkAsync(bot);

        await Task.WhenAll(bot.Press(Ravi, card, "Send again"), bot.Press(Helene, card, "Send again"), bot.Press(Noor, card, "Send again"));

        await bot.ExpectPost(Ana);
        await bot.Silence();
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "delivery.sent-again")));
    }

    [Theory, OnBothDatabases]
    public async Task Whom_it_does_not_concern_decides_nothing(Database database)
    {
        var bot = await StartAsync(database);
        var card = await ParkAsync(bot);

        foreach (var (person, button) in (IEnumerable<(Colleague, string)>)[(Ana, "Send again"), (Ines, "Leave it"), (Mei, "Send again"), (Stranger, "Leave it")])
            Assert.StartsWith("Only an administrator", (await bot.Press(person, card, button)).Sentence, StringComparison.Ordinal);

        await bot.Silence();
        Assert.Equal(NoticeState.Parked, (await HoldNoticeAsync(bot)).State);
        Assert.Equal(0, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind.StartsWith("delivery."))));
    }

    [Theory, OnBothDatabases]
    public async Task Administrators_hear_of_dead_work_once_and_send_it_all_again(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.TooLarge(), on: Sales, Call.Post, times: 2);
        await bot.Lead(new { company = "First" });
        await bot.Lead(new { company = "Second" });
        await bot.ExpectPost(Ana);
        await bot.ExpectPost(Bo);
        await bot.Silence();
        Assert.Contains("2 dead and 0 parked", await DeliveryPartAsync(bot), StringComparison.Ordinal);

        await bot.Advance(1.Minutes());
        var alert = await bot.ExpectPost(Noor);
        Assert.Contains("I have stopped trying", alert.Text, StringComparison.Ordinal);
        Assert.Contains("L-1001 · Lead card in the channel", alert.Text, StringComparison.Ordinal);
        Assert.Contains("It did not arrive: MessageSizeTooBig", alert.Text, StringComparison.Ordinal);
        await bot.Advance(20.Minutes());
        await bot.Silence();

        var answer = await bot.Press(Noor, alert, "Send all again");

        Assert.Contains("Every message has arrived", answer.Card.Text, StringComparison.Ordinal);
        await bot.ExpectPost(Sales, "First");
        await bot.ExpectPost(Sales, "Second");
        Assert.Equal(2, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "delivery.sent-again")));
        Assert.Equal("ok", await DeliveryPartAsync(bot));
        bot.ExpectLine("MessageSizeTooBig");
    }

    [Theory, OnBothDatabases]
    public async Task Who_asks_for_dead_letters_gets_the_list_and_may_discard(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.TooLarge(), on: Sales, Call.Post);
        await bot.Lead();
        await bot.ExpectPost(Ana);

        await bot.Say(Noor, "Dead letters, please");
        var list = await bot.ExpectPost(Noor, "Messages that did not arrive");
        var answer = await bot.Press(Noor, list, "Discard");
        Assert.Contains("Every message has arrived", answer.Card.Text, StringComparison.Ordinal);
        await bot.Say(Noor, "dead letters");
        await bot.ExpectPost(Noor, "Every message has arrived");
        await bot.Say(Ravi, "dead letters");
        Assert.Equal("Only an administrator can read this list.", (await bot.ExpectPost(Ravi)).Text);

        await bot.Advance(10.Minutes());
        await bot.Silence();
        bot.ExpectLine("MessageSizeTooBig");
    }

    [Theory, OnBothDatabases]
    public async Task An_hour_brings_one_message_however_many_die(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.TooLarge(), on: Sales, Call.Post, times: 3);
        for (var i = 0; i < 3; i++)
        {
            await bot.Lead();
            await bot.Advance(5.Minutes());
        }

        Assert.Single(bot.Teams.Standing(Noor));
        await bot.Advance(1.Hours());
        await bot.Advance(1.Minutes());
        Assert.Equal(2, bot.Teams.Standing(Noor).Count);
        await bot.Advance(2.Hours());
        Assert.Equal(2, bot.Teams.Standing(Noor).Count);
        await bot.Overlook();
        bot.ExpectLine("MessageSizeTooBig");
    }

    /// <summary>News for Ana whose answer was lost.</summary>
    /// <returns>What the head of her department is asked about it.</returns>
    static async Task<ShownCard> ParkAsync(BotHarness bot)
    {
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var mine = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept")).Card;
        var form = (await bot.Press(Ana, mine, "Hold")).Card;
        await bot.Press(Ana, form, "Hold", ("Reason", "Asked to be called later"), ("Until", "2026-11-24"));
        await bot.Overlook();
        bot.Teams.Fail(Fault.Broken(), on: Ana, Call.Post);
        await bot.Advance(23.Hours());
        await bot.Overlook();
        await bot.Advance(1.Minutes());
        bot.ExpectLine("lead.hold-ended");
        return await bot.ExpectPost(Ravi, "Did these arrive?");
    }

    static Task<Notice> HoldNoticeAsync(BotHarness bot) =>
        bot.Read(db => db.Notices.AsNoTracking().SingleAsync(row => row.Kind == "lead.hold-ended"));

    static async Task<string> DeliveryPartAsync(BotHarness bot)
    {
        using var response = await bot.Http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["parts"]!["delivery"]!.GetValue<string>();
    }
}
