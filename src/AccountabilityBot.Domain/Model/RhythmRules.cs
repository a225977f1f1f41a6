using AccountabilityBot.Domain.Cadence;

namespace AccountabilityBot.Domain.Model;

/// <summary>What comes round in this company. A department may have a digest at another time: <see cref="Department.Digest"/>.</summary>
public sealed record RhythmRules
{
    /// <summary>Of each channel, by its department's clock; none: departments have one only where they say so themselves.</summary>
    public Rhythm? Digest { get; init; } = Rhythm.Usual;

    /// <summary>When the council meets, by the company's clock. None: there is no council, and the deployment decides about the model.</summary>
    public Rhythm? Council { get; init; }
}
