using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Delivery.Letters;

/// <summary>The slice's contents page.</summary>
static class LettersModule
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddScoped<Letters>().AddScoped<LetterDesk>().AddScoped<LetterAlerts>();
        services.AddSingleton(new SweepStep("delivery.tell-letters", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LetterAlerts>().TellAsync(now, ct)));
        return services;
    }

    public static void MapLetters(Routes routes)
    {
        routes.Text<LetterDesk>("dead letters", (desk, turn, _, ct) => desk.Asked(turn, ct));
        Press(LetterVerbs.SendAgain, (desk, turn, press, ct) => desk.SendAgain(turn, press, ct));
        Press(LetterVerbs.Discard, (desk, turn, press, ct) => desk.Discard(turn, press, ct));
        Press(LetterVerbs.SendAllAgain, (desk, turn, press, ct) => desk.SendAllAgain(turn, press, ct));

        void Press(string verb, Func<LetterDesk, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<LetterDesk>(verb, act, (desk, turn, press, ct) => desk.Truth(turn, press, ct));
    }

    public static void AddLetterKinds(DeliveryKinds kinds)
    {
        foreach (var kind in (string[])[LetterKinds.Parked, LetterKinds.Alert, LetterKinds.Asked, LetterKinds.Sentence])
            kinds.Notice<LetterDesk>(kind, (desk, notice, ct) => desk.Render(notice, ct));
    }
}
