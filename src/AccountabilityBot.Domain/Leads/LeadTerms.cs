using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Leads;

/// <summary>What the revenue model says of one lead: what is promised, what happens when it is not kept, and by whose hours.</summary>
/// <param name="Hands">After so many hands the lead goes to the guardian.</param>
/// <param name="Undo">How long a reject can be taken back; elapsed time.</param>
/// <param name="AcceptWithin">Working time from the offer to the answer.</param>
/// <param name="CalendarOf">The hours of the one person who promises; of the department for none, a pool.</param>
public sealed record LeadTerms(int Hands, TimeSpan Undo, TimeSpan AcceptWithin, Func<PersonId?, WorkingCalendar> CalendarOf)
{
    /// <summary>What happens until an offer is answered, and until the owner has spoken to the buyer.</summary>
    public Ladder Ladder { get; init; } = Ladder.Usual;

    /// <summary>Working time from the accept to the first touch; none: nothing is promised.</summary>
    public TimeSpan? ContactWithin { get; init; }

    /// <summary>Working time from one touch to the next; none: nothing is promised.</summary>
    public TimeSpan? FollowUpWithin { get; init; }

    public Ladder FollowUpLadder { get; init; } = Ladder.ForFollowUp;

    /// <summary>Working time without a word about a lead, after which its owner is asked what became of it; none: nobody is asked.</summary>
    public TimeSpan? DispositionWithin { get; init; }

    /// <returns>None: the model asks for no such promise.</returns>
    internal PromiseTerms? Of(PromiseKind kind, PersonId? promisor) => kind switch
    {
        PromiseKind.Answer => new(AcceptWithin, Ladder, CalendarOf(promisor)),
        PromiseKind.FirstTouch => ContactWithin is { } within ? new(within, Ladder, CalendarOf(promisor)) : null,
        _ => FollowUpWithin is { } within ? new(within, FollowUpLadder, CalendarOf(promisor)) : null,
    };
}
