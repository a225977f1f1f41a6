using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.Tests.Numbers;

/// <summary>One number of a department in Berlin, and the people round it.</summary>
static class GivenNumber
{
    /// <summary>Noon in Berlin, so that its day is the UTC day.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly NumberActor Ana = new(Person(1), MayName: false);
    public static readonly NumberActor Bo = new(Person(2), MayName: false);
    public static readonly NumberActor Cleo = new(Person(3), MayName: false);

    /// <summary>Head of the department.</summary>
    public static readonly NumberActor Ravi = new(Person(8), MayName: true);

    public static PersonId Person(int no) => new(new Guid(no, 0, 0, new byte[8]));

    public static TrackedNumber Owned()
    {
        var number = new TrackedNumber(new NumberFacts("win-rate", "Win rate"), "model", Noon.AddDays(-10));
        number.BeginOwnership(Ana.Id, "Ana Sousa", Noon.AddDays(-10));
        return number;
    }

    public static TrackedNumber Shared()
    {
        var number = new TrackedNumber(new NumberFacts("win-rate", "Win rate"), "model", Noon.AddDays(-10));
        number.BeginOwnership(null, "Ana Sousa / Bo Nguyen", Noon.AddDays(-10));
        return number;
    }

    public static Decision Offer(this TrackedNumber number, NumberActor by, NumberActor to, int inDays = 0, DateTimeOffset? at = null) =>
        number.Propose(by, to.Id, isListed: true, DateOnly.FromDateTime((at ?? Noon).Date).AddDays(inDays), null, Berlin, at ?? Noon);
}
