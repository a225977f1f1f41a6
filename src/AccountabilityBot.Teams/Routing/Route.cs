namespace AccountabilityBot.Teams.Routing;

/// <summary>Where an activity goes.</summary>
/// <param name="Name">For logs: <c>card:lead.accept</c>, <c>text:who owns</c>, <c>otherwise</c>, <c>event:installed</c>,
/// <c>invoke:task/fetch</c>.</param>
/// <param name="Act">Decides and answers. The answer of a text or an event is null; that of a submit message is dropped,
/// because Teams takes no answer to a message.</param>
/// <param name="Truth">Of a card: answers a press that was seen before with the present truth and decides nothing.</param>
public sealed record Route(
    string Name,
    Func<IServiceProvider, Turn, CancellationToken, Task<InvokeAnswer?>> Act,
    Func<IServiceProvider, Turn, CancellationToken, Task<InvokeAnswer?>>? Truth = null);
