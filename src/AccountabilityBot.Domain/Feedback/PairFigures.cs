namespace AccountabilityBot.Domain.Feedback;

/// <summary>
/// What one department said about one side of its hand-offs with another, without pointing at anybody: below
/// <see cref="Least"/> feedbacks, or where all of them are about one and the same person, there is a count and nothing else.
/// </summary>
/// <param name="Means">By the words of <see cref="Ratings"/>; empty: they would point at a person.</param>
public sealed record PairFigures(Side About, int Count, IReadOnlyDictionary<string, decimal> Means)
{
    public const int Least = 3;

    /// <param name="given">All about this side, given by one department about the other.</param>
    public static PairFigures Of(Side about, IReadOnlyList<PeerFeedback> given)
    {
        // What a head hears for the department is about nobody in particular.
        var isAboutOne = !given.Any(one => one.IsForDepartment) && given.Select(one => one.Receiver).Distinct().Count() < 2;
        return new PairFigures(about, given.Count, given.Count < Least || isAboutOne
            ? new Dictionary<string, decimal>()
            : Ratings.About(about).ToDictionary(rating => rating, rating => given.Average(one => (decimal)one.Scores[rating])));
    }
}
