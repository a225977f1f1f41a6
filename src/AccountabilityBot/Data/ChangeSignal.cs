using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountabilityBot.Data;

/// <summary>
/// Wakes whoever waits for work the moment something was committed in this process. It counts, so that a commit between
/// two looks is not missed, however many wait.
/// </summary>
public sealed class ChangeSignal : SaveChangesInterceptor
{
    readonly AsyncLocal<bool> _isDelivery = new();
    volatile TaskCompletionSource _next = NewSource();
    long _count;
    long _news;

    /// <summary>How many commits there were; a waiter gives it back to say what it has seen.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>As <see cref="Count"/>, without what delivery itself writes down about its sends: each of these may bring something new to send.</summary>
    public long News => Interlocked.Read(ref _news);

    /// <summary>What the caller commits from here on is no news.</summary>
    public void BeginDelivery() => _isDelivery.Value = true;

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Set();
        return ValueTask.FromResult(result);
    }

    public void Set()
    {
        Interlocked.Increment(ref _count);
        if (!_isDelivery.Value)
            Interlocked.Increment(ref _news);
        Interlocked.Exchange(ref _next, NewSource()).SetResult();
    }

    /// <summary>Returns at once if there was a commit since <paramref name="seen"/>, else after the next one, or after <paramref name="atMost"/>.</summary>
    public async Task WaitBeyondAsync(long seen, TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        var next = _next.Task;
        if (Count != seen)
            return;
        try
        {
            await next.WaitAsync(atMost, clock, ct);
        }
        catch (TimeoutException)
        {
            // Another server's commits do not signal this one: look all the same.
        }
    }

    static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
