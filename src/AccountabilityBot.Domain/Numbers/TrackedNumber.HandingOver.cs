namespace AccountabilityBot.Domain.Numbers;

/// <summary>From one owner to the next: proposed by who may, and in force only with the new owner's word and on its day.</summary>
public sealed partial class TrackedNumber
{
    /// <summary>A new owner who says nothing for so long has not said yes.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(7);

    /// <summary>How far ahead a hand-over may lie.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>The longest of a person's own words beside a decision, in UTF-16 units.</summary>
    public const int MaxWords = 500;

    readonly List<HandOver> _handOvers = [];

    /// <summary>Every hand-over that was proposed, in their order.</summary>
    public IReadOnlyList<HandOver> HandOvers => _handOvers;

    /// <summary>The one that is proposed, or accepted and waits for its day.</summary>
    public HandOver? OpenHandOver => _handOvers.Find(one => one.ClosedAt is null);

    /// <summary>Why this person may not name an owner; none: they may.</summary>
    public Refusal? MayPropose(NumberActor actor) =>
        !IsActive ? NumberRefusals.Retired()
        : OpenHandOver is { } open ? NumberRefusals.HandOverIsOpen(open.To)
        : actor.MayName || Current?.Person == actor.Id ? null
        : NumberRefusals.MayNotName();

