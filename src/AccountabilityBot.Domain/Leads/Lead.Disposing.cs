using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Leads;

/// <summary>What becomes of an accepted lead, step by step to its end.</summary>
public sealed partial class Lead
{
    /// <summary>The furthest day on which a lead may come back.</summary>
    public const int MostRecycleDays = 730;

    /// <summary>What ended longer ago than so many days, and is told only now, went on long since without the bot.</summary>
    public const int MostDaysToHandOver = 30;

    /// <summary>When a lead comes back, by the department's clock.</summary>
    static readonly TimeOnly _morning = new(9, 0);

    readonly List<SavedDisposition> _dispositions = [];

    /// <summary>Where it stands; none before it was accepted.</summary>
    public DealStage? Stage { get; private set; }

    /// <summary>How many dispositions there were; numbers the next.</summary>
    public int DispositionsMade { get; private set; }

    /// <summary>Id of the last disposition.</summary>
    public string? DispositionCode { get; private set; }

    /// <summary>Id of its reason.</summary>
    public string? DispositionReason { get; private set; }

    /// <summary>Those of this decision; earlier ones are not loaded.</summary>
    public IReadOnlyList<SavedDisposition> Dispositions => _dispositions;

    /// <summary>UTC; since when it is an opportunity. None: it never became one.</summary>
    public DateTimeOffset? OpportunitySince { get; private set; }

