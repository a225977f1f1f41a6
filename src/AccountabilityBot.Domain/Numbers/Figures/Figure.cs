using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Numbers.Figures;

/// <summary>What of our own ledger a figure is made of.</summary>
public enum FigureKind
{
    /// <summary>From a lead's arrival to the first touch, by the clock.</summary>
    SpeedToLead,

    /// <summary>The same, in the working time of the department that received it.</summary>
    SpeedToLeadWorking,

    /// <summary>Of the leads that were accepted or rejected, the share of each.</summary>
    Answers,

    /// <summary>Of the promises that ended, the share of those that were kept.</summary>
    Promises,

    /// <summary>Leads that came in.</summary>
    Arrivals,

    /// <summary>Of the leads that came in, the share that came to a guardian because nobody held it.</summary>
    Leakage,

    /// <summary>What <see cref="Figures.Pipeline"/> counts over dispositions.</summary>
    Pipeline,
}

/// <summary>
/// A figure that the bot computes from its own ledger, as <c>computed:</c> names it: a name, and for some a narrower word behind
/// a colon (<c>reject-rate:no-fit</c>). What needs a forecast is not among them: there is none in the ledger yet.
/// </summary>
/// <param name="Name">Stored in models: it never changes.</param>
/// <param name="Narrowed">Id of the reason, the seam or the promise (or two stages) to which it is narrowed; none: over all of them.</param>
public sealed record Figure(string Name, FigureKind Kind, string? Narrowed)
{
    public const string SpeedMedian = "speed-to-lead-median";
    public const string SpeedNinetieth = "speed-to-lead-p90";
    public const string WorkingSpeedMedian = "speed-to-lead-working-median";
    public const string WorkingSpeedNinetieth = "speed-to-lead-working-p90";
    public const string AcceptanceRate = "acceptance-rate";
    public const string RejectRate = "reject-rate";
    public const string SlaKept = "sla-kept";
    public const string LeadsReceived = "leads-received";
    public const string LeakageRate = "leakage";

    static readonly Dictionary<string, (FigureKind Kind, Narrowing By)> _known = new()
    {
        [SpeedMedian] = (FigureKind.SpeedToLead, Narrowing.Seam),
        [SpeedNinetieth] = (FigureKind.SpeedToLead, Narrowing.Seam),
        [WorkingSpeedMedian] = (FigureKind.SpeedToLeadWorking, Narrowing.Seam),
        [WorkingSpeedNinetieth] = (FigureKind.SpeedToLeadWorking, Narrowing.Seam),
        [AcceptanceRate] = (FigureKind.Answers, Narrowing.Seam),
        [RejectRate] = (FigureKind.Answers, Narrowing.Reason),
        [SlaKept] = (FigureKind.Promises, Narrowing.Promise),
        [LeadsReceived] = (FigureKind.Arrivals, Narrowing.Seam),
        [LeakageRate] = (FigureKind.Leakage, Narrowing.Seam),

        [Pipeline.WinRate] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.CycleTime] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.TimeToClose] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.Created] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.Progressed] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.OpenValue] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.Conversion] = (FigureKind.Pipeline, Narrowing.Stages),
        [Pipeline.MeetingsSet] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.NoShowRate] = (FigureKind.Pipeline, Narrowing.Seam),
        [Pipeline.Velocity] = (FigureKind.Pipeline, Narrowing.Seam),
    };

    /// <summary>Figures that need a forecast: there is none in the ledger yet, and until then nobody must believe that they are computed.</summary>
    static readonly string[] _ofForecasts = ["pipeline-coverage", "coverage", "forecast-accuracy"];

    static readonly string[] _promises = ["answer", "first-touch", "follow-up"];

    enum Narrowing
    {
        Seam,
        Reason,
        Promise,
        Stages,
    }

    /// <summary>The names there are, in their order.</summary>
    public static IReadOnlyList<string> Names => [.. _known.Keys];

    /// <summary>In which it can be told; the first is the usual one.</summary>
    public IReadOnlyList<string> Units => Kind switch
    {
        FigureKind.SpeedToLead or FigureKind.SpeedToLeadWorking => ["minutes", "hours"],
        FigureKind.Arrivals => ["count"],
        FigureKind.Pipeline => Pipeline.IsMoney(Name) ? ["a currency such as EUR"]
            : Name is Pipeline.CycleTime or Pipeline.TimeToClose ? ["days"]
            : Name is Pipeline.MeetingsSet ? ["count"]
            : ["%"],
        _ => ["%"],
    };

    /// <returns>The figure, or the sentence that says why there is none of this name.</returns>
    public static (Figure? Figure, string? Fault) Read(string written, RevenueModel model)
    {
        var (name, narrowed) = written.Split(':', 2, StringSplitOptions.TrimEntries) is [var before, var behind] ? (before, behind) : (written.Trim(), null);
        if (_known.TryGetValue(name, out var known))
            return narrowed is null && known.By is Narrowing.Stages
                ? (null, $"\"{name}\" needs two stages behind a colon, as {name}:{Pipeline.Conversions[0]}; {Rule.List(Pipeline.Conversions)} are there.")
                : narrowed is not null && WhyNot(known.By, name, narrowed, model) is { } fault ? (null, fault) : (new Figure(name, known.Kind, narrowed), null);
        return _ofForecasts.Contains(name)
            ? (null, $"\"{name}\" needs a forecast, and the bot keeps none yet: leave \"computed\" out, and the value is entered by the keeper or pushed to the API.")
            : (null, $"\"{name}\" is no figure that the bot computes; {Rule.List(Names)} are.{Spelling.DidYouMean(name, [.. Names, .. _ofForecasts])}");
    }

    /// <summary>Whether a number of this unit can have it as its value.</summary>
    public bool Fits(string? unit) => unit is not null && (Pipeline.IsMoney(Name) ? Money.IsCurrency(unit) : Units.Contains(unit));

    static string? WhyNot(Narrowing by, string name, string narrowed, RevenueModel model)
    {
        var (kind, ids) = by switch
        {
            Narrowing.Seam => ("seam", model.Seams.Select(seam => seam.Id)),
            Narrowing.Stages => ("pair of stages", Pipeline.Conversions),
            Narrowing.Reason => ("reject reason", model.RejectReasons.Select(reason => reason.Id)),
            _ => ("promise", _promises),
        };
        string[] known = [.. ids];
        return known.Contains(narrowed)
            ? null
            : $"\"{name}\" can be narrowed to one {kind}, and there is none with the id \"{narrowed}\"; {Rule.List(known)} are allowed.{Spelling.DidYouMean(narrowed, known)}";
    }
}
