using System.Globalization;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Council;

/// <summary>One thing that the model says.</summary>
/// <param name="Key">A literal of <see cref="ModelFields"/>.</param>
/// <param name="Text">As a model file would write it; none: the model says nothing of it.</param>
sealed record ModelFact(string Key, string? Text);

/// <summary>One subject of the model (a department, a segment, a reason), with all that the model says of it.</summary>
/// <param name="Section">A literal of <see cref="ModelSections"/>.</param>
/// <param name="Id">Tells it from the others of its section; empty where there is only one.</param>
/// <param name="Name">What people call it.</param>
sealed record ModelSubject(string Section, string Id, string Name, IReadOnlyList<ModelFact> Facts)
{
    /// <summary>Ids of the departments that work by it; none: all of them.</summary>
    public IReadOnlyList<string>? Departments { get; init; }
}

/// <summary>Writes a model down as a flat list, so that two models can be held side by side. A property that is not in here would change unseen: a test looks for it.</summary>
static class ModelFacts
{
    /// <summary>In the order in which people read a model.</summary>
    public static IEnumerable<ModelSubject> Of(RevenueModel model) =>
    [
        One(ModelSections.Company, model.Company, [], (ModelFields.Name, model.Company), (ModelFields.Language, model.Language), (ModelFields.TimeZone, model.TimeZone)),
        .. model.Departments.Select(Of),
        .. Of(model.Membership),
        .. model.Seams.Select(Of),
        .. model.Stages.Select(stage => new ModelSubject(ModelSections.Stages, stage.Id, stage.Name, [new(ModelFields.Name, stage.Name)])),
        .. model.Definitions.Select(one => new ModelSubject(ModelSections.Definitions, one.Id, one.Name, [new(ModelFields.Name, one.Name), new(ModelFields.Text, one.Text)])),
        .. model.Segments.Select(Of),
        .. model.RejectReasons.Select(Of),
        .. Of(ModelSections.HoldReasons, model.HoldReasons),
        .. Of(ModelSections.HandBackReasons, model.HandBackReasons),
        .. Of(ModelSections.CloseReasons, model.CloseReasons),
        .. model.Dispositions.Select(Of),
        .. model.Sources.Select(source => new ModelSubject(ModelSections.Sources, source.Id, source.Name, [new(ModelFields.Name, source.Name), new(ModelFields.Aliases, List(source.Aliases))])),
        Of(model.Leads),
        .. People(model),
        One(
            ModelSections.Messages, "", null,
            (ModelFields.QuietHours, HoursText.Write(model.Messages.QuietHours)), (ModelFields.Budget, Write(model.Messages.Budget)), (ModelFields.ExemptRank, Write(model.Messages.ExemptRank))),
        One(
            ModelSections.Council, "", [],
            (ModelFields.Dominates, Percent(model.Council.Dominates)), (ModelFields.AtLeast, Write(model.Council.AtLeast)), (ModelFields.Days, Write(model.Council.Days)),
            (ModelFields.Channel, model.Council.Channel), (ModelFields.Members, List(model.Council.Members))),
        One(ModelSections.Rhythms, "", null, (ModelFields.Digest, RhythmText.Write(model.Rhythms.Digest)), (ModelFields.Meeting, RhythmText.Write(model.Rhythms.Council))),
        One(ModelSections.Feedback, "", null, (ModelFields.Ask, Percent(model.Feedback.AskPercent))),
        .. model.Roles.Select(role => new ModelSubject(ModelSections.Roles, role.Key, role.Key, [new(ModelFields.Holder, role.Value)]) { Departments = [] }),
        .. model.Numbers.Select(Of),
        One(ModelSections.Administrators, "", [], (ModelFields.Members, List(model.Administrators))),
    ];

