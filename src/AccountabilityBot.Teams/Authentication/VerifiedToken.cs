using System.Security.Claims;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>What a good token says; which activities it covers is asked for each of them.</summary>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>.</param>
/// <param name="Endorsements">The channels that the signing key may speak for.</param>
/// <param name="Expires">The token's own end, UTC, without the skew.</param>
/// <param name="Principal">The connector, not a person.</param>
sealed record VerifiedToken(string ServiceUrl, IReadOnlySet<string> Endorsements, DateTimeOffset Expires, ClaimsPrincipal Principal);
