using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountabilityBot.Data;

/// <summary>Wakes whoever waits for work the moment something was committed in this process.</summary>
public sealed class ChangeSignal : SaveChangesInterceptor, IDisposable
{
    readonly SemaphoreSlim _changed = new(0, 1);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Set();
        return ValueTask.FromResult(result);
    }

    public void Set()
    {
        // One permit says as much as ten: there is something to look at.
        if (_changed.CurrentCount == 0)
        {
            try
            {
                _changed.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another thread was faster.
            }
        }
    }

    /// <summary>Returns after a commit, or after <paramref name="atMost"/>: other servers do not signal this one.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _changed.WaitAsync(atMost, ct);

    public void Dispose() => _changed.Dispose();
}
