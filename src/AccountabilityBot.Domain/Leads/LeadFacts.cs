namespace AccountabilityBot.Domain.Leads;

/// <summary>What is known of a lead from outside. Nothing here decides anything; all of it is other people's text.</summary>
public sealed record LeadFacts
{
    /// <summary>Longest text kept of one field, in UTF-16 units; longer text is refused at intake, never cut silently.</summary>
    public const int MaxText = 400;

    public required string Name { get; init; }
    public string? Company { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Url { get; init; }

    /// <summary>In minor units of <see cref="Currency"/> (cents), never a fraction.</summary>
    public long? ValueMinor { get; init; }

    /// <summary>ISO 4217, upper case; set whenever a value is.</summary>
    public string? Currency { get; init; }

    public string? Campaign { get; init; }

    /// <summary>The buyer asked not to be called.</summary>
    public bool DoNotCall { get; init; }

    /// <summary>The buyer asked not to be written to.</summary>
    public bool DoNotEmail { get; init; }

    /// <summary>Neither called nor written to.</summary>
    public bool IsNotToBeContacted => DoNotCall && DoNotEmail;

    /// <summary>The sender's own fields, in the sender's order.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whose account this is: the company's name, else the domain of the e-mail address, folded; none for
    /// addresses at public mail providers, which say nothing of a company.
    /// </summary>
    public string? AccountKey => Accounts.KeyOf(Company, Email);

    /// <summary>Those of the named facts that are not known; the names are those of <see cref="Model.Seam.Facts"/>.</summary>
    public IReadOnlyList<string> Lacks(IEnumerable<string> facts) => [.. facts.Where(fact => fact switch
    {
        "company" => Company is null,
        "email" => Email is null,
        "phone" => Phone is null,
        "url" => Url is null,
        "value" => ValueMinor is null,
        _ => Campaign is null,
    })];

    public bool SameAs(LeadFacts other) =>
        this with { Fields = other.Fields } == other
        && Fields.Count == other.Fields.Count
        && Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && value == field.Value);
}
