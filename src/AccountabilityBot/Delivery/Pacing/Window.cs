namespace AccountabilityBot.Delivery.Pacing;

/// <summary>
/// The requests that one set of limits counts, and when the next one may go: as early as no limit is broken. Pure: it is told
/// every instant.
/// </summary>
/// <remarks>
/// Teams counts a request when it comes in, and we see only when it left and when its answer came. A request counts here as
/// long as it is under way, and then from the latest instant at which Teams can have counted it. So however long one of them
/// takes, two of them never stand closer together at Teams than here, and a limit kept here is kept there.
/// </remarks>
sealed class Window(RateLimit[] limits)
{
    /// <summary>Two clocks do not tick quite alike.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    /// <summary>Ascending; no more than the widest limit counts.</summary>
    readonly List<DateTimeOffset> _counted = [];

    int _underWay;

    public RateLimit[] Limits { get; set; } = limits;

    /// <summary>The earliest instant for one more request; none: only after one that is under way has been answered.</summary>
    public DateTimeOffset? NextAt(DateTimeOffset now)
    {
        var next = now;
        foreach (var limit in Limits)
        {
            var room = limit.Most - _underWay;
            if (room <= 0)
                return null;
            if (_counted.Count < room)
                continue;
            var free = _counted[^room] + limit.Within + Margin;
            if (free > next)
                next = free;
        }

        return next;
    }

    public bool MayGo(DateTimeOffset now) => NextAt(now) <= now;

    /// <summary>One more is on its way.</summary>
    public void Begin() => _underWay++;

    /// <summary>It was answered.</summary>
    /// <param name="counted">The latest instant at which Teams can have counted it.</param>
    public void End(DateTimeOffset counted)
    {
        _underWay--;
        Count(counted);
    }

    /// <summary>It never left.</summary>
    public void Cancel() => _underWay--;

    /// <summary>A request of long ago, or of another server.</summary>
    public void Count(DateTimeOffset counted)
    {
        var at = _counted.Count;
        while (at > 0 && _counted[at - 1] > counted)
            at--;
        _counted.Insert(at, counted);
        var most = Limits.Max(limit => limit.Most);
        // In portions: taking one away at the front moves all the others.
        if (_counted.Count > most + (most / 4) + 8)
            _counted.RemoveRange(0, _counted.Count - most);
    }

    /// <summary>Forgets what was counted; what is under way stays so.</summary>
    public void Clear() => _counted.Clear();

    /// <summary>Whether nothing of it limits anything any more.</summary>
    public bool IsForgotten(DateTimeOffset now) => _underWay == 0 && (_counted.Count == 0 || _counted[^1] + PublishedLimits.Longest + Margin <= now);
}
