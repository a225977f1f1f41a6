using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Tests.BadInput;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.BadInput.RawRequests;
using static AccountabilityBot.Tests.Feedback.HandOffs;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary>Feedback by the wrong person, out of range, too long, or in words that no keyboard has.</summary>
public sealed class FeedbackThatMayNot : Scenario
{
    [Theory]
    [OnBothDatabases("11", "A rating is a whole number from 1 to 5.")]
    [OnBothDatabases("0", "A rating is a whole number from 1 to 5.")]
    [OnBothDatabases("-3", "A rating is a whole number from 1 to 5.")]
    [OnBothDatabases("4.5", "A rating is a whole number from 1 to 5.")]
    [OnBothDatabases("five", "A rating is a whole number from 1 to 5.")]
    [OnBothDatabases("99999999999999999999", "A rating is a whole number from 1 to 5.")]
    [OnBothDatabases("", "Choose one of 1 to 5 for each of the three.")]
    public async Task A_score_that_there_is_not_comes_back_with_what_was_typed(Database database, string score, string problem)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        var press = bot.Pressing(Ana, request, "Send", Fine);
        DataOf(press)[request.Input("Fit: was it the right lead for you?").Id] = score;
        var witness = await Witness.AtAsync(bot);

        var again = (await bot.SendPressAsync(request, press)).Card;

        Assert.Contains(problem, again.Texts);
        Assert.Equal(("5", Word), (again.Input("Complete: was everything there?").Value, again.Input("One thing that would help").Value));
        Assert.Equal("Send, Skip", again.ButtonRow);
        await witness.NothingHappened(Word);
        Assert.Equal(FeedbackState.Asked, (await bot.FeedbackAsync())[0].State);
    }

    [Theory, OnBothDatabases]
    public async Task Ten_thousand_characters_are_refused_by_their_number(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);

        var again = (await bot.Press(Ana, request, "Send", Rate("5, fully", new string('x', 10_000)))).Card;

        Assert.Contains("That is too long; 1000 characters are enough for one thing.", again.Texts);
        await bot.Silence();
        Assert.Equal(FeedbackState.Asked, (await bot.FeedbackAsync())[0].State);
    }

    [Theory]
    [OnBothDatabases("before\\u0000after", "beforeafter")]
    [OnBothDatabases("lone \\ud800 half", "lone")]
    [OnBothDatabases("**bold** [link](https://evil.example) {{DATE(2026-01-01T00:00:00Z)}}", "**bold** [link](https://evil.example)")]
    public async Task Words_that_no_keyboard_has_are_taken_as_they_can_be(Database database, string words, string kept)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        var press = bot.Pressing(Ana, request, "Send", Fine);
        DataOf(press)[request.Input("One thing that would help").Id] = "WORDS";

        var answer = await bot.SendActivityAsync(press.ToJsonString().Replace("WORDS", words, StringComparison.Ordinal));

        Assert.Contains("Thank you. Mei Chou reads it with your name.", Answer.Read(press, request.Message, JsonNode.Parse(answer.Body)!).Card.Texts);
        var received = await bot.ExpectPost(Mei);
        Assert.Contains(received.Texts, text => text.Contains(kept.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal) || text.Contains("bold", StringComparison.Ordinal));
        Assert.StartsWith(kept, (await bot.FeedbackAsync())[0].Words, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("Send")]
    [OnBothDatabases("Skip")]
    public async Task Nobody_answers_for_another_and_nobody_reads_it(Database database, string button)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        foreach (var other in (Colleague[])[Bo, Mei, Ravi, Noor])
        {
            Assert.Equal("This is between two other people.", (await bot.Press(other, request, button, button == "Send" ? Fine : [])).Sentence);
            var view = bot.Pressing(other, request, "Skip");
            view["value"]!["action"]!["verb"] = "feedback.view";
            Assert.Equal("This is between two other people.", (await bot.SendPressAsync(request, view)).Sentence);
        }

        await bot.Silence();
        Assert.Equal(FeedbackState.Asked, (await bot.FeedbackAsync())[0].State);
    }

    [Theory]
    [OnBothDatabases("Thank")]
    [OnBothDatabases("Commit to a change")]
    [OnBothDatabases("Share praise")]
    public async Task Nobody_answers_what_another_received(Database database, string button)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei, Rate("5, fully", mayShare: true));

        Assert.All((Colleague[])[Bo, Ana, Ines, Noor], other => Assert.Equal("This is between two other people.", bot.Press(other, received, button).GetAwaiter().GetResult().Sentence));

        await bot.Silence();
        Assert.Equal("feedback.asked, feedback.given", await bot.SaidOfAsync("L-1001"));
    }

    [Theory, OnBothDatabases]
    public async Task The_receiver_cannot_read_a_request_before_it_is_answered(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        var press = bot.Pressing(Mei, request, "Skip");
        press["value"]!["action"]!["verb"] = "feedback.thank";

        Assert.Equal("This is between two other people.", (await bot.SendPressAsync(request, press)).Sentence);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("not a guid")]
    [OnBothDatabases("00000000-0000-0000-0000-000000000000")]
    [OnBothDatabases("")]
    public async Task Feedback_that_there_is_not(Database database, string id)
    {
        var bot = await StartAsync(database, AskingAll);
        var request = await bot.AskedAsync(Ana, FromMei);
        var press = bot.Pressing(Ana, request, "Send", Fine);
        DataOf(press)["feedback"] = id;

        Assert.Equal("I do not find this feedback any more.", (await bot.SendPressAsync(request, press)).Sentence);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task One_lead_and_giver_have_one_row_whatever_the_code_does(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        await bot.AskedAsync(Ana, FromMei);
        await bot.Overlook();

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => bot.Read(async db =>
        {
            var there = await db.PeerFeedback.AsNoTracking().SingleAsync();
            db.PeerFeedback.Add(PeerFeedback.Ask(
                new HandOff(there.LeadId, Side.Sender, there.Giver, there.Receiver, "marketing", "sales", there.AskedAt!.Value), there.Receiver, there.AskedAt!.Value).Feedback);
            return await db.SaveChangesAsync();
        }));
    }
}
