using AccountabilityBot.Tests.Harness;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>A people file with the usual heads and guardians and another sales department; goes away with the test.</summary>
sealed class PeopleList : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("accountability-people-").FullName;

    internal PeopleList(IEnumerable<Colleague> sales)
    {
        Path = System.IO.Path.Combine(_folder, "people.csv");
        File.WriteAllText(Path, Brightwater.PeopleCsvOf(Brightwater.Everybody.Where(person => person.Label != "Sales").Concat(sales)));
    }

    internal string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
