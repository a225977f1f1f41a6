namespace AccountabilityBot.Domain.Cadence;

/// <summary>The steps of a hand-off, in their order. Stored by name in snapshots: the names never change.</summary>
public enum Step
{
    Received = 0,
    Accepted = 1,
    MeetingSet = 2,
    Qualified = 3,
    Proposal = 4,
    Won = 5,
    Lost = 6,
}

/// <summary>How many leads came to each step in a period; each lead once a step, however often it came there.</summary>
public sealed record Flow(int Received = 0, int Accepted = 0, int MeetingSet = 0, int Qualified = 0, int Proposal = 0, int Won = 0, int Lost = 0)
{
    public static Flow None { get; } = new();

    public int this[Step step] => step switch
    {
        Step.Received => Received,
        Step.Accepted => Accepted,
        Step.MeetingSet => MeetingSet,
        Step.Qualified => Qualified,
        Step.Proposal => Proposal,
        Step.Won => Won,
        _ => Lost,
    };

    public bool IsAny => this != None;

    public static Flow Of(Func<Step, int> count) => new(
        count(Step.Received), count(Step.Accepted), count(Step.MeetingSet), count(Step.Qualified), count(Step.Proposal), count(Step.Won), count(Step.Lost));

    public static Flow operator +(Flow one, Flow other) => Of(step => one[step] + other[step]);

    public static Flow Add(Flow one, Flow other) => one + other;

    public static Flow Sum(IEnumerable<Flow> flows) => flows.Aggregate(None, Add);
}

/// <summary>One step on the way to a win.</summary>
/// <param name="OfBefore">In percent of the step before it that is shown, rounded; it may be above 100 where earlier ones came on late. None: the first.</param>
public sealed record ConversionStep(Step Step, int Count, int? OfBefore);

/// <summary>From coming to win, step by step.</summary>
public static class Conversion
{
    static readonly Step[] _way = [Step.Received, Step.Accepted, Step.MeetingSet, Step.Qualified, Step.Proposal, Step.Won];

    /// <summary>The steps to which anything came: a company that sets no meetings has no such step. The first and the last are always there.</summary>
    public static IReadOnlyList<ConversionStep> Of(Flow flow)
    {
        List<ConversionStep> steps = [];
        foreach (var step in _way)
        {
            var count = flow[step];
            if (count is 0 && step is not (Step.Received or Step.Won))
                continue;
            var before = steps.Count > 0 ? steps[^1].Count : 0;
            steps.Add(new ConversionStep(step, count, before is 0 ? null : Percent.Of(count, before)));
        }

        return steps;
    }
}

/// <summary>Shares as cards show them.</summary>
public static class Percent
{
    /// <summary>Whole percent, halves up; of nothing it is none at all.</summary>
    /// <exception cref="DivideByZeroException">A share of nothing.</exception>
    public static int Of(int part, int all) => (int)Math.Round(100m * part / all, MidpointRounding.AwayFromZero);
}
