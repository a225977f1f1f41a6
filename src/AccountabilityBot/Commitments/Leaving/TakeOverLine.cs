using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>Who is asked to take over what somebody promised who is gone, and who may.</summary>
sealed class TakeOverLine(BotDb db, CompanySource companies)
{
    /// <summary>
    /// In the order in which they are asked. Of a leaver the manager comes first. A mover has a manager already who answers for
    /// another department; theirs of before counts where the directory still names them, and after the head.
    /// </summary>
    /// <param name="why">A literal of <see cref="Departures"/>.</param>
    public async Task<IReadOnlyList<CompanyPerson>> OfAsync(Commitment commitment, PersonId from, string why, CancellationToken ct)
    {
        var company = companies.Current;
        var (manager, department) = (await ManagerAsync(commitment, from, ct), company.Model.FindDepartment(commitment.Department));
        var head = department is null ? null : company.HeadOf(department);
        CompanyPerson?[] line =
        [
            .. why == Departures.Moved ? (CompanyPerson?[])[head, manager] : [manager, head],
            department is null ? null : company.GuardianOf(department),
            .. company.Administrators.Select(company.Find).OrderBy(person => person?.Position),
        ];
        return [.. line.OfType<CompanyPerson>().Where(person => person.Id != from).DistinctBy(person => person.Id)];
    }

    /// <summary>What somebody may do about it at this moment.</summary>
    public async Task<Successor> ActorAsync(Commitment commitment, PersonId from, CompanyPerson actor, IReadOnlyList<CardPost> posts, CancellationToken ct)
    {
        var company = companies.Current;
        var department = company.Model.FindDepartment(commitment.Department);
        var mayTake = department is null ? company.Administrators.Contains(actor.Id) : company.MaySetUp(actor.Id, department);
        return new Successor(
            actor.Id, mayTake || (await ManagerAsync(commitment, from, ct))?.Id == actor.Id, IsGone(commitment, posts));
    }

    /// <summary>Whether the directory says that its owner is gone still.</summary>
    public bool IsGone(Commitment commitment, IReadOnlyList<CardPost> posts) => companies.Current.Find(commitment.Owner) is not { } here
        || (commitment.IsOffered && posts.Open(commitment) is [.., var last] && last.HasMoved() && here.Department?.Id != commitment.Department);

    /// <summary>Somebody who has left is no longer in the company's picture, but their row still names their manager.</summary>
    async Task<CompanyPerson?> ManagerAsync(Commitment commitment, PersonId from, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.Find(from) is { } here)
            return company.ManagerOf(here) is { } above && above.Department?.Id == commitment.Department ? above : null;
        var manager = await db.People.AsNoTracking().Where(row => row.Id == from).Select(row => row.Manager).SingleOrDefaultAsync(ct);
        return manager is null ? null : company.FindByReference(manager);
    }
}
