using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Teams.Routing;

/// <summary>One scope, one call: no memory of what was seen before, and no second try.</summary>
public sealed class DirectTurnRunner(IServiceScopeFactory scopes) : ITurnRunner
{
    public async Task<InvokeAnswer?> RunAsync(Turn turn, Route route, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await route.Act(scope.ServiceProvider, turn, ct);
    }
}
