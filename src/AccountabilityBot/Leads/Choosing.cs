using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Leads;

/// <summary>Choosing a colleague: only those who may be asked stand in the list, and what comes back is checked all the same.</summary>
static class Choosing
{
    /// <summary>More than so many names are found faster by typing.</summary>
    const int MostInAList = 15;

    public static ChoiceInput Input(LeadView view, string name, string label, PersonId? except)
    {
        Choice[] colleagues =
        [
            .. view.Company.MembersOf(view.Department.Id)
                .Where(member => member.Id != except && !view.Lead.WasInHandsOf(member.Id) && !view.Out.ContainsKey(member.Id))
                .Select(member => new Choice(member.Title is null ? member.Name : $"{member.Name}, {member.Title}", member.Id.ToString())),
        ];
        return new ChoiceInput(LeadForm.Input(view, name), view.Say.Plain(label), colleagues)
        {
            Style = colleagues.Length > MostInAList ? ChoiceStyle.Filtered : ChoiceStyle.Compact,
        };
    }

    /// <summary>Nobody is asked who is out, whoever names them.</summary>
    public static Refusal? WhyNot(PressedLead pressed, (PersonId Id, bool IsMember)? chosen) =>
        chosen is { } person && pressed.Out.TryGetValue(person.Id, out var until) ? until is { } said ? LeadRefusals.ColleagueIsOut(person.Id, said) : LeadRefusals.ColleagueIsAway(person.Id) : null;

    public static (PersonId Id, bool IsMember)? Chosen(PressedLead pressed, string? given)
    {
        if (!Guid.TryParse(given, out var id))
            return null;
        var person = new PersonId(id);
        return (person, pressed.Company.IsMember(person, pressed.Lead.Department));
    }
}
