using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;

namespace AccountabilityBot.People;

/// <summary>Where each field of a person stands in the rows of a file; a column that is absent is null.</summary>
sealed record PeopleColumns(int Id, int Name, int? Email, int? Title, int Department, int? Manager, int? TimeZone)
{
    static readonly string[] _known = ["id", "name", "email", "title", "department", "manager", "timeZone"];
    static readonly string[] _required = ["id", "name", "department"];

    /// <summary>Finds the columns; a required one that is missing, or one that stands twice, is an error, an unknown one a notice.</summary>
    public static (PeopleColumns Columns, IReadOnlyList<Problem> Problems) Find(string[] header)
    {
        var columns = new PeopleColumns(At("id") ?? 0, At("name") ?? 0, At("email"), At("title"), At("department") ?? 0, At("manager"), At("timeZone"));
        return (columns,
        [
            .. _required.Where(column => At(column) is null).Select(column => new Problem(
                $"people.{column}",
                $"The column \"{column}\" is missing; the header is {string.Join(',', _known)}."
                + Spelling.DidYouMean(column, header.Where(found => !IsKnown(found))))),
            .. _known.Where(column => header.Count(found => Same(found, column)) > 1).Select(column => new Problem(
                $"people.{column}",
                $"The column \"{column}\" stands twice in the header.")),
            .. header.Where(found => !IsKnown(found)).Select(found => Problem.Notice(
                $"people.{found}",
                $"The column \"{found}\" is not used.{Spelling.DidYouMean(found, _known.Where(column => At(column) is null))}")),
        ]);

        int? At(string column) => Array.FindIndex(header, found => Same(found, column)) is >= 0 and var at ? at : null;
    }

    public PersonFacts Person(string[] values)
    {
        return new PersonFacts(
            PeopleIndex.Key(values[Id]),
            values[Name],
            Value(Email),
            Value(Title),
            Value(Department),
            Value(Manager),
            Value(TimeZone));

        string? Value(int? column) => column is { } at && values[at] is { Length: > 0 } value ? value : null;
    }

    static bool IsKnown(string found) => _known.Any(column => Same(found, column));

    // "Time zone", "time_zone" and "timeZone" are one column.
    static bool Same(string found, string column) =>
        string.Concat(found.Where(char.IsLetter)).Equals(column, StringComparison.OrdinalIgnoreCase);
}
