using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Model;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>People and rules for the tests of who belongs where; <see cref="Models.Good"/> has marketing and sales.</summary>
static class GivenPeople
{
    public const string Group = "00000000-0000-4000-8000-0000000000aa";

    public static PersonFacts Person(
        int no, string? label = null, string? title = null, string? manager = null, string? email = null, string? name = null) =>
        new(IdOf(no), name ?? $"Person {no}", email ?? AddressOf(no), title, label, manager, TimeZone: null);

    public static string IdOf(int no) => $"00000000-0000-4000-8000-{no:d12}";

    public static string AddressOf(int no) => $"p{no}@firm.example";

    public static RevenueModel With(params MembershipRule[] rules) => Models.Good with { Membership = rules };

    public static RevenueModel Named(this RevenueModel model, params (string Person, string To)[] overrides) =>
        model with { MembershipOverrides = overrides.ToDictionary(one => one.Person, one => one.To, StringComparer.OrdinalIgnoreCase) };

    /// <summary>Where they land, as one would write it down: <c>sales by rule 0</c>, <c>nobody by override</c>, <c>none by nothing</c>.</summary>
    public static string Land(RevenueModel model, params PersonFacts[] people) => string.Join("; ", Membership.Place(model, people).Select(InWords));

    public static string InWords(Placement placement) =>
        $"{(placement.IsPerson ? placement.Department?.Id ?? "none" : "nobody")} by {placement.By.ToString().ToLowerInvariant()}{(placement.Rule is { } rule ? $" {rule}" : "")}";
}
