using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Outcomes;

/// <summary>Kinds of notices about outcomes. Stored: they never change.</summary>
static class OutcomeKinds
{
    public const string Ended = "outcome.ended";
    public const string Campaign = "outcome.campaign";
}

/// <summary>The slice's contents page: the sender hears what became of it, and anybody may ask of a campaign.</summary>
static class OutcomesModule
{
    public static IServiceCollection AddOutcomes(this IServiceCollection services)
    {
        services.AddScoped<OutcomeNews>().AddScoped<OutcomeRenderers>().AddScoped<CampaignStory>().AddScoped<CampaignTexts>();
        services.AddSingleton(new SweepStep("outcomes.tell", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<OutcomeNews>().TellAsync(now, ct)));
        return services;
    }

    public static void MapOutcomes(Routes routes) =>
        routes.Text<CampaignTexts>("what became of", (texts, turn, rest, ct) => texts.Asked(turn, rest, ct));

    public static void AddOutcomeKinds(DeliveryKinds kinds)
    {
        kinds.Notice<OutcomeRenderers>(OutcomeKinds.Ended, (outcomes, notice, ct) => outcomes.Ended(notice, ct), Manners.News);
        kinds.Notice<OutcomeRenderers>(OutcomeKinds.Campaign, (outcomes, notice, ct) => outcomes.Campaign(notice, ct));
    }
}

/// <summary><c>what became of CAMPAIGN</c>, and of one lead by its number.</summary>
sealed class CampaignTexts(Answers answers, Leads.LeadTexts leads)
{
    public Task Asked(Turn turn, string rest, CancellationToken ct)
    {
        var asked = rest.Trim().Trim('"', '\'', '“', '”', '„');
        return Leads.LeadTexts.NumberIn(asked) is null
            ? answers.GiveAsync(turn, OutcomeKinds.Campaign, Teams.Activities.CleanText.Of(asked, 200), ct)
            : leads.Lead(turn, asked, ct);
    }
}
