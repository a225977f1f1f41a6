namespace AccountabilityBot.Domain.Numbers;

/// <summary>How it stands with the owner of a number.</summary>
public enum Holding
{
    /// <summary>One person owns it.</summary>
    Owned = 1,

    /// <summary>Several are written down, so that nobody owns it until one of them takes it.</summary>
    Shared = 2,

    /// <summary>A role is written down that nobody holds yet, or nobody at all.</summary>
    Vacant = 3,

    /// <summary>The owner is gone or has moved on.</summary>
    Orphaned = 4,
}

/// <summary>One number of the company: what it means, and who answers for it. At most one person owns it at any instant.</summary>
public sealed partial class TrackedNumber
{
    readonly List<Ownership> _ownerships = [];

    TrackedNumber()
    {
        Facts = null!;
    }

    public TrackedNumber(NumberFacts facts, string origin, DateTimeOffset now) => (Id, Facts, Origin, CreatedAt) = (facts.Id, facts, origin, now);

    /// <summary>As the model or the registry names it.</summary>
    public string Id { get; private set; } = null!;

    /// <summary>Replaced, never changed.</summary>
    public NumberFacts Facts
    {
        get;
        private set
        {
            field = value;
            // Null only for the moment in which the database makes one.
            SupportsKey = value?.Supports?.ToLowerInvariant();
        }
    }

    /// <summary>Id of the number that this one helps to move, in lower case: so the numbers under one are found without reading all.</summary>
    public string? SupportsKey { get; private set; }

    /// <summary>Where its facts come from: <c>model</c> or <c>import</c>.</summary>
    public string Origin { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether it is still tracked; a number that left the model keeps its history.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Every owner it ever had, in their order.</summary>
    public IReadOnlyList<Ownership> Ownerships => _ownerships;

    public Holding Holding { get; private set; } = Holding.Vacant;

    /// <summary>Who is written down while no one person owns it: a role, or several with <c>/</c> between; none: nobody.</summary>
    public string? OwnerWritten { get; private set; }

    /// <summary>Who enters its values; none: the owner.</summary>
    public PersonId? Keeper { get; private set; }

    /// <summary>Goes up by one with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Something beside it that its cards show has changed: a value came.</summary>
    public void ShowAnew() => Version++;

    public Ownership? Current => _ownerships.Find(ownership => ownership.Until is null);

    /// <summary>Who owned it at an instant; none: nobody did.</summary>
    public Ownership? OwnedAt(DateTimeOffset instant) =>
        _ownerships.LastOrDefault(ownership => ownership.From <= instant && (ownership.Until is null || instant < ownership.Until));
}

/// <summary>A stretch of time in which one person owned a number.</summary>
public sealed class Ownership
{
    public Guid Id { get; init; }

    public required string NumberId { get; init; }

    public PersonId Person { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>UTC; not part of it. None: to this day.</summary>
    public DateTimeOffset? Until { get; internal set; }

    /// <summary>Id of the department in which the owner was seen last; empty: in none. None: not looked at yet.</summary>
    public string? SeenIn { get; internal set; }
}
