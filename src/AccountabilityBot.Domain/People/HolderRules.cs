using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// Whether those who are to hold the model's numbers are among the people. An address of nobody is an error; a role that nobody
/// holds yet, or several who have not agreed, is the very thing that the bot is there to show, and only a notice.
/// </summary>
static class HolderRules
{
    public static IEnumerable<Problem> Check(RevenueModel model, IReadOnlyList<PersonFacts> people, PeopleIndex index) =>
    [
        .. model.Roles.Where(role => index.Find(role.Value) is null).Select(role =>
            new Problem($"roles.{role.Key}", $"\"{role.Value}\" is to hold the role {role.Key}, but is not among the people; name somebody who is, or add them.")),
        .. model.Numbers.SelectMany(number => (IEnumerable<Problem>)
        [
            .. Named($"numbers.{number.Id}.owner", number.Owner, "the owner", number, model, people, index),
            .. Named($"numbers.{number.Id}.keeper", number.Keeper, "the keeper", number, model, people, index),
            .. number.Owner is null ? [Problem.Notice($"numbers.{number.Id}", $"Nobody is named as the owner of \"{number.Name}\"; it is held by nobody yet.")] : (Problem[])[],
        ]),
    ];

    static IEnumerable<Problem> Named(
        string path, string? written, string duty, NumberFacts number, RevenueModel model, IReadOnlyList<PersonFacts> people, PeopleIndex index)
    {
        var names = HolderText.Names(written);
        foreach (var name in names.Where(name => IsCertain(name) && index.Find(name) is null))
            yield return new Problem(path, $"\"{name}\" is to be {duty} of \"{number.Name}\", but is not among the people; name somebody who is, or add them.");
        if (names.Count > 1)
        {
            yield return Problem.Notice(path, $"\"{number.Name}\" is shared by {Rule.List(names)}: several are named as {duty}, and nobody is it until one of them takes it.");
            yield break;
        }

        if (names is not [var only] || IsCertain(only) || model.Roles.Any(role => Spelling.Same(role.Key, only)))
            yield break;
        string[] known = [.. people.Select(person => person.Name).Where(name => !string.IsNullOrWhiteSpace(name))];
        var called = known.Count(name => Spelling.Same(name, only));
        if (called > 1)
            yield return Problem.Notice(path, $"{called} people are called \"{only}\", so that nobody holds \"{number.Name}\" yet; write an e-mail address.");
        else if (called is 0)
            yield return Problem.Notice(path, $"\"{only}\" is to be {duty} of \"{number.Name}\", and is held by nobody yet: it is no person's name, and \"roles\" gives it to nobody.{Spelling.DidYouMean(only, [.. model.Roles.Keys, .. known])}");
    }

    /// <summary>Written so that it can only mean a person: an e-mail address or an object id.</summary>
    static bool IsCertain(string name) => name.Contains('@', StringComparison.Ordinal) || Guid.TryParse(name, out _);
}
