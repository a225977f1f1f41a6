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
        services.AddSingleton<Sweeps>().AddTransient<TimetableJobs>();
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

}

/// <summary>
/// Writes the timetable into the job store at every start, so that a lost store is a filled one again. It keeps trying:
/// a lock that a killed server left there is no reason not to serve, for the leader's loop works without it.
/// </summary>
sealed partial class TimetableFilling(IRecurringJobManager jobs, TimeProvider clock, ILogger<TimetableFilling> logger) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for the job store.
        await Task.Yield();
        while (!TryFill())
            await Task.Delay(Again, clock, stoppingToken);
    }

    bool TryFill()
    {
        try
        {
            Timetable.Fill(jobs);
            return true;
        }
#pragma warning disable CA1031 // The job store throws what its driver throws; whatever it is, it is tried again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            NotFilled(problem.GetType().Name, problem.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The timetable could not be written to the job store ({Kind}: {Why}); it is tried again.")]
    partial void NotFilled(string kind, string why);
}
