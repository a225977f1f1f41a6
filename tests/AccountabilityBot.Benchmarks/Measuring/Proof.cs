namespace AccountabilityBot.Benchmarks.Measuring;

/// <summary>A figure counts only when what was measured did what it was to do.</summary>
static class Proof
{
    /// <param name="wanted">So many there must be of each.</param>
    /// <param name="happened">What was done to so many, for the sentence: <c>leads were accepted</c>.</param>
    /// <exception cref="InvalidOperationException">Of one there are more or fewer.</exception>
    public static void Holds(int wanted, string happened, IEnumerable<(string Name, int Count)> found)
    {
        foreach (var (name, count) in found)
        {
            if (count != wanted)
                throw new InvalidOperationException($"{wanted} {happened}, but there are {count} {name}.");
        }
    }
}
