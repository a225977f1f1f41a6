using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers;

/// <summary><c>my numbers</c> and <c>unowned</c>: lists as they are when they go out.</summary>
sealed class NumberTexts(BotDb db, CompanySource companies, Answers answers)
{
    public Task MyNumbers(Turn turn, string rest, CancellationToken ct) => answers.GiveAsync(turn, NumberKinds.Mine, null, ct);

    /// <summary>For everybody: what nobody owns is nobody's secret.</summary>
    public Task Unowned(Turn turn, string rest, CancellationToken ct) => answers.GiveAsync(turn, NumberKinds.Unowned, null, ct);

    public async Task<OutgoingActivity?> Mine(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(notice.Locale);
        if (notice.Person is not { } person)
            return OutgoingActivity.ForText(say.Plain("refusal.person-unlisted"));
        var mine = await Active().Where(number => number.Ownerships.Any(one => one.Until == null && one.Person == person) || number.Keeper == person)
            .OrderBy(number => number.Id).Take(NumberListCards.MostListed + 1).ToListAsync(ct);
        return OutgoingActivity.ForCard(NumberListCards.Mine(mine, person, companies.Current, say));
    }

    public async Task<OutgoingActivity?> UnownedList(Notice notice, CancellationToken ct)
    {
        var unowned = await Active().Where(number => number.Holding != Holding.Owned).OrderBy(number => number.Id).ToListAsync(ct);
        return OutgoingActivity.ForCard(NumberListCards.Unowned(unowned, companies.Current, Sentences.In(notice.Locale)));
    }

    IQueryable<TrackedNumber> Active() => db.Numbers.AsNoTracking().Include(number => number.Ownerships.OrderBy(one => one.From)).Include(number => number.HandOvers.Where(one => one.ClosedAt == null))
        .AsSplitQuery().Where(number => number.IsActive);
}