    /// <summary>Names who is to own it, from a day on. They are asked, and own nothing before they said yes.</summary>
    /// <param name="to">Whom; none: nobody was chosen.</param>
    /// <param name="isListed">Whether the directory lists them.</param>
    /// <param name="on">Today or later, at most <see cref="MostDaysAhead"/> days ahead.</param>
    /// <param name="zone">Whose days count: of the number's department, or else the company's.</param>
    public Decision Propose(NumberActor actor, PersonId? to, bool isListed, DateOnly? on, string? note, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (MayPropose(actor) is { } refusal)
            return refusal;
        if (to is not { } person)
            return NumberRefusals.PersonMissing();
        if (!isListed)
            return NumberRefusals.PersonUnknown();
        if (Current?.Person == person)
            return NumberRefusals.ToTheOwner(person);
        if (person == actor.Id)
            return NumberRefusals.ToYourself();
        if (WhyNotOn(on, zone, now) is { } wrongDay)
            return wrongDay;
        if (note is { Length: > MaxWords })
            return NumberRefusals.WordsTooLong(MaxWords);

        _handOvers.Add(new HandOver
        {
            Id = Guid.CreateVersion7(now),
            NumberId = Id,
            From = Current?.Person,
            To = person,
            ProposedBy = actor.Id,
            ProposedAt = now,
            EffectiveOn = on!.Value,
            EffectiveAt = LocalTime.ToInstant(on.Value, TimeOnly.MinValue, zone),
            Note = note,
        });
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.HandOverProposed, actor.Id, person, Note: note));
    }

    /// <summary>Yes: it is theirs from its day on; at once, when that day has come.</summary>
    public Decision Accept(NumberActor actor, string? words, DateTimeOffset now)
    {
        if (WhyNotAnswer(actor, words) is { } refusal)
            return refusal;
        var open = OpenHandOver!;
        (open.State, open.AnsweredAt, open.Answer) = (HandOverState.Accepted, now, words);
        Version++;
        var accepted = new DomainEvent(NumberEvents.HandOverAccepted, actor.Id, open.From, Note: words);
        return open.EffectiveAt <= now ? Decision.Of(accepted, Own(open, now)) : Decision.Of(accepted);
    }

    /// <summary>No: everything stays as it is. Somebody who said yes may still say no until the day has come.</summary>
    public Decision Decline(NumberActor actor, string? words, DateTimeOffset now)
    {
        if (!IsActive)
            return NumberRefusals.Retired();
        if (OpenHandOver is not { } open)
            return NumberRefusals.NoHandOver();
        if (open.To != actor.Id)
            return NumberRefusals.NotForYou(open.To);
        if (words is { Length: > MaxWords })
            return NumberRefusals.WordsTooLong(MaxWords);
        (open.AnsweredAt, open.Answer) = (now, words);
        return Close(open, HandOverState.Declined, NumberEvents.HandOverDeclined, actor.Id, open.ProposedBy, words, now);
    }

    /// <summary>The proposer takes it back, as long as its day has not come.</summary>
    public Decision Withdraw(NumberActor actor, DateTimeOffset now)
    {
        if (OpenHandOver is not { } open)
            return NumberRefusals.NoHandOver();
        return open.ProposedBy == actor.Id
            ? Close(open, HandOverState.Withdrawn, NumberEvents.HandOverWithdrawn, actor.Id, open.To, null, now)
            : NumberRefusals.NotWhoProposed(open.ProposedBy);
    }

    /// <summary>What time brings: an accepted hand-over takes effect on its day, an unanswered one lapses, one to somebody who left is overtaken.</summary>
    /// <param name="isListed">Whether the directory still lists the new owner.</param>
    public Decision Progress(bool isListed, DateTimeOffset now)
    {
        if (!IsActive || OpenHandOver is not { } open)
            return Decision.AlreadyDone;
        if (!isListed || Current?.Person == open.To)
            return Close(open, HandOverState.Overtaken, NumberEvents.HandOverOvertaken, null, open.To, null, now);
        if (open.State is HandOverState.Proposed)
            return open.LapsesAt <= now ? Close(open, HandOverState.Lapsed, NumberEvents.HandOverLapsed, null, open.To, null, now) : Decision.AlreadyDone;
        if (open.EffectiveAt > now)
            return Decision.AlreadyDone;
        Version++;
        return Decision.Of(Own(open, now));
    }

    /// <summary>Why this person may not take it; none: nobody owns it, and they are one of those who may.</summary>
    public Refusal? MayTake(NumberActor actor) =>
        !IsActive ? NumberRefusals.Retired()
        : Current is { } current ? NumberRefusals.OwnedBy(current.Person)
        : OpenHandOver is { } open && open.To != actor.Id ? NumberRefusals.HandOverIsOpen(open.To)
        : actor.IsNamed || actor.MayName ? null
        : NumberRefusals.NotNamed();

    /// <summary>Takes what nobody owns: by one of those written down, or by who may name an owner and names themselves.</summary>
    public Decision Take(NumberActor actor, DateTimeOffset now)
    {
        if (MayTake(actor) is { } refusal)
            return refusal;
        List<DomainEvent> happened = [];
        if (OpenHandOver is { } open)
        {
            (open.State, open.ClosedAt) = (HandOverState.Overtaken, now);
            happened.Add(new DomainEvent(NumberEvents.HandOverOvertaken, actor.Id, open.ProposedBy));
        }

        Begin(actor.Id, now);
        Version++;
        return Decision.Of([.. happened, new DomainEvent(NumberEvents.Owned, actor.Id, actor.Id, "taken")]);
    }

    Refusal? WhyNotAnswer(NumberActor actor, string? words) =>
        !IsActive ? NumberRefusals.Retired()
        : OpenHandOver is not { } open ? NumberRefusals.NoHandOver()
        : open.To != actor.Id ? NumberRefusals.NotForYou(open.To)
        : open.State is not HandOverState.Proposed ? NumberRefusals.HandOverAnswered()
        : words is { Length: > MaxWords } ? NumberRefusals.WordsTooLong(MaxWords)
        : null;

    static Refusal? WhyNotOn(DateOnly? on, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = TodayIn(zone, now);
        return on is not { } day ? NumberRefusals.DateMissing()
            : day < today ? NumberRefusals.DateIsPast()
            : day.DayNumber - today.DayNumber > MostDaysAhead ? NumberRefusals.DateTooFar(MostDaysAhead)
            : null;
    }

    static DateOnly TodayIn(TimeZoneInfo zone, DateTimeOffset now) => LocalTime.DayIn(zone, now);

    Decision Close(HandOver open, HandOverState state, string kind, PersonId? actor, PersonId other, string? words, DateTimeOffset now)
    {
        (open.State, open.ClosedAt) = (state, now);
        Version++;
        return Decision.Of(new DomainEvent(kind, actor, other, Note: words));
    }

    /// <summary>The hand-over takes effect: from the start of its day, or from the new owner's word if that came later.</summary>
    DomainEvent Own(HandOver open, DateTimeOffset now)
    {
        (open.State, open.ClosedAt) = (HandOverState.Done, now);
        Begin(open.To, Latest(open.EffectiveAt, open.AnsweredAt!.Value));
        return new DomainEvent(NumberEvents.Owned, open.ProposedBy, open.To, "hand-over");
    }

    /// <summary>The one way by which somebody becomes the owner: whoever was it ends at that instant.</summary>
    void Begin(PersonId person, DateTimeOffset from)
    {
        // A sweep that comes late dates it back, yet never into the time of whoever came between.
        var last = _ownerships.LastOrDefault();
        var begin = last is null ? from : Latest(from, last.Until ?? last.From);
        Current?.Until = begin;
        _ownerships.Add(new Ownership { Id = Guid.CreateVersion7(begin), NumberId = Id, Person = person, From = begin });
        (Holding, OwnerWritten, Deputy) = (Holding.Owned, null, null);
        (StillYoursAskedAt, StillYoursRemindedAt, StillYoursToldAt, ConfirmedAt) = (null, null, null, null);
    }

    static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
