using System.Data.Common;
using AccountabilityBot.Data;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council.Models;

/// <summary>
/// A version that came into force on any server is taken up by all of them, within seconds. The numbers of the model are taken by
/// the leader alone.
/// </summary>
sealed partial class ModelFollowing(CompanySource companies, ILogger<ModelFollowing> logger)
{
    int? _numbersOf;
    int _peopleOf;
    int? _unreadable;

    /// <summary>One look at the latest number; more only where it is a new one.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> FollowAsync(BotDb db, CancellationToken ct)
    {
        if (await companies.IsOutdatedAsync(db, ct))
            await companies.ReloadAsync(db, ct);
        var inForce = companies.Current.ModelVersion;
        var latest = await db.ModelVersions.MaxAsync(row => (int?)row.No, ct) ?? 0;
        if (latest <= inForce || latest == _unreadable)
            return false;
        var version = await db.ModelVersions.AsNoTracking().SingleAsync(row => row.No == latest, ct);
        if (ModelInForce.Read(version) is not { } model)
        {
            _unreadable = latest;
            Unreadable(latest, inForce);
            return false;
        }

        _numbersOf ??= inForce;
        await companies.LoadAsync(db, model, latest, ct);
        TakenUp(latest);
        return true;
    }

    /// <summary>On the leader: numbers that came with a version, those that left with it, and owners whom the directory knows by now.</summary>
    public async Task<int> SweepAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        _numbersOf ??= companies.Current.ModelVersion;
        await FollowAsync(db, ct);
        var company = companies.Current;
        if (_numbersOf == company.ModelVersion && _peopleOf == company.DirectoryRevision)
            return 0;
        db.ChangeTracker.Clear();
        // Whom the model names as an owner may have become known just now.
        await NumberTaking.TakeModelAsync(db, company, now, ct);
        (_numbersOf, _peopleOf) = (company.ModelVersion, company.DirectoryRevision);
        return 1;
    }

    [LoggerMessage(1, LogLevel.Information, "Revenue model version {Version} is in force.")]
    partial void TakenUp(int version);

    [LoggerMessage(2, LogLevel.Error, "Version {Version} of the model cannot be read by this program, which stays with version {InForce}: it is older than the server that took it.")]
    partial void Unreadable(int version, int inForce);
}

/// <summary>On every server, leader or not: every two seconds a look whether another version is in force.</summary>
sealed partial class ModelLookout(IServiceScopeFactory scopes, ModelFollowing following, TimeProvider clock, ILogger<ModelLookout> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await following.FollowAsync(scope.ServiceProvider.GetRequiredService<BotDb>(), stoppingToken);
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                // Whether the database is there is another part's matter, and health asks it each time.
                NotLooked(away.GetType().Name);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The look at the model in force did not succeed ({Why}); the next follows.")]
    partial void NotLooked(string why);
}
