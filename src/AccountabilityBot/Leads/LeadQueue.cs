using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Offers what waits, in order, to whoever has room. Only the leader runs it, so that the rotation is fair without locks;
/// the unique index on open offers and the version token decide all the same if two ever should.
/// </summary>
sealed class LeadQueue(BotDb db, CompanySource companies, LeadChanges changes)
{
    /// <summary>Offers opened in one pass and department; the next pass follows at once.</summary>
    const int MostAtOnce = 50;

    public async Task<int> OpenAsync(DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.Leads
            .Where(lead => lead.State == LeadState.Waiting && lead.GuardianSince == null)
            .Select(lead => lead.Department)
            .Distinct()
            .ToListAsync(ct);
        var opened = 0;
        foreach (var department in waiting)
            opened += await OpenAsync(department, now, ct);
        return opened;
    }

    async Task<int> OpenAsync(string departmentId, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var desk = await DeskOfAsync(company, departmentId, ct);
        // Nobody has room for anything: a queue of any length costs nothing to leave alone.
        if (desk.IsFull && !await db.Leads.AnyAsync(lead => lead.Department == departmentId && lead.State == LeadState.Waiting && lead.ReservedFor != null, ct))
            return 0;

        var leads = await NextInOrderAsync(departmentId, desk, company, ct);
        if (leads.Count == 0)
            return 0;
        var ids = leads.Select(lead => lead.Id).ToList();
        var posts = (await db.CardPosts.Where(post => ids.Contains(post.LeadId)).ToListAsync(ct)).ToLookup(post => post.LeadId);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == desk.Department.Id, ct);

        var opened = 0;
        foreach (var lead in leads)
        {
            var accountOwner = await AccountOwnerAsync(lead, ct);
            if (Decide(lead, desk, company, accountOwner, now) is not { Happened.Count: > 0 } decision)
                continue;
            changes.Follow(lead, decision, [.. posts[lead.Id]], channel, Via.Rule, null, now);
            opened++;
        }

