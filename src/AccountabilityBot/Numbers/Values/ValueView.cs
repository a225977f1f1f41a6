using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers.Values;

/// <summary>All that the keeper's card is drawn from: the value of one number for one period, or that there is none yet.</summary>
sealed record ValueView
{
    public required TrackedNumber Number { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>None: it is still to come.</summary>
    public NumberValue? Value { get; init; }

    /// <summary>Of the latest period before that has one.</summary>
    public NumberValue? Before { get; init; }

    public required Company Company { get; init; }

    public required Sentences Say { get; init; }

    /// <summary>The card's place; comes back with a press, and decides nothing.</summary>
    public required Guid PostId { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>A fresh part of the inputs' ids: a client keeps what was typed under an id that it has seen.</summary>
    public string Nonce { get; } = Guid.NewGuid().ToString("N")[..8];

    public NumberFacts Facts => Number.Facts;

    public string Period => ValueWords.Of(Facts.Period, PeriodEnd, Say);

    public DateOnly DueOn => Freshness.DueOn(Facts, PeriodEnd);

    public bool IsLate => Value is null && NumberDays.DayOf(Facts, Company, Now) > DueOn;

    /// <summary>A short name of what the card shows, by which a sweep sees that it would show something else now.</summary>
    public string Picture => Value is not null ? "saved" : !Number.IsActive ? "retired" : IsLate ? "late" : "due";

    public string NameOf(PersonId? person) => person is { } one ? Company.NameOf(one, Say.Plain("somebody")) : Say.Plain("number-value.machine");
}
