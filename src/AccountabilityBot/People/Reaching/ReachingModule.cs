using AccountabilityBot.Delivery;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.People.Reaching;

/// <summary>Kinds of notices about who can be reached. Stored: they never change.</summary>
static class ReachingKinds
{
    public const string Unreachable = "people.unreachable";
}

/// <summary>The slice's contents page: a chat for everybody for whom something waits, and a list of those who have none.</summary>
static class ReachingModule
{
    public static IServiceCollection AddReaching(this IServiceCollection services) => services.AddScoped<Unreachable>().AddScoped<AppInstalling>();

    public static void MapReaching(Routes routes)
    {
        foreach (var word in (string[])["unreachable", "unerreichbar", "nicht erreichbar"])
            routes.Text<Unreachable>(word, (list, turn, _, ct) => list.Asked(turn, ct));
    }

    public static void AddReachingKinds(DeliveryKinds kinds) => kinds.Notice<Unreachable>(ReachingKinds.Unreachable, (list, notice, ct) => list.Render(notice, ct));
}
