using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Feedback.HandOffs;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary>The receiver thanks, promises a change, or shares praise that they may share: each once.</summary>
public sealed class AnsweringFeedback : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Thank_is_told_once(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei);

        var thanked = await bot.Press(Mei, received, "Thank");

        Assert.Contains("You thanked Ana Sousa.", thanked.Card.Texts);
        Assert.Equal("Commit to a change", thanked.Card.ButtonRow);
        await bot.ExpectPost(Ana, "Mei Chou thanks you for your feedback on L-1001 · Keller Wells.");
        Assert.Contains("You thanked Ana Sousa.", (await bot.ExpectEdit(received)).Texts);
        await bot.Overlook();
        // A second press on the old copy answers with the true card, and tells nobody.
        Assert.Contains("You thanked Ana Sousa.", (await bot.Press(Mei, received, "Thank")).Card.Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_from_the_form_to_its_end(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei);
        var form = (await bot.Press(Mei, received, "Commit to a change")).Card;

        var promised = await bot.Press(Mei, form, "Promise it", ("What", "Phone numbers on every lead"), ("By when", "2026-12-11"));

        Assert.Contains("You promised, by 11 December 2026: Phone numbers on every lead", promised.Card.Texts);
        Assert.Equal("Thank", promised.Card.ButtonRow);
        var news = await bot.ExpectPost(Ana);
        Assert.Equal(["Mei Chou promises you a change", "“Phone numbers on every lead”", "By 11 December 2026, after your feedback on L-1001 · Keller Wells"], news.Texts);
        var mine = await bot.ExpectPost(Mei);
        Assert.Equal(["You promised", "Phone numbers on every lead", "By 11 December 2026"], mine.Texts);
        Assert.Equal("Done, Move, Drop", mine.ButtonRow);
        await bot.Overlook();
        Assert.Equal("You have promised something for this already.", (await bot.Press(Mei, form, "Promise it", ("What", "More"), ("By when", "2026-12-12"))).Card.Texts[0]);

        await bot.Press(Mei, mine, "Done");

        Assert.Equal("", (await bot.ExpectEdit(mine)).ButtonRow);
        await bot.ExpectPost(Ana, "Mei Chou kept the promise made after your feedback: Phone numbers on every lead");
        Assert.Equal("This promise is closed already.", (await bot.Press(Mei, mine, "Drop")).Card.Texts[0]);
        await bot.Silence();
        var kept = await bot.CommitmentAsync();
        Assert.Equal((CommitmentState.Kept, "marketing", new DateOnly(2026, 12, 11)), (kept.State, kept.Department, kept.DueOn));
        Assert.Equal("feedback.asked, feedback.given, feedback.committed, commitment.made, commitment.kept", await bot.SaidOfAsync("L-1001"));
        Assert.Empty(await bot.Read(db => db.LedgerNotes.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_is_dropped_with_a_reason_by_nobody_else(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei);
        await bot.Press(Mei, (await bot.Press(Mei, received, "Commit to a change")).Card, "Promise it", ("What", "A call before each fair"), ("By when", "2026-12-11"));
        var mine = await bot.ExpectPost(Mei, "You promised");
        await bot.Overlook();

        Assert.Equal("Only Mei Chou can close this promise.", (await bot.Press(Bo, mine, "Done")).Sentence);
        var form = (await bot.Press(Mei, mine, "Drop")).Card;
        await bot.Press(Mei, form, "Drop", ("Why it is dropped", "The fairs were called off."));

        Assert.Contains("The fairs were called off.", (await bot.ExpectEdit(mine)).Texts);
        await bot.Silence();
        Assert.Equal((CommitmentState.Dropped, "The fairs were called off."), ((await bot.CommitmentAsync()).State, (await bot.CommitmentAsync()).DropReason));
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_between_two_is_offered_help_and_no_head_hears_of_it(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei);
        await bot.Press(Mei, (await bot.Press(Mei, received, "Commit to a change")).Card, "Promise it", ("What", "A call before each fair"), ("By when", "2026-11-25"));
        await bot.Overlook();
        await bot.Advance(72.Hours());
        await bot.ExpectPost(Mei, "Can somebody help with this?");
        await bot.Overlook();
        await bot.Advance(200.Hours());
        Assert.Empty(await bot.Read(db => db.Notices.Where(row => row.Kind == "commitment.no-word").ToListAsync()));
        await bot.Overlook();
        await bot.Say(Bo, "commitments", General);
        Assert.Contains("Nothing is promised at the moment.", (await bot.ExpectPost(General)).Texts);
    }

    [Theory]
    [OnBothDatabases("2026-11-23", "Choose a day after today.")]
    [OnBothDatabases("2026-11-22", "Choose a day after today.")]
    [OnBothDatabases("2027-03-01", "Choose a day at most 92 days ahead; what takes longer starts with a first step.")]
    [OnBothDatabases("soon", "A promise has a day: choose by when.")]
    public async Task A_promise_without_a_day_ahead_comes_back_with_what_was_typed(Database database, string day, string problem)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei);
        var form = (await bot.Press(Mei, received, "Commit to a change")).Card;

        var again = (await bot.Press(Mei, form, "Promise it", ("What", "Phone numbers on every lead"), ("By when", day))).Card;

        Assert.Contains(problem, again.Texts);
        Assert.Equal("Phone numbers on every lead", again.Input("What").Value);
        Assert.Empty(await bot.Read(db => db.Commitments.ToListAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Praise_is_shared_in_the_channel_where_the_giver_let_it(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei, Rate("5, fully", "The notes were worth gold.", mayShare: true));
        Assert.Equal("Thank, Commit to a change, Share praise", received.ButtonRow);

        var shared = await bot.Press(Mei, received, "Share praise");

        Assert.Contains("The words were shared in the channel of Marketing.", shared.Card.Texts);
        var praise = await bot.ExpectPost(General);
        Assert.Equal(["Praise for Mei Chou", "“The notes were worth gold.”", "Ana Sousa, Sales"], praise.Texts);
        Assert.Equal("", praise.ButtonRow);
        await bot.Overlook();
        Assert.Equal("Thank, Commit to a change", (await bot.Press(Mei, received, "Share praise")).Card.ButtonRow);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("5, fully", false)]
    [OnBothDatabases("3, partly", true)]
    public async Task What_is_no_praise_or_was_not_let_pass_stays_between_two(Database database, string score, bool mayShare)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei, Rate(score, mayShare: mayShare));

        Assert.Equal("Thank, Commit to a change", received.ButtonRow);
        // The button is not there; somebody presses it all the same.
        var press = bot.Pressing(Mei, received, "Thank");
        press["value"]!["action"]!["verb"] = "feedback.share";
        Assert.Equal("Only praise whose giver allowed it is shared in the channel.", (await BadInput.RawRequests.SendPressAsync(bot, received, press)).Sentence);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Erased_words_are_gone_from_the_card_and_from_what_was_to_be_shared(Database database)
    {
        var bot = await StartAsync(database, AskingAll);
        var received = await bot.ReceivedAsync(Ana, Mei, FromMei, Rate("5, fully", mayShare: true));
        await bot.Press(Mei, received, "Share praise");
        await bot.Read(db => db.PeerFeedback.ExecuteUpdateAsync(set => set.SetProperty(row => row.Words, (string?)null)));

        Assert.DoesNotContain($"“{Word}”", (await bot.ExpectEdit(received)).Texts);
        await bot.Overlook();
        Assert.DoesNotContain(bot.Teams.Standing(General), card => card.Text.Contains(Word, StringComparison.Ordinal));
    }
}
