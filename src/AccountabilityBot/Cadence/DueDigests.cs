using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

namespace AccountabilityBot.Cadence;

/// <summary>A channel whose digest is due.</summary>
/// <param name="Departments">Of which it is the home; the first is the one by whose clock, rhythm and language it goes.</param>
/// <param name="Owed">Ids of those that have not had theirs for this day: all but one that moved in with its own behind it.</param>
/// <param name="On">The digest's day, by that clock.</param>
/// <param name="From">UTC.</param>
/// <param name="Until">UTC; not part of it: the days up to the digest's own.</param>
sealed record DueDigest(string ChannelId, IReadOnlyList<Department> Departments, IReadOnlyList<string> Owed, DateOnly On, DateTimeOffset From, DateTimeOffset Until);

/// <summary>A department at home in a channel.</summary>
/// <param name="Since">UTC.</param>
/// <param name="Last">The last digest that it had, here or elsewhere; none: it had none.</param>
sealed record DigestHome(Department Department, DateTimeOffset Since, DigestDepartment? Last);

/// <summary>A channel with the departments that are at home in it; it goes by the clock and the rhythm of the first.</summary>
sealed record DigestChannel(string ChannelId, IReadOnlyList<DigestHome> Homes)
{
    public Rhythm? Rhythm => Homes[0].Department.Digest;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Homes[0].Department.TimeZone);

    /// <summary>What is due and has not come; none: nothing is. One that moved in after the time has its own with the next.</summary>
    public DueDigest? Due(DateTimeOffset now)
    {
        if (Rhythm is not { } rhythm)
            return null;
        var due = Homes.Select(home => (Home: home, On: rhythm.DueOn(home.Last?.On, home.Since, Zone, now))).Where(one => one.On is not null).ToList();
        if (due.Count is 0)
            return null;
        var on = due[0].On!.Value;
        return new DueDigest(
            ChannelId,
            [.. Homes.Select(home => home.Department)],
            [.. due.Select(one => one.Home.Department.Id)],
            on,
            // Where the last one ended, so that nothing is left out and nothing told twice; the first looks one period back.
            due[0].Home.Last?.Until ?? StartOf(rhythm.LastOn(on.AddDays(-1))),
            StartOf(on));
    }

    /// <summary>UTC; when the next one is due. None: there is no rhythm.</summary>
    public DateTimeOffset? NextAt(DateTimeOffset now) => Rhythm is { } rhythm ? rhythm.InstantOn(rhythm.NextOn(Zone, now), Zone) : null;

    public static IEnumerable<DigestChannel> All(IReadOnlyList<DepartmentChannel> homes, IReadOnlyDictionary<string, DigestDepartment> last, RevenueModel model) =>
        from home in homes
        let place = model.Departments.Select((department, index) => (department, index)).FirstOrDefault(one => one.department.Id == home.Department)
        where place.department is not null
        // The first in the model that has a rhythm at all leads.
        orderby place.department.Digest is null, place.index
        group new DigestHome(place.department, home.BoundAt, last.GetValueOrDefault(home.Department)) by home.ChannelId into channel
        select new DigestChannel(channel.Key, [.. channel]);

    DateTimeOffset StartOf(DateOnly day) => LocalTime.ToInstant(day, TimeOnly.MinValue, Zone);
}

/// <summary>When this server looks next whether a digest is due. What has come stands in the database, not here.</summary>
sealed class DigestClock
{
    static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(1);

    readonly Lock _gate = new();
    (Company Company, DateTimeOffset LookedAt, DateTimeOffset? NextAt)? _last;

    public bool IsTime(Company company, DateTimeOffset now)
    {
        lock (_gate)
        {
            // A clock that was set back, a new model or a channel that was served a moment ago must not silence it for long.
            return _last is not { } last || !ReferenceEquals(last.Company, company) || now < last.LookedAt || now >= last.NextAt || now - last.LookedAt >= AtLeast;
        }
    }

    /// <param name="nextAt">UTC; none: no channel has a rhythm.</param>
    public void Looked(Company company, DateTimeOffset now, DateTimeOffset? nextAt)
    {
        lock (_gate)
            _last = (company, now, nextAt);
    }
}
