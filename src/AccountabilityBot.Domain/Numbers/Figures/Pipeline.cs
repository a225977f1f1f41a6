using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Numbers.Figures;

/// <summary>One disposition of the period, with what is known of its lead.</summary>
/// <param name="At">UTC.</param>
/// <param name="ReceivedAt">UTC; when the lead came.</param>
/// <param name="OpportunitySince">UTC; since when it is an opportunity. None: it never became one.</param>
/// <param name="Opens">With this disposition the lead became an opportunity, for the first time since it came or was opened again.</param>
/// <param name="SetsMeeting">A meeting was agreed, or another day for it.</param>
/// <param name="IsBeforeArrival">It is said to have happened before the lead came: it counts, and is in no duration.</param>
public sealed record DealMove(
    LeadId Lead,
    DealStage From,
    DealStage To,
    DateTimeOffset At,
    long? ValueMinor,
    string? Currency,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OpportunitySince,
    bool Opens,
    bool SetsMeeting,
    bool IsBeforeArrival);

/// <summary>An amount that is part of a sum, or would be in another currency.</summary>
/// <param name="Minor">In minor units of the currency; none: the opportunity has no value.</param>
public sealed record DealValue(long? Minor, string? Currency);

/// <summary>A figure of the pipeline.</summary>
/// <param name="Value">None: there was nothing to count in the period.</param>
/// <param name="LeftOut">Amounts in other currencies, in minor units, which are part of no sum; by currency.</param>
/// <param name="WithoutValue">Opportunities of which nobody knows what they are worth.</param>
public sealed record PipelineFigure(decimal? Value, IReadOnlyDictionary<string, long> LeftOut, int WithoutValue)
{
    public static PipelineFigure Of(decimal? value) => new(value, new Dictionary<string, long>(), 0);
}

/// <summary>The figures of the pipeline, as pure functions over the dispositions of one period.</summary>
public static class Pipeline
{
    public const string WinRate = "win-rate";
    public const string CycleTime = "cycle-time-median";
    public const string TimeToClose = "time-to-close-median";
    public const string Created = "pipeline-created";
    public const string Progressed = "pipeline-progressed";
    public const string OpenValue = "pipeline-open";
    public const string WonValue = "pipeline-won";
    public const string Conversion = "stage-conversion";
    public const string MeetingsSet = "meetings-set";
    public const string NoShowRate = "no-show-rate";
    public const string Velocity = "velocity";

    const int Decimals = 2;

    public static IReadOnlyList<string> Names { get; } =
        [WinRate, CycleTime, TimeToClose, Created, Progressed, OpenValue, WonValue, Conversion, MeetingsSet, NoShowRate, Velocity];

    /// <summary>Whether it is told in a currency; velocity is in a currency per day.</summary>
    public static bool IsMoney(string name) => name is Created or Progressed or OpenValue or WonValue or Velocity;

    /// <summary>What can stand behind <c>stage-conversion:</c>: two stages, the later one behind the earlier.</summary>
    public static IReadOnlyList<string> Conversions { get; } =
    [
        .. from before in (DealStage[])[DealStage.Working, DealStage.MeetingSet, DealStage.Qualified, DealStage.Proposal]
           from after in (DealStage[])[DealStage.MeetingSet, DealStage.Qualified, DealStage.Proposal, DealStage.Won]
           where after > before
           select $"{DispositionWords.Of(before)}-{DispositionWords.Of(after)}",
    ];

    /// <param name="stages">One of <see cref="Conversions"/>.</param>
    public static (DealStage From, DealStage To) StagesOf(string stages) => (
        from before in Enum.GetValues<DealStage>()
        from after in Enum.GetValues<DealStage>()
        where $"{DispositionWords.Of(before)}-{DispositionWords.Of(after)}" == stages
        select (before, after)).First();

    /// <summary>An opportunity that has not ended.</summary>
    public static bool IsOpportunity(DealStage stage) => stage is DealStage.Qualified or DealStage.Proposal;

    /// <param name="name">One of <see cref="Names"/> that is counted over the period's dispositions alone.</param>
    /// <param name="unit">The currency, of those that are money.</param>
    /// <param name="moves">Of the period, in the order in which they were decided.</param>
    public static PipelineFigure Count(string name, string unit, IReadOnlyList<DealMove> moves) => name switch
    {
        WinRate => PipelineFigure.Of(Wins(moves)),
        CycleTime => PipelineFigure.Of(Median(CycleDays(moves))),
        TimeToClose => PipelineFigure.Of(Median(CloseDays(moves))),
        Created => Sum(moves.Where(move => move.Opens).Select(ValueOf), unit),
        Progressed => Sum(LastForward(moves).Select(ValueOf), unit),
        WonValue => Sum(moves.Where(move => move.To is DealStage.Won && move.From is not DealStage.Won).Select(ValueOf), unit),
        MeetingsSet => PipelineFigure.Of(moves.Count(move => move.SetsMeeting)),
        NoShowRate => PipelineFigure.Of(NoShows(moves)),
        _ => Speed(moves, unit),
    };

