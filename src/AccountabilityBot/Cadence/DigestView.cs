using System.Globalization;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Cadence;

/// <summary>A stuck lead with the words that are kept elsewhere.</summary>
/// <param name="Label">As people say it: L-1042.</param>
/// <param name="Name">Of the company, or of the person.</param>
sealed record NamedLead(string Label, string Name);

/// <summary>All that a digest's card is drawn from.</summary>
sealed record DigestView
{
    public required Digest Digest { get; init; }

    public required DigestContent Content { get; init; }

    /// <summary>By the department whose digest they are in.</summary>
    public required ILookup<string, SeamFigures> Seams { get; init; }

    /// <summary>The stuck leads that are still there.</summary>
    public required IReadOnlyDictionary<LeadId, NamedLead> Leads { get; init; }

    /// <summary>Those that stand on the card, as they are now.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>Of those that did not stay with who promised them.</summary>
    public IReadOnlyDictionary<Guid, PromiseHands> Hands { get; init; } = PromiseHands.None;

    public required Company Company { get; init; }

    public required Sentences Say { get; init; }

    /// <summary>The place where the card stands; every button carries it.</summary>
    public required Guid PostId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>In which the days are told.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Lead?.TimeZone ?? Company.Model.TimeZone);

    public string Names => string.Join(", ", Content.Departments.Select(one => NameOf(one.Department)));

    public bool IsAsked => Digest.ChannelId is null;

    Department? Lead => Company.Model.FindDepartment(Content.Departments[0].Department);

    public DateOnly FirstDay => LocalTime.DayIn(Zone, Digest.From);

    public DateOnly LastDay => LocalTime.DayIn(Zone, Digest.Until.AddTicks(-1));

    /// <summary><c>Week 47</c> where it is one by ISO 8601, else the days themselves.</summary>
    public string Period => FirstDay.DayOfWeek is DayOfWeek.Monday && LastDay == FirstDay.AddDays(6)
        ? Say.Plain("digest.week", ISOWeek.GetWeekOfYear(FirstDay.ToDateTime(TimeOnly.MinValue)))
        : Days;

    /// <summary><c>16 – 22 November 2026</c></summary>
    public string Days => FirstDay == LastDay ? ValueWords.Day(LastDay, Say)
        : FirstDay.Month == LastDay.Month && FirstDay.Year == LastDay.Year ? $"{FirstDay.Day} – {ValueWords.Day(LastDay, Say)}"
        : $"{ValueWords.Day(FirstDay, Say)} – {ValueWords.Day(LastDay, Say)}";

    public string NameOf(string department) => Company.Model.FindDepartment(department)?.Name ?? department;

    public string NameOf(PersonId? person) => person is { } one ? new PlainText(Company.NameOf(one, Say.Plain("somebody")), 50).Value : Say.Plain("digest.nobody");

    public string SeamName(string seam) => Company.Model.FindSeam(seam)?.Name ?? seam;

    /// <summary><c>EUR 120,000 and USD 4,000</c>; nothing where there is no amount.</summary>
    public string MoneyOf(IReadOnlyDictionary<string, long> amounts) =>
        string.Join(" + ", amounts.Where(amount => amount.Value > 0).Select(amount => LeadParts.MoneyOf(Rounded(amount.Value, amount.Key), amount.Key, Say.Culture)));

    /// <summary>Whole major units: nobody forwards cents.</summary>
    static long Rounded(long minor, string currency)
    {
        var scale = (long)Money.ScaleOf(currency);
        return (minor + (scale / 2)) / scale * scale;
    }

    /// <summary><c>3 days</c>, <c>5 hours</c>: as exact as it matters.</summary>
    public string Age(TimeSpan age) => age.TotalDays >= 1.5 ? Say.Plain("digest.days", (int)Math.Round(age.TotalDays)) : Say.Plain("digest.hours", Math.Max(1, (int)Math.Round(age.TotalHours)));
}
