using AccountabilityBot.Data;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Delivery;

/// <summary>A live card as it is now.</summary>
/// <param name="Version">The subject's version that it shows.</param>
public sealed record RenderedCard(AdaptiveCard Card, int Version)
{
    /// <summary>What opens it from a bundle, in which it is one line; none: the number of its lead does.</summary>
    public ExecuteAction? Opening { get; init; }
}

public delegate Task<RenderedCard?> CardRenderer(IServiceProvider services, CardPost post, CancellationToken ct);

public delegate Task<OutgoingActivity?> NoticeRenderer(IServiceProvider services, Notice notice, CancellationToken ct);

/// <summary>
/// What the door can deliver: each slice names its kinds of cards and notices and who renders them, late, from the state
/// of that moment. A renderer that answers nothing says that there is nothing to send any more. Each kind says, too, how
/// unasked it is: what may hold it back on its way to a person.
/// </summary>
public sealed class DeliveryKinds
{
    readonly Dictionary<string, CardRenderer> _cards = [];
    readonly Dictionary<string, NoticeRenderer> _notices = [];
    readonly HashSet<string> _answers = [];
    readonly Dictionary<string, Manners> _manners = [];

    public IReadOnlyCollection<string> Cards => _cards.Keys;

    public IReadOnlyCollection<string> Notices => _notices.Keys;

    /// <param name="isAnswer">Somebody asked for such a card, and it goes first.</param>
    /// <exception cref="ArgumentException">The kind has a renderer already.</exception>
    public DeliveryKinds Card<T>(
        string kind, Func<T, CardPost, CancellationToken, Task<RenderedCard?>> render, Manners manners = Manners.Solicited, bool isAnswer = false)
        where T : notnull
    {
        _manners[kind] = manners;
        if (isAnswer)
            _answers.Add(kind);
        _cards.Add(kind, (services, post, ct) => render(services.GetRequiredService<T>(), post, ct));
        return this;
    }

    /// <exception cref="ArgumentException">The kind has a renderer already.</exception>
    public DeliveryKinds Notice<T>(string kind, Func<T, Notice, CancellationToken, Task<OutgoingActivity?>> render, Manners manners = Manners.Solicited)
        where T : notnull
    {
        _manners[kind] = manners;
        _notices.Add(kind, (services, notice, ct) => render(services.GetRequiredService<T>(), notice, ct));
        return this;
    }

    internal bool IsAnswer(string card) => _answers.Contains(card);

    /// <summary>A kind that no slice names any more was sent by an earlier version: what it was is not known.</summary>
    internal Manners MannersOf(string kind) => _manners.GetValueOrDefault(kind);

    internal CardRenderer RendererOf(CardPost post) => _cards[post.Kind];

    internal NoticeRenderer RendererOf(Notice notice) => _notices[notice.Kind];
}