    static ModelSubject Of(Department one) => new(ModelSections.Departments, one.Id, one.Name,
    [
        new(ModelFields.Name, one.Name), new(ModelFields.Language, one.Language), new(ModelFields.TimeZone, one.TimeZone), new(ModelFields.Head, one.Head),
        new(ModelFields.Guardian, one.Guardian), new(ModelFields.Labels, List(one.Labels)),
        new(ModelFields.Channel, one.Channel is { } channel ? $"{channel.Name}, {channel.ChannelId}, {channel.TeamId}, {channel.ServiceUrl}" : null),
        new(ModelFields.PoolOffers, Write(one.PoolOffers)), new(ModelFields.Hours, HoursText.Write(one.Hours.Week)), new(ModelFields.SpecialDays, Days(one.Hours.SpecialDays)),
        new(ModelFields.Digest, RhythmText.Write(one.Digest)),
    ])
    { Departments = [one.Id] };

    /// <summary>A rule has no name but what it says: one that changed is another one.</summary>
    static IEnumerable<ModelSubject> Of(IReadOnlyList<MembershipRule> rules) => rules
        .GroupBy(rule => rule.Write())
        .Select(same => new ModelSubject(ModelSections.Membership, same.Key, same.Key, []) { Departments = same.First() is { IsOfNobody: false } rule ? [rule.To] : [] });

    static IEnumerable<ModelSubject> People(RevenueModel model) =>
        from person in model.PeopleHours.Keys.Union(model.MembershipOverrides.Keys, StringComparer.OrdinalIgnoreCase)
        let hours = model.PeopleHours.GetValueOrDefault(person)
        select new ModelSubject(ModelSections.People, person, person,
        [
            new(ModelFields.Department, model.MembershipOverrides.GetValueOrDefault(person)), new(ModelFields.TimeZone, hours?.TimeZone),
            new(ModelFields.Hours, hours is null ? null : Of(hours.Hours)),
        ])
        { Departments = [] };

    static ModelSubject Of(Seam one) => new(ModelSections.Seams, one.Id, one.Name,
    [
        new(ModelFields.Name, one.Name), new(ModelFields.From, one.From), new(ModelFields.To, one.To), new(ModelFields.Kind, one.Kind), new(ModelFields.Item, one.Item),
        new(ModelFields.Segment, one.Segment), new(ModelFields.Complete, List(one.Complete)), new(ModelFields.HandOverWithin, Write(one.HandOverWithin)),
    ])
    { Departments = [one.From, one.To] };

    static ModelSubject Of(Segment one) => new(ModelSections.Segments, one.Id, one.Name,
    [
        new(ModelFields.Name, one.Name), new(ModelFields.Offer, one.Offer is OfferKind.Pool ? "pool" : "person"), new(ModelFields.AcceptWithin, Write(one.AcceptWithin)),
        new(ModelFields.ContactWithin, Write(one.ContactWithin)), new(ModelFields.FollowUpWithin, Write(one.FollowUpWithin)), new(ModelFields.Rank, Write(one.Rank)),
        new(ModelFields.Default, one.Default ? "true" : "false"), new(ModelFields.Ladder, Steps(one.Ladder)), new(ModelFields.FollowUpLadder, Steps(one.FollowUpLadder)),
        new(ModelFields.SecondLine, one.SecondLine),
    ]);

    static ModelSubject Of(RejectReason one) => new(ModelSections.RejectReasons, one.Id, one.Name,
    [
        new(ModelFields.Name, one.Name), new(ModelFields.Question, one.Question?.Text), new(ModelFields.MinLength, one.Question is { } question ? Write(question.MinLength) : null),
        new(ModelFields.Choices, List((one.Question?.Choices ?? []).Select(choice => $"{choice.Id}: {choice.Name}"))),
    ]);

    static IEnumerable<ModelSubject> Of(string section, IEnumerable<Reason> reasons) =>
        reasons.Select(reason => new ModelSubject(section, reason.Id, reason.Name, [new(ModelFields.Name, reason.Name)]));

    static ModelSubject Of(Disposition one) => new(ModelSections.Dispositions, one.Id, one.Name,
    [
        new(ModelFields.Name, one.Name), new(ModelFields.Becomes, one.Becomes is { } stage ? DispositionWords.Of(stage) : null), new(ModelFields.Next, Slug(one.Next)),
        new(ModelFields.At, List(one.At.Select(DispositionWords.Of))), new(ModelFields.Of, List(one.Kinds)), new(ModelFields.Requires, List(one.Requires.Select(DispositionWords.Of))),
        new(ModelFields.Asks, List(one.Asks.Select(DispositionWords.Of))), new(ModelFields.Reasons, List(one.Reasons.Select(reason => $"{reason.Id}: {reason.Name}"))),
        new(ModelFields.Seam, one.Seam), new(ModelFields.DoNotContact, one.DoNotContact ? "true" : "false"),
    ]);

