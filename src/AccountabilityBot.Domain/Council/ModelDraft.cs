namespace AccountabilityBot.Domain.Council;

/// <summary>What has become of a proposed model. Stored: the numbers never change.</summary>
public enum ModelDraftState
{
    /// <summary>The council has not decided yet.</summary>
    Waiting = 1,
    Approved = 2,
    Rejected = 3,
    Parked = 4,

    /// <summary>A newer file took its place, or the file says again what is in force.</summary>
    Overtaken = 5,
}

/// <summary>A model file that differs from the version in force: it waits for the council, and nothing goes by it.</summary>
public sealed class ModelDraft
{
    ModelDraft()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Counts every change; guards against two decisions at once.</summary>
    public int Version { get; private set; }

    public ModelDraftState State { get; private set; }

    /// <summary>Number of the version that was in force when it was proposed.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>UTC; when a server first started with it.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Whether the council has still to decide.</summary>
    public bool IsOpen => State is ModelDraftState.Waiting or ModelDraftState.Parked;

    public static ModelDraft Propose(string text, string hash, int baseVersion, Guid id, DateTimeOffset now) =>
        new() { Id = id, Version = 1, State = ModelDraftState.Waiting, BaseVersion = baseVersion, Hash = hash, Text = text, ProposedAt = now };

    /// <summary>The file says so again, after another one had taken its place: the question is open once more.</summary>
    /// <returns>Whether it had been overtaken; what was decided about stays decided.</returns>
    public bool Return(DateTimeOffset now)
    {
        if (State is not ModelDraftState.Overtaken)
            return false;
        (State, ProposedAt) = (ModelDraftState.Waiting, now);
        Version++;
        return true;
    }

    public void Overtake()
    {
        if (!IsOpen)
            return;
        State = ModelDraftState.Overtaken;
        Version++;
    }

    /// <param name="shownAgainst">Number of the version whose difference stood on the card that was pressed.</param>
    /// <param name="inForce">Number of the version in force now.</param>
    /// <returns>None: it is decided so.</returns>
    public Refusal? Decide(CouncilVerdict verdict, bool isMember, string? why, int shownAgainst, int inForce)
    {
        if (isMember && State is ModelDraftState.Overtaken)
            return CouncilRefusals.Overtaken();
        // Whoever decided about a difference that is none any more has not seen what they decide about.
        if (isMember && IsOpen && shownAgainst != inForce)
            return CouncilRefusals.MovedOn(inForce);
        if (CouncilRefusals.Of(isMember, verdict, why, !IsOpen, State is ModelDraftState.Parked) is { } refusal)
            return refusal;
        State = verdict switch
        {
            CouncilVerdict.Approve => ModelDraftState.Approved,
            CouncilVerdict.Reject => ModelDraftState.Rejected,
            _ => ModelDraftState.Parked,
        };
        Version++;
        return null;
    }
}
