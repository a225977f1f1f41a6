using AccountabilityBot.Council.Assessing;
using AccountabilityBot.Council.Experiments;
using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Council;

/// <summary>
/// The slice's contents page: what the data suggests, the model that waits, the monthly pack, experiments, and how mature the company
/// finds itself. The council decides; nothing in the model changes without it.
/// </summary>
static class CouncilModule
{
    public static IServiceCollection AddCouncil(this IServiceCollection services)
    {
        services.AddScoped<AnswersGiven>().AddScoped<RuleChangeSweep>().AddScoped<CouncilReading>().AddScoped<CouncilChanges>().AddScoped<CouncilTruth>();
        services.AddScoped<CouncilButtons>().AddScoped<CouncilTexts>().AddScoped<CouncilSweep>().AddScoped<ExperimentButtons>().AddScoped<MaturityDesk>().AddScoped<MaturitySweep>();
        services.AddSingleton<CouncilBeginning>().AddSingleton<ModelFollowing>();

        services.AddSingleton(new SweepStep(
            "council.follow-model", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<ModelFollowing>().SweepAsync(scope.GetRequiredService<BotDb>(), now, ct)));
        services.AddSingleton(new SweepStep("council.draft-rule-changes", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<RuleChangeSweep>().DraftAsync(now, ct)));
        services.AddSingleton(new SweepStep("council.tell-drafts", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<CouncilSweep>().TellDraftsAsync(now, ct)));
        services.AddSingleton(new SweepStep("council.post-pack", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<CouncilSweep>().PostPackAsync(now, ct)));
        services.AddSingleton(new SweepStep("maturity.ask", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<MaturitySweep>().AskAsync(now, ct)));
        services.AddSingleton(new SweepStep("maturity.remind", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<MaturitySweep>().RemindAsync(now, ct)));
        return services;
    }

    public static void MapCouncil(Routes routes)
    {
        Decide(CouncilVerbs.Approve, CouncilVerdict.Approve);
        Decide(CouncilVerbs.Reject, CouncilVerdict.Reject);
        Decide(CouncilVerbs.Park, CouncilVerdict.Park);
        Look(CouncilVerbs.View, (buttons, turn, press, ct) => buttons.View(turn, press, ct));
        Look(CouncilVerbs.Open, (buttons, turn, press, ct) => buttons.Open(turn, press, ct));
        Look(CouncilVerbs.Section, (buttons, turn, press, ct) => buttons.Section(turn, press, ct));
        routes.Text<CouncilTexts>("rule changes", (texts, turn, _, ct) => texts.AskedForRuleChanges(turn, ct));
        routes.Text<CouncilTexts>("council", (texts, turn, _, ct) => texts.AskedForPack(turn, ct));

        Try(CouncilVerbs.AddExperiment, (buttons, turn, press, ct) => buttons.Add(turn, press, ct));
        Try(CouncilVerbs.Fund, (buttons, turn, press, ct) => buttons.End(turn, press, ExperimentState.Funded, ct));
        Try(CouncilVerbs.Retire, (buttons, turn, press, ct) => buttons.End(turn, press, ExperimentState.Retired, ct));
        Try(CouncilVerbs.Experiments, (buttons, turn, press, ct) => buttons.View(turn, press, ct));
        foreach (var words in (string[])["experiments", "experimente"])
            routes.Text<ExperimentButtons>(words, (buttons, turn, _, ct) => buttons.Asked(turn, ct));

        Assess(CouncilVerbs.ViewAssessment, (desk, turn, press, ct) => desk.View(turn, press, ct));
        Assess(CouncilVerbs.SaveAssessment, (desk, turn, press, ct) => desk.Save(turn, press, ct));
        Assess(CouncilVerbs.SkipAssessment, (desk, turn, press, ct) => desk.Skip(turn, press, ct));
        foreach (var words in (string[])["maturity", "reifegrad"])
            routes.Text<MaturityDesk>(words, (desk, turn, _, ct) => desk.Asked(turn, ct));

        // Whatever was pressed, a press that Teams delivers again is answered with the card as it is.
        void Decide(string verb, CouncilVerdict verdict) =>
            routes.Card<CouncilButtons>(verb, (buttons, turn, press, ct) => buttons.Decide(turn, press, verdict, ct), (buttons, turn, press, ct) => buttons.View(turn, press, ct));
        void Look(string verb, Func<CouncilButtons, Turn, CardPress, CancellationToken, Task<CardAnswer>> look) => routes.Card<CouncilButtons>(verb, look, look);
        void Try(string verb, Func<ExperimentButtons, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<ExperimentButtons>(verb, act, (buttons, turn, press, ct) => buttons.Truth(turn, press, ct));
        void Assess(string verb, Func<MaturityDesk, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<MaturityDesk>(verb, act, (desk, turn, press, ct) => desk.View(turn, press, ct));
    }

    public static void AddCouncilKinds(DeliveryKinds kinds)
    {
        kinds.Notice<CouncilTexts>(CouncilKinds.Drafted, (texts, notice, ct) => texts.Drafted(notice, ct), Manners.News);
        kinds.Notice<CouncilTexts>(CouncilKinds.List, (texts, notice, ct) => texts.List(notice, ct));
        kinds.Notice<CouncilTexts>(CouncilKinds.PackNow, (texts, notice, ct) => texts.PackNow(notice, ct));
        kinds.Notice<CouncilTexts>(CouncilKinds.Decided, (texts, notice, ct) => texts.Decided(notice, ct), Manners.News);
        kinds.Card<CouncilTexts>(CouncilKinds.Pack, (texts, post, ct) => texts.Pack(post, ct));
        // Nothing changes until they decide: it is asked of them, and cannot be muted.
        kinds.Card<CouncilTexts>(CouncilKinds.Draft, (texts, post, ct) => texts.Draft(post, ct), Manners.Help);
        kinds.Notice<ExperimentButtons>(CouncilKinds.Experiments, (experiments, notice, ct) => experiments.List(notice, ct));
        kinds.Card<MaturityDesk>(CouncilKinds.Assessment, (desk, post, ct) => desk.Card(post, ct), Manners.Reminder);
        kinds.Notice<MaturityDesk>(CouncilKinds.AssessmentReminder, (desk, notice, ct) => desk.Reminder(notice, ct), Manners.Reminder);
        kinds.Notice<MaturityDesk>(CouncilKinds.MaturityNow, (desk, notice, ct) => desk.Now(notice, ct));
    }
}
