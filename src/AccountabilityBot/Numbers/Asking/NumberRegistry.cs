using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>A number and who answers for it, as a question needs it.</summary>
/// <param name="OwnerWritten">Who is written down while no one person owns it.</param>
sealed record RegisteredNumber(NumberFacts Facts, Holding Holding, PersonId? Owner, string? OwnerWritten, decimal? Latest)
{
    /// <summary>A number that only a file knows; its first owner is the one the file names.</summary>
    public static RegisteredNumber OfFile(NumberFacts facts, Company company)
    {
        var owner = Holders.PersonOf(facts.Owner, company);
        var holding = owner is not null ? Holding.Owned : HolderText.Names(facts.Owner).Count > 1 ? Holding.Shared : Holding.Vacant;
        return new RegisteredNumber(facts, holding, owner, owner is null ? facts.Owner : null, null);
    }

    public AskableNumber Askable => new(Facts, Holding, OwnerWritten, Latest);
}

/// <summary>All active numbers at one moment, ready to be asked for; it never changes.</summary>
sealed class NumberRegistry
{
    readonly Dictionary<string, RegisteredNumber> _byId;

    public NumberRegistry(IReadOnlyList<RegisteredNumber> numbers)
    {
        _byId = numbers.ToDictionary(number => number.Facts.Id, StringComparer.OrdinalIgnoreCase);
        Matcher = new NumberMatcher(new NumberIndex(numbers.Select(number => number.Askable)));
    }

    public NumberMatcher Matcher { get; }

    public IReadOnlyCollection<RegisteredNumber> All => _byId.Values;

    public RegisteredNumber? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The numbers as a model file has them, before any database.</summary>
    public static NumberRegistry Of(RevenueModel model, Company company) => new([.. model.Numbers.Select(facts => RegisteredNumber.OfFile(facts, company))]);
}
