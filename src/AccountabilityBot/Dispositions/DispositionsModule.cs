using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Leads;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Dispositions;

/// <summary>The slice's contents page: what becomes of accepted leads, and who is asked about it.</summary>
static class DispositionsModule
{
    public static IServiceCollection AddDispositions(this IServiceCollection services)
    {
        services.AddScoped<DispositionAftermath>().AddScoped<NextHandOver>().AddScoped<ContactBans>().AddScoped<DueDispositions>();
        services.AddScoped<DispositionForm>();
        services.AddScoped<OutcomeIntake>();
        services.AddSingleton(new SweepStep("dispositions.ask", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<DueDispositions>().AskAsync(now, ct)));
        return services;
    }

    public static void MapDispositions(Routes routes) => routes.Card<DispositionForm>(
        LeadVerbs.Disposition,
        (form, turn, press, ct) => form.Press(turn, press, ct),
        (form, turn, press, ct) => form.Truth(turn, press, ct));

    public static void AddDispositionKinds(DeliveryKinds kinds) =>
        // Many in one message: it is what a bundle is.
        kinds.Card<DueDispositions>(DueDispositions.Kind, (due, post, ct) => due.Render(post, ct), Manners.Reminder);
}
