using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Teams.Routing;

/// <summary>
/// The table that the slices fill at start. A handler's owner <c>T</c> comes from the turn's scope. Whatever is claimed twice
/// stops the start with both owners' names.
/// </summary>
public sealed class Routes
{
    readonly Dictionary<string, (Type Owner, Route Route)> _cards = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Type Owner, Route Route)> _events = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Type Owner, Route Route)> _invokes = new(StringComparer.Ordinal);
    readonly List<(TextCommand Command, TextRoute Route)> _texts = [];
    (Type Owner, TextRoute Route)? _otherwise;

    /// <summary>The verbs on the wire.</summary>
    public IReadOnlyCollection<string> Verbs => _cards.Keys;

    /// <summary>The text commands, as they were written in the slices.</summary>
    public IReadOnlyCollection<string> Commands => [.. _texts.Select(t => t.Command.Pattern)];

    /// <summary>The names of what happened that somebody listens to.</summary>
    public IReadOnlyCollection<string> Events => _events.Keys;

    /// <summary>The names of invokes that are no presses on cards.</summary>
    public IReadOnlyCollection<string> Invokes => _invokes.Keys;

    /// <summary>Every type that a route needs from the turn's scope.</summary>
    internal IEnumerable<Type> Owners =>
        _cards.Values.Concat(_events.Values).Concat(_invokes.Values).Select(r => r.Owner)
            .Concat(_texts.Select(t => t.Command.Owner))
            .Concat(_otherwise is { } otherwise ? [otherwise.Owner] : [])
            .Distinct();

    /// <summary>
    /// A card's verb. It is reached by <c>Action.Execute</c>, and by an <c>Action.Submit</c> whose data has the verb: the answer
    /// to the latter is dropped, because Teams takes no answer to a message.
    /// </summary>
    /// <param name="verb">For example <c>lead.accept</c>; never changes once it was sent.</param>
    /// <param name="act">Decides and answers.</param>
    /// <param name="truth">Answers a press that was seen before with the present truth; decides nothing.</param>
    public void Card<T>(
        string verb,
        Func<T, Turn, CardPress, CancellationToken, Task<CardAnswer>> act,
        Func<T, Turn, CardPress, CancellationToken, Task<CardAnswer>> truth)
        where T : notnull =>
        Claim<T>(_cards, "card verb", verb, new("card:" + verb, OnPress(act), OnPress(truth)));

    /// <summary>
    /// A text command: matched as the leading words in any case, politeness and trailing punctuation ignored; the longest wins.
    /// </summary>
    /// <param name="command">Words, with at most one star in between: <c>who owns</c>, <c>serve * here</c>.</param>
    /// <param name="act">Receives the text behind the command, or the part under the star, as it was written.</param>
    public void Text<T>(string command, Func<T, Turn, string, CancellationToken, Task> act)
        where T : notnull
    {
        var added = new TextCommand(command, typeof(T));
        if (_texts.Find(t => t.Command.Pattern.Equals(command, StringComparison.OrdinalIgnoreCase)).Command is { } taken)
            throw Twice("text command", command, taken.Owner, typeof(T));
        _texts.Add((added, OnText("text:" + command, act)));
    }

    /// <summary>The one answer to text that no command matches; it receives the whole text without the bot's mention.</summary>
    public void Otherwise<T>(Func<T, Turn, string, CancellationToken, Task> act)
        where T : notnull
    {
        if (_otherwise is { } taken)
            throw Twice("answer to", "any other text", taken.Owner, typeof(T));
        _otherwise = (typeof(T), OnText("otherwise", act));
    }

    /// <summary>
    /// Something that happened: <c>installed</c>, <c>uninstalled</c> (the activity's action tells an upgrade), <c>members-added</c>,
    /// <c>members-removed</c>, a value of the channel data's eventType, or the name of an <c>event</c> activity.
    /// </summary>
    public void Event<T>(string name, Func<T, Turn, CancellationToken, Task> act)
        where T : notnull =>
        Claim<T>(_events, "event", name, new("event:" + name, async (scope, turn, ct) =>
        {
            await act(scope.GetRequiredService<T>(), turn, ct);
            return null;
        }));

    /// <summary>Any other invoke, for example <c>task/fetch</c>. Presses on cards go through <see cref="Card{T}"/>.</summary>
    public void Invoke<T>(string name, Func<T, Turn, CancellationToken, Task<InvokeAnswer>> act)
        where T : notnull
    {
        if (name == "adaptiveCard/action")
            throw new InvalidOperationException($"{typeof(T).Name} must claim the verbs of its cards with routes.Card, not all presses.");
        Claim<T>(_invokes, "invoke", name, new("invoke:" + name, async (scope, turn, ct) =>
            await act(scope.GetRequiredService<T>(), turn, ct)));
    }

    internal Route? ForVerb(string verb) => _cards.TryGetValue(verb, out var found) ? found.Route : null;

    internal Route? ForEvent(string? name) => name is not null && _events.TryGetValue(name, out var found) ? found.Route : null;

    internal Route? ForInvoke(string? name) => name is not null && _invokes.TryGetValue(name, out var found) ? found.Route : null;

    /// <summary>The text commands in the order in which they are tried.</summary>
    internal IReadOnlyList<(TextCommand Command, TextRoute Route)> Texts() =>
        [.. _texts.OrderByDescending(t => t.Command.Words).ThenBy(t => t.Command.HasStar)];

    /// <exception cref="InvalidOperationException">No slice answers other text: people would be left without an answer.</exception>
    internal TextRoute TheOtherwise() =>
        _otherwise?.Route
        ?? throw new InvalidOperationException("No slice answers text that is no command; add routes.Otherwise<…>(…) to one.");

    static Func<IServiceProvider, Turn, CancellationToken, Task<InvokeAnswer?>> OnPress<T>(
        Func<T, Turn, CardPress, CancellationToken, Task<CardAnswer>> act)
        where T : notnull =>
        async (scope, turn, ct) => CardPress.In(turn.Activity) is { } press
            ? InvokeAnswer.Of(await act(scope.GetRequiredService<T>(), turn, press, ct))
            : throw new InvalidOperationException("A card's route was run for an activity that is no press.");

    static TextRoute OnText<T>(string name, Func<T, Turn, string, CancellationToken, Task> act)
        where T : notnull =>
        rest => new(name, async (scope, turn, ct) =>
        {
            await act(scope.GetRequiredService<T>(), turn, rest, ct);
            return null;
        });

    static void Claim<T>(Dictionary<string, (Type Owner, Route Route)> table, string kind, string name, Route route)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidOperationException($"{typeof(T).Name} adds a route for a {kind} without a name.");
        if (!table.TryAdd(name, (typeof(T), route)))
            throw Twice(kind, name, table[name].Owner, typeof(T));
    }

    static InvalidOperationException Twice(string kind, string name, Type first, Type second) =>
        new($"The {kind} \"{name}\" is claimed by {first.Name} and by {second.Name}; one of them must give way.");
}

/// <summary>Makes the route of a text command for the rest of the text.</summary>
delegate Route TextRoute(string rest);
