using AccountabilityBot.Teams.Authentication;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams;

/// <summary>Whether the edge can let anybody in: without the connector's keys every activity is refused.</summary>
public sealed class EdgeReadiness
{
    readonly ConnectorKeys _keys;
    readonly bool _isSigned;

    internal EdgeReadiness(ConnectorKeys keys, IOptions<BotOptions> options) => (_keys, _isSigned) = (keys, options.Value.IsSigned);

    /// <summary>Asks for the keys if there are none yet; at most one fetch in the least interval.</summary>
    /// <returns>What is wrong, in a few words; null when the keys are at hand, or not needed (the Playground's mode).</returns>
    public async Task<string?> ProblemAsync(CancellationToken ct) =>
        !_isSigned || await _keys.AreAvailableAsync(ct) ? null : "the connector's keys cannot be fetched";
}
