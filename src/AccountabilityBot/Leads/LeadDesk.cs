using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>Who of a department can be asked, kept true while one pass gives things out.</summary>
sealed class LeadDesk
{
    readonly Dictionary<PersonId, RotationTurn> _turns;
    readonly List<Candidate> _members;

    LeadDesk(Department department, DepartmentChannel? channel, List<Candidate> members, Dictionary<PersonId, RotationTurn> turns, bool isOpen, int poolPlaces)
    {
        (Department, Channel, IsOpen, PoolPlaces) = (department, channel, isOpen, poolPlaces);
        (_members, _turns) = (members, turns);
    }

    public Department Department { get; }

    /// <summary>The department's home; none while nobody has chosen one.</summary>
    public DepartmentChannel? Channel { get; }

    public IReadOnlyList<Candidate> Members => _members;

    /// <summary>The members as this lead sees them.</summary>
    /// <param name="isUrgent">It does not wait for anybody's quiet.</param>
    public IReadOnlyList<Candidate> MembersFor(bool isUrgent) => isUrgent ? [.. _members.Select(member => member.ForUrgent())] : _members;

    /// <summary>Whether it is the department's working time: what is offered to everybody waits for it.</summary>
    public bool IsOpen { get; }

    /// <summary>How many offers more the members who are there have room for, together.</summary>
    public int Places => _members.Where(member => member is { IsAtWork: true, IsReachable: true }).Sum(member => Math.Max(0, member.Capacity - member.OpenOffers));

    /// <summary>How many pool offers more may stand in the channel; there is no pool without a channel.</summary>
    public int PoolPlaces { get; private set; }

    /// <summary>Nobody who is there has room, and no pool offer can open.</summary>
    public bool IsFull => Places == 0 && (PoolPlaces <= 0 || !IsOpen || !_members.Exists(member => member is { IsAtWork: true, IsReachable: true }));

    /// <summary>Nobody is there and nobody is expected: nothing can wait here.</summary>
    public bool IsDeserted => !_members.Exists(member => member.CanBeAwaited);

    /// <param name="departmentId">As leads name it; one that the model does not have any more is answered for by the default one.</param>
    public static async Task<LeadDesk> OfAsync(BotDb db, Company company, WhoIsThere there, string departmentId, CancellationToken ct)
    {
        var department = company.DepartmentOf(departmentId);
        var people = company.MembersOf(department.Id);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == department.Id, ct);
        var open = await OpenOffers.CountAsync(db, people, ct);
        var turns = await db.RotationTurns.Where(turn => turn.Department == department.Id).ToDictionaryAsync(turn => turn.PersonId, ct);
        // From the few open pool offers to their leads: the other way round every lead on offer would be read.
        var poolOpen = channel is null ? 0 : await db.Offers.CountAsync(
            offer => offer.Outcome == null && offer.To == null && db.Leads.Any(lead => lead.Id == offer.LeadId && lead.Department == departmentId), ct);
        // Whom no chat is known of hears of an offer in the channel only.
        var known = channel is null ? await WithChatAsync(db, people, ct) : null;
        var members = Present(company, there, department).Select(member => member with
        {
            OpenOffers = open.GetValueOrDefault(member.Id),
            LastOfferedAt = turns.GetValueOrDefault(member.Id)?.LastOfferedAt,
            IsReachable = known?.Contains(member.Id) ?? true,
        });
        return new LeadDesk(
            department, channel, [.. members], turns, company.CalendarOf(department).IsOpen(there.Now), channel is null ? 0 : department.PoolOffers - poolOpen);
    }

    /// <summary>The members and whether they are there; asks nothing of the database.</summary>
    public static List<Candidate> Present(Company company, WhoIsThere there, Department department) =>
    [
        .. company.MembersOf(department.Id).Select(person => new Candidate(person.Id, OpenOffers: 0, company.CapacityOf(person), LastOfferedAt: null)
        {
            Absent = there.Of(person.Id, department).WhyNot(there.Now),
            OutUntil = there.SaidUntil(person.Id),
            IsExpected = there.IsExpected(person.Id, department),
        }),
    ];

    /// <summary>Whether anybody has room for this lead; asks nothing of the database.</summary>
    public bool HasRoomFor(Lead lead, bool isUrgent) => MembersFor(isUrgent).Any(member => member.WhyNot is null && !lead.WasInHandsOf(member.Id));

    public void TookFromPool() => PoolPlaces--;

    /// <summary>Writes down that this person had their turn; the lead's own save commits it.</summary>
    public void Took(BotDb db, PersonId person, DateTimeOffset now)
    {
        var index = _members.FindIndex(member => member.Id == person);
        // Two offers in one pass happen at one instant; the tick keeps their order.
        var at = _members.Max(member => member.LastOfferedAt) is { } last && last >= now ? last.AddTicks(TimeSpan.TicksPerMicrosecond) : now;
        _members[index] = _members[index] with { OpenOffers = _members[index].OpenOffers + 1, LastOfferedAt = at };
        if (_turns.TryGetValue(person, out var turn))
        {
            turn.LastOfferedAt = at;
        }
        else
        {
            _turns[person] = new RotationTurn { Department = Department.Id, PersonId = person, LastOfferedAt = at };
            db.RotationTurns.Add(_turns[person]);
        }
    }

    static async Task<HashSet<PersonId>> WithChatAsync(BotDb db, IEnumerable<CompanyPerson> people, CancellationToken ct)
    {
        var ids = people.Select(person => person.Id).ToList();
        return [.. await db.TeamsUsers.AsNoTracking().Where(user => ids.Contains(user.PersonId)).Select(user => user.PersonId).ToListAsync(ct)];
    }
}
