using System.Text.Json;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>The people and hours of the tests, and leads in the states from which tests start.</summary>
static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan AcceptWithin = TimeSpan.FromHours(1);

    /// <summary>Round the clock, so that working time is elapsed time.</summary>
    public static readonly WorkingCalendar Elapsed = new(TimeZoneInfo.Utc, WorkingHours.Always);

    public static readonly LeadTerms Terms = new(Hands: 3, Undo: TimeSpan.FromMinutes(2), AcceptWithin, _ => Elapsed)
    {
        ContactWithin = TimeSpan.FromHours(4),
        FollowUpWithin = TimeSpan.FromDays(3),
        DispositionWithin = TimeSpan.FromDays(5),
    };

    public static readonly LeadActor Ana = Member(1);
    public static readonly LeadActor Bo = Member(2);
    public static readonly LeadActor Cleo = Member(3);
    public static readonly LeadActor Dan = Member(4);

    /// <summary>The guardian; not a member of the department.</summary>
    public static readonly LeadActor Greta = new(Person(8), IsMember: false, Guards: true);

    /// <summary>Of another department; he hands the leads over.</summary>
    public static readonly LeadActor Otto = new(Person(9), IsMember: false, Guards: false) { IsSender = true };

    public static LeadActor Member(int no) => new(Person(no), IsMember: true, Guards: false);

    public static PersonId Person(int no) => new(new Guid(no, 0, 0, new byte[8]));

    public static DateTimeOffset After(int minutes) => Noon.AddMinutes(minutes);

    /// <summary>As <see cref="Lead.PassOn"/> and <see cref="Lead.Assign"/> take a named colleague.</summary>
    public static (PersonId Id, bool IsMember)? Named(LeadActor colleague) => (colleague.Id, colleague.IsMember);

    public static LeadFacts Facts { get; } = new()
    {
        Name = "Kim Lee",
        Company = "Lee GmbH",
        ValueMinor = 120_000,
        Currency = "EUR",
        Fields = new Dictionary<string, string> { ["interest"] = "pumps", ["size"] = "12" },
    };

    public static NewLead Arriving { get; } = new()
    {
        ExternalId = "web-1",
        Source = "website",
        Department = "sales",
        Seam = "marketing-sales",
        Segment = "warm",
        Rank = 2,
        FromDepartment = "marketing",
        FromPerson = Otto.Id,
        Facts = Facts,
    };

    public static Lead Waiting() => Lead.Receive(Arriving, new LeadId(new Guid(1042, 0, 0, new byte[8])), 1042, Noon).Lead;

    public static Lead OfferedTo(LeadActor person) => Waiting().NowOfferedTo(person);

    public static Lead OfferedToPool() => Waiting().NowOfferedTo(person: null);

    public static Lead AcceptedBy(LeadActor person)
    {
        var lead = OfferedTo(person);
        lead.Accept(person, Terms, Noon).Did(LeadEvents.Accepted);
        return lead;
    }

    public static Lead RejectedBy(LeadActor person)
    {
        var lead = OfferedTo(person);
        lead.Reject(person, RejectTests.NoNeed, answer: null, note: null, Terms, Noon).Did(LeadEvents.Rejected);
        return lead;
    }

    /// <summary>The time to undo is over, and the sender is asked.</summary>
    public static Lead SettledRejectBy(LeadActor person)
    {
        var lead = RejectedBy(person);
        lead.SettleReject(Terms, After(2)).Did(LeadEvents.RejectSettled);
        return lead;
    }

    /// <summary>Three people passed it on, one after the other.</summary>
    public static Lead WithGuardianAfterThreeHands()
    {
        var lead = Waiting();
        foreach (var person in new[] { Ana, Bo, Cleo })
            lead.NowOfferedTo(person).PassOn(person, colleague: null, note: null, Terms, Noon);
        Assert.NotNull(lead.GuardianSince);
        return lead;
    }

    /// <summary>As the database brings it back: there are states that no decision about a lead in flight leads to.</summary>
    public static Lead Stored(Lead lead, LeadState state)
    {
        typeof(Lead).GetProperty(nameof(Lead.State))!.SetValue(lead, state);
        return lead;
    }

    public static Lead NowOfferedTo(this Lead lead, LeadActor? person, DateTimeOffset? now = null, LeadTerms? terms = null)
    {
        var reason = new OfferReason(person is null ? OfferReason.Pool : OfferReason.Rotation);
        lead.OfferTo(new OfferTo(person?.Id, reason), terms ?? Terms, now ?? Noon).Did(LeadEvents.Offered);
        return lead;
    }

    /// <summary>All that can be seen of a lead, in one comparable text.</summary>
    public static string Picture(this Lead lead) => JsonSerializer.Serialize(lead);

    /// <summary>The decision was taken, and exactly this is what happened.</summary>
    public static IReadOnlyList<DomainEvent> Did(this Decision decision, params string[] kinds)
    {
        Assert.Null(decision.Refusal);
        Assert.Equal(kinds, decision.Happened.Select(one => one.Kind));
        return decision.Happened;
    }

    /// <summary>The decision was refused in these words, and nothing of the lead has changed.</summary>
    public static Refusal Refuses(this Lead lead, string code, Func<Lead, Decision> decide)
    {
        var before = lead.Picture();
        var decision = decide(lead);
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Empty(decision.Happened);
        Assert.Equal(before, lead.Picture());
        return decision.Refusal!;
    }

    /// <summary>A success with nothing to record: nothing of the lead has changed.</summary>
    public static void HasNothingToDo(this Lead lead, Func<Lead, Decision> decide)
    {
        var before = lead.Picture();
        decide(lead).Did();
        Assert.Equal(before, lead.Picture());
    }
}
