using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>One week by the lists.</summary>
/// <param name="CloseWeeks">Wins by whole weeks from coming to win, 0 to 52, with spaces between.</param>
/// <param name="Sources">Id and count of each source of which anything came, in the order of the ids.</param>
/// <param name="Leaking">Leads of earlier weeks that were not won yet.</param>
sealed record RecountedWeek(int Received, int Won, string CloseWeeks, int ReceivedInAQuarter, int WonInAQuarter, string Sources, int Leaking, double MedianAgeSeconds);

/// <summary>
/// Counts the two lists again, in SQL and with nothing of the product's: which zone has which offset when is written down here,
/// and so is what a week is. Times of deals are UTC; a lead came at nine in São Paulo; a week is Berlin's.
/// </summary>
sealed class OlistRecount : IDisposable
{
    readonly SqliteConnection _db = new("Data Source=:memory:");

    public OlistRecount(IEnumerable<string> leads, IEnumerable<string> deals)
    {
        _db.Open();
        Run("CREATE TABLE mql (id TEXT PRIMARY KEY, day TEXT, origin TEXT); CREATE TABLE deal (id TEXT PRIMARY KEY, won TEXT)");
        using (var transaction = _db.BeginTransaction())
        {
            foreach (var line in leads.Select(line => line.Split(',')))
                Run("INSERT INTO mql VALUES ($a, $b, $c)", ("$a", line[0]), ("$b", line[1]), ("$c", line[3]));
            foreach (var line in deals.Select(line => line.Split(',')))
                Run("INSERT INTO deal VALUES ($a, $b)", ("$a", line[0]), ("$b", line[4]));
            transaction.Commit();
        }

        Run("""
            CREATE TABLE came AS SELECT id, day, CASE origin WHEN '' THEN 'unknown' ELSE replace(origin, '_', '-') END AS source,
                date(day, 'weekday 0', '-6 days') AS monday,
                CAST(strftime('%s', day || ' 09:00:00', CASE WHEN day >= '2017-10-15' AND day < '2018-02-18' OR day >= '2018-11-04' THEN '+2 hours' ELSE '+3 hours' END) AS INTEGER) AS arrived
            FROM mql;
            CREATE TABLE won AS SELECT deal.id, won,
                date(won, CASE WHEN won >= '2017-10-29 01:00:00' AND won < '2018-03-25 01:00:00' OR won >= '2018-10-28 01:00:00' THEN '+1 hours' ELSE '+2 hours' END, 'weekday 0', '-6 days') AS monday,
                came.monday AS came, came.arrived, CAST(strftime('%s', won) AS INTEGER) AS at
            FROM deal JOIN came ON came.id = deal.id;
            CREATE TABLE week AS WITH RECURSIVE week(monday) AS (VALUES ('2017-06-12') UNION ALL SELECT date(monday, '+7 days') FROM week WHERE monday < '2018-11-12')
            SELECT monday, (SELECT count(*) FROM came WHERE came.monday = week.monday) AS received,
                (SELECT count(*) FROM won WHERE won.monday = week.monday AND won.came <= won.monday) AS won FROM week;
            CREATE TABLE quarter AS SELECT monday, received, won,
                sum(received) OVER (ORDER BY monday ROWS BETWEEN 12 PRECEDING AND CURRENT ROW) AS received13,
                sum(won) OVER (ORDER BY monday ROWS BETWEEN 12 PRECEDING AND CURRENT ROW) AS won13 FROM week;
            """);
    }

    public int Received => (int)Number("SELECT sum(received) FROM week");

    /// <summary>All of them: even the one deal that is said to have been closed before its lead came was closed in the same week.</summary>
    public int WonInTheirWeeks => (int)Number("SELECT sum(won) FROM week");

    /// <summary>Ids of the leads that came in this week.</summary>
    public IReadOnlySet<string> Arrived(DateOnly monday) => Texts("SELECT id FROM came WHERE monday = $m", ("$m", Written(monday))).ToHashSet();

    /// <summary>Ids of the deals that are told after this week: nobody can tell of a lead that has not come.</summary>
    public IReadOnlySet<string> Told(DateOnly monday) => Texts("SELECT id FROM won WHERE max(monday, came) = $m", ("$m", Written(monday))).ToHashSet();

    /// <param name="digest">The Monday on which the week before it is told.</param>
    public RecountedWeek Week(DateOnly digest)
    {
        var monday = ("$m", (object)Written(digest.AddDays(-7)));
        var closed = Texts("SELECT count(at) FROM (WITH RECURSIVE n(w) AS (VALUES (0) UNION ALL SELECT w + 1 FROM n WHERE w < 52) SELECT w FROM n) "
            + "LEFT JOIN won ON won.monday = $m AND won.came <= won.monday AND at >= arrived AND min((at - arrived) / 604800, 52) = w GROUP BY w ORDER BY w", monday);
        var sources = Texts("SELECT source || ':' || count(*) FROM came WHERE monday = $m GROUP BY source ORDER BY source", monday);
        // Nine in the morning in Berlin, and whatever came in earlier weeks and is still to be won.
        var nine = Number("SELECT CAST(strftime('%s', $d || ' 09:00:00', CASE WHEN $d >= '2017-10-29' AND $d < '2018-03-25' OR $d >= '2018-10-28' THEN '-1 hours' ELSE '-2 hours' END) AS INTEGER)", ("$d", Written(digest)));
        const string Open = "SELECT arrived FROM came WHERE monday < $m AND id NOT IN (SELECT id FROM won WHERE max(won.monday, won.came) <= $m)";
        var count = (int)Number($"SELECT count(*) FROM ({Open})", monday);
        var median = count is 0 ? 0 : nine - Number($"SELECT avg(arrived) FROM ({Open} ORDER BY arrived LIMIT 2 - ($n % 2) OFFSET ($n - 1) / 2)", monday, ("$n", count));
        return new RecountedWeek(
            (int)Number("SELECT received FROM quarter WHERE monday = $m", monday),
            (int)Number("SELECT won FROM quarter WHERE monday = $m", monday),
            string.Join(' ', closed),
            (int)Number("SELECT received13 FROM quarter WHERE monday = $m", monday),
            (int)Number("SELECT won13 FROM quarter WHERE monday = $m", monday),
            string.Join(' ', sources),
            count,
            median);
    }

    public void Dispose() => _db.Dispose();

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    double Number(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return Convert.ToDouble(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    List<string> Texts(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return texts;
    }

    void Run(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    SqliteCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        var command = _db.CreateCommand();
#pragma warning disable CA2100 // The text is this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
