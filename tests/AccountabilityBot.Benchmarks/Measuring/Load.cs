namespace AccountabilityBot.Benchmarks.Measuring;

/// <summary>What one round of requests came to.</summary>
/// <param name="Elapsed">Wall time from the first request to the last answer.</param>
/// <param name="Milliseconds">One entry an answer.</param>
/// <param name="Answers">Only where the loop was told to keep them.</param>
sealed record Load(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds, IReadOnlyList<Answer> Answers)
{
    public double PerSecond => Milliseconds.Count / Elapsed.TotalSeconds;
}

/// <param name="Status">0 when there was none.</param>
sealed record Answer(int Status, string Body);
