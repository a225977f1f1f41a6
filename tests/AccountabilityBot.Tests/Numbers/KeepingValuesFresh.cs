using AccountabilityBot.Data;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>
/// A number that came in on Monday, 23 November: its first value is that of November, asked for when December begins in Berlin,
/// due by the tenth.
/// </summary>
public sealed class KeepingValuesFresh : Scenario
{
    static readonly BotSetup Setup = new()
    {
        Model = Model + """

            numbers:
              close-rate:
                name: Close rate
                unit: "%"
                target: 25
                owner: ravi@brightwater.example
                keeper: ana@brightwater.example
                department: sales
                definition: { text: "Signed orders, of all that were closed." }
              unowned: { name: Held by nobody, owner: CFO }
            """,
    };

    static readonly TimeSpan UntilDecember = new(days: 7, hours: 14, minutes: 0, seconds: 0);

    [Theory, OnBothDatabases]
    public async Task The_keeper_is_asked_once_saves_and_the_card_says_what_was_saved(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember - 1.Minutes());
        await bot.Silence();
        await bot.Advance(2.Minutes());
        var card = await bot.ExpectPost(Ana);
        Assert.Equal("Close rate: the value for November 2026 is due", card.Summary);
        Assert.Equal(["Close rate", "The value for November 2026 is due by 10 December 2026.", "Signed orders, of all that were closed.", "Target: 25 %"], card.Texts);
        Assert.Equal(("Save", "Value, Note"), (card.ButtonRow, string.Join(", ", card.Inputs.Select(input => input.Label))));

        // The sweep runs again and again, and another server begins: nobody is asked twice.
        await bot.Restart();
        await bot.Advance(1.Hours());
        await bot.Silence();

        var saved = (await bot.Press(Ana, card, "Save", ("Value", "27,5 %"), ("Note", "Two large orders"))).Card;

        Assert.Equal(["Close rate", "November 2026", "Saved: 27.5 % by Ana Sousa"], saved.Texts.Take(3));
        Assert.Contains("Two large orders", saved.Texts);
        Assert.Equal("Change", saved.ButtonRow);
        Assert.Equal(saved.Text, (await bot.ExpectEdit(card)).Text);
        var value = Assert.Single(await ValuesAsync(bot));
        Assert.Equal(
            ("close-rate", new DateOnly(2026, 11, 30), 27.5m, "keeper", bot.IdOf(Ana), "Two large orders"),
            (value.NumberId, value.PeriodEnd, value.Value, value.Source, value.EnteredBy!.Value, value.Note));
        var line = await bot.Read(db => db.Ledger.Include(row => row.Note).SingleAsync(row => row.Kind == "number.value"));
        Assert.Equal(("close-rate", "2026-11-30=27.5", "card", "Two large orders"), (line.NumberId, line.Reason, line.Via, line.Note!.Text));
        await bot.Advance(TimeSpan.FromDays(20));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Past_its_limit_it_is_stale_and_the_card_says_so_until_the_value_is_there(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);
        Assert.False(await IsStaleAsync(bot));
        await bot.Advance(TimeSpan.FromDays(9));
        await bot.Silence();
        Assert.False(await IsStaleAsync(bot));

        await bot.Advance(1.Hours() + TimeSpan.FromDays(1));

        Assert.True(await IsStaleAsync(bot));
        var late = await bot.ExpectEdit(card);
        Assert.Contains("The value for November 2026 was due by 10 December 2026. Until it is there, the number shows as stale.", late.Texts);
        await bot.Advance(TimeSpan.FromDays(2));
        await bot.Silence();

        await bot.Press(Ana, late, "Save", ("Value", "27"));

