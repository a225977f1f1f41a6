namespace AccountabilityBot.Jobs;

/// <summary>Which of the leader's loops a step runs in: a slow answer of Teams must not hold up a decision.</summary>
public enum Lane
{
    /// <summary>What comes due and what is to be offered; database work only.</summary>
    Decide,

    /// <summary>What goes out to Teams.</summary>
    Deliver,

    /// <summary>What is read of the directory: a slow answer of Graph must hold up neither.</summary>
    Directory,
}

/// <summary>One thing the leader looks after again and again: safe to run twice, and to run late.</summary>
/// <param name="Name">A literal that never changes.</param>
/// <param name="Run">Answers how many things it did.</param>
public sealed record SweepStep(string Name, Lane Lane, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<int>> Run);

/// <summary>One pass.</summary>
/// <param name="Done">How many things were done; 0 means that everything was at rest.</param>
/// <param name="Failed">Whether a step failed; whoever loops waits a little then.</param>
public readonly record struct SweepPass(int Done, bool Failed);

/// <summary>
/// Runs the steps in their order, one pass of a lane at a time in this process, whoever asks: the leader's loops, the
/// timetable or a test. A step that fails is logged and does not keep the next from running.
/// </summary>
public sealed partial class Sweeps(IServiceScopeFactory scopes, IEnumerable<SweepStep> steps, TimeProvider clock, ILogger<Sweeps> logger) : IDisposable
{
    readonly Dictionary<Lane, (SweepStep[] Steps, SemaphoreSlim Gate)> _lanes = steps
        .GroupBy(step => step.Lane)
        .ToDictionary(lane => lane.Key, lane => (lane.ToArray(), new SemaphoreSlim(1, 1)));

    long _lastPass = long.MinValue;

    /// <summary>Time since the last whole pass of decisions; none before the first.</summary>
    public TimeSpan? SinceLastPass => Interlocked.Read(ref _lastPass) is var stamp and not long.MinValue ? clock.GetElapsedTime(stamp) : null;

    /// <summary>All lanes, so that what the directory says is decided on, and what was decided goes out, in the same pass.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> RunAsync(CancellationToken ct) =>
        (await RunAsync(Lane.Directory, ct)).Done + (await RunAsync(Lane.Decide, ct)).Done + (await RunAsync(Lane.Deliver, ct)).Done;

    public async Task<SweepPass> RunAsync(Lane lane, CancellationToken ct)
    {
        if (!_lanes.TryGetValue(lane, out var mine))
            return default;
        await mine.Gate.WaitAsync(ct);
        try
        {
            var pass = default(SweepPass);
            foreach (var step in mine.Steps)
            {
                var done = await RunAsync(step, ct);
                pass = new SweepPass(pass.Done + (done ?? 0), pass.Failed || done is null);
            }

            if (lane is Lane.Decide)
                Interlocked.Exchange(ref _lastPass, clock.GetTimestamp());
            return pass;
        }
        finally
        {
            mine.Gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var (_, gate) in _lanes.Values)
            gate.Dispose();
    }

    async Task<int?> RunAsync(SweepStep step, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await step.Run(scope.ServiceProvider, clock.GetUtcNow(), ct);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            StepFailed(step.Name, failed);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The sweep {Step} failed; it runs again with the next pass.")]
    partial void StepFailed(string step, Exception failed);
}