        if (opened > 0)
            await db.SaveChangesAsync(ct);
        return opened;
    }

    static Decision Decide(Lead lead, Desk desk, Company company, PersonId? accountOwner, DateTimeOffset now)
    {
        var segment = company.Model.FindSegment(lead.Segment) ?? company.Model.DefaultSegment;
        if (segment.Offer is OfferKind.Pool && lead.ReservedFor is null)
            return DecidePool(lead, desk, segment, now);

        switch (Rotation.Next(lead, desk.Members, accountOwner))
        {
            case NextOffer.To(var person, var reason):
                desk.Took(person, now);
                return lead.OfferTo(new OfferTo(person, segment.AcceptWithin, reason), now);
            case NextOffer.Nobody(var why):
                return lead.ToGuardian(why, now);
            default:
                return Decision.AlreadyDone;
        }
    }

    static Decision DecidePool(Lead lead, Desk desk, Segment segment, DateTimeOffset now)
    {
        if (!Rotation.PoolHasAnybody(lead, desk.Members))
            return lead.ToGuardian(desk.Members.Count == 0 ? GuardianReasons.NoMembers : GuardianReasons.NobodyLeft, now);
        if (desk.PoolPlaces <= 0)
            return Decision.AlreadyDone;
        desk.PoolPlaces--;
        return lead.OfferTo(new OfferTo(null, segment.AcceptWithin, new OfferReason(OfferReason.Pool)), now);
    }

    /// <summary>
    /// The first of each queue that has a place: a pool that is full must not keep the leads for a person waiting behind
    /// it, nor the other way round.
    /// </summary>
    async Task<List<Lead>> NextInOrderAsync(string departmentId, Desk desk, Company company, CancellationToken ct)
    {
        var pools = company.Model.Segments.Where(segment => segment.Offer is OfferKind.Pool).Select(segment => segment.Id).ToList();
        var waiting = db.Leads
            .Include(lead => lead.Offers)
            .Where(lead => lead.Department == departmentId && lead.State == LeadState.Waiting && lead.GuardianSince == null);
        var ordered = (IQueryable<Lead> some, int most) => some
            .OrderBy(lead => lead.Rank).ThenBy(lead => lead.WaitingSince).ThenBy(lead => lead.No)
            .Take(Math.Min(most, MostAtOnce))
            .ToListAsync(ct);

        var leads = await ordered(waiting.Where(lead => lead.ReservedFor != null), MostAtOnce);
        // With no members at all, everything goes to the guardian.
        var places = desk.Members.Count == 0 ? MostAtOnce : desk.Places;
        if (places > 0)
            leads.AddRange(await ordered(waiting.Where(lead => lead.ReservedFor == null && !pools.Contains(lead.Segment)), places));
        var poolPlaces = desk.Members.Count == 0 ? MostAtOnce : desk.PoolPlaces;
        if (poolPlaces > 0)
            leads.AddRange(await ordered(waiting.Where(lead => lead.ReservedFor == null && pools.Contains(lead.Segment)), poolPlaces));
        return leads;
    }

    async Task<Desk> DeskOfAsync(Company company, string departmentId, CancellationToken ct)
    {
        var department = company.Model.FindDepartment(departmentId) ?? company.Model.FindDepartment(company.Model.Leads.Department)!;
        var members = company.MembersOf(department.Id);
        var ids = members.Select(member => (PersonId?)member.Id).ToList();
        var open = await db.Offers.AsNoTracking()
            .Where(offer => offer.Outcome == null && ids.Contains(offer.To))
            .GroupBy(offer => offer.To)
            .Select(group => new { Person = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Person!.Value, row => row.Count, ct);
        var turns = await db.RotationTurns.Where(turn => turn.Department == department.Id).ToDictionaryAsync(turn => turn.PersonId, ct);
        var poolOpen = await db.Leads.CountAsync(
            lead => lead.Department == departmentId && lead.State == LeadState.Offered && lead.Offers.Any(offer => offer.Outcome == null && offer.To == null), ct);
        return new Desk(db, department, members, company, open, turns) { PoolPlaces = department.PoolOffers - poolOpen };
    }

    async Task<PersonId?> AccountOwnerAsync(Lead lead, CancellationToken ct)
    {
        if (lead.AccountKey is not { } account)
            return null;
        return await db.Leads.AsNoTracking()
            .Where(other => other.AccountKey == account && other.Owner != null && other.Id != lead.Id && other.Department == lead.Department)
            .OrderByDescending(other => other.AcceptedAt)
            .Select(other => other.Owner)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Who of a department can be asked, kept true while one pass gives things out.</summary>
    sealed class Desk(
        BotDb db, Department department, IReadOnlyList<CompanyPerson> people, Company company, Dictionary<PersonId, int> open, Dictionary<PersonId, RotationTurn> turns)
    {
        readonly List<Candidate> _members =
        [
            .. people.Select(person => new Candidate(
                person.Id, open.GetValueOrDefault(person.Id), company.CapacityOf(person), turns.GetValueOrDefault(person.Id)?.LastOfferedAt)),
        ];

        public Department Department => department;

        public List<Candidate> Members => _members;

        public int PoolPlaces { get; set; }

        public int Places => _members.Sum(member => Math.Max(0, member.Capacity - member.OpenOffers));

        public bool IsFull => _members.Count > 0 && Places == 0 && PoolPlaces <= 0;

        public void Took(PersonId person, DateTimeOffset now)
        {
            var index = _members.FindIndex(member => member.Id == person);
            // Two offers in one pass happen at one instant; the tick keeps their order.
            var at = _members.Max(member => member.LastOfferedAt) is { } last && last >= now ? last.AddTicks(TimeSpan.TicksPerMicrosecond) : now;
            _members[index] = _members[index] with { OpenOffers = _members[index].OpenOffers + 1, LastOfferedAt = at };
            if (turns.TryGetValue(person, out var turn))
            {
                turn.LastOfferedAt = at;
            }
            else
            {
                turns[person] = new RotationTurn { Department = department.Id, PersonId = person, LastOfferedAt = at };
                db.RotationTurns.Add(turns[person]);
            }
        }
    }
}
