using AccountabilityBot.Tests.Feedback;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Numbers;
using static AccountabilityBot.Tests.Feedback.HandOffs;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Neighbours;

/// <summary><c>neighbours</c>: the departments on the other side of each seam, and the people in them.</summary>
public sealed class AskingForNeighbours : Scenario
{
    /// <summary>What sales hears of a pump goes back to marketing, under a name of its own.</summary>
    static readonly BotSetup BothWays = new()
    {
        Model = Model.Replace("\nstages:", "\n  sales-marketing: { from: sales, to: marketing, name: References, kind: reference, item: Reference }\nstages:", StringComparison.Ordinal),
    };

    [Theory, OnBothDatabases]
    public async Task Each_neighbour_with_its_seams_in_both_directions_its_roles_and_its_people(Database database)
    {
        var bot = await StartAsync(database, BothWays);

        await bot.Say(Ana, "Neighbors, please!");

        var card = await bot.ExpectPost(Ana);
        Assert.Equal(
            [
                "Neighbours of Sales",
                "Marketing", "You hand to them: References (Reference)", "They hand to you: Inquiries (Lead)", "Head: Ines Ferreira · Guardian: Tomasz Lis", "In the department: Mei Chou",
                "Support", "You hand to them: Installed pumps (Lead)", "Head and guardian: Priya Raman", "In the department: Sam Mwangi",
                "Say: hand over to Marketing · feedback for Marketing · pair Sales Marketing",
            ],
            card.Texts);
        Assert.Equal("Neighbours of Sales", card.Summary);
        await bot.Silence();
        // What the card says to say works as it stands.
        await bot.Say(Ana, "hand over to Marketing");
        await bot.ExpectPost(Ana, "Tell a neighbour about a customer");
        await bot.Say(Ana, "pair Sales Marketing");
        await bot.ExpectPost(Ana, "Sales and Marketing");
    }

