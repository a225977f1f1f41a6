using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Council;

/// <summary>All that the pack is drawn from. A card is a pure function of this.</summary>
sealed record CouncilView
{
    public required Company Company { get; init; }

    /// <summary>The reader's language.</summary>
    public required Sentences Say { get; init; }

    /// <summary>The place where the card stands; every button carries it.</summary>
    public required Guid PostId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The meeting's day, or today's for whoever asks; by the company's calendar.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Decided> Decided { get; init; } = [];

    /// <summary>Of the last three months; none: nothing was decided.</summary>
    public decimal? MedianDays { get; init; }

    /// <summary>Off target first, and the furthest off before the others.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>The most rejects first.</summary>
    public IReadOnlyList<SourceAnswers> Sources { get; init; } = [];

    /// <summary>What the council has still to decide, the latest first.</summary>
    public IReadOnlyList<RuleChange> RuleChanges { get; init; } = [];

    /// <summary>A model file that waits.</summary>
    public Proposal? Draft { get; init; }

    /// <summary>Running ones first, by their last day.</summary>
    public IReadOnlyList<TriedOut> Experiments { get; init; } = [];

    public MaturityTrend Maturity { get; init; } = MaturityTrend.None;

    public DateOnly Today => CouncilMembers.Today(Company, Now);

    /// <summary>Nothing to decide, nothing decided lately, and no target missed.</summary>
    public bool IsQuiet =>
        RuleChanges.Count == 0 && Draft is null && Decided.Count == 0 && !Targets.Any(target => target.IsMet is false) && !Experiments.Any(one => one.Experiment.IsDue(Today));

    public string NameOf(PersonId person) => Company.NameOf(person, Say.Plain("somebody"));
}

/// <summary>A model that waits for the council, held against the version in force.</summary>
/// <param name="Changes">None: the draft cannot be read by this program.</param>
/// <param name="InForce">Number of the version in force.</param>
/// <param name="Decision">The last one; none: nobody has decided.</param>
sealed record Proposal(ModelDraft Draft, IReadOnlyList<ModelChange>? Changes, int InForce, CouncilDecision? Decision);

/// <summary>A decision, and whether it helped.</summary>
/// <param name="What">A literal of <see cref="CouncilSubjects"/>.</param>
/// <param name="Outcome">Under which word its sentence stands: <c>approve</c>, <c>reject</c>, <c>park</c>, <c>funded</c>, <c>retired</c>.</param>
/// <param name="At">UTC.</param>
sealed record Decided(string What, string Outcome, PersonId By, DateTimeOffset At, string? Why)
{
    public RuleChange? Change { get; init; }

    public int? ModelVersion { get; init; }

    public TriedOut? Tried { get; init; }

    /// <summary>None: it is no decision that a figure could tell of.</summary>
    public Help? Help { get; init; }

    public Part Before { get; init; }

    public Part Since { get; init; }
}

/// <summary>A number that has a target and a value.</summary>
/// <param name="Owner">None: nobody owns it.</param>
/// <param name="Before">The value of the period before; none: there is none.</param>
/// <param name="IsMet">None: nobody said which way is good.</param>
sealed record Target(NumberFacts Facts, string? Owner, decimal Value, DateOnly PeriodEnd, decimal? Before, bool? IsMet, bool IsStale);

/// <summary>How leads of one source were answered.</summary>
/// <param name="Reasons">Ids with their counts, the most frequent first.</param>
sealed record SourceAnswers(string Source, int Answers, int Rejects, IReadOnlyList<(string Reason, int Count)> Reasons);

/// <summary>An experiment with its number as it was at the start, and as it is.</summary>
sealed record TriedOut(Experiment Experiment, NumberFacts? Number, decimal? AtStart, decimal? Latest, bool HasNewValue)
{
    public Help Help => Helped.Of(AtStart, Latest, Number?.Direction, HasNewValue);
}

/// <summary>Averages by capability, the present quarter first, up to four.</summary>
/// <param name="Quarters">Name of the quarter, how many answered, and by capability the average; none: too few to tell.</param>
sealed record MaturityTrend(IReadOnlyList<(string Quarter, int Answers, IReadOnlyDictionary<string, decimal?> Averages)> Quarters)
{
    public static readonly MaturityTrend None = new([]);

    public bool HasAny => Quarters.Any(quarter => quarter.Averages.Values.Any(average => average is not null));
}
