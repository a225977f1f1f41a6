using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers;

/// <summary>Another number, as it is named on the card of this one.</summary>
/// <param name="Owner">As people read it: the owner's name, or what is written while nobody owns it. None: nobody.</param>
/// <param name="Department">As people read it; none: unknown.</param>
public sealed record RelatedNumber(string Id, string Name, string? Owner, string? Department);

/// <summary>All that a card about one number is drawn from. A card is a pure function of this.</summary>
public sealed record NumberView
{
    public required NumberAtHand At { get; init; }

    /// <summary>A channel's language, or the reader's.</summary>
    public required Sentences Say { get; init; }

    /// <summary>The place where the card stands; every button carries it.</summary>
    public required Guid PostId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The one person who reads it; none: everybody in a channel.</summary>
    public PersonId? Reader { get; init; }

    public NumberValue? Latest { get; init; }

    /// <summary>The value of the period before <see cref="Latest"/>.</summary>
    public NumberValue? Before { get; init; }

    /// <summary>A small picture of the owner, as a URI that has it in itself.</summary>
    public string? OwnerPhoto { get; init; }

    /// <summary>The trend, as a picture.</summary>
    public Image? Chart { get; init; }

    public IReadOnlyList<RelatedNumber> SupportedBy { get; init; } = [];

    public RelatedNumber? Supports { get; init; }

    public TrackedNumber Number => At.Number;

    public Company Company => At.Company;

    public NumberFacts Facts => At.Number.Facts;

    public NumberActor? Me => Reader is { } reader ? At.ActorOf(reader) : null;

    public bool IsMine => Reader is { } reader && At.Owner == reader;

    const int LongestName = 50;

    /// <summary>A fresh part for the ids of inputs: a client keeps what was typed under an id it has seen.</summary>
    public string Nonce => $"{Number.Version:x}{Now.ToUnixTimeMilliseconds() & 0xFFFFFF:x}";

    /// <summary>Today where the number is at home.</summary>
    public DateOnly Today => NumberDays.DayOf(Facts, Company, Now);

    public bool IsStale => NumberDays.IsStale(Number, Latest?.PeriodEnd, Company, Now);

    public IEnumerable<Department> Upstream => Neighbours(seam => seam.To, seam => seam.From);

    public IEnumerable<Department> Downstream => Neighbours(seam => seam.From, seam => seam.To);

    /// <summary>A card names people many times: a name that goes on and on is cut.</summary>
    public string NameOf(PersonId person) => new PlainText(Company.NameOf(person, Say.Plain("somebody")), LongestName).Value;

    /// <summary>Who may name an owner, as far as they are people one can go to.</summary>
    public string Settlers => new[] { Company.HeadOf(At.Home), Company.GuardianOf(At.Home) }.OfType<CompanyPerson>().Select(person => NameOf(person.Id)).Distinct().ToArray() switch
    {
        [var one, var other] => Say.Plain("number.or", one, other),
        [var one] => one,
        _ => Say.Plain("number.administrator"),
    };

    IEnumerable<Department> Neighbours(Func<Seam, string> here, Func<Seam, string> there) => At.Department is not { } home ? [] : Company.Model.Seams
        .Where(seam => here(seam) == home.Id)
        .Select(seam => Company.Model.FindDepartment(there(seam)))
        .OfType<Department>()
        .DistinctBy(department => department.Id);
}
