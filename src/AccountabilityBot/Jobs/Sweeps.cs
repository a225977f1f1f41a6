namespace AccountabilityBot.Jobs;

/// <summary>One thing the leader looks after again and again: safe to run twice, and to run late.</summary>
/// <param name="Name">A literal that never changes: it is also the id of the recurring job.</param>
/// <param name="Run">Answers how many things it did.</param>
public sealed record SweepStep(string Name, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<int>> Run);

/// <summary>
/// Runs the steps in their order, one pass at a time in this process, whoever asks: the leader's loop, the timetable or a
/// test. A step that fails is logged and does not keep the next from running.
/// </summary>
public sealed partial class Sweeps(IServiceScopeFactory scopes, IEnumerable<SweepStep> steps, TimeProvider clock, ILogger<Sweeps> logger) : IDisposable
{
    readonly SweepStep[] _steps = [.. steps];
    readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>UTC; the end of the last whole pass.</summary>
    public DateTimeOffset? LastPassAt { get; private set; }

    /// <returns>How many things were done; 0 means that everything was at rest.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var done = 0;
            foreach (var step in _steps)
                done += await RunAsync(step, ct);
            LastPassAt = clock.GetUtcNow();
            return done;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    async Task<int> RunAsync(SweepStep step, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await step.Run(scope.ServiceProvider, clock.GetUtcNow(), ct);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            StepFailed(step.Name, failed);
            return 0;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The sweep {Step} failed; it runs again with the next pass.")]
    partial void StepFailed(string step, Exception failed);
}
