using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.People.Placing;

/// <summary>Kinds of notices about who lands where. Stored: they never change.</summary>
static class PlacingKinds
{
    public const string Directory = "people.directory";

    /// <summary>To the administrators, unasked: something is wrong with the directory.</summary>
    public const string Warning = "people.directory-warning";
}

/// <summary>The verbs on these cards. They stand on cards that were posted long ago: they never change.</summary>
static class PlacingVerbs
{
    public const string LetGo = "people.let-go";
}

/// <summary>The slice's contents page.</summary>
static class PlacingModule
{
    public static IServiceCollection AddPlacing(this IServiceCollection services)
    {
        services.AddScoped<DirectoryTexts>().AddScoped<DirectoryOrigin>().AddScoped<DirectoryWatch>();
        return services.AddSingleton(new SweepStep("people.tell-directory", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<DirectoryWatch>().TellAsync(now, ct)));
    }

    public static void MapPlacing(Routes routes)
    {
        foreach (var word in (string[])["directory", "verzeichnis"])
            routes.Text<DirectoryTexts>(word, (texts, turn, _, ct) => texts.Asked(turn, ct));
        routes.Card<DirectoryWatch>(PlacingVerbs.LetGo, (watch, turn, press, ct) => watch.LetGo(turn, press, ct), (watch, turn, press, ct) => watch.LetGo(turn, press, ct));
    }

    public static void AddPlacingKinds(DeliveryKinds kinds)
    {
        kinds.Notice<DirectoryTexts>(PlacingKinds.Directory, (texts, notice, ct) => texts.Render(notice, ct));
        kinds.Notice<DirectoryWatch>(PlacingKinds.Warning, (watch, notice, ct) => watch.Render(notice, ct), Manners.Help);
    }
}
