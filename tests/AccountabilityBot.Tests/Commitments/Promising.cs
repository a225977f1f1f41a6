using AccountabilityBot.Data;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Commitments;

/// <summary>A promise from a line of text or a form to its end, alone or on a list.</summary>
public sealed class Promising : Scenario
{
    [Theory]
    [OnBothDatabases("commit to send the list by friday")]
    [OnBothDatabases("I commit to send the list by 27 November.")]
    [OnBothDatabases("promise send the list by 2026-11-27")]
    [OnBothDatabases("Ich sage zu, send the list bis Freitag")]
    public async Task In_one_line(Database database, string text)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, text);

        var card = await bot.ExpectPost(Ana);
        Assert.Equal(["You promised", "send the list", "By 27 November 2026"], card.Texts);
        Assert.Equal("Done, Move, Drop", card.ButtonRow);
        var made = await OneAsync(bot);
        Assert.Equal((bot.IdOf(Ana), "sales", new DateOnly(2026, 11, 27)), (made.Owner, made.Department, made.DueOn));
        var line = await LedgerAsync(bot);
        Assert.Equal(["commitment.made"], line.Select(row => row.Kind));
        Assert.StartsWith(made.Id.ToString(), line[0].Reason, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Delivered_twice_it_is_one_promise(Database database)
    {
        var bot = await StartAsync(database);
        var said = await bot.Say(Ana, "commit to send the list by friday");
        await bot.Deliver(said);
        await bot.ExpectPost(Ana);
        await bot.Silence();
        await OneAsync(bot);
    }

    [Theory]
    [OnBothDatabases("commit to send the list", "A promise has a day: choose by when.", "send the list")]
    [OnBothDatabases("commit to send the list by 31 February", "\"31 February\" is no day that I know: choose one.", "send the list")]
    [OnBothDatabases("commit to send the list by 2020-01-01", "Choose a day after today.", "send the list")]
    [OnBothDatabases("commit to send the list by 2028-01-01", "Choose a day at most 92 days ahead; what takes longer starts with a first step.", "send the list")]
    [OnBothDatabases("commit to send the list by 3/12/2026", "That could be 3 December 2026 or 12 March 2026: choose the day.", "send the list")]
    public async Task What_is_not_understood_comes_back_as_a_form(Database database, string text, string problem, string what)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, text);
        var form = await bot.ExpectPost(Ana);
        Assert.Contains(problem, form.Texts);
        Assert.Equal(what, form.Input("What").Value);
        Assert.Empty(await bot.Read(db => db.Commitments.ToListAsync()));

        var saved = (await bot.Press(Ana, form, "Save", ("By when", "2026-12-04"))).Card;

        Assert.Equal(["You promised", "send the list", "By 4 December 2026"], saved.Texts);
        // The form's own message becomes the promise's card; there is no second one.
        Assert.Equal("Done, Move, Drop", (await bot.ExpectEdit(form)).ButtonRow);
        await bot.Silence();
        // Sent once more by an impatient finger.
        Assert.Equal("Done, Move, Drop", (await bot.Press(Ana, form, "Save", ("By when", "2026-12-04"))).Card.ButtonRow);
        await OneAsync(bot);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_text_of_many_words_and_markup_is_cut_and_shown_as_it_is(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, "commit to **shout** [here](https://evil.example) by friday");
        Assert.Equal("**shout** [here](https://evil.example)", (await OneAsync(bot)).Text);
        Assert.Contains("\\[here\\]", (await bot.ExpectPost(Ana)).Card!.ToJsonString().Replace("\\\\", "\\", StringComparison.Ordinal), StringComparison.Ordinal);

        await bot.Say(Ana, "commit to " + string.Join(' ', Enumerable.Repeat("again", 100)) + " by friday");
        var form = await bot.ExpectPost(Ana);
        Assert.Contains("That is too long; 500 characters are allowed.", form.Texts);
        await OneAsync(bot);
    }

    [Theory, OnBothDatabases]
    public async Task Said_in_a_channel_it_is_heard_there_and_is_the_departments(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Mei, "commit to call the fair by friday", Brightwater.Sales);
        await bot.ExpectPost(Mei, "You promised");
        await bot.ExpectPost(Brightwater.Sales, "Mei Chou promises, by 27 November 2026: call the fair");
        Assert.Equal("sales", (await OneAsync(bot)).Department);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_stranger_promises_nothing(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { People = PeopleCsvOf(Everybody.Where(person => person != Bo)) });
        await bot.Say(Bo, "commit to send the list by friday");
        await bot.Overlook();
        Assert.Empty(await bot.Read(db => db.Commitments.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task It_moves_with_a_reason_and_remembers_its_first_day(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, "commit to send the list by friday");
        var card = await bot.ExpectPost(Ana);

        Assert.Equal("Only Ana Sousa can close this promise.", (await bot.Press(Bo, card, "Move")).Sentence);
        var form = (await bot.Press(Ana, card, "Move")).Card;
        Assert.Contains("Choose a day after today.", (await bot.Press(Ana, form, "Move", ("New day", "2026-11-23"), ("Why it moves", "Snow"))).Card.Texts);
        Assert.Contains("It is due on that day already; choose another one.", (await bot.Press(Ana, form, "Move", ("New day", "2026-11-27"), ("Why it moves", "Snow"))).Card.Texts);
        var moved = await bot.Press(Ana, form, "Move", ("New day", "2026-12-04"), ("Why it moves", "Snow on the roads"));

        Assert.Equal(["You promised", "send the list", "By 4 December 2026", "First promised for 27 November 2026", "Snow on the roads"], moved.Card.Texts);
        Assert.Equal(moved.Card.Texts, (await bot.ExpectEdit(card)).Texts);
        Assert.Equal(moved.Card.Texts, (await bot.PressAgain(moved)).Card.Texts);
        await bot.Silence();
        var last = (await LedgerAsync(bot))[^1];
        Assert.Equal("commitment.moved", last.Kind);
        Assert.EndsWith(" 2026-11-27>2026-12-04", last.Reason, StringComparison.Ordinal);
        Assert.Equal(["Snow on the roads"], await bot.Read(db => db.LedgerNotes.Select(note => note.Text).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_list_of_ones_own_is_pressed_and_follows(Database database)
    {
        var bot = await StartAsync(database);
        await PromiseAsync(bot, Ana, "send the list by friday", "call Jo by thursday");
        await bot.Say(Ana, "commitments");
        var list = await bot.ExpectPost(Ana);
        Assert.Equal(["Your commitments", "call Jo", "By 26 November 2026", "send the list", "By 27 November 2026"], list.Texts);
        Assert.Equal("Done, Move, Drop, Done, Move, Drop, Add commitment", list.ButtonRow);

        var done = (await bot.Press(Ana, list, "Done")).Card;

        Assert.Equal("Done, Move, Drop, Add commitment", done.ButtonRow);
        Assert.Equal("call Jo", done.Texts[1]);
        Assert.StartsWith("Done, ", done.Texts[2], StringComparison.Ordinal);
        Assert.Equal(done.Texts, (await bot.ExpectEdit(list)).Texts);
        // The old copy still has the button: the card as it is, and a line on top.
        Assert.Equal(done.Texts, (await bot.Press(Ana, list, "Done")).Card.Texts);
        await bot.Overlook();

        var form = (await bot.Press(Ana, done, "Drop")).Card;
        Assert.Equal(done.Texts, (await bot.Press(Ana, form, "Back")).Card.Texts);
        var dropped = (await bot.Press(Ana, form, "Drop", ("Why it is dropped", "Nobody reads it"))).Card;
        Assert.Contains("Dropped: Nobody reads it", dropped.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_department_reads_its_open_ones_and_only_owners_press(Database database)
    {
        var bot = await StartAsync(database);
        await PromiseAsync(bot, Ana, "send the list by friday");
        await PromiseAsync(bot, Mei, "call the fair by friday");
        await bot.Say(Bo, "commitments", Brightwater.Sales);
        var list = await bot.ExpectPost(Brightwater.Sales);
        Assert.Equal(["Open commitments of Sales", "send the list", "Ana Sousa · By 27 November 2026"], list.Texts);

        Assert.Equal("Only Ana Sousa can close this promise.", (await bot.Press(Bo, list, "Done")).Sentence);
        Assert.Equal("Only Ana Sousa can close this promise.", (await bot.Press(Bo, list, "Move")).Sentence);
        await bot.Silence();
        // Bo adds one of his own there: it stands on the list, and he has it in his chat.
        var form = (await bot.Press(Bo, list, "Add commitment")).Card;
        Assert.Equal(list.Texts, (await bot.Press(Bo, form, "Back")).Card.Texts);
        var added = (await bot.Press(Bo, form, "Save", ("What", "Water the plants"), ("By when", "2026-12-01"))).Card;
        Assert.Contains("Bo Nguyen · By 1 December 2026", added.Texts);
        Assert.Equal(added.Texts, (await bot.ExpectEdit(list)).Texts);
        var own = await bot.ExpectPost(Bo, "You promised");
        await bot.Press(Bo, own, "Done");
        Assert.Contains("Bo Nguyen · Done", (await bot.ExpectEdit(list)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Equal(new[] { bot.IdOf(Bo) }, await bot.Read(db => db.Commitments.Where(row => row.Text == "Water the plants").Select(row => row.Owner).ToArrayAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Two_presses_at_once_on_one_list_are_both_shown(Database database)
    {
        var bot = await StartAsync(database);
        await PromiseAsync(bot, Ana, "send the list by friday", "call Jo by thursday");
        await bot.Say(Ana, "commitments");
        var list = await bot.ExpectPost(Ana);
        var (first, second) = (bot.Pressing(Ana, list, "Done"), bot.Pressing(Ana, list, "Done"));
        second["value"]!["action"]!["data"] = list.Buttons[3].Data.DeepClone();

        await Task.WhenAll(bot.Deliver(first), bot.Deliver(second));

        Assert.Equal("Add commitment", (await bot.ExpectEdit(list)).ButtonRow);
        await bot.Overlook();
        Assert.Equal(2, await bot.Read(db => db.Commitments.CountAsync(row => row.State == CommitmentState.Kept)));
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_list_is_not_to_be_had_with_its_id(Database database)
    {
        var bot = await StartAsync(database);
        await PromiseAsync(bot, Ana, "send the list by friday");
        await bot.Say(Ana, "commitments");
        var list = await bot.ExpectPost(Ana);
        Assert.Equal("Only Ana Sousa can close this promise.", (await bot.Press(Bo, list, "Done")).Sentence);
        var look = bot.Pressing(Bo, list, "Done");
        look["value"]!["action"]!["verb"] = "commitment.view";
        Assert.Equal("I do not find this promise among yours.", (await BadInput.RawRequests.SendPressAsync(bot, list, look)).Sentence);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task More_than_a_card_holds_is_counted(Database database)
    {
        var bot = await StartAsync(database);
        for (var no = 1; no <= 10; no++)
            await PromiseAsync(bot, Ana, $"step {no} by friday");
        await bot.Say(Ana, "my commitments");
        var list = await bot.ExpectPost(Ana);
        Assert.Contains("And 2 more.", list.Texts);
        Assert.Equal(6, list.Buttons.Count(button => button.Title == "Done"));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_channel_that_speaks_German_reads_them_in_German(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("language: en", "language: de", StringComparison.Ordinal) });
        await PromiseAsync(bot, Ana, "send the list by friday");
        await bot.Say(Bo, "zusagen", Brightwater.Sales);
        var list = await bot.ExpectPost(Brightwater.Sales);
        Assert.Equal(["Offene Zusagen: Sales", "send the list", "Ana Sousa · Bis 27. November 2026"], list.Texts);
        Assert.Equal("Erledigt, Verschieben, Streichen, Zusage hinzufügen", list.ButtonRow);
        await bot.Silence();
    }

    static async Task PromiseAsync(BotHarness bot, Colleague person, params string[] what)
    {
        foreach (var one in what)
            await bot.Say(person, "commit to " + one);
        await bot.Overlook();
    }

    static Task<Commitment> OneAsync(BotHarness bot) => bot.Read(db => db.Commitments.AsNoTracking().SingleAsync());

    static Task<List<LedgerEntry>> LedgerAsync(BotHarness bot) =>
        bot.Read(db => db.Ledger.AsNoTracking().Where(row => row.Kind.StartsWith("commitment.")).OrderBy(row => row.Seq).ToListAsync());
}
