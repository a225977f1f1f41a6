namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>A user and what happened to them, each at a version of the directory; kept after a deletion too.</summary>
sealed class DirectoryEntry(GraphUser user, long version)
{
    /// <summary>Made with the first change; most users of a large company never have one.</summary>
    long[]? _changed;

    /// <summary>Who the manager was before each change.</summary>
    List<(long Version, string? Before)>? _superiors;

    internal GraphUser User => user;

    /// <summary>Since then the user is there: created or restored.</summary>
    internal long ThereSince { get; private set; } = version;

    internal long RemovedAt { get; private set; }

    /// <summary><c>changed</c>: in the recycle bin. <c>deleted</c>: for good. None: there.</summary>
    internal string? RemovedReason { get; private set; }

    internal bool IsThere => RemovedReason is null;

    /// <summary>A bit for each tracked property that had a value at any time.</summary>
    int EverSet { get; set; } = BitsOf(user);

    internal void Change(Action<GraphUser> change, long version)
    {
        var before = UserProperties.Tracked.Select(one => one.Of(User)).ToArray();
        change(User);
        for (var place = 0; place < before.Length; place++)
        {
            if (Equals(before[place], UserProperties.Tracked[place].Of(User)))
                continue;
            (_changed ??= new long[before.Length])[place] = version;
            if (UserProperties.Tracked[place].Name == UserProperties.Superior)
                (_superiors ??= []).Add((version, (string?)before[place]));
        }

        EverSet |= BitsOf(User);
    }

    internal void Remove(bool hard, long version) => (RemovedReason, RemovedAt) = (hard ? "deleted" : "changed", version);

    internal void Restore(long version) => (RemovedReason, ThereSince) = (null, version);

    internal bool WasEverSet(int place) => (EverSet & (1 << place)) != 0;

    internal bool HasChanged(int place, long since) => _changed is { } changed && changed[place] > since;

    /// <summary>Whether a round of a delta query that began at a version has to tell of the user.</summary>
    internal bool IsNews(IEnumerable<int> places, long since) =>
        ThereSince > since || RemovedAt > since || (IsThere && _changed is not null && places.Any(place => HasChanged(place, since)));

    /// <summary>The manager as a client knows them who read the directory at that version.</summary>
    internal string? SuperiorAt(long version)
    {
        var at = _superiors?.FindIndex(one => one.Version > version) ?? -1;
        return at < 0 ? User.ManagerId : _superiors![at].Before;
    }

    static int BitsOf(GraphUser user)
    {
        var bits = 0;
        for (var place = 0; place < UserProperties.Tracked.Count; place++)
        {
            if (UserProperties.Tracked[place].Of(user) is not null)
                bits |= 1 << place;
        }

        return bits;
    }
}
