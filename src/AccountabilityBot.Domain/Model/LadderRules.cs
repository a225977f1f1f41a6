using System.Globalization;
using System.Text.RegularExpressions;
using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Model;

/// <summary>What a ladder must obey, so that whoever stands on it knows what comes next, and nobody is left standing.</summary>
public static partial class LadderRules
{
    const int MostPercent = 1_000;
    const int MostNudges = 5;

    /// <summary>Reads <c>50%</c>.</summary>
    /// <returns>What was read and, where it cannot be taken, the sentence that says why.</returns>
    public static (int Percent, string? Fault) ReadPercent(string text) => Percent.Match(text) is { Success: true } match
        ? (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), null)
        : (0, $"\"{text}\" is no percentage; a whole number with a percent sign is allowed, such as 50%.");

    /// <param name="mayKeep">Whether the lead may stay with its owner at the end: whoever has spoken with the buyer keeps it.</param>
    internal static IEnumerable<Problem> Check(string path, Ladder ladder, bool mayKeep)
    {
        var steps = ladder.Steps;
        if (steps is [])
        {
            yield return new Problem(path, "The ladder has no rung; at least one is needed, or leave the ladder out to have the usual one.");
            yield break;
        }

        foreach (var problem in steps.SelectMany((step, at) => Rule.Between($"{path}[{at}].at", step.Percent, 1, MostPercent, "percent of the promised time")))
            yield return problem;
        foreach (var problem in Ascending(path, steps))
            yield return problem;
        foreach (var at in Enumerable.Range(0, steps.Count - 1).Where(at => Ends(steps[at].Kind)))
            yield return new Problem($"{path}[{at}].do", $"\"{Name(steps[at].Kind)}\" ends a ladder, for the lead leaves the person then; no rung may come after it.");
        foreach (var at in Places(steps, RungKind.SecondLine).Skip(1))
            yield return new Problem($"{path}[{at}].do", "\"second-line\" stands in the ladder already; it is asked once.");
        foreach (var at in Places(steps, RungKind.Nudge).Skip(MostNudges).Take(1))
            yield return new Problem($"{path}[{at}].do", $"There are more than {MostNudges} nudges; nobody reads more.");

        if (!mayKeep && !Ends(steps[^1].Kind))
        {
            yield return new Problem(
                path,
                $"The ladder has no last rung: it stops at \"{Name(steps[^1].Kind)}\", and nobody would move the lead on; end it with \"reassign\" or \"guardian\".");
        }
    }

    static IEnumerable<Problem> Ascending(string path, IReadOnlyList<LadderStep> steps)
    {
        var highest = 0;
        for (var at = 0; at < steps.Count; at++)
        {
            var percent = steps[at].Percent;
            // What is out of range was said already.
            if (percent is < 1 or > MostPercent)
                continue;
            if (percent <= highest)
                yield return new Problem($"{path}[{at}].at", $"{percent}% comes after {highest}%; rungs are written in their order, each later than the one before.");
            highest = Math.Max(highest, percent);
        }
    }

    static IEnumerable<int> Places(IReadOnlyList<LadderStep> steps, RungKind kind) => Enumerable.Range(0, steps.Count).Where(at => steps[at].Kind == kind);

    static bool Ends(RungKind kind) => kind is RungKind.Reassign or RungKind.Guardian;

    static string Name(RungKind kind) => kind switch
    {
        RungKind.Nudge => "nudge",
        RungKind.SecondLine => "second-line",
        RungKind.Reassign => "reassign",
        _ => "guardian",
    };

    // Nine digits fit into a number, and say more than enough.
    [GeneratedRegex(@"^(?<number>[0-9]{1,9}) ?%\z")]
    static partial Regex Percent { get; }
}
