using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Delivery.Pacing;

/// <summary>
/// A place for one request, taken before the work for it begins and given back if none is made. Opening a chat on the way
/// uses it up, and the message itself needs another one.
/// </summary>
sealed class Slot(Pace pace, string thread) : IDisposable
{
    bool _reserved = true;

    /// <summary>The thread as Teams counts it.</summary>
    public string Thread => thread;

    /// <summary>Makes a request, if there is a place for it.</summary>
    /// <returns>None: not now; nothing was done.</returns>
    public async Task<T?> RequestAsync<T>(Func<Task<T>> request) where T : class
    {
        if (!_reserved && !pace.TryReserve(thread))
            return null;
        _reserved = false;
        var left = pace.Now;
        try
        {
            return await request();
        }
        finally
        {
            pace.Answered(thread, left);
        }
    }

    public async Task<SendOutcome?> SendAsync(Func<Task<SendOutcome>> send)
    {
        var outcome = await RequestAsync(send);
        if (outcome is SendOutcome.Throttled throttled)
            return pace.Throttled(thread, throttled);
        if (outcome is SendOutcome.Sent)
            pace.Accepted(thread);
        return outcome;
    }

    public void Dispose()
    {
        if (_reserved)
            pace.GiveBack(thread);
        _reserved = false;
    }
}
