namespace AccountabilityBot.Domain.Cadence;

/// <summary>What is to be expected of one coming week.</summary>
/// <param name="Mean">Customers, on average.</param>
/// <param name="Low">In four weeks of five it is between this and <paramref name="High"/>, both included.</param>
public sealed record ExpectedWeek(double Mean, int Low, int High);

/// <summary>
/// How many of the leads that are open now become customers in each of the coming weeks: by how many that came to their step
/// were won, and by how long winning took. Leads that are still to come are not in it, and an old lead that outlived every win
/// there ever was is expected of nobody.
/// </summary>
public static class Arrivals
{
    public const int Weeks = 4;

    /// <summary>With fewer wins behind it an expectation is a guess.</summary>
    public const int LeastWins = 8;

    /// <summary>The ages by which open leads are counted, in whole weeks: each place begins here and ends where the next begins.</summary>
    public static IReadOnlyList<int> AgesFrom { get; } = [0, 1, 2, 3, 4, 6, 8, 12, 16, 26, 52];

    /// <summary>Where four fifths of a normal distribution lie, in standard deviations to each side.</summary>
    const double FourFifths = 1.2816;

    /// <summary>What is that old is taken for as old as this.</summary>
    const int Oldest = 60;

    static readonly Step[] _open = [Step.Accepted, Step.MeetingSet, Step.Qualified, Step.Proposal];

    /// <param name="history">The seams of earlier periods and of this one, of whose wins the new customers are.</param>
    /// <param name="open">The same seams as they stand now.</param>
    /// <returns>The coming weeks, the next one first; none where too little was won to tell.</returns>
    public static IReadOnlyList<ExpectedWeek>? Expect(IReadOnlyCollection<SeamFigures> history, IReadOnlyCollection<SeamFigures> open)
    {
        var closed = ClosedIn(history);
        var wins = closed.Sum();
        if (wins < LeastWins)
            return null;
        var (came, wonVia) = (Flow.Sum(history.Select(seam => seam.Came)), Flow.Sum(history.Select(seam => seam.WonVia)));
        var share = closed.Select(count => (double)count / wins).ToArray();
        var (mean, variance) = (new double[Weeks], new double[Weeks]);
        foreach (var step in _open)
        {
            var chance = came[step] is 0 ? 0 : Math.Min(1, (double)wonVia[step] / came[step]);
            foreach (var (place, count) in CountsOf(open, step))
            {
                for (var week = 0; week < Weeks; week++)
                {
                    var likely = ChanceIn(week, place, chance, share);
                    mean[week] += count * likely;
                    variance[week] += count * likely * (1 - likely);
                }
            }
        }

        return [.. mean.Select((expected, week) => Range(expected, Math.Sqrt(variance[week])))];
    }

    static ExpectedWeek Range(double mean, double deviation) => new(
        mean, Math.Max(0, (int)Math.Round(mean - (FourFifths * deviation))), (int)Math.Round(mean + (FourFifths * deviation)));

    /// <summary>
    /// That a lead which is open at this age is won in that week. What is still open is less likely to be won than what has
    /// just come to its step: the winners among its like are gone by and by.
    /// </summary>
    static double ChanceIn(int week, int place, double chance, double[] share)
    {
        var (first, last) = (AgesFrom[place], place + 1 < AgesFrom.Count ? AgesFrom[place + 1] - 1 : Oldest);
        var sum = 0.0;
        for (var age = first; age <= last; age++)
        {
            // Within its week a lead is as likely young as old, so that a coming week lies over two weeks of its age.
            var now = (At(share, age + week) + At(share, age + week + 1)) / 2;
            var gone = share.Take(age).Sum() + (At(share, age) / 2);
            var left = 1 - (chance * gone);
            sum += left > 0 ? chance * now / left : 0;
        }

        return sum / (last - first + 1);
    }

    /// <summary>The last place holds all that took longer: of those nobody knows when.</summary>
    static double At(double[] share, int week) => week < SeamFigures.LongestCloseWeeks ? share[week] : 0;

    static int[] ClosedIn(IReadOnlyCollection<SeamFigures> history)
    {
        var closed = new int[SeamFigures.LongestCloseWeeks + 1];
        foreach (var seam in history)
        {
            for (var week = 0; week < Math.Min(closed.Length, seam.CloseWeeks.Count); week++)
                closed[week] += seam.CloseWeeks[week];
        }

        return closed;
    }

    static IEnumerable<(int Place, int Count)> CountsOf(IReadOnlyCollection<SeamFigures> open, Step step) =>
        from place in Enumerable.Range(0, AgesFrom.Count)
        let count = open.Sum(seam => seam.OpenAges.TryGetValue(step, out var ages) && place < ages.Length ? ages[place] : 0)
        where count > 0
        select (place, count);
}
