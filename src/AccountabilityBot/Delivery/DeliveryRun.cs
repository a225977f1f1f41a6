using AccountabilityBot.Data;
using AccountabilityBot.Delivery.Pacing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Delivery on the leader: everything that is due and may go, thread beside thread, and in order within a thread. A pass
/// waits for nothing but answers of Teams: what has to wait for its pace is left for the next one, and
/// <see cref="WaitFor"/> says when that is worth a try. A request that hangs holds up its own thread only.
/// </summary>
sealed partial class DeliveryRun(
    IServiceScopeFactory scopes, ILeadership leadership, Pace pace, ChangeSignal signal, TimeProvider clock, ILogger<DeliveryRun> logger)
{
    /// <summary>Enough for the tenant's ceiling where an answer takes half a second.</summary>
    const int MostAtOnce = 24;

    /// <summary>Nothing that another server committed waits longer to be seen.</summary>
    static readonly TimeSpan PlanIsGoodFor = TimeSpan.FromMilliseconds(500);

    /// <summary>With news, the plan is read again at once, but not for each commit of a busy day.</summary>
    static readonly TimeSpan NewsWaitFor = TimeSpan.FromMilliseconds(100);

    /// <summary>A pass that has answers to wait for ends with this; they are written down when they come.</summary>
    static readonly TimeSpan LongestPass = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    readonly DeliveryPlan _plan = new();
    readonly HashSet<Task> _underWay = [];
    long _readAt;
    long _newsRead = -1;

    /// <summary>How long until something may go that only its pace keeps back; none: there is nothing of the kind.</summary>
    public TimeSpan? WaitFor { get; private set; }

    /// <returns>How much was begun or is under way.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (pace.Term != leadership.Term)
            await RememberAsync(ct);
        if (IsOld() || !HasSomethingToDo())
            await ReadAsync(ct);

        var began = clock.GetTimestamp();
        var done = 0;
        while (true)
        {
            // Being told to stop, or having lost the lead, begins nothing new; what was begun is written down.
            while (!ct.IsCancellationRequested && leadership.IsLeader && TryBegin())
                done++;
            if (UnderWay() is not { Length: > 0 } underWay)
                break;
            if (ct.IsCancellationRequested)
                await Task.WhenAll(underWay);
            else if (IsOld() || clock.GetElapsedTime(began) > LongestPass)
                return done + underWay.Length;
            else
                await OneIsDoneAsync(underWay);
        }

        WaitFor = UntilNext();
        return done;
    }

    /// <summary>A new leader learns what went out in the last hour.</summary>
    async Task RememberAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (term, now) = (leadership.Term, clock.GetUtcNow());
        var since = now - PublishedLimits.Longest;
        var sends = await scope.ServiceProvider.GetRequiredService<BotDb>().Sends.AsNoTracking().Where(send => send.At > since)
            .OrderBy(send => send.At).Select(send => new { send.Thread, send.At }).ToListAsync(ct);
        pace.Begin(term, sends.Select(send => (send.Thread, send.At)), now);
    }

    async Task ReadAsync(CancellationToken ct)
    {
        (_newsRead, _readAt) = (signal.News, clock.GetTimestamp());
        await using var scope = scopes.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetRequiredService<DueItems>().ReadAsync(clock.GetUtcNow(), ct);
        lock (_lock)
            _plan.Fill(items);
    }

    bool IsOld() => clock.GetElapsedTime(_readAt) is var age && (age > PlanIsGoodFor || (age > NewsWaitFor && signal.News != _newsRead));

    bool HasSomethingToDo()
    {
        lock (_lock)
            return pace.IsOpen && _plan.Waiting.Any(pace.HasRoom);
    }

    TimeSpan? UntilNext()
    {
        lock (_lock)
        {
            var next = _plan.Waiting.Select(pace.NextAt).Where(at => at is not null).Min();
            return next is { } at ? (at > pace.Now ? at - pace.Now : TimeSpan.Zero) : null;
        }
    }

    Task[] UnderWay()
    {
        lock (_lock)
        {
            _underWay.RemoveWhere(task => task.IsCompleted);
            return [.. _underWay];
        }
    }

    bool TryBegin()
    {
        lock (_lock)
        {
            if (_underWay.Count >= MostAtOnce || !pace.IsOpen || _plan.Take(pace.HasRoom) is not { } item)
                return false;
            // There is room: nothing but this takes any while the lock is held, save for a roster's page; then the next pass tries again.
            if (pace.TryTake(item.Thread) is not { } slot)
            {
                _plan.Return(item.Thread, mayGoOn: false);
                return false;
            }

            // Not in this flow, which holds the lock and goes on planning.
            _underWay.Add(Task.Run(() => DeliverAsync(item, slot)));
            return true;
        }
    }

    /// <summary>Waits for the first answer, or until another thread may go meanwhile.</summary>
    async Task OneIsDoneAsync(Task[] underWay)
    {
        using var enough = new CancellationTokenSource();
        var wait = UntilNext() is { } next && next < NewsWaitFor ? next : NewsWaitFor;
        await Task.WhenAny([.. underWay, Task.Delay(wait > TimeSpan.Zero && underWay.Length < MostAtOnce ? wait : NewsWaitFor, clock, enough.Token)]);
        await enough.CancelAsync();
    }

    /// <summary>One row that cannot be rendered or sent must not keep any other waiting.</summary>
    async Task DeliverAsync(DueItem item, Slot slot)
    {
        signal.BeginDelivery();
        var goOn = false;
        using (slot)
        {
            var now = clock.GetUtcNow();
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                goOn = await scope.ServiceProvider.GetRequiredService<ItemDelivery>().DeliverAsync(item, slot, now);
            }
#pragma warning disable CA1031 // Whatever a renderer throws, the row is put back and the others go on.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                ItemFailed(item.IsPost ? "card" : "notice", item.Id, problem);
                await PutBackAsync(item, now, problem);
            }
        }

        lock (_lock)
            _plan.Return(item.Thread, goOn);
    }

    async Task PutBackAsync(DueItem item, DateTimeOffset now, Exception problem)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            if (await ItemDelivery.FindAsync(db, item) is not { } row)
                return;
            row.LastError = problem.GetType().Name;
            row.NotBefore = now + Outcomes.BackOff(++row.Failures);
            await db.SaveChangesAsync();
        }
#pragma warning disable CA1031 // The database is away, or the host is ending: the row is due as before, and is found again.
        catch (Exception again)
#pragma warning restore CA1031
        {
            NotPutBack(item.Id, again.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The {What} {Id} could not be delivered; it is tried again later.")]
    partial void ItemFailed(string what, Guid id, Exception problem);

    [LoggerMessage(2, LogLevel.Warning, "That {Id} could not be delivered could not be written down either ({Why}).")]
    partial void NotPutBack(Guid id, string why);
}
