using System.Diagnostics;
using System.Globalization;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Cli;

namespace AccountabilityBot.Benchmarks.Delivering;

/// <summary>
/// A connector that takes messages, counts them against the limits that Microsoft publishes (per thread 7 in 1 s, 8 in 2 s, 60
/// in 30 s, 1,800 in an hour; 50 a second for the tenant) and answers 429 to whatever is beyond.
/// </summary>
sealed class LimitedTeams : IAsyncDisposable
{
    /// <summary>For the tenant, as published.</summary>
    public const int PerSecond = 50;

    int _perSecond = PerSecond;

    static readonly (int Most, double Seconds)[] OfAThread = [(7, 1), (8, 2), (60, 30), (1_800, 3_600)];

    readonly Lock _lock = new();
    readonly Dictionary<string, List<double>> _threads = [];
    readonly List<double> _all = [];
    WebApplication _app = null!;

    public string ServiceUrl { get; private set; } = "";

    public int Refused { get; private set; }

    /// <summary>Conversation to the second of its last message, since <see cref="Stopwatch"/> began.</summary>
    public Dictionary<string, double> LastIn { get; } = [];

    public int Taken
    {
        get
        {
            lock (_lock)
                return _all.Count;
        }
    }

    public (double First, double Last) Span
    {
        get
        {
            lock (_lock)
                return (_all[0], _all[^1]);
        }
    }

    /// <summary>The least seconds from the first of so many messages to the last: the last second's worth may go in its first instant.</summary>
    public double Least(int messages) => ((double)messages / _perSecond) - 1;

    public static double Now => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    /// <param name="perSecond">For the tenant; fewer than are published, where there is little to send.</param>
    public static async Task<LimitedTeams> StartAsync(int perSecond = PerSecond)
    {
        var teams = new LimitedTeams { _perSecond = perSecond };
        teams._app = await Loopback.StartBareAsync(app => app.MapPost("/v3/conversations/{conversation}/activities", (string conversation, HttpResponse response) => teams.Take(conversation, response)));
        teams.ServiceUrl = Loopback.AddressOf(teams._app).ToString();
        return teams;
    }

    /// <summary>Until so many messages have come.</summary>
    public async Task TakesAsync(int messages)
    {
        while (Taken < messages)
            await Task.Delay(TimeSpan.FromMilliseconds(50), Clock.System);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    IResult Take(string conversation, HttpResponse response)
    {
        lock (_lock)
        {
            var now = Now;
            var mine = _threads.TryGetValue(conversation, out var known) ? known : _threads[conversation] = [];
            if (OfAThread.Any(limit => IsFull(mine, limit.Most, now - limit.Seconds)) || IsFull(_all, _perSecond, now - 1))
            {
                Refused++;
                response.Headers.RetryAfter = "1";
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            mine.Add(now);
            _all.Add(now);
            LastIn[conversation] = now;
            return Results.Json(new { id = _all.Count.ToString(CultureInfo.InvariantCulture) });
        }
    }

    static bool IsFull(List<double> sends, int most, double since) => sends.Count >= most && sends[^most] > since;
}
