using AccountabilityBot.Data;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace AccountabilityBot.Jobs;

/// <param name="Enabled">Off in tests that call the job bodies themselves: <c>Jobs:Enabled</c>.</param>
public sealed record JobsOptions(bool Enabled);

static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var options = new JobsOptions(configuration.GetValue("Jobs:Enabled", true));
        services.AddSingleton(options);
        services.AddSingleton<Sweeps>().AddSingleton<TimetableTicks>().AddTransient<TimetableJobs>();
        if (!options.Enabled)
            return services;

        services.AddHostedService<LeaderLoop>();
        services.AddHangfire((provider, hangfire) =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            var storage = provider.GetRequiredService<StorageOptions>();
            if (storage.IsPostgres)
                hangfire.UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(storage.ConnectionString), new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromSeconds(1) });
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

    /// <summary>Writes the timetable into the job store at every start, so that a lost store is a filled one again.</summary>
    sealed class TimetableFilling(IRecurringJobManager jobs) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Timetable.Fill(jobs);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
