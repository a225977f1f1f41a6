using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Commitments;

/// <summary>A company from nine to six in which Dana is above Ana, and people who leave it or go to another department.</summary>
static class Leavers
{
    /// <summary>Ana's manager is not the head of her department, so that the two can be told apart.</summary>
    internal static readonly BotSetup Company = new() { Model = DaytimeModel, People = PeopleOf(Everybody) };

    internal static string PeopleOf(IReadOnlyCollection<Colleague> people) =>
        PeopleCsvOf(people).Replace($",{Ana.Email},,Sales,,", $",{Ana.Email},,Sales,{Dana.Email},", StringComparison.Ordinal);

    /// <summary>The directory has deleted their accounts, all at once.</summary>
    internal static Task LeavesAsync(this BotHarness bot, params Colleague[] people) => bot.Read(async db =>
    {
        foreach (var person in people)
        {
            var row = await db.People.SingleAsync(one => one.ObjectId == person.ObjectId);
            (row.IsActive, row.Account) = (false, AccountKind.Deleted);
        }

        await db.SaveChangesAsync();
        await bot.Services.GetRequiredService<CompanySource>().ReloadAsync(db, CancellationToken.None);
        return 0;
    });

    internal static Task ReturnsAsync(this BotHarness bot, Colleague person) => bot.DirectoryAsync(person, row => (row.IsActive, row.Account) = (true, AccountKind.Person));

    internal static Task MovesAsync(this BotHarness bot, Colleague person, string department) => bot.DirectoryAsync(person, row => row.DepartmentLabel = department);

    internal static Task<Commitment> OneAsync(BotHarness bot) => bot.Read(db => db.Commitments.AsNoTracking().SingleAsync());
}
