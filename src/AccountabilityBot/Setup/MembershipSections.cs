using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Setup;

/// <summary>
/// Who belongs where: the section <c>membership</c>, and what <c>people</c> says of single ones, who may have hours of their own
/// there as well.
/// </summary>
static class MembershipSections
{
    public static IReadOnlyList<MembershipRule> Rules(Fields file) => file.OptionalList("membership", Rule) ?? [];

    /// <param name="calendar">Reads the hours that stand in a mapping.</param>
    public static (IReadOnlyDictionary<string, OwnHours> Hours, IReadOnlyDictionary<string, string> Overrides) People(Fields file, Func<Fields, HoursChange> calendar)
    {
        var people = file.Named("people", fields => (
            Department: fields.OptionalText("department", "A list stands here; a person belongs to one department: write its id."),
            Hours: new OwnHours(fields.OptionalText("timeZone"), calendar(fields))));
        var nothing = new OwnHours(null, HoursChange.None);
        // An entry that only says where somebody belongs gives them no hours: theirs are the department's, or their mailbox's.
        return (
            people.Where(one => one.Value.Department is null || one.Value.Hours != nothing)
                .ToDictionary(one => one.Key, one => one.Value.Hours, StringComparer.OrdinalIgnoreCase),
            people.Where(one => one.Value.Department is not null)
                .ToDictionary(one => one.Key, one => one.Value.Department!, StringComparer.OrdinalIgnoreCase));
    }

    static MembershipRule Rule(Fields fields) => new(fields.Text("to"))
    {
        Departments = fields.OneOrMore(MembershipCondition.Department),
        Titles = fields.OneOrMore(MembershipCondition.Title),
        Names = fields.OneOrMore(MembershipCondition.Name),
        Emails = fields.OneOrMore(MembershipCondition.Email),
        Groups = fields.OneOrMore(MembershipCondition.Group),
        Teams = fields.OneOrMore(MembershipCondition.Team),
        Under = fields.OneOrMore(MembershipCondition.Under),
    };
}
