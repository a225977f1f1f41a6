using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Leads;

/// <summary>What is owed about an accepted lead: a word of its owner, or the data that its sender is asked to mend.</summary>
public sealed partial class Lead
{
    /// <summary>UTC; from then on the owner is asked what became of it. None: it is not theirs to say, or nothing is due.</summary>
    public DateTimeOffset? DispositionDueAt { get; private set; }

    /// <summary>How often the owner was asked since their last word.</summary>
    public int DispositionAsks { get; private set; }

    /// <summary>The owner was asked, together with whatever else they owed a word about; asked again on the next working morning.</summary>
    public Decision AskDisposition(LeadTerms terms, DateTimeOffset now)
    {
        if (DispositionDueAt is not { } due || due > now)
            return Decision.AlreadyDone;
        DispositionAsks++;
        DispositionDueAt = MorningAfter(terms.CalendarOf(Owner), now);
        return Done(new DomainEvent(LeadEvents.DispositionAsked, Other: Owner));
    }

    /// <summary>Whether its owner was asked what became of it, and has not said so yet.</summary>
    public bool IsDispositionOwed => State is LeadState.Accepted && !IsHeld && DispositionAsks > 0;

    /// <summary>The owner is asked on the morning after the meeting, or on the one after so much working time without a word.</summary>
    void AskAgain(LeadTerms terms, DateTimeOffset at)
    {
        var calendar = terms.CalendarOf(Owner);
        DispositionAsks = 0;
        DispositionDueAt = (MeetingOn, terms.DispositionWithin) switch
        {
            ({ } day, _) => MorningOf(calendar, day.AddDays(1)),
            (_, { } within) => MorningAfter(calendar, calendar.AddWorkingTime(at, within)),
            _ => null,
        };
    }

    /// <summary>Who owes a word about several leads is asked once a day: all that is due waits for one morning.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset MorningAfter(WorkingCalendar calendar, DateTimeOffset at) =>
        MorningOf(calendar, LocalTime.DayIn(calendar.Zone, at).AddDays(1));

    /// <summary>When work begins on that day, or on the next on which somebody works; never before eight, for who works around the clock.</summary>
    static DateTimeOffset MorningOf(WorkingCalendar calendar, DateOnly day)
    {
        var eight = LocalTime.ToInstant(day, new TimeOnly(8, 0), calendar.Zone);
        return calendar.NextWindow(eight) is { } window && window.Start > eight ? window.Start : eight;
    }

    /// <summary>What the owner wrote to whoever is to mend the data; none: nothing, or nobody is asked.</summary>
    public string? DataWanted { get; private set; }

    /// <summary>The sender gives the data that were missing: the lead goes on where it stood, with what was left of its promise.</summary>
    /// <param name="words">What was mended.</param>
    /// <param name="corrected">The facts with what is right; none: they stay.</param>
    public Decision MendData(LeadActor actor, string? words, LeadFacts? corrected, LeadTerms terms, DateTimeOffset now)
    {
        if (MayMendData(actor) is { } refusal)
            return refusal;
        if (CheckMissing(words) is { } invalid)
            return invalid;
        if (corrected?.Phone?.Length > LeadFacts.MaxText || corrected?.Email?.Length > LeadFacts.MaxText)
            return LeadRefusals.ContactTooLong(LeadFacts.MaxText);

        EndHold();
        ResumePromise(terms, now);
        AskAgain(terms, now);
        return Done([
            new DomainEvent(LeadEvents.DataMended, actor.Id, Note: words!.Trim()),
            .. Correct(corrected, actor),
            new DomainEvent(LeadEvents.Resumed, Other: Owner),
        ]);
    }

    /// <summary>Why this person may not mend the data; none: they may.</summary>
    public Refusal? MayMendData(LeadActor actor)
    {
        if (!actor.IsSender)
            return LeadRefusals.NotTheSender();
        if (State is LeadState.Accepted && HoldReason is DataAreMended)
            return null;
        return IsEnded ? LeadRefusals.Ended() : LeadRefusals.DataNotAsked();
    }

    /// <summary>Why a lead is held while its sender mends the data. Stored: it never changes.</summary>
    public const string DataAreMended = "fix-data";

    /// <summary>Working time that the sender has for the data.</summary>
    static readonly TimeSpan _dataWithin = 3 * LeadRules.WorkingDay;
}
