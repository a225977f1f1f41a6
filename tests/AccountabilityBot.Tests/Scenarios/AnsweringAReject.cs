using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>The sender of a rejected lead answers once: they clarify, and somebody else is asked; or they agree.</summary>
public sealed class AnsweringAReject : Scenario
{
    const string Missing = "They run 40 pumps; Mr Keller decides.";

    static readonly object FromMei = new { phone = "030 1", from = new { department = "marketing", person = "mei@brightwater.example" } };

    [Theory, OnBothDatabases]
    public async Task A_clarified_lead_goes_to_somebody_else_with_the_senders_words(Database database)
    {
        var bot = await StartAsync(database);
        var (no, card) = await RejectedAsync(bot, FromMei, Mei);
        Assert.Equal("Keller Wells (L-1001) was rejected", card.Summary);
        Assert.Equal("Clarify, Agree, Details", card.ButtonRow);
        Assert.Contains(
            "Was something missing? Clarify it, and somebody else in Sales is asked, not Ana Sousa. Or agree, and it stays rejected. There is no hurry.", card.Texts);
        await bot.Overlook();

        // Weeks later is early enough.
        await bot.Advance(TimeSpan.FromDays(20));
        var form = (await bot.Press(Mei, card, "Clarify")).Card;
        Assert.Equal(["What was missing?", "Phone", "E-mail"], form.Inputs.Select(input => input.Label));
        Assert.Equal("030 1", form.Input("Phone").Value);
        var answer = await bot.Press(Mei, form, "Clarify", ("What was missing?", Missing), ("Phone", "030 2"), ("E-mail", "jo@keller.example"));

        Assert.Contains("Mei Chou clarified: " + Missing, answer.Card.Texts);
        Assert.Equal("Details", answer.Card.ButtonRow);
        Assert.Equal("Details", (await bot.PressAgain(answer)).Card.ButtonRow);
        var withBo = await bot.ExpectPost(Bo);
        Assert.Contains("Mei Chou clarified: " + Missing, withBo.Texts);
        Assert.Contains("Offered to Bo Nguyen until", (await bot.ExpectEdit(card)).Text, StringComparison.Ordinal);
        await bot.Overlook();

        var owned = await bot.Press(Bo, withBo, "Accept");
        Assert.Contains("Phone: 030 2", owned.Card.Texts);
        var afterwards = await bot.ExpectEdit(card);
        Assert.Contains("Rejected by Ana Sousa: Needs nothing", afterwards.Texts);
        Assert.Contains("Mei Chou clarified: " + Missing, afterwards.Texts);
        Assert.Contains("Bo Nguyen has it since", afterwards.Text, StringComparison.Ordinal);
        Assert.Equal("Details", afterwards.ButtonRow);
        var told = await bot.GetLead(no);
        Assert.Equal(("accepted", "Bo Nguyen"), (told.State, told.Owner));
        Assert.Equal("received, offered, rejected, reject-settled, clarified, updated, offered, accepted", told.Story);
        Assert.Equal((Missing, "Mei Chou"), (told.Line("clarified")["note"]!.GetValue<string>(), told.Line("clarified")["actor"]!["name"]!.GetValue<string>()));
        await bot.Overlook();
        await bot.Advance(1.Hours());
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_agrees_lets_it_rest_and_every_copy_says_so(Database database)
    {
        var bot = await StartAsync(database);
        var (no, card) = await RejectedAsync(bot, FromMei, Mei);
        await bot.Say(Mei, "lead " + no);
        var asked = await bot.ExpectPost(Mei, "Rejected by Ana Sousa");
        Assert.Equal("Clarify, Agree, Details", asked.ButtonRow);
        await bot.Overlook();

        var answer = await bot.Press(Mei, asked, "Agree");

        Assert.Equal("Details", answer.Card.ButtonRow);
        Assert.Contains("Mei Chou agrees: it stays rejected", answer.Card.Texts);
        foreach (var copy in (ShownCard[])[card, asked])
        {
            var shown = await bot.ExpectEdit(copy);
            Assert.Contains("Mei Chou agrees: it stays rejected", shown.Texts);
            Assert.Equal("Details", shown.ButtonRow);
        }

        var late = await bot.Press(Mei, card, "Clarify");
        Assert.Contains("Mei Chou answered it at 10:02 (Europe/Berlin).", late.Card.Texts);
        Assert.Contains("Mei Chou agrees: it stays rejected", (await bot.Press(Mei, card, "Details")).Card.Text, StringComparison.Ordinal);
        Assert.Equal(("rejected", "received, offered, rejected, reject-settled, agreed"), ((await bot.GetLead(no)).State, (await bot.GetLead(no)).Story));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_department_answers_in_its_channel_and_of_two_at_once_the_first_counts(Database database)
    {
        var bot = await StartAsync(database);
        var (no, card) = await RejectedAsync(bot, null, General);
        Assert.Equal("Clarify, Agree, Details", card.ButtonRow);

        var answers = await Task.WhenAll(bot.Press(Mei, card, "Agree"), bot.Press(Ines, card, "Agree"), bot.Press(Tomasz, card, "Agree"));

        Assert.All(answers, answer => Assert.Contains("agrees: it stays rejected", answer.Card.Text, StringComparison.Ordinal));
        Assert.Equal("received, offered, rejected, reject-settled, agreed", (await bot.GetLead(no)).Story);
        var winner = (await bot.GetLead(no)).Line("agreed")["actor"]!["name"]!.GetValue<string>();
        Assert.Contains($"{winner} agrees: it stays rejected", (await bot.ExpectEdit(card)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Whom_it_does_not_concern_gets_one_sentence(Database database)
    {
        var bot = await StartAsync(database);
        var (no, card) = await RejectedAsync(bot, FromMei, Mei);

        // Not even the head of the sender's department, and least of all who declined it.
        foreach (var person in (Colleague[])[Ines, Ana, Bo, Noor, Helene])
        {
            Assert.Equal("Mei Chou, Marketing handed this lead over and answers it.", (await bot.Press(person, card, "Agree")).Sentence);
            Assert.Equal("Mei Chou, Marketing handed this lead over and answers it.", (await bot.Press(person, card, "Clarify")).Sentence);
        }

        Assert.StartsWith("The company's directory does not list you", (await bot.Press(Stranger, card, "Agree")).Sentence, StringComparison.Ordinal);
        Assert.Equal("received, offered, rejected, reject-settled", (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { " \n ", "Please say what was missing." },
        { "\0\ud800\0\ud83d", "Please say what was missing." },
        { "no", "What was missing needs at least 3 characters." },
        { new string('x', 10_000), "The note may have at most 1000 characters." },
    };

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_taken_is_answered_with_the_form(Database database)
    {
        var bot = await StartAsync(database);
        var (no, card) = await RejectedAsync(bot, FromMei, Mei);
        var form = (await bot.Press(Mei, card, "Clarify")).Card;

        foreach (var row in Wrong)
        {
            var (words, sentence) = row.Data;
            var again = (await bot.Press(Mei, form, "Clarify", ("What was missing?", words), ("Phone", "030 3"))).Card;
            Assert.Contains(sentence, again.Texts);
            Assert.Equal("030 3", again.Input("Phone").Value);
        }

        var tooLong = (await bot.Press(Mei, form, "Clarify", ("What was missing?", Missing), ("Phone", new string('1', 10_000)))).Card;
        Assert.Contains("A phone number or an e-mail address may have at most 400 characters.", tooLong.Texts);
        Assert.Equal("rejected", (await bot.GetLead(no)).State);

        // What can be read of it is taken.
        await bot.Press(Mei, form, "Clarify", ("What was missing?", "  \0Ask \ud800for Jo\0 <at>all</at>  "), ("Phone", ""), ("E-mail", "\0jo@keller.example\ud83d"));
        Assert.Equal("Ask for Jo <at>all</at>", (await bot.GetLead(no)).Line("clarified")["note"]!.GetValue<string>());
        Assert.Equal(("030 1", "jo@keller.example"), await bot.Read(db => db.Leads.Select(lead => new ValueTuple<string?, string?>(lead.Facts.Phone, lead.Facts.Email)).SingleAsync()));
        Assert.Empty((await bot.ExpectPost(Bo)).Mentions);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Where_nobody_else_is_there_the_guardian_gets_it_and_never_who_declined_it(Database database)
    {
        var bot = await StartAsync(database);
        var (no, card) = await RejectedAsync(bot, new { department = "support", from = new { department = "sales" } }, Sales, by: Sam, home: Support);
        var form = (await bot.Press(Emil, card, "Clarify")).Card;

        await bot.Press(Emil, form, "Clarify", ("What was missing?", Missing));

        var withGuardian = await bot.ExpectPost(Priya);
        Assert.Contains("Emil Krog clarified: " + Missing, withGuardian.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Mwangi rejected it: Needs nothing", withGuardian.Text, StringComparison.Ordinal);
        Assert.Equal("received, offered, rejected, reject-settled, clarified, to-guardian", (await bot.GetLead(no)).Story);
        // Nor by the guardian's hand.
        var assign = (await bot.Press(Priya, withGuardian, "Assign")).Card;
        Assert.Empty(assign.Input("Person").Choices);
        await bot.Overlook();
        await bot.Advance(TimeSpan.FromDays(2));
        Assert.Equal("waiting", (await bot.GetLead(no)).State);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_second_reject_has_a_card_of_its_own_and_the_third_ends_with_the_guardian(Database database)
    {
        var bot = await StartAsync(database);
        var (no, first) = await RejectedAsync(bot, FromMei, Mei);
        await ClarifyAsync(bot, first, "First: they have pumps.");
        var second = await RejectAsync(bot, Bo, Mei);
        var firstNow = first.Message.Now;
        Assert.Contains("Rejected by Ana Sousa: Needs nothing", firstNow.Texts);
        Assert.Contains("Mei Chou clarified: First: they have pumps.", firstNow.Texts);
        Assert.Contains("Rejected by Bo Nguyen: Needs nothing", firstNow.Texts);
        Assert.Equal("Details", firstNow.ButtonRow);
        Assert.DoesNotContain("Ana Sousa", second.Text.Replace("not Ana", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // A press on the first card, as an old client still shows it, does not answer the second reject.
        Assert.Contains("Mei Chou answered it at", (await bot.Press(Mei, first, "Agree")).Card.Text, StringComparison.Ordinal);
        await ClarifyAsync(bot, second, "Second: and a budget.");
        var third = await RejectAsync(bot, Chidi, Mei);
        Assert.Contains(
            "It was rejected 3 times. Clarify what was missing, and Helene Brandt decides what happens next. Or agree, and it stays rejected. There is no hurry.", third.Texts);
        await ClarifyAsync(bot, third, "Third: please look again.");

        var withGuardian = await bot.ExpectPost(Helene);
        foreach (var line in (string[])["Ana Sousa rejected it: Needs nothing", "Bo Nguyen rejected it", "Chidi Eze rejected it", "Mei Chou clarified: Second: and a budget."])
            Assert.Contains(line, withGuardian.Text, StringComparison.Ordinal);
        Assert.Equal(
            "received, offered, rejected, reject-settled, clarified, offered, rejected, reject-settled, clarified, offered, rejected, reject-settled, clarified, to-guardian",
            (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_mutes_news_is_told_why_and_can_answer_by_the_leads_number(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Mei, "mute news");
        await bot.ExpectPost(Mei);
        var no = await bot.Lead(FromMei);
        await bot.ExpectPost(Sales);
        await RejectOnAsync(bot, Ana, await bot.ExpectPost(Ana));
        await bot.Overlook();
        await bot.Advance(2.Minutes());
        Assert.Equal(PostState.Dropped, await SenderStateAsync(bot));
        await bot.Overlook();

        await bot.Say(Mei, "why was I not told");
        Assert.Contains("Left out: you have muted these.", (await bot.ExpectPost(Mei)).Text, StringComparison.Ordinal);
        await bot.Say(Mei, "lead " + no);
        await bot.Press(Mei, await bot.ExpectPost(Mei), "Agree");

        Assert.Equal("agreed", (await bot.GetLead(no)).Story.Split(", ")[^1]);
        Assert.Equal(PostState.Dropped, await SenderStateAsync(bot));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Beyond_the_budget_it_comes_in_the_bundle_whose_button_leads_to_the_answer(Database database)
    {
        var bot = await StartAsync(database, Unasked.With(_ => Task.CompletedTask) with { Model = Model });
        await bot.News(Mei, "1", "2", "3", "4", "5", "6");
        foreach (var words in (string[])["1", "2", "3", "4", "5", "6"])
            await bot.ExpectPost(Mei, words);
        var no = await bot.Lead(FromMei);
        await bot.ExpectPost(Sales);
        await RejectOnAsync(bot, Ana, await bot.ExpectPost(Ana));
        await bot.Overlook();
        await bot.Advance(2.Minutes());
        Assert.Equal(PostState.Bundled, await SenderStateAsync(bot));
        await bot.Advance(15.Minutes());

        var bundle = await bot.ExpectPost(Mei);
        Assert.Contains("Keller Wells (L-1001) was rejected", bundle.Texts);
        var opened = (await bot.Press(Mei, bundle, no)).Card;
        Assert.Equal("Clarify, Agree, Details", opened.ButtonRow);
        var form = (await bot.Press(Mei, opened, "Clarify")).Card;
        await bot.Press(Mei, form, "Clarify", ("What was missing?", Missing));

        Assert.Contains("Mei Chou clarified: " + Missing, (await bot.ExpectPost(Bo)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task An_unknown_copy_of_the_card_converges_too(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(FromMei);
        await bot.ExpectPost(Sales);
        await RejectOnAsync(bot, Ana, await bot.ExpectPost(Ana));
        await bot.Overlook();
        bot.Teams.Fail(Fault.LostAfterStoring(), on: Mei, Call.Post);
        await bot.Advance(2.Minutes());
        var unknown = await bot.ExpectPost(Mei);
        await bot.Advance(10.Seconds());
        var known = await bot.ExpectPost(Mei);
        await bot.Overlook();

        await bot.Press(Mei, unknown, "Agree");

        foreach (var copy in (ShownCard[])[unknown, known])
        {
            var shown = await bot.ExpectEdit(copy);
            Assert.Contains("Sales could not use this lead", shown.Texts);
            Assert.Contains("Mei Chou agrees: it stays rejected", shown.Texts);
        }

        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_department_that_finds_a_home_reads_there_what_nobody_could_be_told(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Homes = new Dictionary<string, Channel> { ["sales"] = Sales } });
        bot.Teams.LeaveOutOfRosters(Ines);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await RejectOnAsync(bot, Ana, await bot.ExpectPost(Ana));
        await bot.Overlook();
        await bot.Advance(2.Minutes());
        await bot.Overlook();
        Assert.Equal(PostState.Unreachable, await SenderStateAsync(bot));

        await bot.Say(Noor, "serve marketing here", General);

        Assert.Equal("Clarify, Agree, Details", (await bot.ExpectPost(General, "Sales could not use this lead")).ButtonRow);
        await bot.Overlook();
    }

    static Task<PostState> SenderStateAsync(BotHarness bot) => bot.Read(db => db.CardPosts.AsNoTracking().Where(post => post.Kind == "lead.sender").Select(post => post.State).SingleAsync());

    /// <summary>A lead that was rejected two minutes ago.</summary>
    /// <returns>Its number, and the card of its sender.</returns>
    static async Task<(string No, ShownCard Card)> RejectedAsync(BotHarness bot, object? lead, Place sender, Colleague? by = null, Channel? home = null)
    {
        var no = await bot.Lead(lead);
        await bot.ExpectPost(home ?? Sales);
        return (no, await RejectAsync(bot, by ?? Ana, sender));
    }

    static async Task<ShownCard> RejectAsync(BotHarness bot, Colleague by, Place sender)
    {
        await RejectOnAsync(bot, by, await bot.ExpectPost(by));
        await bot.Overlook();
        await bot.Advance(2.Minutes());
        return await bot.ExpectPost(sender, "could not use this lead");
    }

    static async Task RejectOnAsync(BotHarness bot, Colleague by, ShownCard offer)
    {
        var form = (await bot.Press(by, offer, "Reject")).Card;
        await bot.Press(by, form, "Reject", ("Reason", "Needs nothing"));
    }

    static async Task ClarifyAsync(BotHarness bot, ShownCard card, string missing)
    {
        var form = (await bot.Press(Mei, card, "Clarify")).Card;
        await bot.Press(Mei, form, "Clarify", ("What was missing?", missing));
    }
}
