using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Model;

/// <summary>A hand-off from one department to its neighbour.</summary>
/// <param name="Id">Slug.</param>
/// <param name="From">Id of the department that hands over.</param>
/// <param name="To">Id of the department that receives.</param>
/// <param name="Name">What people call it.</param>
public sealed record Seam(string Id, string From, string To, string Name)
{
    /// <summary>What is handed over, as a slug: <c>lead</c> is only the first kind.</summary>
    public const string LeadKind = "lead";

    /// <summary>The facts that a sender can promise.</summary>
    public static readonly IReadOnlyList<string> Facts = ["company", "email", "phone", "url", "value", "campaign"];

    public string Kind { get; init; } = LeadKind;

    /// <summary>What people call one: Order, Site, Request. None: what the language calls a lead.</summary>
    public string? Item { get; init; }

    /// <summary>Id of the segment of what comes over it and names none; none: the company's default.</summary>
    public string? Segment { get; init; }

    /// <summary>The sender's promise: these facts stand in all that is handed over.</summary>
    public IReadOnlyList<string> Complete { get; init; } = [];

    /// <summary>The sender's promise: elapsed time from the buyer's coming to the hand-over; none: nothing is promised.</summary>
    public TimeSpan? HandOverWithin { get; init; }
}

/// <summary>One step of the buyer's journey.</summary>
public sealed record Stage(string Id, string Name);

/// <summary>What one word means in this company: the answer to <c>define …</c>.</summary>
public sealed record Definition(string Id, string Name, string Text);

/// <summary>Who an offer is put to.</summary>
public enum OfferKind
{
    /// <summary>One named person; only they may accept.</summary>
    Person,

    /// <summary>Everybody in the department; the first to accept has it.</summary>
    Pool,
}

/// <summary>How urgent a lead is, and so how it is offered.</summary>
/// <param name="Id">Slug.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Offer">To one person or to the pool.</param>
/// <param name="AcceptWithin">Working time of the receiving department, from the offer to the answer.</param>
/// <param name="Rank">1 goes first when leads wait in a queue.</param>
/// <param name="Default">Whether a lead that names no segment is of this one; exactly one segment is.</param>
public sealed record Segment(string Id, string Name, OfferKind Offer, TimeSpan AcceptWithin, int Rank, bool Default)
{
    /// <summary>Working time from the accept to the first touch; none: nothing is promised.</summary>
    public TimeSpan? ContactWithin { get; init; }

    /// <summary>Working time from one touch to the next; none: nothing is promised.</summary>
    public TimeSpan? FollowUpWithin { get; init; }

    /// <summary>What happens while an offer is not answered, and while an owner has not spoken to the buyer.</summary>
    public Ladder Ladder { get; init; } = Ladder.Usual;

    /// <summary>What happens while a buyer does not hear from the owner again.</summary>
    public Ladder FollowUpLadder { get; init; } = Ladder.ForFollowUp;

    /// <summary>Object id or e-mail address of who helps when a promise is late; none: the department's head.</summary>
    public string? SecondLine { get; init; }
}

/// <summary>The numbers that every lead's way obeys.</summary>
/// <param name="Department">Id of the department that receives a lead which names none.</param>
/// <param name="Seam">Id of the seam of a lead which names none.</param>
public sealed record LeadRules(string Department, string Seam)
{
    /// <summary>How long a working day is where a time is written in days: the unit <c>1d</c> is eight working hours.</summary>
    public static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    /// <summary>How many offers one person may have open at once.</summary>
    public int Capacity { get; init; } = 5;

    /// <summary>Exceptions to <see cref="Capacity"/>, by object id or e-mail address.</summary>
    public IReadOnlyDictionary<string, int> Capacities { get; init; } = new Dictionary<string, int>();

    /// <summary>How many hands (passed on, handed back, let expire) a lead goes through before it goes to the guardian.</summary>
    public int Hands { get; init; } = 3;

    /// <summary>Elapsed time in which a reject can be taken back; the sender hears after that.</summary>
    public TimeSpan Undo { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Working time a lead may wait in a department's queue before the guardian has it.</summary>
    public TimeSpan QueueWait { get; init; } = WorkingDay;

    /// <summary>Working time without a word about an accepted lead, after which its owner is asked what became of it; none: nobody is asked.</summary>
    public TimeSpan? DispositionWithin { get; init; } = 5 * WorkingDay;

    /// <summary>How many offers this person may have open at once.</summary>
    /// <param name="objectId">The person's Entra object id.</param>
    /// <param name="email">The person's e-mail address, if known.</param>
    public int CapacityOf(string objectId, string? email)
    {
        foreach (var (person, capacity) in Capacities)
        {
            if (person.Equals(objectId, StringComparison.OrdinalIgnoreCase) || person.Equals(email, StringComparison.OrdinalIgnoreCase))
                return capacity;
        }

        return Capacity;
    }
}
