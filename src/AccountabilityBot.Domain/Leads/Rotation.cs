namespace AccountabilityBot.Domain.Leads;

/// <summary>A member of the receiving department, as the rotation sees them.</summary>
/// <param name="OpenOffers">Offers put to this person that are not answered yet.</param>
/// <param name="Capacity">How many such offers they may have at once.</param>
/// <param name="LastOfferedAt">UTC; none: never.</param>
/// <param name="IsReachable">Whether an offer would come before their eyes: in a chat of their own, or in the department's channel.</param>
public sealed record Candidate(PersonId Id, int OpenOffers, int Capacity, DateTimeOffset? LastOfferedAt, bool IsReachable = true)
{
    public bool HasRoom => OpenOffers < Capacity;
}

/// <summary>What the rotation found for one lead.</summary>
public abstract record NextOffer
{
    NextOffer()
    {
    }

    public sealed record To(PersonId Person, OfferReason Reason) : NextOffer;

    /// <summary>Everybody who may be asked is at capacity or cannot be reached: the lead keeps its place in the queue.</summary>
    public sealed record Wait : NextOffer;

    /// <summary>There is nobody who may be asked: the lead goes to the guardian.</summary>
    /// <param name="Reason">A literal of <see cref="GuardianReasons"/>.</param>
    public sealed record Nobody(string Reason) : NextOffer;
}

/// <summary>
/// Whose turn it is. Fair: the one who has waited longest for an offer, and among those who never had one the order of
/// the people file. Before the rotation come the person the lead is reserved for and the one who knows the customer.
/// </summary>
public static class Rotation
{
    /// <param name="members">The receiving department, in the order of the people file.</param>
    /// <param name="accountOwner">Who owns another lead of the same customer; may be anybody.</param>
    public static NextOffer Next(Lead lead, IReadOnlyList<Candidate> members, PersonId? accountOwner)
    {
        if (members.Count == 0)
            return new NextOffer.Nobody(GuardianReasons.NoMembers);
        var eligible = members.Where(member => !lead.WasInHandsOf(member.Id)).ToList();
        if (eligible.Count == 0)
            return new NextOffer.Nobody(GuardianReasons.NobodyLeft);

        // An offer that nobody sees is a promise broken in silence: it waits until somebody can be reached.
        eligible.RemoveAll(member => !member.IsReachable);
        // A person decided on this one, knowing how busy they are: capacity does not stand in the way.
        if (eligible.Find(member => member.Id == lead.ReservedFor) is { } reserved)
            return new NextOffer.To(reserved.Id, new OfferReason(lead.ReservedReason ?? OfferReason.PassedOnBy, lead.ReservedBy));
        if (eligible.Find(member => member.Id == accountOwner && member.HasRoom) is { } knows)
            return new NextOffer.To(knows.Id, new OfferReason(OfferReason.AccountOwner));

        // OrderBy is stable, so that ties keep the order of the file.
        var inTurn = eligible.OrderBy(member => member.LastOfferedAt ?? DateTimeOffset.MinValue).ToList();
        if (inTurn.Find(member => member.HasRoom) is not { } next)
            return new NextOffer.Wait();
        var skipped = inTurn[0].Id == next.Id ? (PersonId?)null : inTurn[0].Id;
        return new NextOffer.To(next.Id, new OfferReason(OfferReason.Rotation, skipped));
    }

    /// <summary>Whether anybody of the pool may still be asked.</summary>
    public static bool PoolHasAnybody(Lead lead, IReadOnlyList<Candidate> members) =>
        members.Any(member => !lead.WasInHandsOf(member.Id));
}
