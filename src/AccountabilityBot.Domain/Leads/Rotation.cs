using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Leads;

/// <summary>A member of the receiving department, as the rotation sees them.</summary>
/// <param name="OpenOffers">Offers put to this person that are not answered yet.</param>
/// <param name="Capacity">How many such offers they may have at once.</param>
/// <param name="LastOfferedAt">UTC; none: never.</param>
/// <param name="IsReachable">Whether an offer would come before their eyes: in a chat of their own, or in the department's channel.</param>
public sealed record Candidate(PersonId Id, int OpenOffers, int Capacity, DateTimeOffset? LastOfferedAt, bool IsReachable = true)
{
    /// <summary>Why they are not there; none: they are. Capacity and reach are no part of it.</summary>
    public Unavailable? Absent { get; init; }

    /// <summary>UTC; when they are back, if they are out.</summary>
    public DateTimeOffset? OutUntil { get; init; }

    /// <summary>Whether they are there at any moment of the department's next working day, or of what is left of this one.</summary>
    public bool IsExpected { get; init; } = true;

    public bool HasRoom => OpenOffers < Capacity;

    public bool IsHere => Absent is null;

    /// <summary>At work, though perhaps only for what does not wait.</summary>
    public bool IsAtWork => Absent is null or Unavailable.DoNotDisturb;

    /// <summary>The same person, as a lead sees them that does not wait.</summary>
    public Candidate ForUrgent() => Absent is Unavailable.DoNotDisturb ? this with { Absent = null } : this;

    /// <summary>Whether a lead may wait for them.</summary>
    public bool CanBeAwaited => IsHere || IsExpected;

    /// <summary>Why they would not be asked now; none: they would.</summary>
    public Unavailable? WhyNot => Absent ?? (!IsReachable ? Unavailable.Unreachable : HasRoom ? null : Unavailable.AtCapacity);
}

/// <summary>What the rotation found for one lead.</summary>
public abstract record NextOffer
{
    NextOffer()
    {
    }

    public sealed record To(PersonId Person, OfferReason Reason) : NextOffer;

    /// <summary>Everybody may answer, and the first to accept has it.</summary>
    public sealed record ToPool : NextOffer;

    /// <summary>Who may be asked is busy, away for a while or cannot be reached: the lead keeps its place in the queue.</summary>
    public sealed record Wait : NextOffer;

    /// <summary>There is nobody who may be asked: the lead goes to the guardian.</summary>
    /// <param name="Reason">A literal of <see cref="GuardianReasons"/>.</param>
    public sealed record Nobody(string Reason) : NextOffer;
}

/// <summary>
/// Whose turn it is. Fair: the one who has waited longest for an offer, and among those who never had one the order of
/// the people file. Before the rotation come the person the lead is reserved for and the one who knows the customer.
/// Only who is there is asked; a lead waits for who is expected in the next working day, and for nobody longer.
/// </summary>
public static class Rotation
{
    /// <param name="members">The receiving department, in the order of the people file.</param>
    /// <param name="accountOwner">Who owns another lead of the same customer; may be anybody.</param>
    public static NextOffer Next(Lead lead, IReadOnlyList<Candidate> members, PersonId? accountOwner)
    {
        if (NobodyFor(lead, members) is { } nobody)
            return nobody;
        // An offer that nobody sees is a promise broken in silence: it waits until somebody can be reached.
        var eligible = Eligible(lead, members).Where(member => member.IsReachable).ToList();
        // A person decided on this one, knowing how busy they are: capacity does not stand in the way.
        if (eligible.Find(member => member.Id == lead.ReservedFor && member.CanBeAwaited) is { } reserved)
        {
            return reserved.IsHere
                ? new NextOffer.To(reserved.Id, new OfferReason(lead.ReservedReason ?? OfferReason.PassedOnBy, lead.ReservedBy))
                : new NextOffer.Wait();
        }

        if (eligible.Find(member => member.Id == accountOwner && member.WhyNot is null) is { } knows)
            return new NextOffer.To(knows.Id, new OfferReason(OfferReason.AccountOwner));

        // OrderBy is stable, so that ties keep the order of the file.
        var inTurn = eligible.OrderBy(member => member.LastOfferedAt ?? DateTimeOffset.MinValue).ToList();
        return inTurn.Find(member => member.WhyNot is null) is { } next
            ? new NextOffer.To(next.Id, WhyNotBefore(inTurn, next))
            : new NextOffer.Wait();
    }

    /// <summary>For everybody at once: there must be somebody to see it, in the department's own working hours.</summary>
    public static NextOffer ForPool(Lead lead, IReadOnlyList<Candidate> members, bool isOpen)
    {
        if (NobodyFor(lead, members) is { } nobody)
            return nobody;
        return isOpen && Eligible(lead, members).Any(member => member is { IsHere: true, IsReachable: true })
            ? new NextOffer.ToPool()
            : new NextOffer.Wait();
    }

    /// <summary>Whether the one it is reserved for may be asked, or waited for; if not, the lead goes its usual way.</summary>
    public static bool IsHeldFor(Lead lead, IReadOnlyList<Candidate> members) =>
        lead.ReservedFor is { } person && Eligible(lead, members).Any(member => member.Id == person && member.CanBeAwaited);

    /// <summary>Why the lead cannot wait in the queue; none: somebody can be asked, or is expected.</summary>
    public static NextOffer.Nobody? NobodyFor(Lead lead, IReadOnlyList<Candidate> members)
    {
        if (members.Count == 0)
            return new NextOffer.Nobody(GuardianReasons.NoMembers);
        var any = false;
        foreach (var member in Eligible(lead, members))
        {
            if (member.CanBeAwaited)
                return null;
            any = true;
        }

        return new NextOffer.Nobody(any ? GuardianReasons.NobodyExpected : GuardianReasons.NobodyLeft);
    }

    static IEnumerable<Candidate> Eligible(Lead lead, IReadOnlyList<Candidate> members) => members.Where(member => !lead.WasInHandsOf(member.Id));

    /// <summary>
    /// Names the first in turn who is out or full. Who rests is not named, for that is between them and the bot; nor is whose
    /// working day is over or who is not to be disturbed, for that is nothing to speak of.
    /// </summary>
    static OfferReason WhyNotBefore(IEnumerable<Candidate> inTurn, Candidate next) =>
        inTurn.TakeWhile(member => member.Id != next.Id).FirstOrDefault(member => member.WhyNot is Unavailable.Out or Unavailable.OutOfOffice or Unavailable.AtCapacity) switch
        {
            null => new OfferReason(OfferReason.Rotation),
            { Absent: Unavailable.Out, OutUntil: { } until } away => new OfferReason(OfferReason.NextIsOut, away.Id, until),
            { Absent: Unavailable.Out or Unavailable.OutOfOffice } away => new OfferReason(OfferReason.NextIsAway, away.Id),
            var full => new OfferReason(OfferReason.Rotation, full.Id),
        };
}
