using AccountabilityBot.Delivery;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Setup;

/// <summary>The slice's contents page.</summary>
static class SetupModule
{
    public static IServiceCollection AddSetup(this IServiceCollection services)
    {
        services.AddScoped<HomeChannels>().AddScoped<Installation>().AddScoped<SetupRenderers>().AddScoped<Unlisted>().AddScoped<Rosters>();
        services.AddSingleton(new SweepStep("setup.read-rosters", Lane.Deliver, (scope, now, ct) => scope.GetRequiredService<Rosters>().ReadDueAsync(now, ct)));
        return services;
    }

    public static void MapSetup(Routes routes)
    {
        routes.Event<Installation>("installed", (setup, turn, ct) => setup.Installed(turn, ct));
        routes.Event<Installation>("uninstalled", (setup, turn, ct) => setup.Uninstalled(turn, ct));
        routes.Card<HomeChannels>(SetupVerbs.Serve, (homes, turn, press, ct) => homes.ServeByCard(turn, press, ct), (homes, turn, press, ct) => homes.Truth(turn, press, ct));
        routes.Text<HomeChannels>("serve * here", (homes, turn, department, ct) => homes.ServeByText(turn, department, ct));
        routes.Text<Unlisted>("unlisted", (unlisted, turn, _, ct) => unlisted.Asked(turn, ct));
        foreach (var word in (string[])["help", "hi", "hello", "hey", "start", "?"])
            routes.Text<Answers>(word, (answers, turn, _, ct) => answers.GiveAsync(turn, SetupKinds.Help, null, ct));
    }

    public static void AddSetupKinds(DeliveryKinds kinds)
    {
        foreach (var kind in (string[])[
            SetupKinds.Welcome, SetupKinds.WelcomeTeam, SetupKinds.Help, SetupKinds.NotUnderstood, SetupKinds.Serving, SetupKinds.MovedAway,
            SetupKinds.Sentence, SetupKinds.Unlisted])
        {
            kinds.Notice<SetupRenderers>(kind, (setup, notice, ct) => setup.Render(notice, ct));
        }
    }
}
