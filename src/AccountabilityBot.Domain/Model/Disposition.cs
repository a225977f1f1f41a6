namespace AccountabilityBot.Domain.Model;

/// <summary>Where a lead stands from its accept to its end. Stored: the numbers never change.</summary>
public enum DealStage
{
    /// <summary>Accepted, and being worked on.</summary>
    Working = 1,
    MeetingSet = 2,

    /// <summary>The buyer did not come to the meeting.</summary>
    NoShow = 3,

    /// <summary>An opportunity: there is a value.</summary>
    Qualified = 4,
    Proposal = 5,
    Won = 6,
    Lost = 7,

    /// <summary>Not now: it comes back on a date.</summary>
    Recycled = 8,
    Closed = 9,
}

/// <summary>What follows from a disposition.</summary>
public enum NextStep
{
    /// <summary>The owner goes on.</summary>
    Continue = 1,

    /// <summary>The lead rests, and comes back on a date.</summary>
    Recycle = 2,

    /// <summary>Whoever handed the lead over is asked to mend its data; it waits meanwhile.</summary>
    FixData = 3,

    /// <summary>It ends here, and goes over the next seam.</summary>
    HandOver = 4,

    /// <summary>It ends.</summary>
    Close = 5,
}

/// <summary>What a disposition can ask for.</summary>
public enum DispositionField
{
    Budget = 1,
    Authority = 2,
    Need = 3,
    Timing = 4,
    MeetingDate = 5,
    RecycleDate = 6,

    /// <summary>An amount, with its currency.</summary>
    Value = 7,

    /// <summary>What the buyer bought.</summary>
    Bought = 8,

    /// <summary>A person's own words.</summary>
    Note = 9,
}

/// <summary>A standard answer to "what became of it".</summary>
/// <param name="Id">Slug. It stands in the ledger for ever.</param>
/// <param name="Name">What the choice <c>Disposition</c> shows.</param>
/// <param name="Becomes">Where the lead stands afterwards; none: where it stood.</param>
/// <param name="Next">The one thing that follows.</param>
public sealed record Disposition(string Id, string Name, DealStage? Becomes, NextStep Next)
{
    /// <summary>Where it can be chosen; empty: wherever the lead is open.</summary>
    public IReadOnlyList<DealStage> At { get; init; } = [];

    /// <summary>For which kinds of hand-off; empty: for all of them.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What the model asks for beside what follows from <see cref="Next"/> and <see cref="Becomes"/>.</summary>
    public IReadOnlyList<DispositionField> Requires { get; init; } = [];

    /// <summary>Shown on the form, and may be left empty.</summary>
    public IReadOnlyList<DispositionField> Asks { get; init; } = [];

    /// <summary>The second tier: why it was won, lost or put off. Empty: nobody asks.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Id of the seam over which it goes; only with <see cref="NextStep.HandOver"/>.</summary>
    public string? Seam { get; init; }

    /// <summary>The buyer asked not to be contacted any more, by any way.</summary>
    public bool DoNotContact { get; init; }

    /// <summary>
    /// Without these it is not saved: a day to come back on where it rests, a meeting's day where one was set, a value where an
    /// opportunity begins.
    /// </summary>
    public IReadOnlyList<DispositionField> Needed =>
    [
        .. Requires,
        .. Implied.Where(implied => !Requires.Contains(implied)),
    ];

    /// <summary>Whether the lead is out of its owner's hands afterwards.</summary>
    public bool Ends => Becomes is >= DealStage.Won;

    /// <summary>Whether it can be chosen for a hand-off of this kind that stands here.</summary>
    public bool Fits(string kind, DealStage stage) => (Kinds.Count == 0 || Kinds.Contains(kind)) && (At.Count == 0 || At.Contains(stage));

    IEnumerable<DispositionField> Implied
    {
        get
        {
            if (Next is NextStep.Recycle)
                yield return DispositionField.RecycleDate;
            if (Becomes is DealStage.MeetingSet)
                yield return DispositionField.MeetingDate;
            if (Becomes is DealStage.Qualified)
                yield return DispositionField.Value;
        }
    }
}

/// <summary>What a company has that wrote down no dispositions of its own: enough for every lead to come to an end.</summary>
public static class UsualDispositions
{
    public static readonly IReadOnlyList<Disposition> All =
    [
        new("meeting-set", "Meeting set", DealStage.MeetingSet, NextStep.Continue),
        new("no-show", "Did not come to the meeting", DealStage.NoShow, NextStep.Continue) { At = [DealStage.MeetingSet] },
        new("qualified", "Qualified", DealStage.Qualified, NextStep.Continue)
        {
            At = [DealStage.Working, DealStage.MeetingSet, DealStage.NoShow],
            Requires = [DispositionField.Need],
            Asks = [DispositionField.Budget, DispositionField.Authority, DispositionField.Timing],
        },
        new("proposal", "Proposal sent", DealStage.Proposal, NextStep.Continue) { At = [DealStage.Qualified], Asks = [DispositionField.Value] },
        new("won", "Won", DealStage.Won, NextStep.Close)
        {
            At = [DealStage.Qualified, DealStage.Proposal],
            Asks = [DispositionField.Value, DispositionField.Bought],
            Reasons = [new("fit", "It fits what they need"), new("price", "Price"), new("trust", "They know us"), new("speed", "We were fast"), new("other", "Another reason")],
        },
        new("lost", "Lost", DealStage.Lost, NextStep.Close)
        {
            Reasons =
            [
                new("price", "Price"), new("competitor", "Bought elsewhere"), new("no-decision", "Did not decide"), new("no-answer", "No answer any more"),
                new("other", "Another reason"),
            ],
        },
        new("later", "Not now, come back later", DealStage.Recycled, NextStep.Recycle),
        new("wrong-data", "Contact data are wrong", null, NextStep.FixData) { At = [DealStage.Working], Asks = [DispositionField.Note] },
        new("do-not-contact", "Asked not to be contacted", DealStage.Closed, NextStep.Close) { DoNotContact = true },
    ];
}
