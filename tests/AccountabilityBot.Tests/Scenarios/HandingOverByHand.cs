using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary><c>hand over to DEPARTMENT</c>: a service contact has heard of something, and tells whoever knows the customer.</summary>
public sealed class HandingOverByHand : Scenario
{
    static readonly BotSetup WithExpansion = new()
    {
        Model = Model.Replace("\nstages:", "\n  support-sales: { from: support, to: sales, name: Wishes for more, kind: expansion, item: Wish }\nstages:", StringComparison.Ordinal),
    };

    [Theory, OnBothDatabases]
    public async Task Who_knows_the_customer_is_asked_first_and_the_sender_hears_what_becomes_of_it(Database database)
    {
        var bot = await StartAsync(database, WithExpansion);
        await bot.Install(Sam);
        await bot.Overlook();
        // Chidi knows Keller Wells: he has won them before.
        await WonByAsync(bot, Chidi, "Keller Wells");

        await bot.Say(Sam, "hand over to Sales");
        var form = await bot.ExpectPost(Sam);
        Assert.Equal(["For", "Company", "Who to speak to", "Phone", "E-mail", "What is it about?", "How urgent"], form.Inputs.Select(input => input.Label));
        var answer = await bot.Press(Sam, form, "Hand over", ("Company", "Keller Wells GmbH"), ("Who to speak to", "Jo Keller"), ("What is it about?", "They dig a second well in spring."));

        Assert.Equal("Handed over to Sales. You hear what becomes of it.", answer.Card.Texts[0]);
        await bot.ExpectPost(Sales);
        var offer = await bot.ExpectPost(Chidi);
        Assert.Contains("Interest: They dig a second well in spring.", offer.Texts);
        Assert.Contains("From: Sam Mwangi, Support", offer.Texts);
        Assert.Contains("Source: A colleague", offer.Texts);
        Assert.Contains("Already looks after this customer", offer.Text, StringComparison.Ordinal);
        // Teams delivers the press again, and Sam presses once more on the form that still stands there.
        await bot.PressAgain(answer);
        await bot.Press(Sam, form, "Hand over", ("Company", "Keller Wells GmbH"), ("What is it about?", "They dig a second well in spring."));
        await bot.Overlook();
        await bot.Press(Chidi, (await bot.Press(Chidi, offer.Message.Now, "Reject")).Card, "Reject", ("Reason", "Already a customer"));
        await bot.Overlook();
        await bot.Advance(3.Minutes());

        var told = await bot.ExpectPost(Sam);
        Assert.Equal("Clarify, Agree, Details", told.ButtonRow);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Asked_in_a_channel_the_form_comes_to_the_askers_own_chat(Database database)
    {
        var bot = await StartAsync(database, WithExpansion);
        await bot.Install(Sam);
        await bot.Overlook();

        await bot.Say(Sam, "hand over", Support);

        Assert.Contains("chat", (await bot.ExpectPost(Support)).Text, StringComparison.Ordinal);
        Assert.Equal("Tell a neighbour about a customer", (await bot.ExpectPost(Sam)).Texts[0]);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("\0 ", "They dig.", "Please write which company it is about.")]
    [OnBothDatabases("Keller \ud83d Wells", "\0", "Please write what it is about.")]
    [OnBothDatabases("Keller Wells", "…", "What is it about?: at most 400 characters, please.")]
    public async Task What_is_missing_or_too_long_is_answered_with_the_form_and_what_was_typed(Database database, string company, string about, string sentence)
    {
        var bot = await StartAsync(database, WithExpansion);
        await bot.Say(Sam, "hand over to sales");
        var form = await bot.ExpectPost(Sam);

        var answer = await bot.Press(Sam, form, "Hand over", ("Company", company), ("What is it about?", about == "…" ? new string('x', 401) : about), ("Phone", "+49 30 1"));

        Assert.Contains(sentence, answer.Card.Texts);
        Assert.Equal("+49 30 1", answer.Card.Input("Phone").Value);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("hand over to Marketing", "From your department you can hand over to: Sales.")]
    [OnBothDatabases("hand over win rate to Bo", null)]
    public async Task Another_department_gets_a_sentence_and_a_number_is_another_matter(Database database, string asked, string? sentence)
    {
        var bot = await StartAsync(database, WithExpansion);

        await bot.Say(Sam, asked);

        var answer = await bot.ExpectPost(Sam);
        if (sentence is not null)
            Assert.Equal(sentence, answer.Text);
        else
            Assert.DoesNotContain("Tell a neighbour", answer.Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task From_where_no_seam_leads_on_nobody_hands_over(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Sam, "hand over");
        Assert.StartsWith("No seam leads on from your department", (await bot.ExpectPost(Sam)).Text, StringComparison.Ordinal);
        await bot.Say(Stranger, "hand over");
        await bot.Overlook();
    }

    static async Task WonByAsync(BotHarness bot, Colleague owner, string company)
    {
        await bot.Lead(new { company });
        await bot.Overlook();
        foreach (var (person, next) in new[] { (Ana, "Bo Nguyen"), (Bo, "Chidi Eze") })
        {
            var offer = bot.Teams.Standing(person)[^1];
            await bot.Press(person, (await bot.Press(person, offer, "Pass on")).Card, "Pass on", ("Colleague", next));
            await bot.Overlook();
        }

        var card = bot.Teams.Standing(owner)[^1];
        await bot.Press(owner, card, "Accept");
        await bot.Overlook();
        foreach (var (disposition, inputs) in new (string, (string, string)[])[]
        {
            ("Qualified", [("Need", "A well"), ("Value", "EUR 9k"), ("Decision maker", "Jo")]),
            ("Won", [("Reason", "Price"), ("What they bought", "A pump")]),
        })
        {
            var form = (await bot.Press(owner, card.Message.Now, "Set disposition", ("Disposition", disposition))).Card;
            await bot.Press(owner, form, "Save", inputs);
            await bot.Overlook();
        }
    }
}
