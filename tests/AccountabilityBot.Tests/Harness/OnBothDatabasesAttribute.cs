using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace AccountabilityBot.Tests.Harness;

/// <summary>Which database a test runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory once on each database; its first parameter is the <see cref="Database"/>, the rest come from here. The
/// attribute may stand several times. Where no PostgreSQL is named, its rows are skipped by name.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public IReadOnlyList<object?> Arguments { get; } = arguments;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([Row(Database.Sqlite), Row(Database.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    TheoryDataRow Row(Database database)
    {
        var row = new TheoryDataRow([database, .. Arguments]);
        if (database is Database.Postgres)
        {
            row.Traits["database"] = ["postgres"];
            row.Skip = TestDatabase.WhyNoPostgres;
        }

        return row;
    }
}
