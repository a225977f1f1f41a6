using AccountabilityBot.Delivery;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.People.Placing;

/// <summary>Kinds of notices about who lands where. Stored: they never change.</summary>
static class PlacingKinds
{
    public const string Directory = "people.directory";
}

/// <summary>The slice's contents page.</summary>
static class PlacingModule
{
    public static IServiceCollection AddPlacing(this IServiceCollection services) => services.AddScoped<DirectoryTexts>();

    public static void MapPlacing(Routes routes)
    {
        foreach (var word in (string[])["directory", "verzeichnis"])
            routes.Text<DirectoryTexts>(word, (texts, turn, _, ct) => texts.Asked(turn, ct));
    }

    public static void AddPlacingKinds(DeliveryKinds kinds) => kinds.Notice<DirectoryTexts>(
        PlacingKinds.Directory, (texts, notice, _) => Task.FromResult<OutgoingActivity?>(texts.Render(notice.Locale)));
}
