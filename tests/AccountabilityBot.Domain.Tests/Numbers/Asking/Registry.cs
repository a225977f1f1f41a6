using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;

namespace AccountabilityBot.Domain.Tests.Numbers.Asking;

/// <summary>A small registry of an invented company that sells sailing lessons, in the middle of nowhere near the question sets.</summary>
static class Registry
{
    public static readonly AskableNumber[] Numbers =
    [
        Owned("hull-repair", "Hull repair time", "Days from the report of a damaged hull to the boat back on the water.", "days", 4),
        Owned("net-retention", "Net revenue retention, sailing clubs", null, "%", 104),
        Owned("gross-retention", "Gross revenue retention, sailing clubs", null, "%", 92),
        Owned("lesson-noshow", "No-show rate of lessons", "Booked lessons to which the pupil did not come.", "%", 6) with { Latest = 8.5m },
        Owned("pupils-per-teacher", "Pupils per teacher", null, "ratio", 5),
        Owned("berth-occupancy", "Berth occupancy", "Share of berths with a boat in them.", "%", 85, aliases: ["dock fill"]),
        new(new NumberFacts("fleet-availability", "Fleet availability") { Owner = "Harbour/Workshop" }, Holding.Shared, "Harbour/Workshop"),
        new(new NumberFacts("rescue-time", "Rescue boat response time") { Owner = "Harbour master" }, Holding.Vacant, "Harbour master"),
        new(new NumberFacts("wind-days", "Wind days lost"), Holding.Orphaned),
    ];

    public static readonly NumberMatcher Matcher = new(new NumberIndex(Numbers));

    static AskableNumber Owned(string id, string name, string? definition, string unit, decimal target, string[]? aliases = null) => new(
        new NumberFacts(id, name)
        {
            Definition = definition is null ? null : new NumberDefinition(definition),
            Unit = unit,
            Target = target,
            Aliases = aliases ?? [],
            Owner = "somebody",
        },
        Holding.Owned);
}
