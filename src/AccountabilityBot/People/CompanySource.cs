using System.Collections.Frozen;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary>Holds the picture of the company that is in force, and draws it anew from the database when something changed.</summary>
public sealed class CompanySource
{
    volatile Company? _current;
    PeopleIndex _file = new([]);
    bool _isBesideGraph;

    /// <exception cref="InvalidOperationException">Asked before the start was complete.</exception>
    public Company Current => _current ?? throw new InvalidOperationException("The company is not loaded yet.");

    /// <summary>What a list of people says beside Graph: it counts where the directory says nothing.</summary>
    public void FillFrom(IReadOnlyCollection<PersonFacts> file) => (_file, _isBesideGraph) = (new PeopleIndex(file), true);

    public async Task LoadAsync(BotDb db, RevenueModel model, int version, CancellationToken ct)
    {
        // First: what changes meanwhile is seen with the next look.
        var revision = await RevisionAsync(db, ct);
        var rows = await db.People.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Position).ThenBy(row => row.Name).ThenBy(row => row.ObjectId).ToListAsync(ct);
        var appointed = await db.Administrators.AsNoTracking().Select(row => row.PersonId).ToListAsync(ct);
        var directory = new DirectoryKnown(
            revision,
            (await db.GroupMembers.AsNoTracking().ToListAsync(ct)).ToLookup(row => row.ObjectId, row => row.GroupId),
            await db.Mailboxes.AsNoTracking().Where(row => row.Hours != null || row.TimeZone != null).ToDictionaryAsync(row => row.PersonId, ct));
        PersonFacts[] facts = [.. rows.Select(row => FactsOf(row, directory))];
        var placements = Membership.Place(model, facts);
        var people = new List<CompanyPerson>(rows.Count);
        for (var at = 0; at < rows.Count; at++)
        {
            if (placements[at].IsPerson)
                people.Add(PersonOf(rows[at], facts[at], placements[at], position: at));
        }

        _current = new Company(model, version, people, appointed, directory) { Accounts = facts };
    }

    /// <summary>After a person or an administrator was added; the model stays.</summary>
    public Task ReloadAsync(BotDb db, CancellationToken ct) => LoadAsync(db, Current.Model, Current.ModelVersion, ct);

    /// <summary>Whether another server, or this one, has settled a change of the directory since the picture was drawn. A few rows are read.</summary>
    public async Task<bool> IsOutdatedAsync(BotDb db, CancellationToken ct) => Current.DirectoryRevision != await RevisionAsync(db, ct);

    static Task<int> RevisionAsync(BotDb db, CancellationToken ct) => db.DirectoryFeeds.SumAsync(feed => feed.Settled, ct);

    PersonFacts FactsOf(PersonRow row, DirectoryKnown directory)
    {
        // A row's zone was in a list of people. Where Graph knows them, what their mailbox says goes before it.
        var own = directory.Mailboxes.GetValueOrDefault(row.Id)?.TimeZone is { } kept && !Zones.IsOwn(kept) ? kept : null;
        var zone = _isBesideGraph ? own ?? row.TimeZone : row.TimeZone ?? own;
        var facts = new PersonFacts(row.ObjectId, row.Name, row.Email, row.Title, row.DepartmentLabel, row.Manager, zone)
        {
            PrincipalName = row.PrincipalName,
            Groups = directory.Groups.Contains(row.ObjectId) ? directory.Groups[row.ObjectId].ToHashSet(StringComparer.Ordinal) : FrozenSet<string>.Empty,
        };
        return (_file.Find(row.ObjectId) ?? _file.Find(row.Email)) is not { } listed ? facts : facts with
        {
            Title = facts.Title ?? listed.Title,
            DepartmentLabel = facts.DepartmentLabel ?? listed.DepartmentLabel,
            Manager = facts.Manager ?? listed.Manager,
            TimeZone = facts.TimeZone ?? listed.TimeZone,
        };
    }

    static CompanyPerson PersonOf(PersonRow row, PersonFacts facts, Placement placement, int position) =>
        new(row.Id, row.ObjectId, row.Name, row.Email, facts.Title, placement.Department, facts.TimeZone, position)
        {
            Manager = facts.Manager,
            PrincipalName = row.PrincipalName,
            Placement = placement,
            FollowedIn = row.FollowedIn,
            DepartmentLabel = facts.DepartmentLabel,
            Groups = facts.Groups,
        };
}

/// <summary>What of the directory stands beside the people themselves.</summary>
/// <param name="Revision">Counts what has changed.</param>
/// <param name="Groups">Object id of a person to the groups they are in; both in lower case.</param>
public sealed record DirectoryKnown(int Revision, ILookup<string, string> Groups, IReadOnlyDictionary<Domain.PersonId, MailboxRow> Mailboxes)
{
    public static readonly DirectoryKnown Nothing = new(0, Enumerable.Empty<GroupMember>().ToLookup(row => row.ObjectId, row => row.GroupId), new Dictionary<Domain.PersonId, MailboxRow>());
}
