using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Model;

/// <summary>A group of people with one home channel, one working calendar and one language.</summary>
/// <param name="Id">Slug; never changes, for the ledger names it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Language">Culture name of the sentences in its channel.</param>
/// <param name="TimeZone">IANA zone of its working calendar.</param>
/// <param name="Head">Object id or e-mail address of the person who answers for it.</param>
/// <param name="Guardian">Object id or e-mail address of the person who holds what nobody else does.</param>
/// <param name="Labels">
/// Spellings in the directory's department field that make a person a member; <paramref name="Id"/> and <paramref name="Name"/> always count.
/// </param>
/// <param name="Channel">Its first home channel. An initial value: once a channel was chosen in Teams, the database wins.</param>
/// <param name="PoolOffers">How many pool offers may be open in its channel at once.</param>
public sealed record Department(
    string Id,
    string Name,
    string Language,
    string TimeZone,
    string Head,
    string Guardian,
    IReadOnlyList<string> Labels,
    ChannelAddress? Channel,
    int PoolOffers)
{
    public const int DefaultPoolOffers = 5;

    /// <summary>When it works, by the clocks of <see cref="TimeZone"/>. Its promises count these hours.</summary>
    public WorkingHours Hours { get; init; } = WorkingHours.Usual;

    /// <summary>When its channel gets the digest, by the clocks of <see cref="TimeZone"/>; none: never.</summary>
    public Rhythm? Digest { get; init; } = Rhythm.Usual;

    /// <summary>Every spelling that means this department.</summary>
    public IEnumerable<string> Spellings => [Id, Name, .. Labels];

    public bool IsCalled(string spelling) => Spellings.Any(own => Spelling.Same(own, spelling));
}

/// <summary>Where a department's cards go before anyone bound a channel in Teams.</summary>
/// <param name="ChannelId">Teams thread id (<c>19:…@thread.tacv2</c>).</param>
/// <param name="TeamId">Teams thread id of the team.</param>
/// <param name="ServiceUrl">Address of the Bot Connector that serves this tenant; https.</param>
/// <param name="Name">What people call the channel.</param>
public sealed record ChannelAddress(string ChannelId, string TeamId, string ServiceUrl, string Name);
