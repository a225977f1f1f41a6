using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Leads.Ladders;

/// <summary>Whom a pool offer calls: by mentions in the channel, and by reminders in their own chats.</summary>
sealed class PoolCall(BotDb db, CompanySource companies, TimeProvider clock)
{
    const int Most = 5;

    /// <summary>Up to five who are there and have room, least busy first, so that the same five are not called for every lead.</summary>
    public async Task<IReadOnlyList<CompanyPerson>> MembersAsync(Lead lead, CancellationToken ct)
    {
        var company = companies.Current;
        var (department, there) = (company.DepartmentOf(lead), await WhoIsThere.ReadAsync(db, company, clock.GetUtcNow(), ct));
        var members = company.MembersOf(department.Id).Where(member => !lead.WasInHandsOf(member.Id) && there.IsHere(member.Id, department, company.IsUrgent(lead))).ToList();
        var open = await OpenOffers.CountAsync(db, members, ct);
        return
        [
            .. members
                .Where(member => open.GetValueOrDefault(member.Id) < company.CapacityOf(member))
                .OrderBy(member => open.GetValueOrDefault(member.Id)).ThenBy(member => (member.Position + lead.No) % Math.Max(1, members.Count))
                .Take(Most),
        ];
    }
}
