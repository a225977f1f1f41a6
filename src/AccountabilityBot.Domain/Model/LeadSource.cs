namespace AccountabilityBot.Domain.Model;

/// <summary>Where leads come from, under one name for all the spellings that forms and lists use.</summary>
public sealed record LeadSource(string Id, string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>Of what a person hands over by hand. Stored: it never changes.</summary>
    public const string Colleague = "colleague";

    /// <summary>Every spelling that means this source.</summary>
    public IEnumerable<string> Spellings => [Id, Name, .. Aliases];

    public bool IsCalled(string spelling) => Spellings.Any(own => Spelling.Same(own, spelling));
}

/// <summary>What <see cref="RevenueModel.MatchSource"/> found.</summary>
public abstract record SourceMatch
{
    SourceMatch()
    {
    }

    public sealed record Known(LeadSource Source) : SourceMatch;

    /// <param name="Raw">The source as the sender wrote it.</param>
    public sealed record Unknown(string Raw) : SourceMatch;
}
