namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>The tenant, as a test sets it up and changes it.</summary>
sealed partial class FakeGraph
{
    readonly List<DirectoryEntry> _entries = [];
    readonly Dictionary<string, DirectoryEntry> _byId = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, GraphGroup> _groups = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, GraphTeam> _teams = new(StringComparer.OrdinalIgnoreCase);
    readonly List<CatalogApp> _catalog = [];
    readonly List<(GraphUser User, CatalogApp App, string Id)> _installed = [];
    long _version;

    /// <summary>Everybody who is there, in the order in which they came.</summary>
    internal IReadOnlyList<GraphUser> Users
    {
        get
        {
            lock (_lock)
                return [.. _entries.Where(entry => entry.IsThere).Select(entry => entry.User)];
        }
    }

    internal GraphUser Add(GraphUser user)
    {
        lock (_lock)
            Keep(user, ++_version);
        return user;
    }

    /// <summary>A whole company at once.</summary>
    internal void Load(IEnumerable<GraphUser> users)
    {
        lock (_lock)
        {
            _version++;
            foreach (var user in users)
                Keep(user, _version);
        }
    }

    /// <summary>The next round of a delta query tells of those properties whose values are different afterwards.</summary>
    internal void Change(GraphUser user, Action<GraphUser> change)
    {
        lock (_lock)
            _byId[user.Id].Change(change, ++_version);
    }

    /// <summary>
    /// Into the recycle bin, or for good. Groups lose the user only for good; people who report to them keep the reference, as
    /// a directory keeps it that has not caught up.
    /// </summary>
    internal void Delete(GraphUser user, bool hard = false)
    {
        lock (_lock)
        {
            _byId[user.Id].Remove(hard, ++_version);
            if (!hard)
                return;
            foreach (var group in _groups.Values)
                group.Members.Remove(user);
            foreach (var team in _teams.Values)
                team.Members.RemoveAll(member => member.User == user);
        }
    }

    /// <summary>Back from the recycle bin.</summary>
    internal void Restore(GraphUser user)
    {
        lock (_lock)
        {
            var entry = _byId[user.Id];
            if (entry.RemovedReason != "changed")
                throw new InvalidOperationException($"{user.DisplayName} is not in the recycle bin.");
            entry.Restore(++_version);
        }
    }

    /// <summary>The group with the id, made when it is new.</summary>
    internal GraphGroup Group(string id, string name)
    {
        lock (_lock)
            return _groups.TryGetValue(id, out var known) ? known : _groups[id] = new GraphGroup { Id = id, DisplayName = name };
    }

    internal void Join(GraphGroup group, DirectoryObject member)
    {
        lock (_lock)
            group.Members.Add(member);
    }

    internal void Leave(GraphGroup group, DirectoryObject member)
    {
        lock (_lock)
            group.Members.Remove(member);
    }

    /// <summary>The team with the id (its group's), made when it is new.</summary>
    internal GraphTeam Team(string id)
    {
        lock (_lock)
            return _teams.TryGetValue(id, out var known) ? known : _teams[id] = new GraphTeam { Id = id };
    }

    internal void Join(GraphTeam team, GraphUser user, bool isOwner = false)
    {
        lock (_lock)
            team.Members.Add((user, isOwner));
    }

    internal void Leave(GraphTeam team, GraphUser user)
    {
        lock (_lock)
            team.Members.RemoveAll(member => member.User == user);
    }

    /// <param name="externalId">The id in the app's manifest.</param>
    internal CatalogApp CatalogApp(string externalId, string name = "AccountabilityBot")
    {
        lock (_lock)
        {
            if (_catalog.Find(app => app.ExternalId == externalId) is { } known)
                return known;
            var app = new CatalogApp(Guid.NewGuid().ToString(), externalId, name);
            _catalog.Add(app);
            return app;
        }
    }

    /// <summary>The app was installed by somebody else: nobody is told of it.</summary>
    internal void Install(GraphUser user, CatalogApp app)
    {
        lock (_lock)
            KeepInstalled(user, app);
    }

    internal bool HasInstalled(GraphUser user, CatalogApp app)
    {
        lock (_lock)
            return _installed.Exists(one => one.User == user && one.App == app);
    }

    void Keep(GraphUser user, long version)
    {
        if (!Guid.TryParse(user.Id, out _))
            throw new ArgumentException($"'{user.Id}' is no GUID.", nameof(user));
        if (_byId.TryGetValue(user.Id, out var known) && known.IsThere)
            throw new ArgumentException($"{user.Id} is in the directory.", nameof(user));
        _byId[user.Id] = new DirectoryEntry(user, version);
        if (known is not null)
            _entries.Remove(known);
        _entries.Add(_byId[user.Id]);
    }

    /// <summary>By object id or by user principal name.</summary>
    DirectoryEntry Find(string id)
    {
        var entry = Guid.TryParse(id, out _)
            ? _byId.GetValueOrDefault(id)
            : _entries.Find(one => one.IsThere && string.Equals(one.User.UserPrincipalName, id, StringComparison.OrdinalIgnoreCase));
        return entry is { IsThere: true } ? entry : throw GraphRefusal.NotFound(id);
    }
}