    /// <summary>
    /// The values of one currency added up; nothing is converted, and nothing of another currency is added. No opportunity is a
    /// zero, and what is in no sum is told beside it.
    /// </summary>
    public static PipelineFigure Sum(IEnumerable<DealValue> values, string currency)
    {
        var all = values.ToList();
        var own = all.Where(value => value.Minor is not null && value.Currency == currency).ToList();
        var leftOut = all.Where(value => value.Minor is not null && value.Currency is not null && value.Currency != currency)
            .GroupBy(value => value.Currency!)
            .ToDictionary(others => others.Key, others => others.Sum(value => value.Minor!.Value));
        return new PipelineFigure(
            own.Sum(value => value.Minor!.Value) / Money.ScaleOf(currency), leftOut, all.Count(value => value.Minor is null));
    }

    /// <summary>Of the leads that came to one stage in the period, the share that came to the other by its end.</summary>
    public static decimal? Converted(IReadOnlyCollection<(LeadId Lead, DateTimeOffset At)> reached, IReadOnlyCollection<(LeadId Lead, DateTimeOffset At)> after)
    {
        var first = reached.GroupBy(one => one.Lead).ToDictionary(same => same.Key, same => same.Min(one => one.At));
        var both = after.Where(one => first.TryGetValue(one.Lead, out var at) && one.At >= at).Select(one => one.Lead).Distinct().Count();
        return Share(both, first.Count);
    }

    static decimal? Wins(IReadOnlyList<DealMove> moves)
    {
        var won = moves.Count(move => move.To is DealStage.Won);
        return Share(won, won + moves.Count(move => move.To is DealStage.Lost));
    }

    /// <summary>What was won at once, without ever having been an opportunity before, took no time that anybody measured.</summary>
    static IEnumerable<TimeSpan> CycleDays(IReadOnlyList<DealMove> moves) =>
        from move in moves
        where move.To is DealStage.Won && IsOpportunity(move.From) && !move.IsBeforeArrival && move.OpportunitySince is not null
        let time = move.At - move.OpportunitySince!.Value
        where time >= TimeSpan.Zero
        select time;

    static IEnumerable<TimeSpan> CloseDays(IReadOnlyList<DealMove> moves) =>
        from move in moves
        where move.To is DealStage.Won && !move.IsBeforeArrival
        let time = move.At - move.ReceivedAt
        where time >= TimeSpan.Zero
        select time;

    /// <summary>Each opportunity once, as its last step forward has left it; where it only became one, its value is created and not progressed.</summary>
    static IEnumerable<DealMove> LastForward(IReadOnlyList<DealMove> moves) => moves
        .Where(move => IsOpportunity(move.From) && move.To > move.From && move.To is (DealStage.Proposal or DealStage.Won))
        .GroupBy(move => move.Lead)
        .Select(same => same.MaxBy(move => move.At)!);

    /// <summary>Of the meetings of which somebody said in the period what became of them.</summary>
    static decimal? NoShows(IReadOnlyList<DealMove> moves)
    {
        var over = moves.Where(move => move.From is DealStage.MeetingSet && move.To is not DealStage.MeetingSet).ToList();
        return Share(over.Count(move => move.To is DealStage.NoShow), over.Count);
    }

    /// <summary>Opportunities of the period, times their average value, times the share that is won, by the days that takes: a currency per day.</summary>
    static PipelineFigure Speed(IReadOnlyList<DealMove> moves, string currency)
    {
        var created = Sum(moves.Where(move => move.Opens).Select(ValueOf), currency);
        var known = moves.Count(move => move.Opens && move.ValueMinor is not null && move.Currency == currency);
        if (created.Value is not { } sum || known is 0 || Wins(moves) is not { } rate || Median(CycleDays(moves)) is not (> 0 and var days))
            return created with { Value = null };
        // Count times average is the sum itself.
        return created with { Value = Math.Round(sum * (rate / 100m) / days, Decimals, MidpointRounding.AwayFromZero) };
    }

    static DealValue ValueOf(DealMove move) => new(move.ValueMinor, move.Currency);

    /// <summary>In days, with two decimals; of two in the middle, what lies half-way.</summary>
    static decimal? Median(IEnumerable<TimeSpan> times)
    {
        long[] sorted = [.. times.Select(time => time.Ticks).Order()];
        if (sorted.Length == 0)
            return null;
        var middle = sorted.Length / 2;
        var ticks = sorted.Length % 2 is 1 ? sorted[middle] : (sorted[middle - 1] + (decimal)sorted[middle]) / 2;
        return Math.Round(ticks / TimeSpan.TicksPerDay, Decimals, MidpointRounding.AwayFromZero);
    }

    static decimal? Share(int part, int all) => all is 0 ? null : Math.Round(100m * part / all, Decimals, MidpointRounding.AwayFromZero);
}
