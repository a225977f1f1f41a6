namespace AccountabilityBot.Teams.Routing;

/// <summary>Runs one turn: opens the scope that its handler and its data share.</summary>
public interface ITurnRunner
{
    /// <returns>The answer to an invoke; null for everything else.</returns>
    Task<InvokeAnswer?> RunAsync(Turn turn, Route route, CancellationToken ct);
}
