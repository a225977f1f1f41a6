using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Cadence;

/// <summary>The slice's contents page: the digest that each channel gets by its rhythm, and whoever asks for it now.</summary>
static class CadenceModule
{
    public static IServiceCollection AddCadence(this IServiceCollection services)
    {
        services.AddScoped<SeamCounting>().AddScoped<Leaks>().AddScoped<DigestNumbers>().AddScoped<DigestCommitments>().AddScoped<DigestReading>();
        services.AddScoped<DigestSweep>().AddScoped<LostDigests>().AddScoped<DigestRenderers>().AddScoped<DigestDesk>().AddScoped<DigestTexts>().AddSingleton<DigestClock>();
        services.AddSingleton(new SweepStep("cadence.make-digests", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<DigestSweep>().MakeAsync(now, ct)));
        services.AddSingleton(new SweepStep("cadence.tell-lost-digests", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LostDigests>().TellAsync(now, ct)));
        return services;
    }

    public static void MapCadence(Routes routes)
    {
        routes.Card<DigestDesk>(CadenceVerbs.View, (desk, turn, press, ct) => desk.View(turn, press, ct), (desk, turn, press, ct) => desk.View(turn, press, ct));
        routes.Card<DigestDesk>(CadenceVerbs.Details, (desk, turn, press, ct) => desk.Details(turn, press, ct), (desk, turn, press, ct) => desk.View(turn, press, ct));
        routes.Text<DigestTexts>("digest", (texts, turn, rest, ct) => texts.Asked(turn, rest, ct));
    }

    public static void AddCadenceKinds(DeliveryKinds kinds)
    {
        kinds.Card<DigestRenderers>(CadenceKinds.Digest, (digests, post, ct) => digests.Card(post, ct));
        kinds.Card<DigestRenderers>(CadenceKinds.Asked, (digests, post, ct) => digests.Card(post, ct), isAnswer: true);
        kinds.Notice<DigestRenderers>(CadenceKinds.Skipped, (digests, notice, ct) => digests.Skipped(notice, ct), Manners.News);
        kinds.Notice<DigestRenderers>(CadenceKinds.NoPlace, (digests, notice, ct) => digests.NoPlace(notice, ct), Manners.Help);
        kinds.Notice<DigestTexts>(CadenceKinds.Sentence, (_, notice, _) => DigestTexts.Sentence(notice));
    }
}
