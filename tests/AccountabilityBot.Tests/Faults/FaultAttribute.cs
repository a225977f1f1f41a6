using System.Runtime.CompilerServices;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Tests.Harness;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Faults;

/// <summary>
/// A fault done to the real program on a real PostgreSQL. Skipped by name where there is none. With
/// <c>ACCOUNTABILITY_FAULTS=long</c> each takes as long as it needs to find something; else as short as a build can bear.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FaultAttribute : FactAttribute
{
    const int Longest = 60 * 60 * 1000;

    public FaultAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = OperatingSystem.IsLinux() ? TestDatabase.WhyNoPostgres : "needs Linux: it sends signals to processes";
        Timeout = Longest;
    }

    /// <summary>The fault is done to the cluster itself, so that one is needed that nobody else uses.</summary>
    public bool NeedsOwnCluster
    {
        get => false;
        set
        {
            if (value && PrivatePostgres.Installed() is null)
                Skip ??= "needs PostgreSQL's own programs (initdb, pg_ctl) on this machine";
        }
    }
}

/// <summary>One after the other, and beside nothing else: they are about what happens when.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultRuns
{
    public const string Name = "faults";

    internal static bool IsLong => Environment.GetEnvironmentVariable("ACCOUNTABILITY_FAULTS") == "long";

    /// <summary>Runs a test at a site of its own; whatever fails is told with the seed that decided all that chance decides.</summary>
    internal static async Task RunAsync(FaultSetup setup, Func<FaultSite, int, Task> run)
    {
        await using var site = await FaultSite.StartAsync(setup);
        var seed = Seed;
        try
        {
            await run(site, seed);
        }
        catch (Exception failed)
        {
            throw new XunitException($"Seed {seed} (ACCOUNTABILITY_FAULTS_SEED repeats it): {failed.Message}\n{site.Story}", failed);
        }
    }

    static int Seed => int.TryParse(Environment.GetEnvironmentVariable("ACCOUNTABILITY_FAULTS_SEED"), out var given) ? given
        // Beside the other tests the same story each time; the long way a new one each time.
        : IsLong ? Random.Shared.Next(1, 1_000_000) : 20_261_126;
}
