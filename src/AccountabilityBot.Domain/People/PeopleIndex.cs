namespace AccountabilityBot.Domain.People;

/// <summary>Finds people as files name them: by object id in any notation, or by e-mail address in any case.</summary>
/// <remarks>Where two people share an id or an address, the first has it; <see cref="PeopleRules"/> reports the second.</remarks>
public sealed class PeopleIndex
{
    readonly Dictionary<string, PersonFacts> _people = new(StringComparer.OrdinalIgnoreCase);

    public PeopleIndex(IReadOnlyCollection<PersonFacts> people)
    {
        foreach (var person in people)
        {
            _people.TryAdd(Key(person.ObjectId), person);
            if (person.Email is { Length: > 0 } email)
                _people.TryAdd(Key(email), person);
        }

        // After every address: what is one person's address is never another one's name to sign in with.
        foreach (var person in people.Where(person => person.PrincipalName is { Length: > 0 }))
            _people.TryAdd(Key(person.PrincipalName!), person);
    }

    public PersonFacts? Find(string? idOrEmail) => idOrEmail is null ? null : _people.GetValueOrDefault(Key(idOrEmail));

    /// <summary>One notation for every spelling of the same id or address.</summary>
    public static string Key(string idOrEmail) =>
        Guid.TryParse(idOrEmail, out var id) ? id.ToString() : idOrEmail.Trim();
}
