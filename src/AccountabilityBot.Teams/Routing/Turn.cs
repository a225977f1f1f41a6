using System.Globalization;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Teams.Routing;

/// <summary>What a handler receives besides its own part of the activity.</summary>
/// <param name="Activity">The authenticated activity.</param>
/// <param name="Actor">Who did it; null when Teams does not say (see <see cref="Routing.Actor.Of"/>).</param>
/// <param name="Now">The instant of the turn, UTC, read once.</param>
public sealed record Turn(Activity Activity, Actor? Actor, DateTimeOffset Now)
{
    static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The reader's language: the activity's locale, else the client's, else American English.</summary>
    public CultureInfo Locale =>
        Known(Activity.Locale) ?? Known(Activity.Entities?.FirstOrDefault(e => e.Type == "clientInfo")?.Locale) ?? _english;

    static CultureInfo? Known(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
