using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Council;

/// <summary>What has become of a subject of the model, or of one thing said of it.</summary>
public enum ModelChangeWhat
{
    Added,
    Removed,
    Changed,

    /// <summary>The same subjects, in another order: people see it on every form that lists them.</summary>
    Reordered,
}

/// <summary>One difference between two models, short enough to be one sentence.</summary>
/// <param name="Section">A literal of <see cref="ModelSections"/>.</param>
/// <param name="Subject">What people call it; of a subject that was renamed, what it was called. Empty where the section is the subject.</param>
/// <param name="Field">A literal of <see cref="ModelFields"/>; none: the subject as a whole.</param>
/// <param name="From">As a model file would write it; none: nothing was said.</param>
/// <param name="To">Likewise; none: nothing is said any more.</param>
public sealed record ModelChange(string Section, string Subject, ModelChangeWhat What, string? Field = null, string? From = null, string? To = null)
{
    /// <summary>Ids of the departments that work by it; none: all of them. Empty: it is no matter of a department.</summary>
    public IReadOnlyList<string>? Departments { get; init; }

    /// <summary>Whether it changes what people promise each other, or in which time: then it is asked later whether more promises are kept.</summary>
    public bool IsOfPromises => Section is ModelSections.Segments or ModelSections.Seams
        || Field is ModelFields.Hours or ModelFields.SpecialDays or ModelFields.DispositionWithin;
}

/// <summary>What a council reads before it decides about a model: every difference, and nothing else.</summary>
public static class ModelChanges
{
    /// <returns>In the order in which people read a model.</returns>
    public static IReadOnlyList<ModelChange> Between(RevenueModel old, RevenueModel @new)
    {
        var (before, after) = (ModelFacts.Of(old).ToLookup(one => one.Section), ModelFacts.Of(@new).ToLookup(one => one.Section));
        return [.. ModelSections.All.SelectMany(section => Between(section, [.. before[section]], [.. after[section]]))];
    }

    static IEnumerable<ModelChange> Between(string section, ModelSubject[] before, ModelSubject[] after)
    {
        var (old, @new) = (before.ToDictionary(one => one.Id, StringComparer.Ordinal), after.ToDictionary(one => one.Id, StringComparer.Ordinal));
        foreach (var one in after)
        {
            if (!old.TryGetValue(one.Id, out var was))
            {
                yield return new ModelChange(section, one.Name, ModelChangeWhat.Added) { Departments = one.Departments };
                continue;
            }

            foreach (var change in Between(was, one))
                yield return change;
        }

        foreach (var gone in before.Where(one => !@new.ContainsKey(one.Id)))
            yield return new ModelChange(section, gone.Name, ModelChangeWhat.Removed) { Departments = gone.Departments };

        // What goes by a name of its own has no order: roles, people.
        if (section is ModelSections.Roles or ModelSections.People)
            yield break;
        var (was1, is1) = (Both(before, @new), Both(after, old));
        if (!was1.Select(one => one.Id).SequenceEqual(is1.Select(one => one.Id)))
            yield return new ModelChange(section, "", ModelChangeWhat.Reordered, From: Names(was1), To: Names(is1));
    }

    static IEnumerable<ModelChange> Between(ModelSubject old, ModelSubject @new)
    {
        var all = old.Departments is null || @new.Departments is null;
        string[]? departments = all ? null : [.. old.Departments!.Union(@new.Departments!)];
        foreach (var (was, now) in old.Facts.Zip(@new.Facts))
        {
            if (was.Text != now.Text)
                yield return new ModelChange(old.Section, old.Name, ModelChangeWhat.Changed, was.Key, was.Text, now.Text) { Departments = departments };
        }
    }

    static ModelSubject[] Both(IEnumerable<ModelSubject> these, Dictionary<string, ModelSubject> those) => [.. these.Where(one => those.ContainsKey(one.Id))];

    static string Names(IEnumerable<ModelSubject> subjects) => string.Join(", ", subjects.Select(one => one.Name));
}
