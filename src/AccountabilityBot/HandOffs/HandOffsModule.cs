using AccountabilityBot.Delivery;
using AccountabilityBot.Feedback;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.HandOffs;

/// <summary>Kinds of notices about handing over by hand. Stored: they never change.</summary>
static class HandOffKinds
{
    public const string Form = "hand-off.form";
    public const string Sentence = "hand-off.sentence";
}

/// <summary>The verbs on the form. They stand on cards that were posted long ago: they never change.</summary>
static class HandOffVerbs
{
    public const string Save = "hand-off.save";
}

/// <summary>
/// The slice's contents page: a person tells a neighbour of a customer, without anything having ended. What they hand over is
/// offered, answered and followed up as every other hand-off.
/// </summary>
static class HandOffsModule
{
    public static IServiceCollection AddHandOffs(this IServiceCollection services) => services.AddScoped<HandingOver>();

    public static void MapHandOffs(Routes routes)
    {
        foreach (var words in (string[])["hand over", "handover", "hand-over", "übergeben", "übergabe"])
            routes.Text<HandingOver>(words, (handing, turn, rest, ct) => handing.Asked(turn, words, rest, ct));
        // Teams delivers a press twice: the customer is handed over once.
        routes.Card<HandingOver>(HandOffVerbs.Save, (handing, turn, press, ct) => handing.Save(turn, press, ct), (handing, turn, press, ct) => handing.Save(turn, press, ct));
    }

    public static void AddHandOffKinds(DeliveryKinds kinds)
    {
        kinds.Notice<HandingOver>(HandOffKinds.Form, (handing, notice, ct) => handing.Form(notice, ct));
        kinds.Notice<HandingOver>(HandOffKinds.Sentence, (_, notice, _) => GivingUnasked.Sentence(notice));
    }
}
