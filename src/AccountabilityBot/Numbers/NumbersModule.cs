using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Numbers.Ownership;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers;

/// <summary>The slice's contents page: what it needs, which verbs and words it answers, what it can have delivered, what it sweeps.</summary>
static class NumbersModule
{
    public static IServiceCollection AddNumbers(this IServiceCollection services)
    {
        services.AddScoped<NumberDesk>().AddScoped<NumberReading>().AddScoped<NumberRenderers>().AddScoped<NumberAnswers>().AddScoped<NumberTexts>();
        services.AddScoped<NumberPressing>().AddScoped<NumberChanges>().AddScoped<NumberButtons>();
        services.AddScoped<OwnershipSweep>().AddScoped<ActingOwners>();

        services.AddSingleton(new SweepStep("numbers.progress-hand-overs", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<OwnershipSweep>().ProgressAsync(now, ct)));
        services.AddSingleton(new SweepStep("numbers.find-orphans", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<OwnershipSweep>().FindOrphansAsync(now, ct)));
        services.AddSingleton(new SweepStep("numbers.ask-still-yours", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<OwnershipSweep>().AskStillYoursAsync(now, ct)));
        services.AddSingleton(new SweepStep("numbers.follow-acting", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<ActingOwners>().FollowAsync(now, ct)));
        return services;
    }

    public static void MapNumbers(Routes routes)
    {
        Press(NumberVerbs.View, (slice, turn, press, ct) => slice.View(turn, press, ct));
        Press(NumberVerbs.Details, (slice, turn, press, ct) => slice.Details(turn, press, ct));
        Press(NumberVerbs.HandOver, (slice, turn, press, ct) => slice.HandOver.Press(turn, press, ct));
        Press(NumberVerbs.NameOwner, (slice, turn, press, ct) => slice.HandOver.Press(turn, press, ct));
        Press(NumberVerbs.Accept, (slice, turn, press, ct) => slice.Answer.Accept(turn, press, ct));
        Press(NumberVerbs.Decline, (slice, turn, press, ct) => slice.Answer.Decline(turn, press, ct));
        Press(NumberVerbs.Withdraw, (slice, turn, press, ct) => slice.Withdraw(turn, press, ct));
        Press(NumberVerbs.Take, (slice, turn, press, ct) => slice.Take(turn, press, ct));
        Press(NumberVerbs.Confirm, (slice, turn, press, ct) => slice.Confirm(turn, press, ct));
        Press(NumberVerbs.NotMine, (slice, turn, press, ct) => slice.NotMine(turn, press, ct));
        Press(NumberVerbs.Deputy, (slice, turn, press, ct) => slice.Deputy.Press(turn, press, ct));
        Press(NumberVerbs.Challenge, (slice, turn, press, ct) => slice.Challenge.Press(turn, press, ct));
        Press(NumberVerbs.AnswerChallenge, (slice, turn, press, ct) => slice.ChallengeAnswer.Press(turn, press, ct));
        Press(NumberVerbs.History, (slice, turn, press, ct) => slice.History(turn, press, ct));
        Press(NumberVerbs.AskOwner, (slice, turn, press, ct) => slice.AskOwner.Press(turn, press, ct));

        routes.Text<NumberTexts>("my numbers", (texts, turn, rest, ct) => texts.MyNumbers(turn, rest, ct));
        routes.Text<NumberTexts>("unowned", (texts, turn, rest, ct) => texts.Unowned(turn, rest, ct));

        // Whatever was pressed, a press that Teams delivers again is answered with the number as it is.
        void Press(string verb, Func<NumberButtons, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<NumberButtons>(verb, act, (slice, turn, press, ct) => slice.View(turn, press, ct));
    }

    public static void AddNumberKinds(DeliveryKinds kinds)
    {
        foreach (var (kind, manners) in ((string, Manners)[])
        [
            (NumberKinds.Card, Manners.Solicited), (NumberKinds.Offer, Manners.Offer), (NumberKinds.Orphan, Manners.Help),
            (NumberKinds.StillYours, Manners.Reminder), (NumberKinds.Unconfirmed, Manners.Help), (NumberKinds.Challenge, Manners.Help),
        ])
        {
            kinds.Card<NumberRenderers>(kind, (numbers, post, ct) => numbers.Card(post, ct), manners, isAnswer: kind == NumberKinds.Card);
        }

        kinds.Notice<NumberRenderers>(NumberKinds.HandOverNews, (numbers, notice, ct) => numbers.HandOverNews(notice, ct), Manners.News);
        kinds.Notice<NumberRenderers>(NumberKinds.ChallengeAnswered, (numbers, notice, ct) => numbers.ChallengeAnswered(notice, ct), Manners.News);
        kinds.Notice<NumberRenderers>(NumberKinds.Question, (numbers, notice, ct) => numbers.Question(notice, ct), Manners.Help);
        kinds.Notice<NumberTexts>(NumberKinds.Mine, (texts, notice, ct) => texts.Mine(notice, ct));
        kinds.Notice<NumberTexts>(NumberKinds.Unowned, (texts, notice, ct) => texts.UnownedList(notice, ct));
    }
}
