namespace AccountabilityBot.Domain;

/// <summary>An opaque key for a person; names and addresses live beside it, so that they can be erased.</summary>
public readonly record struct PersonId(Guid Value)
{
    /// <summary>A new key, ordered by time (UUIDv7, RFC 9562).</summary>
    public static PersonId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>The key of a lead. People say its number (<c>L-1042</c>) instead.</summary>
public readonly record struct LeadId(Guid Value)
{
    /// <summary>A new key, ordered by time (UUIDv7, RFC 9562).</summary>
    public static LeadId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
