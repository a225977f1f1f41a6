using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>
/// One customer from the inquiry to the order, the site gone live and the wish for more, over five departments, with a reject and
/// a clarification on the way: the same accept, the same clocks, and one ledger that tells it in order.
/// </summary>
public sealed class FollowingOneCustomer : Scenario
{
    static readonly Colleague Sol = new("Sol Reyes", 41, "Qualifying");
    static readonly Colleague Dora = new("Dora Lund", 42, "Qualifying");
    static readonly Colleague Olga = new("Olga Prins", 51, "Operations");

    [Theory, OnBothDatabases]
    public async Task From_inquiry_to_won_to_onboarding_to_expansion(Database database)
    {
        var bot = await StartAsync(database, Company);
        bot.Teams.Admit([Sol, Dora, Olga]);
        foreach (var person in (Colleague[])[Mei, Sol, Dora, Olga, Sam])
            await bot.Install(person);
        await bot.Overlook();

        // Marketing hands an inquiry over, and Sol cannot use it as it is.
        var inquiry = await bot.Lead(new { company = "Keller Wells", seam = "marketing-sdr", department = "sdr", campaign = "Spring fair", from = new { person = Mei.Email } });
        await bot.Overlook();
        var form = (await bot.Press(Sol, CardOf(bot, Sol, inquiry), "Reject")).Card;
        await bot.Press(Sol, form, "Reject", ("Reason", "Needs nothing"));
        await bot.Advance(2.Minutes() + 30.Seconds());
        var asked = await bot.ExpectPost(Mei, "Qualifying could not use this lead");
        await bot.Overlook();

        // Mei knows better, and since Sol has declined it, their colleague has it now.
        form = (await bot.Press(Mei, asked, "Clarify")).Card;
        await bot.Press(Mei, form, "Clarify", ("What was missing?", "They called: they need forty pumps by summer."));
        await bot.Overlook();
        await AcceptAsync(bot, Dora, inquiry);
        await SayAsync(bot, Dora, inquiry, "Good for sales");

        // Sales wins it, operations brings it to life, support hears that they want more, and sales has them again.
        var deal = await NextAsync(bot, inquiry);
        await AcceptAsync(bot, Ana, deal);
        await SayAsync(bot, Ana, deal, "Qualified", ("Need", "Forty pumps"), ("Value", "EUR 90k"));
        await SayAsync(bot, Ana, deal, "Won", ("What they bought", "Forty pumps"));
        var order = await NextAsync(bot, deal);
        Assert.Contains("Warm · Order", CardOf(bot, Olga, order).Texts);
        await AcceptAsync(bot, Olga, order);
        await SayAsync(bot, Olga, order, "Gone live");
        var site = await NextAsync(bot, order);
        await AcceptAsync(bot, Sam, site);
        await SayAsync(bot, Sam, site, "Wants more", ("Need", "Ten more pumps"));
        var wish = await NextAsync(bot, site);
        // The colleague who knows the customer is asked first.
        await AcceptAsync(bot, Ana, wish);
        await SayAsync(bot, Ana, wish, "Qualified", ("Need", "Ten more"), ("Value", "EUR 20k"));

        var story = await bot.Read(db => db.Ledger.AsNoTracking()
            .Where(row => row.LeadId != null && db.Leads.Any(lead => lead.Id == row.LeadId && (lead.Origin != null || lead.No == 1001)))
            .Join(db.Leads, row => row.LeadId, lead => lead.Id, (row, lead) => new { row.Seq, row.Kind, lead.Department })
            .OrderBy(one => one.Seq).ToListAsync());
        Assert.Equal(
            [
                "sdr received", "sdr offered", "sdr rejected", "sdr reject-settled", "sdr clarified", "sdr offered", "sdr accepted",
                "sdr contacted", "sdr disposed", "sdr closed", "sdr handed-over",
                "sales received", "sales offered", "sales accepted", "sales contacted", "sales disposed", "sales qualified", "sales disposed", "sales won", "sales handed-over",
                "operations received", "operations offered", "operations accepted", "operations contacted", "operations disposed", "operations closed", "operations handed-over",
                "support received", "support offered", "support accepted", "support contacted", "support disposed", "support closed", "support handed-over",
                "sales received", "sales offered", "sales accepted", "sales contacted", "sales disposed", "sales qualified",
            ],
            story.Where(one => one.Kind.StartsWith("lead.", StringComparison.Ordinal)).Select(one => $"{one.Department} {one.Kind["lead.".Length..]}"));

        // Whoever made the inquiry hears that it was won, though it went through other hands.
        await bot.Advance(23.Hours());
        Assert.Contains("Won: EUR 90,000", (await bot.ExpectPost(Mei, "What became of your leads: 1 won, 0 lost")).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Wrong_data_are_mended_by_whoever_handed_the_lead_over(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Install(Mei);
        await bot.Overlook();
        var no = await bot.Lead(new { phone = "030 1", from = new { person = Mei.Email } });
        await bot.Overlook();
        await AcceptAsync(bot, Ana, no);
        var form = (await bot.Press(Ana, CardOf(bot, Ana, no), "Set disposition", ("Disposition", "Contact data are wrong"))).Card;
        await bot.Press(Ana, form, "Save", ("Note", "The number is a fax."));
        var asked = await bot.ExpectPost(Mei, "Ana Sousa needs better data to go on");
        Assert.Contains("\"The number is a fax.\"", asked.Texts);
        await bot.Overlook();

        var mending = (await bot.Press(Mei, asked, "Clarify")).Card;
        var answer = await bot.Press(Mei, mending, "Clarify", ("What was missing?", "This one is right"), ("Phone", "+49 30 7654321"));

        Assert.Contains("The data are mended. Thank you!", (await bot.ExpectEdit(asked)).Texts);
        Assert.DoesNotContain("Clarify", answer.Card.ButtonRow, StringComparison.Ordinal);
        await bot.ExpectPost(Ana, "It is yours to go on with.");
        await bot.Overlook();
        Assert.Contains("Phone: +49 30 7654321", CardOf(bot, Ana, no).Texts);
        Assert.Equal("received, offered, accepted, disposed, data-asked, data-mended, updated, resumed", (await bot.GetLead(no)).Story);

        var again = await bot.Press(Mei, mending, "Clarify", ("What was missing?", "Once more"));
        Assert.Contains("Nobody waits for these data any more.", again.Card.Texts);
        await bot.Overlook();
    }

    static ShownCard CardOf(BotHarness bot, Colleague person, string no) => bot.Teams.Standing(person).Last(card => card.Texts.Contains(no));

    static async Task AcceptAsync(BotHarness bot, Colleague person, string no)
    {
        await bot.Press(person, CardOf(bot, person, no), "Accept");
        await bot.Overlook();
    }

    static async Task SayAsync(BotHarness bot, Colleague person, string no, string disposition, params (string Label, string Value)[] fields)
    {
        var answer = await bot.Press(person, CardOf(bot, person, no), "Set disposition", ("Disposition", disposition));
        if (fields.Length > 0)
            await bot.Press(person, answer.Card, "Save", fields);
        await bot.Overlook();
    }

    /// <summary>The number of what came out of this one.</summary>
    static async Task<string> NextAsync(BotHarness bot, string no)
    {
        var id = Guid.Parse((await bot.GetLead(no)).Id);
        var next = await bot.Read(db => db.Leads.AsNoTracking().SingleAsync(lead => lead.Parent == new Domain.LeadId(id)));
        return next.Label;
    }

    static BotSetup Company => new()
    {
        People = PeopleCsvOf([.. Everybody, Sol, Dora, Olga]),
        Homes = new Dictionary<string, Channel>(Homes) { ["sdr"] = Deals, ["operations"] = General },
        Model = Model
            .Replace("  support: { name: Support,", """
                  sdr: { name: Qualifying, head: ravi@brightwater.example, guardian: helene@brightwater.example }
                  operations: { name: Operations, head: priya@brightwater.example, guardian: priya@brightwater.example }
                  support: { name: Support,
                """.TrimEnd(), StringComparison.Ordinal)
            .Replace("  sales-support: { from: sales, to: support, name: Installed pumps }", """
                  sales-support: { from: sales, to: support, name: Installed pumps }
                  marketing-sdr: { from: marketing, to: sdr, name: Inquiries to qualify }
                  sdr-sales: { from: sdr, to: sales, name: Qualified leads }
                  sales-operations: { from: sales, to: operations, name: Orders, kind: order, item: Order }
                  operations-support: { from: operations, to: support, name: Sites, kind: site, item: Site }
                  support-sales: { from: support, to: sales, name: Wishes for more, kind: expansion, item: Wish }
                """.TrimEnd(), StringComparison.Ordinal)
            + "\n" + """
            dispositions:
              good: { name: Good for sales, of: [lead], at: [working], becomes: closed, seam: sdr-sales }
              qualified: { name: Qualified, of: [lead, expansion], at: [working], becomes: qualified, requires: [need] }
              won: { name: Won, of: [lead, expansion], at: [qualified], becomes: won, seam: sales-operations, requires: [bought] }
              lost: { name: Lost, becomes: lost }
              live: { name: Gone live, of: [order], becomes: closed, seam: operations-support }
              more: { name: Wants more, of: [site], becomes: closed, seam: support-sales, requires: [need] }
            """,
    };
}
