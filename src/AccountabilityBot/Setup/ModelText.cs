using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Setup;

/// <summary>A revenue model in words, for a terminal.</summary>
static class ModelText
{
    public static void Write(RevenueModel model, TextWriter output)
    {
        output.WriteLine($"{model.Company} ({model.Language}, {model.TimeZone})");
        Section(output, "Administrators", model.Administrators.DefaultIfEmpty("none: the first installer is administrator"));
        Section(output, "Departments", model.Departments.Select(Department));
        Section(output, "Membership", Membership(model));
        Section(output, "Seams", model.Seams.Select(seam => $"{seam.Id}: {seam.From} → {seam.To}, {seam.Name}{Promises(seam)}"));
        Section(output, "Stages", model.Stages.Select(stage => $"{stage.Id}: {stage.Name}"));
        Section(output, "Definitions", model.Definitions.Select(definition => $"{definition.Name}: {definition.Text}"));
        Section(output, "Segments", model.Segments.OrderBy(segment => segment.Rank).Select(Segment));
        Section(output, "Reject reasons", model.RejectReasons.Select(Reason));
        Section(output, "Hold reasons", model.HoldReasons.Select(Reason));
        Section(output, "Hand-back reasons", model.HandBackReasons.Select(Reason));
        Section(output, "Close reasons", model.CloseReasons.Select(Reason));
        Section(output, "Dispositions", model.Dispositions.Select(DispositionInWords.Of));
        Section(output, "Sources", model.Sources.Select(source => $"{source.Id}: {string.Join(", ", [source.Name, .. source.Aliases])}"));
        Section(output, "Leads", Leads(model.Leads));
        Section(output, "People with hours of their own", model.PeopleHours.Select(Person).DefaultIfEmpty("none: everybody works when their department does"));
        Section(output, "Messages", Messages(model.Messages));
        Section(output, "Rhythms", Rhythms(model.Rhythms));
        Section(output, "Council", Council(model));
        Section(output, "Roles", model.Roles.Select(role => $"{role.Key}: {role.Value}").DefaultIfEmpty("none: owners and keepers are people"));
        Section(output, "Numbers", model.Numbers.Select(NumberInWords.Of).DefaultIfEmpty("none"));
    }

    static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in lines)
            output.WriteLine($"  {line}");
    }

    static IEnumerable<string> Membership(RevenueModel model) =>
    [
        .. model.MembershipOverrides.Select(one => $"{one.Key}: {one.Value}, whatever the rules say"),
        .. model.Membership.Select((rule, at) => $"{at + 1}. {rule.Write()}"),
        .. model.Departments.Select(department => $"then department {string.Join(" or ", department.Spellings.Select(one => $"\"{one}\""))} → {department.Id}"),
    ];

    static string Promises(Seam seam) => string.Concat(new[]
    {
        seam.Item is { } item ? $"; hands over: {item}" : null,
        seam.Complete.Count > 0 ? $"; always with {string.Join(", ", seam.Complete)}" : null,
        seam.HandOverWithin is { } within ? $"; within {Durations.Write(within)}" : null,
    }.OfType<string>());

    static string Department(Department department) =>
        $"{department.Id}: {department.Name} ({department.Language}, {department.TimeZone}); head {department.Head}, guardian {department.Guardian}; "
        + $"at most {department.PoolOffers} pool offers; works {Hours(department.Hours)}; digest {RhythmText.Write(department.Digest)}; "
        + (department.Channel is { } channel ? $"first home channel {channel.Name}" : "no home channel yet");

    static string Segment(Segment segment) =>
        $"{segment.Id}: {segment.Name}, offered to {(segment.Offer is OfferKind.Pool ? "the pool" : "one person")}, "
        + $"accept within {Durations.Write(segment.AcceptWithin)} of working time{(segment.Default ? " (default)" : "")}; "
        + $"contact {Promised(segment.ContactWithin)}, follow up {Promised(segment.FollowUpWithin)}; "
        + $"ladder {Ladder(segment.Ladder)}; follow-up ladder {Ladder(segment.FollowUpLadder)}; second line {segment.SecondLine ?? "the department's head"}";

    static string Promised(TimeSpan? within) => within is { } promised ? $"within {Durations.Write(promised)}" : "without a promise";

    static string Ladder(Ladder ladder) => string.Join(", ", ladder.Steps.Zip(ladder.Names, (step, name) => $"{name} at {step.Percent}%"));

    static string Hours(WorkingHours hours)
    {
        var holidays = hours.SpecialDays.Count(day => day.Value.Count is 0);
        return $"{HoursText.Write(hours.Week)} ({holidays} holidays, {hours.SpecialDays.Count - holidays} half days)";
    }

    static string Person(KeyValuePair<string, OwnHours> person) => string.Join(", ", new[]
    {
        $"{person.Key}: {person.Value.TimeZone ?? "in their usual time zone"}",
        person.Value.Hours.Week is { } week ? HoursText.Write(week) : "in the department's hours",
        person.Value.Hours.Holidays is { } holidays ? $"{holidays.Count} holidays of their own" : null,
        person.Value.Hours.HalfDays is { } halfDays ? $"{halfDays.Count} half days of their own" : null,
    }.OfType<string>());

    static IEnumerable<string> Messages(MessageRules rules) =>
    [
        $"nothing unasked at {HoursText.Write(rules.QuietHours)}, by the reader's clock",
        $"at most {rules.Budget} unasked messages to one person a day; the rest is bundled",
    ];

    static IEnumerable<string> Rhythms(RhythmRules rules) =>
    [
        $"digest of each channel: {RhythmText.Write(rules.Digest)}, by its department's clock, unless a department says otherwise",
        $"council: {RhythmText.Write(rules.Council)}{(rules.Council is null ? "; a changed model file is a decision of the deployment" : ", by the company's clock")}",
    ];

    static IEnumerable<string> Council(RevenueModel model) =>
    [
        $"a change of the rules is drafted when one reason is {model.Council.Dominates}% of at least {model.Council.AtLeast} answers to a source in {model.Council.Days} days",
        $"meets in the channel of {model.Council.Channel ?? model.Leads.Department}; members: {(model.Council.Members.Count is 0 ? "the heads of all departments, and the administrators" : string.Join(", ", model.Council.Members))}",
    ];

    static string Reason(Reason reason) => $"{reason.Id}: {reason.Name}";

    static string Reason(RejectReason reason) => reason.Question switch
    {
        null => $"{reason.Id}: {reason.Name}",
        { Choices: [] } question => $"{reason.Id}: {reason.Name}; asks \"{question.Text}\" (at least {question.MinLength} characters)",
        { } question => $"{reason.Id}: {reason.Name}; asks \"{question.Text}\" ({string.Join(", ", question.Choices.Select(choice => choice.Name))})",
    };

    static IEnumerable<string> Leads(LeadRules rules) =>
    [
        $"received by {rules.Department} over the seam {rules.Seam} unless a lead names others",
        $"at most {rules.Capacity} open offers a person{string.Concat(rules.Capacities.Select(pair => $", {pair.Key} {pair.Value}"))}",
        $"to the guardian after {rules.Hands} hands, or after {Durations.Write(rules.QueueWait)} in the queue (working time)",
        $"a reject can be undone for {Durations.Write(rules.Undo)}",
        rules.DispositionWithin is { } within ? $"asked what became of it after {Durations.Write(within)} without a word (working time)" : "nobody is asked what became of it",
    ];
}