    /// <summary>In minor units of <see cref="OpportunityCurrency"/>.</summary>
    public long? OpportunityMinor { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string? OpportunityCurrency { get; private set; }

    /// <summary>The day of the meeting that was set, in the department's zone.</summary>
    public DateOnly? MeetingOn { get; private set; }

    /// <summary>UTC; when a recycled lead comes back.</summary>
    public DateTimeOffset? RecycleAt { get; private set; }

    /// <summary>UTC; when it was won, lost, put off or closed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it can be chosen for this lead, where it stands.</summary>
    public bool Allows(Disposition disposition) => disposition.Fits(Kind, Stage ?? DealStage.Working);

    /// <summary>The owner says what became of the lead; the one next step follows from the code.</summary>
    /// <param name="chosen">From the revenue model; none: nothing was chosen.</param>
    public Decision SetDisposition(LeadActor actor, Disposition? chosen, DispositionEntry entry, LeadTerms terms, DateTimeOffset now)
    {
        if (MayWork(actor) is { } refusal)
            return refusal;
        if (chosen is null)
            return LeadRefusals.DispositionMissing();
        if (!Allows(chosen))
            return LeadRefusals.DispositionNotHere(chosen.Name);
        if (WhatIsWrong(chosen, entry, TodayFor(terms, now)) is { } invalid)
            return invalid;

        EndHold();
        // Wrong data are found before anybody could be spoken to: what was promised waits with the lead.
        if (chosen.Next is NextStep.FixData)
        {
            PausePromise(terms, now);
            return Disposed(chosen, entry, actor.Id, terms, now);
        }

        // Everything else was learnt from the buyer, or by trying: it is a touch, and may be the first.
        IReadOnlyList<DomainEvent> touched = ContactedAt is null ? [new DomainEvent(LeadEvents.Contacted, actor.Id)] : [];
        ContactedAt ??= now;
        FirstContactedAt ??= now;
        FulfilPromise(terms, now);
        MeasureWord(DispositionAsks == 0 ? Promises.PromiseOutcome.Kept : Promises.PromiseOutcome.Late, terms, now);
        return Decision.Of([.. touched, .. Disposed(chosen, entry, actor.Id, terms, now).Happened]);
    }

    /// <summary>
    /// Another system, or a list, tells how it ended. It is taken as it is told, also for a lead that nobody had accepted here,
    /// and also at a time before the lead came: that is flagged and not refused. Over the next seam goes only what is still news.
    /// </summary>
    /// <param name="at">UTC; when it happened.</param>
    public Decision RecordOutcome(Disposition chosen, DispositionEntry entry, DateTimeOffset at, LeadTerms terms, DateTimeOffset now)
    {
        if (IsEnded && DispositionCode == chosen.Id && DispositionReason == entry.Reason)
            return Decision.AlreadyDone;
        if (!chosen.Ends)
            return LeadRefusals.DispositionNoEnd(chosen.Name);
        if (IsEnded || State is LeadState.Rejected)
            return LeadRefusals.Ended();
        if (WhatIsWrong(chosen, entry, TodayFor(terms, at)) is { } invalid)
            return invalid;

        List<DomainEvent> withdrawn = [];
        if (OpenOffer is { } offer)
        {
            offer.End(OfferOutcome.Withdrawn, by: null, now);
            withdrawn.Add(new DomainEvent(LeadEvents.Withdrawn, Other: offer.To));
        }

        EndPromise(Promises.PromiseOutcome.Void, terms, now);
        EndHold();
        (GuardianSince, GuardianReason) = (null, null);
        var disposed = Disposed(chosen, entry, by: null, terms, at, isHistory: now - at > TimeSpan.FromDays(MostDaysToHandOver));
        return Decision.Of([.. withdrawn, .. disposed.Happened]);
    }

    /// <summary>The day has come on which a lead that was put off is to be tried again: its former owner first.</summary>
    public Decision ComeBackIfDue(LeadTerms terms, DateTimeOffset now)
    {
        if (State is not LeadState.Recycled || RecycleAt is not { } at || at > now)
            return Decision.AlreadyDone;
        Reopen(now);
        return Done([new DomainEvent(LeadEvents.Reopened, Reason: RecycleIsOver), .. Unreachable(terms, now)]);
    }

    /// <summary>Why a recycled lead was opened again. Stored: it never changes.</summary>
    public const string RecycleIsOver = "recycle-date";

    /// <summary>What goes over the next seam: the same customer, with all that is known, and a promise of its own.</summary>
    public NewLead HandOver(Seam seam, Segment segment) => new()
    {
        ExternalId = $"{Id}:{DispositionsMade}",
        Source = Source,
        Department = seam.To,
        Seam = seam.Id,
        Segment = segment.Id,
        Rank = segment.Rank,
        Kind = seam.Kind,
        Complete = seam.Complete,
        HandOverWithin = seam.HandOverWithin,
        FromDepartment = Department,
        FromPerson = Owner,
        Facts = Facts with
        {
            ValueMinor = OpportunityMinor ?? Facts.ValueMinor,
            Currency = OpportunityMinor is null ? Facts.Currency : OpportunityCurrency,
        },
        Parent = Id,
        Origin = Origin ?? Id,
    };

    Decision Disposed(Disposition chosen, DispositionEntry entry, PersonId? by, LeadTerms terms, DateTimeOffset at, bool isHistory = false)
    {
        var from = Stage ?? DealStage.Working;
        var to = chosen.Becomes ?? from;
        (Stage, DispositionCode, DispositionReason) = (to, chosen.Id, entry.Reason);
        DispositionsMade++;
        Valued(entry, to, at);
        _dispositions.Add(new SavedDisposition(this, chosen, Trimmed(entry), by, from, to, at, IsBeforeArrival(terms, at)));

        if (chosen.DoNotContact)
            Facts = Facts with { DoNotCall = true, DoNotEmail = true };
        if (chosen.Ends)
            End(to, entry, terms, at);
        else
            GoOn(chosen, entry, terms, at);

        var reason = entry.Reason is { } why ? $"{chosen.Id}:{why}" : chosen.Id;
        List<DomainEvent> happened = [new DomainEvent(LeadEvents.Disposed, by, Reason: reason, Note: Blank(entry.Note))];
        if (to != from || to is DealStage.MeetingSet)
            happened.Add(new DomainEvent(LeadEvents.OfStage(to), by, Reason: reason));
        if (chosen.Next is NextStep.FixData)
            happened.Add(new DomainEvent(LeadEvents.DataAsked, by, Other: FromPerson));
        if (chosen.Next is NextStep.HandOver && !isHistory)
            happened.Add(new DomainEvent(LeadEvents.HandedOver, by, Reason: chosen.Seam));
        return Done(happened);
    }

    /// <summary>Lists often know days and no hours: what happened on the very day of the arrival, at whatever hour, is no mistake.</summary>
    bool IsBeforeArrival(LeadTerms terms, DateTimeOffset at) => at < ReceivedAt && TodayFor(terms, at) < TodayFor(terms, ReceivedAt);

    /// <summary>An opportunity begins when the lead is qualified, or is won without ever having been; its value may change until the end.</summary>
    void Valued(DispositionEntry entry, DealStage to, DateTimeOffset at)
    {
        if (entry.ValueMinor is { } value)
            (OpportunityMinor, OpportunityCurrency) = (value, entry.Currency);
        if (to is not (DealStage.Qualified or DealStage.Proposal or DealStage.Won))
            return;
        OpportunitySince ??= at;
        if (OpportunityMinor is null)
            (OpportunityMinor, OpportunityCurrency) = (Facts.ValueMinor, Facts.Currency);
    }

    void End(DealStage stage, DispositionEntry entry, LeadTerms terms, DateTimeOffset at)
    {
        State = stage switch
        {
            DealStage.Won => LeadState.Won,
            DealStage.Lost => LeadState.Lost,
            DealStage.Recycled => LeadState.Recycled,
            _ => LeadState.Closed,
        };
        (EndedAt, DispositionDueAt, DispositionAsks, MeetingOn) = (at, null, 0, null);
        Reserve(null, null, null);
        RecycleAt = stage is DealStage.Recycled ? LocalTime.ToInstant(entry.RecycleOn!.Value, _morning, ZoneOf(terms)) : null;
    }

    void GoOn(Disposition chosen, DispositionEntry entry, LeadTerms terms, DateTimeOffset at)
    {
        if (chosen.Next is NextStep.FixData)
        {
            // The owner is not asked either while the sender looks for the data.
            var until = terms.CalendarOf(Owner).AddWorkingTime(at, _dataWithin);
            (HeldUntil, HoldReason, DataWanted, DispositionDueAt, DispositionAsks) = (until, DataAreMended, Blank(entry.Note), null, 0);
            return;
        }

        MeetingOn = chosen.Becomes is DealStage.MeetingSet ? entry.MeetingOn : null;
        // Until the meeting the buyer expects to hear nothing.
        if (MeetingOn is null)
            MakePromise(Promises.PromiseKind.FollowUp, Owner, terms, at);
        AskAgain(terms, at);
    }

    /// <summary>Opened again after its end: another life, and the opportunity of the last one stays in the history.</summary>
    void Reopen(DateTimeOffset now)
    {
        Reserve(Owner, OfferReason.FormerOwner, by: null);
        // Hands given in the last life do not keep anybody from this one.
        Hands = [];
        (CloseReason, Stage, EndedAt, RecycleAt) = (null, null, null, null);
        (OpportunitySince, OpportunityMinor, OpportunityCurrency) = (null, null, null);
        (DispositionCode, DispositionReason) = (null, null);
        Queue(now);
    }

    static DispositionEntry Trimmed(DispositionEntry entry) => entry with
    {
        Budget = Blank(entry.Budget),
        Authority = Blank(entry.Authority),
        Need = Blank(entry.Need),
        Timing = Blank(entry.Timing),
        Bought = Blank(entry.Bought),
    };

    static TimeZoneInfo ZoneOf(LeadTerms terms) => terms.CalendarOf(null).Zone;

    static DateOnly TodayFor(LeadTerms terms, DateTimeOffset now) =>
        LocalTime.DayIn(ZoneOf(terms), now);

    static Refusal? WhatIsWrong(Disposition chosen, DispositionEntry entry, DateOnly today)
    {
        if (chosen.Reasons.Count > 0 && string.IsNullOrEmpty(entry.Reason))
            return LeadRefusals.ReasonMissing();
        if (entry.Reason is { Length: > 0 } reason && !chosen.Reasons.Any(known => known.Id == reason))
            return LeadRefusals.ReasonUnknown(reason);
        foreach (var field in chosen.Needed.Where(field => !entry.Has(field)))
            return LeadRefusals.FieldMissing(field);
        foreach (var field in Enum.GetValues<DispositionField>().Where(field => field is not DispositionField.Note && entry.TextOf(field)?.Length > DispositionEntry.MaxText))
            return LeadRefusals.FieldTooLong(field, DispositionEntry.MaxText);
        if (entry.MeetingOn < today)
            return LeadRefusals.DateNotAhead(DispositionField.MeetingDate);
        if (entry.RecycleOn <= today)
            return LeadRefusals.DateNotAhead(DispositionField.RecycleDate);
        if (entry.RecycleOn > today.AddDays(MostRecycleDays) || entry.MeetingOn > today.AddDays(MostRecycleDays))
            return LeadRefusals.DateTooFar(entry.RecycleOn is null ? DispositionField.MeetingDate : DispositionField.RecycleDate, MostRecycleDays);
        if (entry.ValueMinor < 0)
            return LeadRefusals.ValueNegative();
        if (entry.ValueMinor is not null && (entry.Currency is null || !Money.IsCurrency(entry.Currency)))
            return LeadRefusals.CurrencyMissing();
        return CheckNote(entry.Note);
    }
}