        Assert.False(await IsStaleAsync(bot));
        Assert.Contains("Saved: 27 % by Ana Sousa", (await bot.ExpectEdit(card)).Texts);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("about 27", "“about 27” is no figure that I can read. Write it like 27.5 %.")]
    [OnBothDatabases("NaN", "“NaN” is no figure that I can read. Write it like 27.5 %.")]
    [OnBothDatabases("99999999999999999999999999999999999999", "The figure is too large; 18 digits before the decimals are kept.")]
    [OnBothDatabases("0.1234567", "The figure has too many decimals; 6 are kept.")]
    public async Task What_is_no_value_is_answered_with_the_form_and_nothing_is_lost(Database database, string typed, string sentence)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);

        var form = (await bot.Press(Ana, card, "Save", ("Value", typed), ("Note", "Two large orders"))).Card;

        Assert.Contains(sentence, form.Texts);
        Assert.Equal((typed, "Two large orders"), (form.Input("Value").Value, form.Input("Note").Value));
        Assert.NotEqual(card.Input("Value").Id, form.Input("Value").Id);
        Assert.Empty(await ValuesAsync(bot));
        Assert.Contains("Saved: 1,027 % by Ana Sousa", (await bot.Press(Ana, form, "Save", ("Value", "1,027"))).Card.Texts);
        await bot.ExpectEdit(card);
    }

    [Theory, OnBothDatabases]
    public async Task Who_saves_after_somebody_else_gets_the_truth_and_may_change_it(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);
        Assert.Contains("Saved: 26 % by Ravi Menon", (await bot.Press(Ravi, card, "Save", ("Value", "26"))).Card.Texts);
        await bot.ExpectEdit(card);

        var truth = (await bot.Press(Ana, card, "Save", ("Value", "27"))).Card;

        Assert.Equal("Ravi Menon entered 26 % meanwhile. Nothing of yours was saved; press Change if that is wrong.", truth.Texts[0]);
        Assert.Equal(26m, Assert.Single(await ValuesAsync(bot)).Value);
        var form = (await bot.Press(Ana, truth, "Change")).Card;
        Assert.Equal(("26", "Save, Back"), (form.Input("Value").Value, form.ButtonRow));
        Assert.Contains("Saved: 27 % by Ana Sousa", (await bot.Press(Ana, form, "Save", ("Value", "27"))).Card.Texts);
        Assert.Contains("Saved: 27 % by Ana Sousa", (await bot.ExpectEdit(card)).Texts);

        // Both are kept, and a form over the first of them changes nothing any more.
        Assert.Equal([26m, 27m], (await ValuesAsync(bot)).Select(value => value.Value));
        Assert.Equal([true, false], (await ValuesAsync(bot)).Select(value => value.ReplacedAt is not null));
        Assert.StartsWith("Ana Sousa entered 27 % meanwhile.", (await bot.Press(Ravi, form, "Save", ("Value", "28"))).Card.Texts[0], StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Delivered_twice_it_is_saved_once(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);
        var answer = await bot.Press(Ana, card, "Save", ("Value", "27"));

        Assert.Equal(answer.Card.Text, (await bot.PressAgain(answer)).Card.Text);

        Assert.Single(await ValuesAsync(bot));
        await bot.ExpectEdit(card);
    }

    [Theory, OnBothDatabases]
    public async Task Many_at_once_save_one_value(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);

        var answers = await Task.WhenAll(Enumerable.Range(20, 8).Select(value => bot.Press(value % 2 == 0 ? Ana : Ravi, card, "Save", ("Value", $"{value}"))));

        Assert.Single(await ValuesAsync(bot));
        Assert.Equal(7, answers.Count(answer => answer.Card.Texts[0].Contains("Nothing of yours was saved", StringComparison.Ordinal)));
        await bot.ExpectEdit(card);
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_answers_for_the_number_enters_its_values(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);

        Assert.Equal("The values of “Close rate” are entered by Ana Sousa, Ravi Menon.", (await bot.Press(Bo, card, "Save", ("Value", "99"))).Sentence);
        Assert.StartsWith("The company's directory does not list you yet", (await bot.Press(Stranger, card, "Save", ("Value", "99"))).Sentence, StringComparison.Ordinal);
        Assert.Empty(await ValuesAsync(bot));

        // The department's guardian may, as for everything that nobody else does.
        Assert.Contains("Saved: 25 % by Helene Brandt", (await bot.Press(Helene, card, "Save", ("Value", "25"))).Card.Texts);
        await bot.ExpectEdit(card);
    }

    [Theory, OnBothDatabases]
    public async Task A_card_that_names_another_number_or_a_period_to_come_is_not_believed(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);
        foreach (var (key, value) in ((string, string)[])[("number", "no-such"), ("period", "2027-12-31"), ("period", "2026-11-29"), ("period", "9999-12-31"), ("period", "soon")])
        {
            var press = bot.Pressing(Ana, card, "Save", ("Value", "27"));
            press["value"]!["action"]!["data"]![key] = value;
            Assert.Equal("I do not know this number, or its period is not over yet.", (await bot.PressAgain(new Answer(press, card.Message, null, null))).Sentence);
        }

        Assert.Empty(await ValuesAsync(bot));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_asleep_is_asked_in_the_morning_and_who_saved_meanwhile_is_not_asked(Database database)
    {
        var bot = await StartAsync(database, Setup with { Model = Setup.Model.Replace("mon-sun: 00:00-24:00", "mon-sun: 09:00-18:00", StringComparison.Ordinal) });
        await bot.Advance(UntilDecember + 1.Minutes());
        await bot.Silence();
        await bot.Advance(7.Hours());

        await bot.ExpectPost(Ana, "Close rate");
        await bot.Advance(TimeSpan.FromDays(30) + 17.Hours());
        await bot.Overlook();
        var (status, _) = await bot.PostValue("close-rate", """{"periodEnd":"2026-12-31","value":30}""");
        Assert.Equal(System.Net.HttpStatusCode.Accepted, status);
        await bot.Advance(8.Hours());
        // Nor told of a value that takes the place of the first: she was never asked for this one.
        await bot.PostValue("close-rate", """{"periodEnd":"2026-12-31","value":31}""");
        await bot.Settle();
        Assert.DoesNotContain(bot.Teams.Standing(Ana), message => message.Texts.Any(text => text is "December 2026" || text.Contains("value for December 2026", StringComparison.Ordinal)));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Beyond_the_days_budget_it_is_a_line_in_a_bundle_with_a_button_that_opens_the_form(Database database)
    {
        var bot = await StartAsync(database, Setup with { Model = Setup.Model + "\nmessages: { budget: 1 }\n" });
        await bot.Advance(UntilDecember - 1.Minutes());
        await bot.Silence();
        // At midnight by her clock the day's budget is new; this is what uses it up before.
        await bot.Write(db => db.Notices.Add(new Notice
        {
            Id = Guid.NewGuid(),
            Key = "used-up",
            Kind = "setup.sentence",
            Thread = Outgoing.ThreadOf(bot.IdOf(Ana)),
            Person = bot.IdOf(Ana),
            State = NoticeState.Sent,
            Counts = true,
            LetThroughAt = bot.Clock.GetUtcNow() + 1.Minutes(),
            CreatedAt = bot.Clock.GetUtcNow(),
            NotBefore = bot.Clock.GetUtcNow(),
        }));
        await bot.Advance(2.Minutes());
        await bot.Silence();
        await bot.Advance(16.Minutes());

        var bundle = await bot.ExpectPost(Ana);
        Assert.Contains("Close rate: the value for November 2026 is due", bundle.Texts);
        Assert.Equal("Close rate", bundle.ButtonRow);
        var form = (await bot.Press(Ana, bundle, "Close rate")).Card;
        Assert.Contains("Saved: 27 % by Ana Sousa", (await bot.Press(Ana, form, "Save", ("Value", "27"))).Card.Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_copy_that_the_bot_does_not_know_of_is_adopted_and_shows_what_was_saved(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(UntilDecember + 1.Minutes());
        var card = await bot.ExpectPost(Ana);
        // As if Teams' answer to the send had been lost.
        await bot.Read(db => db.CardPosts.Where(post => post.Kind == "number.value-due").ExecuteUpdateAsync(set => set
            .SetProperty(post => post.ActivityId, (string?)null).SetProperty(post => post.ConversationId, (string?)null).SetProperty(post => post.State, PostState.Dead)));

        await bot.Press(Ana, card, "Save", ("Value", "27"));

        Assert.Contains("Saved: 27 % by Ana Sousa", (await bot.ExpectEdit(card)).Texts);
        await bot.Silence();
    }

    static Task<List<NumberValue>> ValuesAsync(BotHarness bot) => bot.Read(db => db.NumberValues.AsNoTracking().OrderBy(value => value.EnteredAt).ThenBy(value => value.Value).ToListAsync());

    static async Task<bool> IsStaleAsync(BotHarness bot)
    {
        var number = await bot.Read(db => db.Numbers.AsNoTracking().SingleAsync(one => one.Id == "close-rate"));
        var latest = (await ValuesAsync(bot)).Where(value => value.ReplacedAt is null).Select(value => (DateOnly?)value.PeriodEnd).Max();
        return NumberDays.IsStale(number, latest, bot.Services.GetRequiredService<CompanySource>().Current, bot.Clock.GetUtcNow());
    }
}
