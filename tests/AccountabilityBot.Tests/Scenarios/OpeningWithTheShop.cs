using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Sales works Monday to Friday, nine to five in Berlin; it is Monday, ten in the morning.</summary>
public sealed class OpeningWithTheShop : Scenario
{
    static readonly BotSetup InOffice = new() { Model = Model.Replace("mon-sun: 00:00-24:00", "mon-fri: 09:00-17:00", StringComparison.Ordinal) };

    static readonly BotSetup BoInNewYork = InOffice with
    {
        Model = InOffice.Model + "\npeople:\n  bo@brightwater.example: { timeZone: America/New_York, hours: { mon-fri: 09:00-17:00 } }\n",
    };

    [Theory, OnBothDatabases]
    public async Task What_comes_on_Friday_after_work_opens_on_Monday_at_nine(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Advance(4 * 24.Hours() + 7.Hours() + 59.Minutes());

        var warm = await bot.Lead();
        var hot = await bot.Lead(new { segment = "hot" });

        await bot.Silence();
        await bot.Advance(2 * 24.Hours() + 15.Hours() + 59.Seconds());
        await bot.Silence();
        Assert.Equal(("waiting", "waiting"), ((await bot.GetLead(warm)).State, (await bot.GetLead(hot)).State));

        await bot.Advance(1.Seconds());

        await bot.ExpectPost(Sales, "First to accept has it.");
        // The promise starts now: an hour of work, and not of the weekend.
        Assert.Contains("Offered to Ana Sousa until {{TIME(2026-11-30T09:00:00Z)}}", (await bot.ExpectPost(Ana)).Texts);
        await bot.ExpectPost(Sales, "Offered to Ana Sousa");
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_weekends_import_waits_for_Monday_and_is_nobodys_list(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Advance(5 * 24.Hours());

        for (var lead = 0; lead < 60; lead++)
            await bot.Lead(new { segment = lead % 2 == 0 ? "warm" : "hot" });
        await bot.Advance(1.Hours());

        await bot.Silence();
        Assert.Equal(60, await bot.Read(db => db.Leads.CountAsync(lead => lead.GuardianSince == null && lead.Offers.Count == 0)));
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_hours_of_their_own_is_asked_by_them_and_the_pool_by_the_departments(Database database)
    {
        var bot = await StartAsync(database, BoInNewYork);
        await bot.Advance(8.Hours());

        await bot.Lead();
        await bot.Lead(new { segment = "hot" });

        // Noon in New York, six in the evening in Berlin.
        await bot.ExpectPost(Sales, "Offered to Bo Nguyen");
        Assert.Contains("Next in the rotation", (await bot.ExpectPost(Bo)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_waits_in_the_morning_for_whom_the_afternoon_brings(Database database)
    {
        var bot = await StartAsync(database, BoInNewYork);
        foreach (var person in SalesPeople.Where(person => person != Bo))
            await bot.Say(person, "out until friday");
        await bot.Overlook();

        var no = await bot.Lead();
        await bot.Silence();
        Assert.Equal("waiting", (await bot.GetLead(no)).State);
        await bot.Advance(5.Hours());

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Bo);
        Assert.Equal("received, offered", (await bot.GetLead(no)).Story);
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_that_those_who_come_tomorrow_gave_up_is_the_guardians_tonight(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        foreach (var person in SalesPeople.Skip(1))
            await bot.Say(person, "out until friday");
        await bot.Advance(6.Hours() + 30.Minutes());
        await bot.Overlook();
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var atAna = await bot.ExpectPost(Ana);
        // Half an hour of working time, and then it is evening.
        await bot.Advance(1.Hours());
        await bot.Overlook();

        var form = await bot.Press(Ana, atAna, "Pass on");
        await bot.Press(Ana, form.Card, "Pass on");

        Assert.Contains("Sales: leads that nobody holds: 1", (await bot.ExpectPost(Helene)).Texts);
        Assert.Equal("nobody-expected", (await bot.GetLead(no)).Line("to-guardian")["reason"]!.GetValue<string>());
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_queue_that_waits_is_counted_in_working_time_and_told_in_working_hours(Database database)
    {
        var bot = await StartAsync(database, InOffice with { Model = InOffice.Model.Replace("capacity: 5", "capacity: 1", StringComparison.Ordinal) });
        await bot.Lead(new { department = "support", seam = "sales-support", segment = "cold" });
        await bot.Lead(new { department = "support", seam = "sales-support", segment = "cold" });
        await bot.Overlook();

        // Seven hours of Monday; eight of them are a working day.
        await bot.Advance(22.Hours() + 59.Minutes());
        Assert.DoesNotContain(bot.Teams.Standing(Priya), card => card.Text.Contains("leads that wait too long", StringComparison.Ordinal));
        await bot.Advance(61.Minutes());

        await bot.ExpectPost(Priya, "Support: leads that wait too long: 1");
        await bot.Overlook();
    }
}
