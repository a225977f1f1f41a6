using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Teams.Routing;

/// <summary>Runs one turn: opens the scope that its handler and its data share.</summary>
public interface ITurnRunner
{
    /// <returns>The answer to an invoke; null for everything else.</returns>
    Task<InvokeAnswer?> RunAsync(Turn turn, Route route, CancellationToken ct);
}

/// <summary>One scope, one call: no memory of what was seen before, and no second try.</summary>
public sealed class DirectTurnRunner(IServiceScopeFactory scopes) : ITurnRunner
{
    public async Task<InvokeAnswer?> RunAsync(Turn turn, Route route, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await route.Act(scope.ServiceProvider, turn, ct);
    }
}
