using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace AccountabilityBot.Jobs;

/// <param name="Enabled">Off in tests that call the job bodies themselves: <c>Jobs:Enabled</c>.</param>
public sealed record JobsOptions(bool Enabled);

static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var options = new JobsOptions(configuration.GetValue("Jobs:Enabled", true));
        services.AddSingleton(options);
        services.AddSingleton<Sweeps>().AddSingleton<SweepRounds>().AddTransient<TimetableJobs>().AddSingleton<Watchdog>().AddSingleton<Lateness>();
        if (!options.Enabled)
            return services;

        services.AddHostedService<LeaderLoop>().AddHostedService<LookingOn>().AddHostedService<ModelLookout>();
        services.AddHangfire((provider, hangfire) =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            var storage = provider.GetRequiredService<StorageOptions>();
            if (storage.IsPostgres)
                hangfire.UseStorage(PostgresStore(storage));
            else
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions());
        });
        services.AddHangfireServer(server =>
        {
            // Measured on 1.8.25: a cron with seconds ticks only with this.
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.WorkerCount = 2;
        });
        services.AddHostedService<TimetableFilling>();
        return services;
    }

    /// <summary>Making it writes its tables where they are missing.</summary>
    public static PostgreSqlStorage PostgresStore(StorageOptions storage)
    {
        // Its locks are rows that a killed server leaves behind, and for so long they keep every other from the timetable. That
        // two servers do the same meanwhile is allowed: the jobs are safe to run twice.
        var options = new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromSeconds(1), DistributedLockTimeout = TimeSpan.FromSeconds(20) };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(storage.ConnectionString, options), options);
    }
}
