using AccountabilityBot.Delivery;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.People;

/// <summary>The slice's contents page: who is there, who says that they are not, and who comes back.</summary>
static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services.AddScoped<OutTexts>().AddScoped<Returns>().AddScoped<PeopleRenderers>();

    public static void MapPeople(Routes routes)
    {
        foreach (var words in (string[])["out", "i'm out", "i’m out", "i am out", "abwesend", "ich bin abwesend"])
            routes.Text<OutTexts>(words, (texts, turn, rest, ct) => texts.Out(turn, rest, ct));
        foreach (var words in (string[])["back", "i'm back", "i’m back", "i am back", "im back", "zurück", "ich bin zurück", "ich bin wieder da"])
            routes.Text<Returns>(words, (returns, turn, rest, ct) => returns.ByText(turn, rest, ct));
        routes.Card<Returns>(PeopleVerbs.Back, (returns, turn, press, ct) => returns.ByCard(turn, press, ct), (returns, turn, press, ct) => returns.ByCard(turn, press, ct));
    }

    public static void AddPeopleKinds(DeliveryKinds kinds)
    {
        kinds.Notice<PeopleRenderers>(PeopleKinds.OutNotice, (people, notice, ct) => people.Out(notice, ct));
        kinds.Notice<PeopleRenderers>(PeopleKinds.RestingNotice, (people, notice, ct) => people.Resting(notice, ct));
    }
}
