using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>The company of the scenarios with four numbers: two with owners, one shared, one of a role that nobody holds.</summary>
static class Registry
{
    internal static readonly BotSetup Setup = new()
    {
        Model = Model + """

            numbers:
              win-rate: { name: Win rate, unit: "%", direction: up, target: 30, department: sales, owner: ana@brightwater.example, supports: revenue }
              revenue: { name: New revenue, unit: EUR, department: sales, owner: ravi@brightwater.example }
              nps: { name: NPS, department: support, owner: Ana Sousa / Bo Nguyen }
              churn: { name: Churn, department: support, owner: CCO }
            """,
        // Ana's manager is not the head of her department, so that the two can be told apart.
        People = PeopleCsv.Replace($",{Ana.Email},,Sales,,", $",{Ana.Email},,Sales,{Dana.Email},", StringComparison.Ordinal),
    };

    /// <summary>Somebody asks for a number, and gets its live card.</summary>
    internal static async Task<ShownCard> AskedAsync(this BotHarness bot, Colleague person, string number, Place? where = null)
    {
        var asked = await bot.Say(person, "help", where);
        await bot.Overlook();
        var activity = asked.Deserialize(ActivityJson.Default.Activity)!;
        await using (var scope = bot.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<NumberAnswers>().GiveAsync(new Turn(activity, Actor.Of(activity), bot.Clock.GetUtcNow()), number, CancellationToken.None);
        return await bot.ExpectPost(where ?? person);
    }

    /// <summary>Hands a number over with the form behind a button.</summary>
    internal static async Task<Answer> OfferAsync(this BotHarness bot, Colleague by, ShownCard card, Colleague to, string day, string button = "Hand over") =>
        await bot.Press(by, (await bot.Press(by, card, button)).Card, "Ask them", ("To whom", to.Name), ("From which day", day));

    /// <summary>The directory says something else of a person from now on.</summary>
    internal static async Task DirectoryAsync(this BotHarness bot, Colleague person, Action<PersonRow> change)
    {
        await bot.Read(async db =>
        {
            change(await db.People.SingleAsync(row => row.ObjectId == person.ObjectId));
            await db.SaveChangesAsync();
            await bot.Services.GetRequiredService<CompanySource>().ReloadAsync(db, CancellationToken.None);
            return 0;
        });
    }

    internal static Task<List<string>> LedgerAsync(this BotHarness bot, string number) =>
        bot.Read(db => db.Ledger.AsNoTracking().Where(line => line.NumberId == number).OrderBy(line => line.Seq).Select(line => line.Kind).ToListAsync());

    internal static Task<TrackedNumber> NumberAsync(this BotHarness bot, string number) =>
        bot.Read(db => NumberDesk.Whole(db.Numbers.AsNoTracking()).SingleAsync(one => one.Id == number));
}
