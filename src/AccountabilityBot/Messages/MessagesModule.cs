using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Messages;

/// <summary>The slice's contents page: what a person can say about the messages they get, and what they are told of it.</summary>
static class MessagesModule
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddScoped<Muting>().AddScoped<WhyNotTold>().AddScoped<MessageRecord>().AddScoped<BundleRenderer>();
        return services;
    }

    public static void MapMessages(Routes routes)
    {
        routes.Text<Muting>("mute", (muting, turn, rest, ct) => muting.Mute(turn, rest, ct));
        routes.Text<Muting>("unmute", (muting, turn, rest, ct) => muting.Unmute(turn, rest, ct));
        routes.Card<Muting>(MessageVerbs.Mute, (muting, turn, press, ct) => muting.Mute(turn, press, ct), (muting, turn, _, ct) => muting.Truth(turn, ct));
        routes.Card<Muting>(MessageVerbs.Unmute, (muting, turn, press, ct) => muting.Unmute(turn, press, ct), (muting, turn, _, ct) => muting.Truth(turn, ct));
        foreach (var words in (string[])["why was I not told", "why wasn't I told"])
            routes.Text<WhyNotTold>(words, (why, turn, rest, ct) => why.Asked(turn, rest, ct));
    }

    public static void AddMessageKinds(DeliveryKinds kinds)
    {
        kinds.Notice<Muting>(MessageKinds.Mute, (muting, notice, ct) => muting.Render(notice, ct));
        kinds.Notice<WhyNotTold>(MessageKinds.Why, (why, notice, ct) => why.Render(notice, ct));
        kinds.Notice<BundleRenderer>(Bundles.Kind, (bundles, notice, ct) => bundles.Render(notice, ct), Manners.Bundle);
    }
}

/// <summary>Kinds of notices about messages themselves. Stored: they never change.</summary>
static class MessageKinds
{
    public const string Mute = "delivery.mute";
    public const string Why = "delivery.why";
}

/// <summary>The verbs on the card of mutes. They never change.</summary>
static class MessageVerbs
{
    public const string Mute = "delivery.set-mute";
    public const string Unmute = "delivery.unmute";
}
