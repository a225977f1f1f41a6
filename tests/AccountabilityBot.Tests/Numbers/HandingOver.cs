using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

public sealed class HandingOver : Scenario
{
    [Theory, OnBothDatabases]
    public async Task From_the_offer_over_the_yes_to_the_day(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var inChannel = await bot.AskedAsync(Mei, "win-rate", Sales);
        Assert.Equal("Ana Sousa", inChannel.Texts[0]);
        Assert.Equal("Ana Sousa owns Win rate", inChannel.Summary);
        Assert.Equal("Details, Ask the owner, Challenge, (History)", inChannel.ButtonRow);
        var atAna = await bot.AskedAsync(Ana, "win-rate");
        Assert.Equal("Hand over, Details, History, (Who stands in)", atAna.ButtonRow);

        var answer = await bot.OfferAsync(Ana, atAna, Bo, "2026-11-26");

        Assert.Contains("Offered to Bo Nguyen from 26 Nov 2026 by Ana Sousa; waiting for a yes", answer.Card.Texts);
        var offer = await bot.ExpectPost(Bo, "Ana Sousa would like you to own Win rate from 26 Nov 2026.");
        Assert.Equal("Accept ownership, Decline, Details, (Ask the owner), (Challenge), (History)", offer.ButtonRow);
        Assert.Contains("waiting for a yes", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        await bot.ExpectEdit(atAna);

        var accepted = await bot.Press(Bo, offer, "Accept ownership");
        Assert.Equal("Thank you. It is yours from 26 Nov 2026.", accepted.Card.Texts[0]);
        Assert.Equal("Thank you. It is yours from 26 Nov 2026.", (await bot.PressAgain(accepted)).Card.Texts[0]);
        await bot.ExpectPost(Ana, "Bo Nguyen said yes: Win rate is theirs from 26 Nov 2026.");
        Assert.Equal("Ana Sousa", (await bot.ExpectEdit(inChannel)).Texts[0]);
        await bot.Overlook();

        // Until the last minute before midnight in Berlin it is Ana's.
        await bot.Advance(TimeSpan.FromHours(61) + TimeSpan.FromMinutes(59));
        await bot.Silence();
        Assert.Equal(bot.IdOf(Ana), (await bot.NumberAsync("win-rate")).Current!.Person);
        await bot.Advance(1.Minutes());

        await bot.ExpectPost(Ana, "Bo Nguyen owns Win rate from now on.");
        Assert.Equal("Bo Nguyen", (await bot.ExpectEdit(inChannel)).Texts[0]);
        await bot.Overlook();
        var history = (await bot.Press(Mei, inChannel, "History")).Card;
        Assert.Contains("Bo Nguyen, since {{DATE(2026-11-25T23:00:00Z,SHORT)}} {{TIME(2026-11-25T23:00:00Z)}}", history.Texts);
        Assert.Contains("Ana Sousa, {{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}} to {{DATE(2026-11-25T23:00:00Z,SHORT)}} {{TIME(2026-11-25T23:00:00Z)}}", history.Texts);
        var number = await bot.NumberAsync("win-rate");
        Assert.Equal(bot.IdOf(Ana), number.OwnedAt(new DateTimeOffset(2026, 11, 25, 22, 59, 0, TimeSpan.Zero))!.Person);
        Assert.Equal(
            ["number.taken", "number.owned", "number.hand-over-proposed", "number.hand-over-accepted", "number.owned"], await bot.LedgerAsync("win-rate"));
    }

    [Theory, OnBothDatabases]
    public async Task A_no_with_a_sentence_goes_back_to_who_asked(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        await bot.OfferAsync(Ana, await bot.AskedAsync(Ana, "win-rate"), Bo, "2026-11-23");
        var offer = await bot.ExpectPost(Bo);
        await bot.Overlook();

        var form = (await bot.Press(Bo, offer, "Decline")).Card;
        var declined = await bot.Press(Bo, form, "Decline", ("Your sentence (may stay empty)", "Not my part of the funnel."));

        Assert.Equal("You said no, and Ana Sousa knows.", declined.Card.Texts[0]);
        var news = await bot.ExpectPost(Ana, "Bo Nguyen said no to Win rate.");
        Assert.Contains("“Not my part of the funnel.”", news.Texts);
        await bot.Overlook();
        Assert.Equal(bot.IdOf(Ana), (await bot.NumberAsync("win-rate")).Current!.Person);
        // The old card was not pressed on a second time in vain: it tells how things stand.
        Assert.Equal("This hand-over is over.", (await bot.Press(Bo, offer, "Accept ownership")).Card.Texts[0]);
    }

    [Theory, OnBothDatabases]
    public async Task Without_an_answer_for_a_week_it_lapses_and_says_so(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        await bot.OfferAsync(Ana, await bot.AskedAsync(Ana, "win-rate"), Bo, "2026-11-23");
        var offer = await bot.ExpectPost(Bo);
        await bot.Overlook();

        await bot.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await bot.Silence();
        await bot.Advance(1.Minutes());

        await bot.ExpectPost(Ana, "Bo Nguyen did not answer within a week, so the hand-over of Win rate has lapsed.");
        Assert.Equal("This waited a week for an answer and has lapsed. Nothing changed.", (await bot.ExpectEdit(offer)).Texts[0]);
        await bot.Overlook();
        Assert.Equal("number.hand-over-lapsed", (await bot.LedgerAsync("win-rate"))[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task The_proposer_takes_it_back(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var offered = await bot.OfferAsync(Ana, await bot.AskedAsync(Ana, "win-rate"), Bo, "2026-11-23");
        var offer = await bot.ExpectPost(Bo);
        await bot.Overlook();

        await bot.Press(Ana, offered.Card, "Withdraw");

        Assert.Equal("Ana Sousa took it back.", (await bot.ExpectEdit(offer)).Texts[0]);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task To_oneself_to_the_owner_to_who_left_or_for_yesterday_it_is_refused_on_the_form(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var card = await bot.AskedAsync(Ravi, "win-rate");
        var form = (await bot.Press(Ravi, card, "Hand over")).Card;
        Assert.DoesNotContain(form.Input("To whom").Choices, choice => choice.Title == "Ana Sousa");
        await bot.DirectoryAsync(Bo, row => row.IsActive = false);

        Assert.Contains("I do not find this person in the directory; they may have left.", (await bot.Press(Ravi, form, "Ask them", ("To whom", "Bo Nguyen"), ("From which day", "2026-11-23"))).Card.Texts);
        Assert.Contains("You cannot hand a number to yourself; the owner or somebody else has to.", (await bot.Press(Ravi, form, "Ask them", ("To whom", "Ravi Menon"), ("From which day", "2026-11-23"))).Card.Texts);
        Assert.Contains("That day is over; choose today or a later one.", (await bot.Press(Ravi, form, "Ask them", ("To whom", "Chidi Eze"), ("From which day", "2026-11-22"))).Card.Texts);
        await bot.Overlook();
        Assert.Empty((await bot.NumberAsync("win-rate")).HandOvers);
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_right_reads_who_has_and_nobody_accepts_for_another(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var atAna = await bot.AskedAsync(Ana, "win-rate");
        // A button that stands on Ana's card alone, pressed by somebody else all the same.
        Assert.Equal("The owner, their manager, Ravi Menon or Helene Brandt, or an administrator can hand it over.", (await bot.Press(Chidi, atAna, "Hand over")).Sentence);
        Assert.NotNull((await bot.Press(Stranger, atAna, "Hand over")).Said);
        await bot.OfferAsync(Ana, atAna, Bo, "2026-11-23");
        var offer = await bot.ExpectPost(Bo);
        Assert.Equal("Only Bo Nguyen can answer that.", (await bot.Press(Chidi, offer, "Accept ownership")).Sentence);
        await bot.Overlook();
        // Her manager may, though of no office in the department.
        Assert.Equal("It is offered to Bo Nguyen already; that has to be settled first.", (await bot.Press(Dana, atAna, "Hand over")).Card.Texts[0]);
        Assert.Equal(Holding.Owned, (await bot.NumberAsync("win-rate")).Holding);
    }
}
