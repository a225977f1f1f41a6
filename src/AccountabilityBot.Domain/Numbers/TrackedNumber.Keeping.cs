namespace AccountabilityBot.Domain.Numbers;

/// <summary>That the owner is there and still means it: asked every quarter, stood in for while away, orphaned when gone.</summary>
public sealed partial class TrackedNumber
{
    /// <summary>A quarter: thirteen weeks from when the owner began or last said yes.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromDays(91);

    /// <summary>From the question to the one reminder, and from the reminder to the guardian.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromDays(7);

    /// <summary>Who stands in when the owner is out; none: the head of the department.</summary>
    public PersonId? Deputy { get; private set; }

    /// <summary>UTC; when the owner last said that it is still theirs.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>UTC; the question that waits for its answer.</summary>
    public DateTimeOffset? StillYoursAskedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? StillYoursRemindedAt { get; private set; }

    /// <summary>UTC; when the guardian was told that nobody answered.</summary>
    public DateTimeOffset? StillYoursToldAt { get; private set; }

    /// <summary>UTC; when the next step about "still yours?" is due: the question, the reminder, the guardian. None: nothing is.</summary>
    public DateTimeOffset? StillYoursDueAt => Current is not { } current || StillYoursToldAt is not null ? null
        : StillYoursRemindedAt is { } reminded ? reminded + RemindAfter
        : StillYoursAskedAt is { } asked ? asked + RemindAfter
        : (ConfirmedAt ?? current.From) + AskEvery;

    /// <summary>Who stands in while the owner is out for a working day or longer; ownership stays where it is.</summary>
    /// <param name="head">Head of the number's department.</param>
    /// <param name="isOut">Who is out themselves cannot stand in.</param>
    /// <returns>None: nobody is there who could.</returns>
    public PersonId? ActingOwner(PersonId? head, Func<PersonId, bool> isOut)
    {
        if (Current is not { Person: var owner } || !isOut(owner))
            return null;
        if (Deputy is { } deputy && deputy != owner && !isOut(deputy))
            return deputy;
        return head is { } person && person != owner && !isOut(person) ? person : null;
    }

    /// <summary>The owner names who stands in for them; none: the head does.</summary>
    public Decision NameDeputy(NumberActor actor, PersonId? deputy, bool isListed)
    {
        if (!IsActive)
            return NumberRefusals.Retired();
        if (Current?.Person != actor.Id)
            return NumberRefusals.NotTheOwner(Current?.Person);
        if (deputy is not null && !isListed)
            return NumberRefusals.PersonUnknown();
        if (deputy == actor.Id)
            return NumberRefusals.ToTheOwner(actor.Id);
        if (deputy == Deputy)
            return Decision.AlreadyDone;
        (Deputy, Version) = (deputy, Version + 1);
        return Decision.Of(new DomainEvent(NumberEvents.DeputyNamed, actor.Id, deputy));
    }

    /// <summary>What time brings to "still yours?": the question once a quarter, one reminder, and then the guardian hears.</summary>
    public Decision AskStillYours(DateTimeOffset now)
    {
        // Who is about to hand it over has answered already.
        if (!IsActive || OpenHandOver is not null || StillYoursDueAt is not { } due || due > now)
            return Decision.AlreadyDone;
        var owner = Current!.Person;
        Version++;
        if (StillYoursAskedAt is null)
        {
            StillYoursAskedAt = now;
            return Decision.Of(new DomainEvent(NumberEvents.StillYoursAsked, Other: owner));
        }

        if (StillYoursRemindedAt is null)
        {
            StillYoursRemindedAt = now;
            return Decision.Of(new DomainEvent(NumberEvents.StillYoursReminded, Other: owner));
        }

        StillYoursToldAt = now;
        return Decision.Of(new DomainEvent(NumberEvents.StillYoursUnanswered, Other: owner));
    }

    /// <summary>Yes, still mine.</summary>
    public Decision Confirm(NumberActor actor, DateTimeOffset now)
    {
        if (WhyNotTheOwner(actor) is { } refusal)
            return refusal;
        if (StillYoursAskedAt is null)
            return NumberRefusals.NotAsked();
        (ConfirmedAt, StillYoursAskedAt, StillYoursRemindedAt, StillYoursToldAt) = (now, null, null, null);
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.Confirmed, actor.Id));
    }

    /// <summary>The owner says that it is not theirs: from now on nobody owns it, and those who may name somebody hear of it.</summary>
    public Decision Disown(NumberActor actor, DateTimeOffset now) => WhyNotTheOwner(actor) is { } refusal ? refusal : Orphan(OrphanReasons.NotMine, actor.Id, now);

    /// <summary>The owner is gone or works elsewhere: nobody owns it until somebody is named.</summary>
    /// <param name="reason">One of <see cref="OrphanReasons"/>.</param>
    public Decision Orphan(string reason, PersonId? actor, DateTimeOffset now)
    {
        if (!IsActive || Current is not { } current)
            return Decision.AlreadyDone;
        current.Until = Latest(now, current.From);
        (Holding, OwnerWritten, Deputy) = (Holding.Orphaned, null, null);
        (StillYoursAskedAt, StillYoursRemindedAt, StillYoursToldAt, ConfirmedAt) = (null, null, null, null);
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.Orphaned, actor, current.Person, reason));
    }

    /// <summary>
    /// Looks at where the owner works. Who owned it from elsewhere from the first is left alone; who has moved away from
    /// where they were, and not to the number's department, has left it behind.
    /// </summary>
    /// <param name="home">Id of the number's department; none: nobody knows it.</param>
    /// <param name="department">Id of the owner's; none: they are in none.</param>
    public Decision SeeOwnerIn(string? home, string? department, DateTimeOffset now)
    {
        if (!IsActive || Current is not { } current)
            return Decision.AlreadyDone;
        var (before, seen) = (current.SeenIn, department ?? "");
        current.SeenIn = seen;
        return before is null || before == seen || home is null || seen == home ? Decision.AlreadyDone : Orphan(OrphanReasons.Moved, null, now);
    }

    Refusal? WhyNotTheOwner(NumberActor actor) =>
        !IsActive ? NumberRefusals.Retired() : Current?.Person == actor.Id ? null : NumberRefusals.NotTheOwner(Current?.Person);
}
