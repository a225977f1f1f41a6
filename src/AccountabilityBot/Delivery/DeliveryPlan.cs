using AccountabilityBot.Data;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Who goes next: answers to somebody who asked, then by rank, and among equals the thread that has waited longest since its
/// last turn. One turn in five is the longest waiter's whatever its rank, so that a day full of hot leads starves nobody. A
/// thread is never in two turns at once, so that its messages come in order. Pure.
/// </summary>
sealed class DeliveryPlan
{
    const int EveryFifth = 5;

    readonly Dictionary<string, Queue<DueItem>> _threads = [];
    readonly HashSet<string> _busy = [];

    /// <summary>When each thread began to wait for its next turn, as a count of turns.</summary>
    readonly Dictionary<string, long> _waitsSince = [];

    long _turns;

    /// <summary>Threads with something to send that nothing but their pace keeps back.</summary>
    public IEnumerable<string> Waiting => _threads.Keys.Where(thread => !_busy.Contains(thread));

    /// <summary>What was planned before is forgotten; what is under way stays so.</summary>
    /// <param name="items">In the order in which each thread's are to go.</param>
    public void Fill(IEnumerable<DueItem> items)
    {
        _threads.Clear();
        // What is under way may not be written down yet, and stands in the rows as if it were due.
        foreach (var item in items.Where(item => !_busy.Contains(item.Thread)))
        {
            if (!_threads.TryGetValue(item.Thread, out var queue))
                queue = _threads[item.Thread] = new Queue<DueItem>();
            queue.Enqueue(item);
        }

        foreach (var gone in _waitsSince.Keys.Where(thread => !_threads.ContainsKey(thread) && !_busy.Contains(thread)).ToList())
            _waitsSince.Remove(gone);
        foreach (var thread in _threads.Keys)
            _waitsSince.TryAdd(thread, ++_turns);
    }

    /// <summary>Takes the next item; its thread is busy until <see cref="Return"/>.</summary>
    public DueItem? Take(Func<string, bool> mayGo)
    {
        string? next = null;
        var isLongestWaiters = (_turns + 1) % EveryFifth == 0;
        foreach (var thread in Waiting.Where(mayGo))
        {
            if (next is null || Order(thread, isLongestWaiters).CompareTo(Order(next, isLongestWaiters)) < 0)
                next = thread;
        }

        if (next is null)
            return null;
        var item = _threads[next].Dequeue();
        if (_threads[next].Count == 0)
            _threads.Remove(next);
        _busy.Add(next);
        _waitsSince[next] = ++_turns;
        return item;
    }

    /// <param name="mayGoOn">False: what else the thread had in the plan would meet the same, and is read again later.</param>
    public void Return(string thread, bool mayGoOn)
    {
        _busy.Remove(thread);
        if (!mayGoOn)
            _threads.Remove(thread);
    }

    (bool, int, long) Order(string thread, bool byWaiting)
    {
        var head = _threads[thread].Peek();
        return (head.Class is not NoticeClass.Answer, byWaiting ? 0 : ((int)head.Class * 100_000) + head.Rank, _waitsSince[thread]);
    }
}
