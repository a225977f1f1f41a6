using System.Data.Common;
using Npgsql;

namespace AccountabilityBot.Data;

/// <summary>Asks PostgreSQL again and again what time it is: before anything else at the start, then for as long as the server runs.</summary>
sealed partial class ClockFollowing(DatabaseClock clock, StorageOptions storage, ILogger<ClockFollowing> logger) : BackgroundService
{
    /// <summary>A machine's timestamps drift by a few microseconds a second: in this time by less than a question's way takes.</summary>
    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>The shortest way of so many counts.</summary>
    const int Questions = 5;

    /// <summary>From here on a person should know that a clock is wrong.</summary>
    static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(2);

    bool _isAway;

    /// <exception cref="DbException">The database cannot be asked.</exception>
    public async Task MeasureAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(storage.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var readings = new List<ClockReading>(Questions);
        for (var question = 0; question < Questions; question++)
        {
            var asked = clock.GetTimestamp();
            var told = (DateTime)(await command.ExecuteScalarAsync(ct))!;
            readings.Add(new ClockReading(asked, clock.GetTimestamp(), new DateTimeOffset(told, TimeSpan.Zero)));
        }

        if (clock.Follow(readings) is { } correction && correction.By.Duration() > WorthTelling)
            Corrected(correction.By.TotalSeconds);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                await MeasureAsync(stoppingToken);
                _isAway = false;
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException)
            {
                if (!_isAway)
                    NotMeasured(away.GetType().Name);
                _isAway = true;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The clock was set by {Seconds} s, to follow the database's; this machine's clock, or the database's, is wrong.")]
    partial void Corrected(double seconds);

    [LoggerMessage(2, LogLevel.Warning, "The database cannot be asked for the time ({Why}); the clock goes on by itself meanwhile.")]
    partial void NotMeasured(string why);
}
