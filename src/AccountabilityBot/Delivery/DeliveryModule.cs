using AccountabilityBot.Data;
using AccountabilityBot.Delivery.Letters;
using AccountabilityBot.Delivery.Pacing;
using AccountabilityBot.Jobs;

namespace AccountabilityBot.Delivery;

static class DeliveryModule
{
    /// <param name="slices">Each names what it can have delivered.</param>
    public static IServiceCollection AddDelivery(this IServiceCollection services, params IEnumerable<Action<DeliveryKinds>> slices)
    {
        var kinds = new DeliveryKinds();
        foreach (var slice in slices)
            slice(kinds);
        services.AddSingleton(kinds);
        services.AddScoped<Answers>().AddScoped<Addresses>().AddScoped<Gate>().AddScoped<Bundles>().AddScoped<Door>().AddScoped<Claims>().AddScoped<DueItems>().AddScoped<ItemDelivery>();
        services.AddLetters();
        services.AddSingleton<Pace>().AddSingleton<DeliveryRun>();
        services.AddSingleton<ILeadership>(provider =>
        {
            var storage = provider.GetRequiredService<StorageOptions>();
            return storage.IsPostgres
                ? new AdvisoryLockLeadership(storage, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AdvisoryLockLeadership>>())
                : new FileLeadership(storage);
        });
        services.AddSingleton(new SweepStep("delivery.run", Lane.Deliver, (scope, _, ct) => scope.GetRequiredService<DeliveryRun>().RunAsync(ct)));
        return services;
    }
}
