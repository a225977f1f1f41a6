using System.Collections.Concurrent;
using System.Collections.Frozen;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.People;

/// <summary>A person as handlers see them.</summary>
/// <param name="Department">The department the model maps them to; none: a colleague without one.</param>
/// <param name="TimeZone">IANA; none: the department's.</param>
/// <param name="Position">Place in the people file.</param>
public sealed record CompanyPerson(
    PersonId Id, string ObjectId, string Name, string? Email, string? Title, Department? Department, string? TimeZone, int Position)
{
    /// <summary>Object id or e-mail address.</summary>
    public string? Manager { get; init; }

    /// <summary>The name they sign in with, where it is another than their address.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>How the directory spells their department.</summary>
    public string? DepartmentLabel { get; init; }

    /// <summary>Object ids of those groups and teams they are in that the model asks for.</summary>
    public IReadOnlySet<string> Groups { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Why they are where they are.</summary>
    public Placement Placement { get; init; } = new(Department, PlacedBy.Nothing);

    /// <summary>The department in which what they hold was last looked at; empty: none, and null: never.</summary>
    public string? FollowedIn { get; init; }

    public bool IsListed => Id != default;

    /// <summary>Somebody of the company whom the directory does not list: in no department and without any right, so that they may look and not act.</summary>
    public static CompanyPerson Unlisted(Actor actor) => new(default, actor.ObjectId, actor.Name ?? "", null, null, null, null, int.MaxValue);
}

/// <summary>
/// The revenue model in force and the people in it: one unchanging picture that a turn reads from start to end.
/// </summary>
public sealed class Company
{
    readonly FrozenDictionary<PersonId, CompanyPerson> _byId;
    readonly FrozenDictionary<string, CompanyPerson> _byReference;
    readonly FrozenDictionary<string, CompanyPerson[]> _members;
    readonly FrozenSet<PersonId> _administrators;
    readonly FrozenDictionary<string, WorkingCalendar> _departmentCalendars;
    readonly FrozenDictionary<PersonId, WorkingCalendar> _ownCalendars;
    readonly ConcurrentDictionary<PersonId, Reader> _readers = new();

    /// <param name="directory">What Graph knows beside; none: nothing.</param>
    public Company(RevenueModel model, int modelVersion, IEnumerable<CompanyPerson> people, IEnumerable<PersonId> appointed, DirectoryKnown? directory = null)
    {
        (Model, ModelVersion, DirectoryRevision) = (model, modelVersion, directory?.Revision ?? 0);
        _byId = people.ToFrozenDictionary(person => person.Id);
        // Where two share an address, the first of the list has it, as everywhere.
        CompanyPerson[] inOrder = [.. _byId.Values.OrderBy(person => person.Position)];
        _byReference = inOrder
            .SelectMany(person => new[] { (Key: person.ObjectId, person), (Key: person.Email ?? "", person) })
            .Concat(inOrder.Select(person => (Key: person.PrincipalName ?? "", person)))
            .Where(entry => entry.Key.Length > 0)
            .DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(entry => entry.Key, entry => entry.person, StringComparer.OrdinalIgnoreCase);
        _members = _byId.Values
            .Where(person => person.Department is not null)
            .GroupBy(person => person.Department!.Id)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(person => person.Position).ToArray());
        // Appointed is who installed first, and only until the model names somebody, be it a group of Entra.
        _administrators = (model.Administrators.Count == 0
            ? appointed
            : model.Administrators.Select(FindByReference).OfType<CompanyPerson>()
                .Concat(_byId.Values.Where(person => person.Groups.Overlaps(model.Administrators.Select(PeopleIndex.Key))))
                .Select(person => person.Id)).ToFrozenSet();
        _departmentCalendars = model.Departments.ToFrozenDictionary(
            department => department.Id, department => new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone), department.Hours));
        // What the model says of somebody goes before what their mailbox says.
        _ownCalendars = model.PeopleHours
            .Select(entry => (Person: FindByReference(entry.Key), entry.Value))
            .Where(entry => entry.Person is not null)
            .Select(entry => (entry.Person!.Id, Calendar: OwnCalendar(entry.Person!, entry.Value, model)))
            .Concat(_byId.Values
                .Select(person => (person.Id, Calendar: MailboxCalendars.Of(person, directory?.Mailboxes.GetValueOrDefault(person.Id))!))
                .Where(entry => entry.Calendar is not null))
            .DistinctBy(entry => entry.Id)
            .ToFrozenDictionary(entry => entry.Id, entry => entry.Calendar);
    }

    public RevenueModel Model { get; }

    public int ModelVersion { get; }

    /// <summary>Counts the changes of the directory that are in this picture.</summary>
    public int DirectoryRevision { get; }

    public IEnumerable<CompanyPerson> People => _byId.Values;

    /// <summary>What the directory says of everybody it lists, accounts that are nobody's too: for telling who lands where.</summary>
    public IReadOnlyList<PersonFacts> Accounts { get; init; } = [];

    public IReadOnlySet<PersonId> Administrators => _administrators;

    public CompanyPerson? Find(PersonId id) => _byId.GetValueOrDefault(id);

    /// <summary>By Entra object id or e-mail address.</summary>
    public CompanyPerson? FindByReference(string idOrEmail) => _byReference.GetValueOrDefault(idOrEmail);

    /// <summary>Who did this; none: somebody the directory does not list, who may ask and not act.</summary>
    public CompanyPerson? PersonOf(Turn turn) => turn.Actor is { } actor ? FindByReference(actor.ObjectId) : null;

    /// <summary>In the order of the people file.</summary>
    public IReadOnlyList<CompanyPerson> MembersOf(string department) => _members.GetValueOrDefault(department) ?? [];

    /// <summary>A lead outlives the model it came in under: where its department is gone, the default one answers for it.</summary>
    public Department DepartmentOf(Lead lead) => DepartmentOf(lead.Department);

    /// <param name="id">As leads name it.</param>
    public Department DepartmentOf(string id) => Model.FindDepartment(id) ?? Model.FindDepartment(Model.Leads.Department)!;

    /// <summary>A lead outlives the model it came in under: where its segment is gone, the default one stands in.</summary>
    public Segment SegmentOf(Lead lead) => Model.FindSegment(lead.Segment) ?? Model.DefaultSegment;

    /// <summary>Whether it is one of those that do not wait for anybody's quiet.</summary>
    public bool IsUrgent(Lead lead) => lead.Rank > 0 && lead.Rank <= Model.Messages.ExemptRank;

    public CompanyPerson? HeadOf(Department department) => FindByReference(department.Head);

    public CompanyPerson? GuardianOf(Department department) => FindByReference(department.Guardian);

    public CompanyPerson? ManagerOf(CompanyPerson person) => person.Manager is { } manager ? FindByReference(manager) : null;

    /// <summary>What to call a person; somebody who has left the directory is still somebody.</summary>
    public string NameOf(PersonId id, string somebody) => Find(id)?.Name ?? somebody;

    public bool IsMember(PersonId person, string department) => Find(person)?.Department?.Id == department;

    /// <summary>Set-up, Assign, Take, Close and replay: an administrator, the department's head or its guardian.</summary>
    public bool MaySetUp(PersonId person, Department department) =>
        _administrators.Contains(person) || HeadOf(department)?.Id == person || GuardianOf(department)?.Id == person;

    /// <summary>What the model says of this lead at this moment; a promise that runs keeps what it said when it began.</summary>
    public LeadTerms TermsOf(Lead lead)
    {
        var (segment, department) = (SegmentOf(lead), DepartmentOf(lead));
        return new LeadTerms(
            Model.Leads.Hands, Model.Leads.Undo, segment.AcceptWithin, person => person is { } one ? CalendarOf(one, department) : CalendarOf(department))
        {
            Ladder = segment.Ladder,
            ContactWithin = segment.ContactWithin,
            FollowUpWithin = segment.FollowUpWithin,
            FollowUpLadder = segment.FollowUpLadder,
            DispositionWithin = Model.Leads.DispositionWithin,
        };
    }

    /// <summary>Who helps when a promise about this lead is late: whom the segment names, else the head; never the one who is late.</summary>
    public CompanyPerson? SecondLineOf(Lead lead, PersonId? late)
    {
        var department = DepartmentOf(lead);
        CompanyPerson?[] line = [SegmentOf(lead).SecondLine is { } named ? FindByReference(named) : null, HeadOf(department), GuardianOf(department)];
        return line.FirstOrDefault(person => person is not null && person.Id != late);
    }

    public LeadActor ActorOn(Lead lead, PersonId person) =>
        new(person, IsMember(person, lead.Department), MaySetUp(person, DepartmentOf(lead)) || IsNamedSecondLine(person, lead)) { IsSender = IsSender(person, lead) };

    /// <summary>Who handed the lead over, while the directory lists them; none: their department did.</summary>
    public CompanyPerson? SenderOf(Lead lead) => lead.FromPerson is { } person ? Find(person) : null;

    /// <summary>Whoever handed the lead over; where that is nobody who is still here, all of their department, its head and its guardian.</summary>
    bool IsSender(PersonId person, Lead lead)
    {
        if (SenderOf(lead) is { } sender)
            return sender.Id == person;
        return Model.FindDepartment(lead.FromDepartment) is { } department
            ? IsMember(person, department.Id) || HeadOf(department)?.Id == person || GuardianOf(department)?.Id == person
            : _administrators.Contains(person);
    }

    /// <summary>Whom a segment calls for help may help: they assign and take as the head does.</summary>
    bool IsNamedSecondLine(PersonId person, Lead lead) => SegmentOf(lead).SecondLine is { } named && FindByReference(named)?.Id == person;

    /// <summary>The hours in which the department works, by its own clocks.</summary>
    public WorkingCalendar CalendarOf(Department department) => _departmentCalendars[department.Id];

    /// <summary>The hours in which one person of the department works: their own where the model names such, else the department's.</summary>
    public WorkingCalendar CalendarOf(PersonId person, Department department) => _ownCalendars.GetValueOrDefault(person) ?? CalendarOf(department);

    /// <summary>The hours in which a person works, whether they are in a department or not.</summary>
    public WorkingCalendar CalendarOf(CompanyPerson person) => _ownCalendars.GetValueOrDefault(person.Id)
        ?? (person.Department is { } department
            ? CalendarOf(department)
            : new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone ?? Model.TimeZone), WorkingHours.Usual));
    /// <summary>
    /// By whose clock a person reads: the one of their own hours, else what the directory says, else their department's. They
    /// work when the model says of them, else when their department does, by their own clock.
    /// </summary>
    public Reader ReaderOf(CompanyPerson person) => _readers.GetOrAdd(person.Id, static (id, to) =>
    {
        var own = to.company._ownCalendars.GetValueOrDefault(id);
        var department = to.person.Department;
        var zone = own?.Zone ?? TimeZoneInfo.FindSystemTimeZoneById(to.person.TimeZone ?? department?.TimeZone ?? to.company.Model.TimeZone);
        return new Reader(zone, own ?? (department is null ? null : new WorkingCalendar(zone, department.Hours)));
    }, (company: this, person));

    public int CapacityOf(CompanyPerson person) => Model.Leads.CapacityOf(person.ObjectId, person.Email);

    static WorkingCalendar OwnCalendar(CompanyPerson person, OwnHours own, RevenueModel model) => new(
        TimeZoneInfo.FindSystemTimeZoneById(own.TimeZone ?? person.TimeZone ?? person.Department?.TimeZone ?? model.TimeZone),
        own.Hours.Over(person.Department?.Hours ?? WorkingHours.Usual));
}
