namespace AccountabilityBot.Domain.Leads;

/// <summary>
/// Something handed over a seam for a person to accept. Every method is one decision: it changes the lead and says what
/// happened, or changes nothing and says why not. There is no clock in here: <c>now</c> is given, in UTC.
/// </summary>
public sealed partial class Lead
{
    /// <summary>Longest note a person may write, in UTF-16 units.</summary>
    public const int MaxNote = 1_000;

    readonly List<Offer> _offers = [];

    Lead()
    {
    }

    public LeadId Id { get; private set; }

    /// <summary>What people say: 1042 for <c>L-1042</c>.</summary>
    public long No { get; private set; }

    /// <summary>Counts every change; guards against two changes at once, and tells a card how old it is.</summary>
    public int Version { get; private set; }

    public LeadState State { get; private set; }

    /// <summary>Id of the department that is to accept it.</summary>
    public string Department { get; private set; } = "";

    /// <summary>Id of the seam it came over.</summary>
    public string Seam { get; private set; } = "";

    public string Segment { get; private set; } = "";

    /// <summary>The segment's rank when the lead came in: lower is more urgent.</summary>
    public int Rank { get; private set; }

    /// <summary>Kind of hand-off; <c>lead</c> is only the first.</summary>
    public string Kind { get; private set; } = "lead";

    /// <summary>Id of a source of the revenue model, or the sender's own word for one the model does not know.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The sender's key; one per source.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>Kept up to date by whoever sends the lead; its campaign is the first that brought it, and stays.</summary>
    public LeadFacts Facts { get; private set; } = null!;

    /// <summary>The latest campaign that brought the lead once more, where that is another than the first.</summary>
    public string? LastCampaign { get; private set; }

    public string? AccountKey { get; private set; }

    /// <summary>The campaign that it came by, folded, so that every spelling of it is found; none: it names none.</summary>
    public string? CampaignKey { get; private set; }

    public string FromDepartment { get; private set; } = "";

    public PersonId? FromPerson { get; private set; }

    /// <summary>The hand-off out of which this one came; none: it came from outside.</summary>
    public LeadId? Parent { get; private set; }

    /// <summary>The first of the chain: all that came of one inquiry is found by it. None: this one is the first.</summary>
    public LeadId? Origin { get; private set; }

    /// <summary>UTC; when the buyer came, as the sender tells it. Raw durations count from here.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>UTC; its place in the department's queue.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    public PersonId? Owner { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>UTC; the present owner's first touch.</summary>
    public DateTimeOffset? ContactedAt { get; private set; }

    /// <summary>UTC; the very first touch, whoever made it. Once there, it stays.</summary>
    public DateTimeOffset? FirstContactedAt { get; private set; }

    /// <summary>UTC; set while the owner holds the lead.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public string? HoldReason { get; private set; }

    public PersonId? RejectedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? RejectedAt { get; private set; }

    public string? RejectReason { get; private set; }

    /// <summary>The answer to the reason's second question: a choice's id, or the person's words.</summary>
    public string? RejectAnswer { get; private set; }

    public string? RejectNote { get; private set; }

    /// <summary>UTC; until then the reject can be taken back. None once the reject is settled and the sender was told.</summary>
    public DateTimeOffset? UndoUntil { get; private set; }

    /// <summary>UTC; set while the lead is on the guardian's list.</summary>
    public DateTimeOffset? GuardianSince { get; private set; }

    /// <summary>Why it is on the guardian's list: a literal of <see cref="GuardianReasons"/>.</summary>
    public string? GuardianReason { get; private set; }

    /// <summary>Who is asked next, before the rotation: a named colleague, or a former owner.</summary>
    public PersonId? ReservedFor { get; private set; }

    /// <summary>Why <see cref="ReservedFor"/>.</summary>
    public string? ReservedReason { get; private set; }

    public PersonId? ReservedBy { get; private set; }

    public string? CloseReason { get; private set; }

    /// <summary>Everybody who gave the lead out of their hands, in order.</summary>
    public IReadOnlyList<Hand> Hands { get; private set; } = [];

    /// <summary>All there ever were, in no order: the number of the next and the one that stands are read from here.</summary>
    public IReadOnlyList<Offer> Offers => _offers;

    /// <summary>The offer that stands. The database refuses a second one.</summary>
    public Offer? OpenOffer => _offers.Find(offer => offer.IsOpen);

    public Offer? LastOffer => _offers.MaxBy(offer => offer.No);

    public bool IsEnded => State is LeadState.Won or LeadState.Lost or LeadState.Recycled or LeadState.Closed;

    public bool IsHeld => HeldUntil is not null;

    public string Label => $"L-{No}";

