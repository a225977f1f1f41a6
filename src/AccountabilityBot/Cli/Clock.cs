using AccountabilityBot.Data;

namespace AccountabilityBot.Cli;

/// <summary>The one place that names the machine's clock, and says which clock the program goes by.</summary>
static class Clock
{
#pragma warning disable RS0030 // Everything else takes the clock it is given.
    public static readonly TimeProvider System = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>The machine's clock; on PostgreSQL the database's. A clock that was given before (by a test, by the demo) stays.</summary>
    /// <exception cref="InvalidSettingException">A setting of the section <c>Clock</c> is wrong, or must not be here.</exception>
    public static IServiceCollection AddClock(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = ClockOptions.From(configuration, environment);
        if (services.Any(service => service.ServiceType == typeof(TimeProvider)))
            return services;

        var machine = options.Shift == TimeSpan.Zero ? System : new ShiftedClock(System, options.Shift);
        if (!StorageOptions.From(configuration).IsPostgres)
            return services.AddSingleton(options.Set(machine));
        var following = new DatabaseClock(machine);
        services.AddSingleton(following).AddSingleton<ClockFollowing>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockFollowing>());
        return services.AddSingleton(options.Set(following));
    }
}
