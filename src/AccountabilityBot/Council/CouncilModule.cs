using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>The slice's contents page: what the data suggests to the council, who hears of it, and where it can be read.</summary>
static class CouncilModule
{
    public static IServiceCollection AddCouncil(this IServiceCollection services)
    {
        services.AddScoped<RuleChangeSweep>().AddScoped<RuleChangeTexts>();
        services.AddSingleton(new SweepStep("council.draft-rule-changes", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<RuleChangeSweep>().DraftAsync(now, ct)));
        return services;
    }

    public static void MapCouncil(Routes routes) =>
        routes.Text<RuleChangeTexts>("rule changes", (texts, turn, _, ct) => texts.Asked(turn, ct));

    public static void AddCouncilKinds(DeliveryKinds kinds)
    {
        kinds.Notice<RuleChangeTexts>(CouncilKinds.Drafted, (texts, notice, ct) => texts.Drafted(notice, ct), Manners.News);
        kinds.Notice<RuleChangeTexts>(CouncilKinds.List, (texts, notice, ct) => texts.List(notice, ct));
    }
}

/// <summary>Kinds of notices about the council's matters. Stored: they never change.</summary>
static class CouncilKinds
{
    /// <summary>To the heads of both departments: a pattern worth a look.</summary>
    public const string Drafted = "council.rule-change-drafted";

    /// <summary>What the council has still to decide, for whoever asks.</summary>
    public const string List = "council.rule-changes";
}

/// <summary><c>rule changes</c>, and the news of a draft; both drawn from the rows of that moment.</summary>
sealed class RuleChangeTexts(BotDb db, CompanySource companies, Answers answers)
{
    public Task Asked(Turn turn, CancellationToken ct) => answers.GiveAsync(turn, CouncilKinds.List, null, ct);

    public async Task<OutgoingActivity?> List(Notice notice, CancellationToken ct)
    {
        var open = db.RuleChanges.AsNoTracking().Where(change => change.State == RuleChangeState.Drafted || change.State == RuleChangeState.Parked);
        var first = await open.OrderByDescending(change => change.DraftedAt).ThenBy(change => change.Id).Take(RuleChangeCards.MostListed).ToListAsync(ct);
        var all = first.Count < RuleChangeCards.MostListed ? first.Count : await open.CountAsync(ct);
        return OutgoingActivity.ForCard(RuleChangeCards.List(first, all, companies.Current, Sentences.In(notice.Locale)));
    }

    /// <summary>None: the council has decided already.</summary>
    public async Task<OutgoingActivity?> Drafted(Notice notice, CancellationToken ct)
    {
        var id = Guid.Parse(notice.Argument!);
        if (await db.RuleChanges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { IsOpen: true } change)
            return null;
        var locale = await db.LocaleOfAsync(notice.Person, ct);
        return OutgoingActivity.ForCard(RuleChangeCards.Drafted(change, companies.Current, Sentences.In(locale ?? notice.Locale)));
    }
}