    /// <summary>A lead arrives and takes its place in the queue.</summary>
    public static (Lead Lead, Decision Decision) Receive(NewLead arriving, LeadId id, long no, DateTimeOffset now)
    {
        var lead = new Lead
        {
            Id = id,
            No = no,
            Version = 1,
            State = LeadState.Waiting,
            Department = arriving.Department,
            Seam = arriving.Seam,
            Segment = arriving.Segment,
            Rank = arriving.Rank,
            Kind = arriving.Kind,
            Source = arriving.Source,
            ExternalId = arriving.ExternalId,
            CampaignKey = KeyOfCampaign(arriving.Facts.Campaign),
            FromDepartment = arriving.FromDepartment,
            FromPerson = arriving.FromPerson,
            Parent = arriving.Parent,
            Origin = arriving.Origin,
            ReceivedAt = arriving.ReceivedAt ?? now,
            WaitingSince = now,
        };
        lead.Know(arriving.Facts);
        lead.MeasureSender(arriving, now);
        var received = new DomainEvent(LeadEvents.Received, arriving.FromPerson);
        // Nobody is offered somebody whom they must not speak to: a person decides what that means.
        return (lead, lead.Facts.IsNotToBeContacted ? Decision.Of(received, lead.SendToGuardian(GuardianReasons.DoNotContact, now)) : Decision.Of(received));
    }

    /// <summary>
    /// The same lead was sent again. New facts go on the card, but what brought it first stays; a lead that was lost, recycled or closed is opened again,
    /// its former owner first. Nothing else starts anew: a lead in flight stays in the hands it is in (unless the buyer asks not
    /// to be contacted), a rejected one with its sender, and a won one is won.
    /// </summary>
    /// <param name="isEndTold">The sender tells how it ended in the same breath: then it is no new inquiry, and opens nothing.</param>
    public Decision ReceiveAgain(LeadFacts facts, PersonId? from, LeadTerms terms, DateTimeOffset now, bool isEndTold = false)
    {
        var happened = new List<DomainEvent>();
        // What somebody asked for once holds until they say otherwise themselves, and no list says that.
        if (Facts.DoNotCall || Facts.DoNotEmail)
            facts = facts with { DoNotCall = facts.DoNotCall || Facts.DoNotCall, DoNotEmail = facts.DoNotEmail || Facts.DoNotEmail };
        var first = Facts.Campaign ?? facts.Campaign;
        var last = facts.Campaign is { } another && another != first ? another : LastCampaign;
        var news = facts.Campaign == first ? facts : facts with { Campaign = first };
        if (!news.SameAs(Facts) || last != LastCampaign)
        {
            var wasReachable = !Facts.IsNotToBeContacted;
            Know(news);
            (LastCampaign, CampaignKey) = (last, KeyOfCampaign(first));
            happened.Add(new DomainEvent(LeadEvents.Updated, from));
            if (wasReachable)
                happened.AddRange(Unreachable(terms, now));
        }

        if (!isEndTold && State is (LeadState.Lost or LeadState.Recycled or LeadState.Closed))
        {
            Reopen(now);
            happened.AddRange([new DomainEvent(LeadEvents.Reopened, from), .. Unreachable(terms, now)]);
        }

        return happened.Count == 0 ? Decision.AlreadyDone : Done(happened);
    }

    /// <summary>Whether this person had the lead and gave it up; it never goes back to them.</summary>
    public bool WasInHandsOf(PersonId person) => Hands.Any(hand => hand.Person == person);

    Decision Done(params IReadOnlyList<DomainEvent> happened)
    {
        Version++;
        return Decision.Of(happened);
    }

    void Queue(DateTimeOffset now)
    {
        (State, WaitingSince) = (LeadState.Waiting, now);
        // The next owner's first contact is still to come; the very first one stays. Leads of an earlier version know it only now.
        FirstContactedAt ??= ContactedAt;
        (Owner, AcceptedAt, ContactedAt, GuardianSince, GuardianReason) = (null, null, null, null, null);
        EndHold();
        // What the last owner learnt stays; nobody owes a word about it while nobody has it.
        (DispositionDueAt, DispositionAsks) = (null, 0);
    }

    void Reserve(PersonId? person, string? reason, PersonId? by) =>
        (ReservedFor, ReservedReason, ReservedBy) = person is null ? (null, null, null) : (person, reason, by);

    /// <summary>What two spellings of one campaign share; none for one that is no word.</summary>
    public static string? KeyOfCampaign(string? campaign) => campaign is not null && Model.Spelling.Fold(campaign) is { Length: > 0 } folded ? folded : null;

    static Refusal? CheckNote(string? note) => note?.Length > MaxNote ? LeadRefusals.NoteTooLong(MaxNote) : null;
}
