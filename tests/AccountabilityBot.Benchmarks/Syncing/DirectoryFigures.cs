using System.Diagnostics;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;

namespace AccountabilityBot.Benchmarks.Syncing;

/// <summary>
/// What it costs to know a company of 1,336 and one of 50,000 from Graph: requests against the least there can be, time against
/// the same pages read and written by hand, and memory, which one page fills and no company is to.
/// </summary>
static class DirectoryFigures
{
    const int Few = 1_336;
    const int Many = 50_000;
    const int Changes = 100;
    const double MostGrowth = 1.2;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await using (var host = await FigureHost.OnSqliteAsync(colleagues: 0))
        {
            await foreach (var figure in OnAsync(settings, host!, "SQLite"))
                yield return figure;
        }

        await using var postgres = await FigureHost.OnPostgresAsync(colleagues: 0);
        if (postgres is null)
        {
            yield return Figure.Skipped("directory on PostgreSQL", FigureHost.NoPostgres);
            yield break;
        }

        await foreach (var figure in OnAsync(settings, postgres, "PostgreSQL"))
            yield return figure;
    }

    static async IAsyncEnumerable<Figure> OnAsync(Settings settings, FigureHost host, string database)
    {
        var name = $"directory on {database}";
        await using var small = await DirectoryServer.StartAsync(Few);
        await using var large = await DirectoryServer.StartAsync(Many);
        var (ofFew, ofMany) = (new SyncedPeople(host, small), new SyncedPeople(host, large));

        var few = await WholeAsync(settings, host, small, ofFew);
        yield return few.ByTime($"{name}: all of {Few:N0} people read for the first time, against the same pages by hand");
        yield return Requests($"{name}: requests for that", small.LeastRequests, few.Requests);
        var many = await WholeAsync(settings, host, large, ofMany);
        yield return many.ByTime($"{name}: all of {Many:N0} people, likewise");
        yield return Requests($"{name}: requests for that", large.LeastRequests, many.Requests);
        var (ofOne, ofOther) = (few.Subject / Few * 1_000, many.Subject / Many * 1_000);
        yield return new Figure(
            $"{name}: time for each 1,000 of {Many:N0} people, against {Few:N0}", $"{ofOne:N0} ms", $"{ofOther:N0} ms", $"{ofOther / ofOne:0.00} × as long",
            $"≤ {MostGrowth:0.0} × as long", ofOther / ofOne <= MostGrowth);

        // Everybody is known from the last round.
        var delta = await ChangesAsync(settings, host, large, ofMany);
        yield return delta.ByTime($"{name}: {Changes} changes among {Many:N0} people, against one request and {Changes} updates by hand");
        yield return Requests($"{name}: requests for that", 1, delta.Requests);
        yield return new Figure($"{name}: the same, against the whole reading", $"{many.Subject:N0} ms", $"{delta.Subject:N0} ms", $"{delta.Subject / many.Subject:0.000} × as long", "", null);
        var (drawing, drawn) = (new List<double>(), 0L);
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            drawing.Add(await TimeAsync(ofMany.DrawAsync));
            drawn = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        var picture = Comparison.Median(drawing.Skip(1));
        yield return new Figure(
            $"{name}: of that, the company's picture drawn anew, {Megabytes(drawn)} on the way", "", $"{picture:N0} ms", $"{picture / delta.Subject:0.00} of it", "", null);

        var one = await MemoryAsync(ofFew);
        var other = await MemoryAsync(ofMany);
        var growth = other.Peak / (double)one.Peak;
        yield return new Figure(
            $"{name}: memory held at most while {Many:N0} people are read, against {Few:N0}", Megabytes(one.Peak), Megabytes(other.Peak), $"{growth:0.00} × as much",
            $"≤ {MostGrowth:0.0} × as much", growth <= MostGrowth);
        yield return new Figure(
            $"{name}: memory kept for the company's picture of {Many:N0} people, against {Few:N0}", Megabytes(one.Kept), Megabytes(other.Kept), $"{other.Kept / Many:N0} bytes a person", "", null);
    }

    static async Task<Rounds> WholeAsync(Settings settings, FigureHost host, DirectoryServer directory, SyncedPeople people)
    {
        await using var byHand = new PeopleByHand(host, directory);
        var rounds = new Rounds();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            await people.ForgetAsync();
            var floor = await TimeAsync(byHand.ReadAllAsync);
            Proof.Holds(directory.People, "people were written by hand", [("rows", (await people.CountAsync("")).People)]);
            await people.ForgetAsync();
            directory.TakeRequests();
            var subject = await TimeAsync(() => people.SyncAsync());
            var requests = directory.TakeRequests();
            Proof.Holds(directory.People, "people were synced", [("active rows", (await people.CountAsync("")).People), ("people in the picture", people.InPicture("").People)]);
            if (round > 0)
                rounds.Add(floor, subject, requests);
        }

        return rounds;
    }

    static async Task<Rounds> ChangesAsync(Settings settings, FigureHost host, DirectoryServer directory, SyncedPeople people)
    {
        await using var byHand = new PeopleByHand(host, directory);
        var rounds = new Rounds();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            // Each of the two writes what the other has not.
            var (first, second) = (round * 2 + 1, round * 2 + 2);
            directory.Change(Changes, first);
            var floor = await TimeAsync(byHand.ReadChangesAsync);
            Proof.Holds(Changes, "people were changed by hand", [("rows", (await people.CountAsync(DirectoryServer.TitleIn(first))).Titled)]);
            directory.Change(Changes, second);
            directory.TakeRequests();
            var subject = await TimeAsync(() => people.SyncAsync());
            var requests = directory.TakeRequests();
            var title = DirectoryServer.TitleIn(second);
            Proof.Holds(Changes, "people changed", [("rows", (await people.CountAsync(title)).Titled), ("people in the picture", people.InPicture(title).Titled)]);
            if (round > 0)
                rounds.Add(floor, subject, requests);
        }

        return rounds;
    }

    /// <summary>What is alive, and not what waits to be collected: that depends on the machine alone.</summary>
    /// <returns>Peak: most that was alive after a page, beyond what was before. Kept: what the picture holds when all is done.</returns>
    static async Task<(long Peak, long Kept)> MemoryAsync(SyncedPeople people)
    {
        await people.ForgetAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        await people.SyncAsync(() => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)));
        var with = GC.GetTotalMemory(forceFullCollection: true);
        // Against the same moment without it: what drivers pool comes and goes, and is no picture.
        await people.ForgetAsync();
        return (peak - before, with - GC.GetTotalMemory(forceFullCollection: true));
    }

    static Figure Requests(string scenario, int least, int made) =>
        new(scenario, $"{least}", $"{made}", $"{made / (double)least:0.00}", $"{least}", made == least);

    static string Megabytes(long bytes) => $"{bytes / 1e6:0.0} MB";

    static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Milliseconds of those that count, and the most requests of one.</summary>
    sealed class Rounds
    {
        readonly List<(double Floor, double Subject)> _times = [];

        public int Requests { get; private set; }

        public double Subject => Comparison.Median(_times.Select(round => round.Subject));

        public void Add(double floor, double subject, int requests)
        {
            _times.Add((floor, subject));
            Requests = Math.Max(Requests, requests);
        }

        public Figure ByTime(string scenario)
        {
            double[] ratios = [.. _times.Select(round => round.Subject / round.Floor).Order()];
            return new Figure(
                scenario, $"{Comparison.Median(_times.Select(round => round.Floor)):N0} ms", $"{Subject:N0} ms",
                $"{Comparison.Median(ratios):0.0} × as long ({ratios[0]:0.0} to {ratios[^1]:0.0})", "", null);
        }
    }
}