    static ModelSubject Of(LeadRules one) => One(
        ModelSections.Leads, "", null,
        (ModelFields.Department, one.Department), (ModelFields.Seam, one.Seam), (ModelFields.Capacity, Write(one.Capacity)),
        (ModelFields.Capacities, List(one.Capacities.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Write(entry.Value)}"))),
        (ModelFields.Hands, Write(one.Hands)), (ModelFields.Undo, Write(one.Undo)), (ModelFields.QueueWait, Write(one.QueueWait)), (ModelFields.DispositionWithin, Write(one.DispositionWithin)));

    static ModelSubject Of(NumberFacts one) => new(ModelSections.Numbers, one.Id, one.Name,
    [
        new(ModelFields.Name, one.Name), new(ModelFields.Target, Write(one.Target)), new(ModelFields.Text, one.Definition?.Text), new(ModelFields.Trigger, one.Definition?.Trigger),
        new(ModelFields.SourceField, one.Definition?.SourceField), new(ModelFields.Version, one.Definition is { } definition ? Write(definition.Version) : null),
        new(ModelFields.ApprovedBy, one.Definition?.ApprovedBy), new(ModelFields.ApprovedOn, Write(one.Definition?.ApprovedOn)), new(ModelFields.Owner, one.Owner),
        new(ModelFields.Keeper, one.Keeper), new(ModelFields.Department, one.Department), new(ModelFields.Unit, one.Unit), new(ModelFields.Direction, one.Direction is { } way ? Slug(way) : null),
        new(ModelFields.Floor, Write(one.Floor)), new(ModelFields.Cap, Write(one.Cap)), new(ModelFields.Plan, Write(one.Plan)), new(ModelFields.Forecast, Write(one.Forecast)),
        new(ModelFields.Period, Slug(one.Period)), new(ModelFields.FreshnessDays, Write(one.FreshnessDays)), new(ModelFields.Aliases, List(one.Aliases)),
        new(ModelFields.Supports, one.Supports), new(ModelFields.ReviewOn, Write(one.ReviewOn)), new(ModelFields.Computed, one.Computed),
    ])
    { Departments = one.Department is { } department ? [department] : [] };

    static ModelSubject One(string section, string name, IReadOnlyList<string>? departments, params (string Key, string? Text)[] facts) =>
        new(section, "", name, [.. facts.Select(fact => new ModelFact(fact.Key, fact.Text))]) { Departments = departments };

    static string? Of(HoursChange hours)
    {
        var parts = new[]
        {
            hours.Week is { } week ? HoursText.Write(week) is { Length: > 0 } days ? days : HoursText.Closed : null,
            hours.Holidays is { } holidays ? $"holidays {(holidays.Count == 0 ? "none" : List(holidays.Order().Select(day => Write(day)!)))}" : null,
            hours.HalfDays is { } half ? $"half days {(half.Count == 0 ? "none" : Days(half))}" : null,
        };
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join("; ", said) : null;
    }

    static string? Days(IReadOnlyDictionary<DateOnly, IReadOnlyList<HourBlock>> days) =>
        List(days.OrderBy(day => day.Key).Select(day => day.Value.Count == 0 ? Write(day.Key)! : $"{Write(day.Key)} {HoursText.Write(day.Value)}"));

    static string? Steps(Ladder ladder) => List(ladder.Steps.Select(step => $"{Percent(step.Percent)} {Slug(step.Kind)}"));

    static string? List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : null;

    static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string? Write(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Write(TimeSpan? within) => within is { } time ? Durations.Write(time) : null;

    static string Percent(int percent) => Write(percent) + "%";

    /// <summary><c>SecondLine</c> as a model file writes it: <c>second-line</c>.</summary>
    static string Slug<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
}
