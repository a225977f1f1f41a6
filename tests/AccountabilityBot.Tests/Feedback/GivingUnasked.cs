using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Numbers;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Feedback.HandOffs;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary><c>feedback for DEPARTMENT</c>: about a hand-off that somebody was in, without having been asked.</summary>
public sealed class GivingUnasked : Scenario
{
    [Theory, OnBothDatabases]
    public async Task The_one_hand_off_in_common_is_the_form_at_once(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.AcceptedByAsync(Ana, FromMei);
        await bot.Say(Ana, "Feedback for marketing, please!");
        var form = await bot.ExpectPost(Ana);
        Assert.Equal("Send", form.ButtonRow);
        Assert.Equal($"{no} · Keller Wells · Mei Chou, Marketing", form.Texts[1]);

        var sent = await bot.Press(Ana, form, "Send", Fine);

        Assert.Contains("Thank you. Mei Chou reads it with your name.", sent.Card.Texts);
        Assert.Contains("Thank you. Mei Chou reads it with your name.", (await bot.PressAgain(sent)).Card.Texts);
        await bot.ExpectPost(Mei, "Ana Sousa tells you how it went");
        Assert.Equal("You have spoken about this hand-off already; once is enough.", (await bot.Press(Ana, form, "Send", Rate("1, not at all"))).Card.Texts[0]);
        await bot.Silence();
        Assert.Equal("feedback.given", await bot.SaidOfAsync(no));

        await bot.Say(Ana, "feedback for Marketing");
        Assert.StartsWith("You and Marketing have had no hand-off in the last 30 days", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Of_several_one_is_chosen_first(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        await bot.AcceptedByAsync(Ana, from: null);
        await bot.Say(Ana, "feedback for Marketing");
        var list = await bot.ExpectPost(Ana, "Feedback for Marketing");
        Assert.Equal(2, list.Input("Which hand-off?").Choices.Count);

        var form = (await bot.Press(Ana, list, "Continue", ("Which hand-off?", "L-1001 · Keller Wells · 23 Nov"))).Card;
        await bot.Press(Ana, form, "Send", Fine);

        await bot.ExpectPost(Mei, "Ana Sousa tells you how it went");
        // Chosen once more: what was said is shown as it is, and cannot be said again.
        Assert.Equal("", (await bot.Press(Ana, list, "Continue", ("Which hand-off?", "L-1001 · Keller Wells · 23 Nov"))).Card.ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_sender_speaks_about_who_took_it(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        await bot.Say(Mei, "feedback for Sales");

        await bot.Press(Mei, await bot.ExpectPost(Mei, "How did Sales look after this?"), "Send", RateTheOtherSide("5, fully"));

        Assert.Contains("Care: 5 of 5", (await bot.ExpectPost(Ana)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Asked_in_a_channel_the_channel_only_hears_where_it_went(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);

        await bot.Say(Ana, "feedback for Marketing", Sales);

        Assert.Equal("That is between few: I answer in your chat with me.", (await bot.ExpectPost(Sales)).Text);
        Assert.Equal("Send", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_hand_off_in_common_the_neighbours_own_people_are_named(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, "feedback for Marketing");
        Assert.Equal(["Who can say more in Marketing", "Head: Ines Ferreira · Guardian: Tomasz Lis"], (await bot.ExpectPost(Ana)).Texts.Skip(1));

        await bot.Say(Mei, "feedback for Support");
        Assert.Equal(["Support is no neighbour of Marketing: no seam joins the two.", "Neighbours of Marketing: Sales"], (await bot.ExpectPost(Mei)).Texts);
        await bot.Say(Ravi, "feedback for Sales");
        Assert.Equal(["Sales is your own department; feedback goes to neighbours.", "Neighbours of Sales: Marketing, Support"], (await bot.ExpectPost(Ravi)).Texts);
        // In no department: nobody is a neighbour, and nobody is refused.
        await bot.Say(Noor, "feedback for Support");
        Assert.Equal(["Who can say more in Support", "Head and guardian: Priya Raman"], (await bot.ExpectPost(Noor)).Texts.Skip(1));
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("feedback for Markting", "I know no department “Markting”. Did you mean Marketing? There are: Marketing, Sales, Support.")]
    [OnBothDatabases("feedback for the moon", "I know no department “the moon”. There are: Marketing, Sales, Support.")]
    [OnBothDatabases("feedback score, who owns that?", "I know no number called “feedback score”.")]
    [OnBothDatabases("feedback", "For which department? Write, for example, feedback for Sales. There are: Marketing, Sales, Support.")]
    [OnBothDatabases("feedback for", "For which department? Write, for example, feedback for Sales. There are: Marketing, Sales, Support.")]
    public async Task An_unknown_department_is_answered_with_those_there_are(Database database, string asked, string answer)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, asked);
        Assert.Equal(answer, (await bot.ExpectPost(Ana)).Texts[0]);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task It_answers_a_request_that_is_open(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        await bot.Say(Ana, "feedback for Marketing");
        var form = await bot.ExpectPost(Ana, "How did Marketing hand this over?");

        await bot.Press(Ana, form, "Send", Fine);

        Assert.Equal("", (await bot.ExpectEdit(request)).ButtonRow);
        await bot.ExpectPost(Mei);
        await bot.Silence();
        Assert.Equal("feedback.asked, feedback.given", await bot.SaidOfAsync("L-1001"));
        Assert.Equal("You have spoken about this hand-off already; once is enough.", (await bot.Press(Ana, request, "Send", Fine)).Card.Texts[0]);
    }

    [Theory, OnBothDatabases]
    public async Task A_skipped_one_is_not_offered_again_nor_taken(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        await bot.Say(Ana, "feedback for Marketing");
        var form = await bot.ExpectPost(Ana, "How did Marketing hand this over?");
        await bot.Press(Ana, request, "Skip");
        await bot.Overlook();

        Assert.Equal("You skipped this, and I do not ask again.", (await bot.Press(Ana, form, "Send", Fine)).Card.Texts[0]);
        await bot.Say(Ana, "feedback for Marketing");
        Assert.StartsWith("You and Marketing have had no hand-off", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task After_thirty_days_its_time_is_over(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        await bot.Say(Ana, "feedback for Marketing");
        var form = await bot.ExpectPost(Ana);
        await bot.Advance(TimeSpan.FromDays(30) + 1.Minutes());
        await bot.Overlook();

        Assert.Equal("The time to answer this is over; nothing is missed.", (await bot.Press(Ana, form, "Send", Fine)).Sentence);
        await bot.Say(Ana, "feedback for Marketing");
        Assert.StartsWith("You and Marketing have had no hand-off", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Empty(await bot.FeedbackAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_not_in_it_is_offered_nothing_and_gets_nowhere_with_anothers_form(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        await bot.Say(Ana, "feedback for Marketing");
        var form = await bot.ExpectPost(Ana);

        Assert.Equal(
            "You can speak about hand-offs that you were in: leads that you sent, took or gave back.", (await bot.Press(Bo, form, "Send", Fine)).Sentence);
        await bot.Say(Bo, "feedback for Marketing");
        Assert.StartsWith("You and Marketing have had no hand-off", (await bot.ExpectPost(Bo)).Text, StringComparison.Ordinal);
        await bot.Silence();
        Assert.Empty(await bot.FeedbackAsync());
    }

    [Theory, OnBothDatabases]
    public async Task About_oneself_there_is_nothing_to_say(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.AcceptedByAsync(Ana, new { department = "marketing", person = Ana.Email });
        await bot.Say(Ana, "feedback for Marketing");
        Assert.StartsWith("You and Marketing have had no hand-off", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        // The lead by itself in a press that no card has.
        var other = await bot.AcceptedByAsync(Ana, FromMei);
        await bot.Say(Ana, "feedback for Marketing");
        var form = await bot.ExpectPost(Ana);
        var press = bot.Pressing(Ana, form, "Send", Fine);
        BadInput.RawRequests.DataOf(press)["lead"] = (await bot.GetLead(no)).Id;

        Assert.StartsWith("You can speak about hand-offs that you were in", (await BadInput.RawRequests.SendPressAsync(bot, form, press)).Sentence, StringComparison.Ordinal);
        Assert.NotEqual(no, other);
        await bot.Silence();
        Assert.Empty(await bot.FeedbackAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_not_in_the_directory_is_told_so(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        await bot.Say(Ana, "feedback for Marketing");
        var form = await bot.ExpectPost(Ana);
        await bot.DirectoryAsync(Ana, row => row.IsActive = false);
        await bot.Overlook();

        Assert.StartsWith("The company's directory does not list you yet", (await bot.Press(Ana, form, "Send", Fine)).Sentence, StringComparison.Ordinal);
        await bot.Say(Stranger, "feedback for Marketing");
        Assert.StartsWith("The company's directory does not list you yet", (await bot.ExpectPost(Stranger)).Text, StringComparison.Ordinal);
        await bot.Silence();
        Assert.Equal(0, await bot.Read(db => db.PeerFeedback.CountAsync(row => row.State == FeedbackState.Given)));
    }
}
