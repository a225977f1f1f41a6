namespace AccountabilityBot.Tests.Harness;

/// <summary>Somewhere in Teams where a message can stand.</summary>
abstract record Place(string Name)
{
    /// <summary>The conversation's id, without <c>;messageid</c>.</summary>
    internal abstract string Thread { get; }

    public sealed override string ToString() => Name;
}

/// <summary>A channel of a team.</summary>
sealed record Channel(string Name, string Id, string TeamId) : Place(Name)
{
    internal override string Thread => Id;
}

/// <summary>A person; as a place, their own chat with the bot.</summary>
/// <param name="Label">How the directory spells their department; none: a colleague without one.</param>
sealed record Colleague(string Name, int No, string? Label) : Place(Name)
{
    /// <summary>The Entra object id.</summary>
    internal string ObjectId => $"00000000-0000-4000-8000-{No:D12}";

    internal string UserId => $"29:{Slug}";

    internal string ChatId => $"a:{Slug}";

    internal string Email => $"{Slug}@brightwater.example";

    internal override string Thread => ChatId;

    string Slug => Name.Split(' ')[0].ToLowerInvariant();
}