    [Theory]
    [OnBothDatabases("who is my neighbour downstream?", "Downstream of Sales|Support|You hand to them: Installed pumps (Lead)")]
    [OnBothDatabases("who is upstream", "Upstream of Sales|Marketing|They hand to you: Inquiries (Lead)")]
    [OnBothDatabases("who is downstream of Marketing", "Downstream of Marketing|Sales|Marketing hands to them: Inquiries (Lead)")]
    [OnBothDatabases("neighbours of support", "Neighbours of Support|Sales|They hand to Support: Installed pumps (Lead)")]
    [OnBothDatabases("who's downstream of Support?", "Downstream of Support|Nobody is downstream: no seam leads on from Support.")]
    [OnBothDatabases("who is upstream of Marketing", "Upstream of Marketing|Nobody is upstream: no seam leads to Marketing.")]
    [OnBothDatabases("wer ist mein Nachbar?", "Neighbours of Sales|Marketing|They hand to you: Inquiries (Lead)")]
    public async Task In_one_direction_and_of_another_department(Database database, string asked, string begins)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, asked);

        var expected = begins.Split('|');
        Assert.Equal(expected, (await bot.ExpectPost(Ana)).Texts.Take(expected.Length));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task With_whom_one_shared_hand_offs_stands_first_the_most_first_and_without_a_figure(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        await bot.AcceptedByAsync(Bo, FromMei);
        await bot.AcceptedByAsync(Bo, FromMei);
        await bot.AcceptedByAsync(Chidi, from: null);

        await bot.Say(Mei, "neighbours");
        var card = await bot.ExpectPost(Mei);
        Assert.Contains("You share hand-offs with Bo Nguyen, Ana Sousa", card.Texts);
        Assert.DoesNotContain("Chidi", card.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d", card.Text);

        // The other side of the same hand-offs; and who had none reads who is there.
        await bot.Say(Bo, "neighbours");
        Assert.Contains("You share hand-offs with Mei Chou", (await bot.ExpectPost(Bo)).Texts);
        await bot.Say(Sam, "neighbours");
        Assert.Contains("In the department: Ana Sousa, Bo Nguyen, Chidi Eze, Dana Weiss, Emil Krog and 1 more", (await bot.ExpectPost(Sam)).Texts);

        await bot.Advance(TimeSpan.FromDays(91));
        await bot.Overlook();
        await bot.Say(Mei, "neighbours");
        Assert.Contains("In the department: Ana Sousa, Bo Nguyen, Chidi Eze, Dana Weiss, Emil Krog and 1 more", (await bot.ExpectPost(Mei)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_out_stands_with_the_day_beside_their_name(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        foreach (var person in (Colleague[])[Ana, Ravi, Sam])
            await bot.Say(person, "out until 30 November 09:00");
        await bot.Overlook();

        await bot.Say(Mei, "neighbours");
        var known = await bot.ExpectPost(Mei);
        const string Until = "(out until {{DATE(2026-11-30T08:00:00Z,SHORT)}} {{TIME(2026-11-30T08:00:00Z)}})";
        Assert.Contains($"Head: Ravi Menon {Until} · Guardian: Helene Brandt", known.Texts);
        Assert.Contains($"You share hand-offs with Ana Sousa {Until}", known.Texts);

        await bot.Say(Bo, "who is downstream");
        Assert.Contains("Everybody else there is out now.", (await bot.ExpectPost(Bo)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task In_a_channel_its_department_is_meant_and_everybody_may_read(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Homes = new Dictionary<string, Channel> { ["marketing"] = General, ["sales"] = Sales, ["support"] = General } });
        await bot.AcceptedByAsync(Ana, FromMei);

        await bot.Say(Mei, "neighbours", Sales);
        var card = await bot.ExpectPost(Sales);
        Assert.Equal(["Neighbours of Sales", "Marketing", "They hand to Sales: Inquiries (Lead)"], card.Texts.Take(3));

        // General is the home of two: then one's own.
        await bot.Say(Ana, "who is upstream", General);
        var own = await bot.ExpectPost(General);
        Assert.Equal("Upstream of Sales", own.Texts[0]);
        Assert.Contains("Ana Sousa shares hand-offs with Mei Chou", own.Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_leads_one_department_is_asked_about_that_and_who_has_none_is_asked_which(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ravi, "neighbours");
        Assert.Equal(["Neighbours of Sales", "Marketing", "They hand to you: Inquiries (Lead)"], (await bot.ExpectPost(Ravi)).Texts.Take(3));
        await bot.Say(Noor, "who is my neighbour?");
        Assert.Equal("Whose neighbours? Write, for example, neighbours of Sales. There are: Marketing, Sales, Support.", (await bot.ExpectPost(Noor)).Text);
        // Not in the directory: they may ask, and share no hand-off with anybody.
        await bot.Say(Stranger, "neighbours of Support");
        var card = await bot.ExpectPost(Stranger);
        Assert.Contains("In the department: Ana Sousa, Bo Nguyen, Chidi Eze, Dana Weiss, Emil Krog and 1 more", card.Texts);
        Assert.DoesNotContain("Say:", card.Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("neighbours of Salse", "I know no department “Salse”. Did you mean Sales? There are: Marketing, Sales, Support.")]
    [OnBothDatabases("Nachbarn von Finance", "I know no department “Finance”. There are: Marketing, Sales, Support.")]
    [OnBothDatabases("neighbours of <at>all</at>", "I know no department “<at>all</at>”. There are")]
    [OnBothDatabases("who is responsible for win rate?", "I know no number called “win rate”.")]
    [OnBothDatabases("Nachbar satisfaction, who owns it?", "I know no number called")]
    public async Task A_slip_is_answered_with_the_nearest_and_other_questions_go_their_way(Database database, string asked, string begins)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, asked);
        Assert.StartsWith(begins, (await bot.ExpectPost(Ana)).Texts[0], StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_role_that_nobody_holds_is_said_in_red_and_names_are_no_markup(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { People = PeopleCsv.Replace("Mei Chou", "**Mei** <at>all</at>", StringComparison.Ordinal) });
        // Without them the bot would not start; they have left since.
        await bot.DirectoryAsync(Ravi, row => row.IsActive = false);
        await bot.DirectoryAsync(Priya, row => row.IsActive = false);
        await bot.Overlook();

        await bot.Say(Mei, "neighbours");
        var sales = await bot.ExpectPost(Mei);
        Assert.Contains("Guardian: Helene Brandt", sales.Texts);
        Assert.Equal("Sales has no head in the directory.", Red(sales));
        await bot.Say(Ana, "neighbours");
        var both = await bot.ExpectPost(Ana);
        Assert.Equal("Support has neither head nor guardian in the directory.", Red(both));
        Assert.Contains("In the department: **Mei** &lt;at&gt;all&lt;/at&gt;", both.Texts);
        Assert.Empty(both.Mentions);
        Assert.All(both.Card!["body"]!.AsArray(), element => Assert.DoesNotContain("<at>", element!["text"]!.GetValue<string>(), StringComparison.Ordinal));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task In_German_it_is_answered_in_German(Database database)
    {
        var bot = await StartAsync(database);
        await bot.AcceptedByAsync(Ana, FromMei);
        var asked = (await bot.Say(Mei, "hi")).DeepClone().AsObject();
        await bot.Overlook();
        (asked["id"], asked["locale"], asked["text"]) = ("de-1", "de-DE", "Wer sind meine Nachbarn?");

        await bot.Deliver(asked);

        Assert.Equal(
            [
                "Nachbarn von Marketing", "Sales", "Sie übergeben dorthin: Inquiries (Lead)", "Leitung: Ravi Menon · Guardian: Helene Brandt",
                "Übergaben hatten Sie mit Ana Sousa", "Schreiben Sie: hand over to Sales · feedback for Sales · pair Marketing Sales",
            ],
            (await bot.ExpectPost(Mei)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Teams_delivers_a_question_again_and_it_is_answered_once(Database database)
    {
        var bot = await StartAsync(database);
        var asked = await bot.Say(Ana, "neighbours");
        await bot.ExpectPost(Ana, "Neighbours of Sales");
        await bot.Deliver(asked);
        await bot.Silence();
    }

    static string? Red(ShownCard card) => card.Card!["body"]!.AsArray().Where(element => element!["color"]?.GetValue<string>() == "attention").Select(element => element!["text"]!.GetValue<string>()).SingleOrDefault();
}
