using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Setup;

namespace AccountabilityBot.People;

/// <summary>What became of reading a list of people.</summary>
/// <param name="People">Everybody whose row is good.</param>
/// <param name="Problems">Each rejected row with its line and reason, and what is wrong with the header.</param>
sealed record PeopleReading(IReadOnlyList<PersonFacts> People, IReadOnlyList<Problem> Problems)
{
    /// <summary>Gives a problem that <see cref="PeopleRules"/> found (<c>people[3].manager</c>) its line in the file.</summary>
    public required Func<Problem, Problem> Locate { get; init; }
}

/// <summary>
/// Reads <c>people.csv</c>: a header with <c>id,name,email,title,department,manager,timeZone</c> in any order, then one person a row.
/// Comma, semicolon or tab separates; a row that is not good is left out and listed, the others are read.
/// </summary>
static class PeopleFile
{
    const int LargestBytes = 16 << 20;

    public static PeopleReading Read(string path)
    {
        List<Problem> problems = [];
        return TextFile.Read(path, LargestBytes, sentence => problems.Add(new Problem("people", sentence, path, 1, 1))) is { } text
            ? Parse(text, path)
            : new PeopleReading([], problems) { Locate = problem => problem with { File = path } };
    }

    /// <param name="text">The file's content.</param>
    /// <param name="fileName">What problems call the file.</param>
    public static PeopleReading Parse(string text, string fileName)
    {
        var rows = CsvRows.Read(new StringReader(text), mostLines: 1).ToArray();
        var header = rows is [var first, ..] ? first : new CsvRow(1, "", [], null);
        var (columns, headerProblems) = PeopleColumns.Find(header.Values);
        if (header.Fault is { } torn)
            headerProblems = [new Problem("people", torn), .. headerProblems];
        if (headerProblems.Any(problem => problem.Severity is Severity.Error))
            return Result([], headerProblems, [], fileName, header.Line);

        var accepted = new Accepted();
        List<Problem> problems = [.. headerProblems];
        foreach (var row in rows.Skip(1))
        {
            var path = $"people[{accepted.People.Count}]";
            Problem[] wrong = row.Fault is { } fault
                ? [new Problem(path, fault)]
                : [.. accepted.Consider(columns.Person(row.Values), row.Line, path)];
            problems.AddRange(wrong.Select(problem => problem with
            {
                Path = problem.Path.Replace(path, "people", StringComparison.Ordinal),
                Line = row.Line,
                Column = 1,
            }));
        }

        return Result(accepted.People, problems, accepted.Lines, fileName, header.Line);
    }

    static PeopleReading Result(
        IReadOnlyList<PersonFacts> people,
        IReadOnlyList<Problem> problems,
        List<int> lines,
        string fileName,
        int headerLine)
    {
        var placed = problems.Select(problem => problem with { File = fileName, Line = problem.Line ?? headerLine, Column = 1 });
        return new PeopleReading(people, [.. placed])
        {
            Locate = problem => problem with { File = fileName, Line = LineOf(problem.Path), Column = 1 },
        };

        int LineOf(string path) =>
            path.Split('[', ']') is ["people", var at, ..] && int.TryParse(at, CultureInfo.InvariantCulture, out var index) && index < lines.Count
                ? lines[index]
                : headerLine;
    }

    /// <summary>The people so far, and who has which id and address.</summary>
    sealed class Accepted
    {
        readonly Dictionary<string, (PersonFacts Person, int Line)> _taken = new(StringComparer.OrdinalIgnoreCase);

        public List<PersonFacts> People { get; } = [];

        public List<int> Lines { get; } = [];

        /// <summary>Takes a person in, or answers why not.</summary>
        public Problem[] Consider(PersonFacts person, int line, string path)
        {
            Problem[] problems = [.. PeopleRules.CheckOne(person, path), .. Twice(person, path)];
            if (problems is [])
            {
                People.Add(person);
                Lines.Add(line);
                foreach (var key in Keys(person))
                    _taken[key] = (person, line);
            }

            return problems;
        }

        IEnumerable<Problem> Twice(PersonFacts person, string path) =>
            from key in Keys(person)
            where _taken.ContainsKey(key)
            let first = _taken[key]
            select new Problem(path, $"{person.Name} has {key}, and so has {first.Person.Name} in line {first.Line}; an id or address belongs to one person.");

        static IEnumerable<string> Keys(PersonFacts person) =>
            person.Email is { } email ? [PeopleIndex.Key(person.ObjectId), PeopleIndex.Key(email)] : [PeopleIndex.Key(person.ObjectId)];
    }
}
