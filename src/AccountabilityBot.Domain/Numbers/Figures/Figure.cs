using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;

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

    /// <summary>Of the promises that ended, the share of those that were kept; of all that a receiver promises to a buyer, where no one is named.</summary>
    Promises,

    /// <summary>Leads that came in.</summary>
    Arrivals,

    /// <summary>Of the leads that came in, the share that came to a guardian because nobody held it.</summary>
    Leakage,

    /// <summary>What <see cref="Figures.Pipeline"/> counts over dispositions.</summary>
    Pipeline,
}

/// <summary>
/// A figure that the bot computes from its own ledger, as <c>computed:</c> names it: a name, and behind colons what narrows it,
/// in any order: <c>reject-rate:no-fit</c>, <c>reject-rate:reason=no-fit:source=webinar:from=marketing</c>. What needs
/// a forecast is not among them: there is none in the ledger yet.
/// </summary>
/// <param name="Name">Stored in models: it never changes.</param>
public sealed record Figure(string Name, FigureKind Kind)
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

    // By what a figure is narrowed. Stored in models: they never change.
    const string ByReason = "reason";
    const string BySeam = "seam";
    const string ByPromise = "promise";
    const string BySource = "source";
    const string ByDepartment = "from";
    const string ByStages = "stages";

    /// <summary>Which figure there is, and what a word that stands alone behind it narrows it to.</summary>
    static readonly Dictionary<string, (FigureKind Kind, string Alone)> _known = new()
    {
        [SpeedMedian] = (FigureKind.SpeedToLead, BySeam),
        [SpeedNinetieth] = (FigureKind.SpeedToLead, BySeam),
        [WorkingSpeedMedian] = (FigureKind.SpeedToLeadWorking, BySeam),
        [WorkingSpeedNinetieth] = (FigureKind.SpeedToLeadWorking, BySeam),
        [AcceptanceRate] = (FigureKind.Answers, BySeam),
        [RejectRate] = (FigureKind.Answers, ByReason),
        [SlaKept] = (FigureKind.Promises, ByPromise),
        [LeadsReceived] = (FigureKind.Arrivals, BySeam),
        [LeakageRate] = (FigureKind.Leakage, BySeam),

        [Pipeline.WinRate] = (FigureKind.Pipeline, BySeam),
        [Pipeline.CycleTime] = (FigureKind.Pipeline, BySeam),
        [Pipeline.TimeToClose] = (FigureKind.Pipeline, BySeam),
        [Pipeline.Created] = (FigureKind.Pipeline, BySeam),
        [Pipeline.Progressed] = (FigureKind.Pipeline, BySeam),
        [Pipeline.OpenValue] = (FigureKind.Pipeline, BySeam),
        [Pipeline.WonValue] = (FigureKind.Pipeline, BySeam),
        [Pipeline.Conversion] = (FigureKind.Pipeline, ByStages),
        [Pipeline.MeetingsSet] = (FigureKind.Pipeline, BySeam),
        [Pipeline.NoShowRate] = (FigureKind.Pipeline, BySeam),
        [Pipeline.Velocity] = (FigureKind.Pipeline, BySeam),
    };

    /// <summary>Figures that need a forecast: there is none in the ledger yet, and until then nobody must believe that they are computed.</summary>
    static readonly string[] _ofForecasts = ["pipeline-coverage", "coverage", "forecast-accuracy"];

    static readonly string[] _promises = [.. Enum.GetValues<PromiseKind>().Select(Leads.Lead.NameOf)];

    /// <summary>Id of a reject reason; none: for all of them.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the seam over which the leads came.</summary>
    public string? Seam { get; init; }

    /// <summary>Name of a promise, as <see cref="Leads.Lead.NameOf"/> gives it; none: all that a receiver promises to the buyer.</summary>
    public string? Promise { get; init; }

    /// <summary>Id of the source from which the leads came.</summary>
    public string? Source { get; init; }

    /// <summary>Id of the department that handed the leads over.</summary>
    public string? From { get; init; }

    /// <summary>Of <see cref="Pipeline.Conversions"/>.</summary>
    public string? Stages { get; init; }

    /// <summary>Whether it is about some leads only.</summary>
    public bool IsOfSomeLeads => (Seam ?? Source ?? From) is not null;

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
        if (written.Split(':', StringSplitOptions.TrimEntries) is not [var name, .. var parts])
            return (null, null);
        if (_known.TryGetValue(name, out var known))
            return Narrow(new Figure(name, known.Kind), known.Alone, parts, model);
        return _ofForecasts.Contains(name)
            ? (null, $"\"{name}\" needs a forecast, and the bot keeps none yet: leave \"computed\" out, and the value is entered by the keeper or pushed to the API.")
            : (null, $"\"{name}\" is no figure that the bot computes; {Rule.List(Names)} are.{Spelling.DidYouMean(name, [.. Names, .. _ofForecasts])}");
    }

    /// <summary>Whether a number of this unit can have it as its value.</summary>
    public bool Fits(string? unit) => unit is not null && (Pipeline.IsMoney(Name) ? Money.IsCurrency(unit) : Units.Contains(unit));

    static (Figure? Figure, string? Fault) Narrow(Figure figure, string alone, string[] parts, RevenueModel model)
    {
        string[] allowed = [.. new[] { alone, BySeam, BySource, ByDepartment }.Distinct()];
        List<string> done = [];
        foreach (var part in parts)
        {
            var (by, id) = part.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value] ? (key, value) : (alone, part);
            if (!allowed.Contains(by))
                return (null, $"\"{figure.Name}\" can be narrowed by {Rule.List(allowed)}, and \"{by}\" is none of them.{Spelling.DidYouMean(by, allowed)}");
            if (done.Contains(by))
                return (null, $"\"{figure.Name}\" is narrowed by \"{by}\" twice; once is enough.");
            if (WhyNot(figure.Name, by, id, model) is { } fault)
                return (null, fault);
            done.Add(by);
            figure = by switch
            {
                ByReason => figure with { Reason = id },
                ByPromise => figure with { Promise = id },
                ByStages => figure with { Stages = id },
                BySource => figure with { Source = id },
                ByDepartment => figure with { From = id },
                _ => figure with { Seam = id },
            };
        }

        return alone is ByStages && figure.Stages is null
            ? (null, $"\"{figure.Name}\" needs two stages behind a colon, as {figure.Name}:{Pipeline.Conversions[0]}; {Rule.List(Pipeline.Conversions)} are there.")
            : (figure, null);
    }

    static string? WhyNot(string name, string by, string id, RevenueModel model)
    {
        var (kind, ids) = by switch
        {
            ByReason => ("reject reason", model.RejectReasons.Select(reason => reason.Id)),
            ByPromise => ("promise", _promises),
            ByStages => ("pair of stages", Pipeline.Conversions),
            BySource => ("source", model.Sources.Select(source => source.Id)),
            ByDepartment => ("department", model.Departments.Select(department => department.Id)),
            _ => ("seam", model.Seams.Select(seam => seam.Id)),
        };
        string[] known = [.. ids];
        return known.Contains(id)
            ? null
            : $"\"{name}\" can be narrowed to one {kind}, and there is none with the id \"{id}\"; {Rule.List(known)} are allowed.{Spelling.DidYouMean(id, known)}";
    }
}
