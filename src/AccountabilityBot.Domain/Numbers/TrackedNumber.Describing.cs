namespace AccountabilityBot.Domain.Numbers;

/// <summary>What a file says of a number: its facts whenever they change, its owner only as a first value.</summary>
public sealed partial class TrackedNumber
{
    /// <summary>Takes what a newer file says. Who owns it stays as it is: that is decided by people.</summary>
    public Decision Describe(NumberFacts facts, string origin)
    {
        if (IsActive && Same(Facts, facts))
            return Decision.AlreadyDone;
        (Facts, Origin, IsActive) = (facts, origin, true);
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.Described, Reason: origin));
    }

    /// <summary>No file names it any more; its values and its history stay.</summary>
    public Decision Retire()
    {
        if (!IsActive)
            return Decision.AlreadyDone;
        IsActive = false;
        Version++;
        return Decision.Of(new DomainEvent(NumberEvents.Retired));
    }

    /// <summary>The first owner, as a file names them; while somebody owns it or has owned it, a file decides nothing.</summary>
    /// <param name="person">None: <paramref name="written"/> names a role that nobody holds, several, or nobody.</param>
    /// <param name="written">As the file has it.</param>
    public Decision BeginOwnership(PersonId? person, string? written, DateTimeOffset now)
    {
        if (_ownerships.Count > 0)
            return Decision.AlreadyDone;
        if (person is { } owner)
        {
            _ownerships.Add(new Ownership { Id = Guid.CreateVersion7(now), NumberId = Id, Person = owner, From = now });
            (Holding, OwnerWritten) = (Holding.Owned, null);
            Version++;
            return Decision.Of(new DomainEvent(NumberEvents.Owned, Other: owner, Reason: "file"));
        }

        var holding = HolderText.Names(written).Count > 1 ? Holding.Shared : Holding.Vacant;
        if ((Holding, OwnerWritten) == (holding, written))
            return Decision.AlreadyDone;
        (Holding, OwnerWritten) = (holding, written);
        Version++;
        return Decision.AlreadyDone;
    }

    /// <summary>Who enters the values, as a file names them; like the owner, a first value.</summary>
    public void BeginKeeping(PersonId? keeper)
    {
        if (Keeper is null && keeper is not null)
            (Keeper, Version) = (keeper, Version + 1);
    }

    static bool Same(NumberFacts one, NumberFacts other) =>
        one with { Aliases = other.Aliases } == other && one.Aliases.SequenceEqual(other.Aliases);
}
