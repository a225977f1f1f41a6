using AccountabilityBot.Delivery;
using AccountabilityBot.Feedback;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Neighbours;

/// <summary>Kinds of notices about neighbours. Stored: they never change.</summary>
static class NeighbourKinds
{
    public const string Card = "neighbours.card";
    public const string Sentence = "neighbours.sentence";
}

/// <summary>The slice's contents page: who stands on the other side of each seam.</summary>
static class NeighboursModule
{
    /// <summary>
    /// Some begin other questions too: what is read behind them decides, and what is not about neighbours goes the way of every
    /// other question.
    /// </summary>
    static readonly string[] Openings =
    [
        "neighbours", "neighbors", "neighbour", "neighbor", "my neighbours", "my neighbors", "my neighbour", "my neighbor", "our neighbours", "our neighbors",
        "upstream", "downstream", "who is", "who are", "who's", "who’s",
        "nachbarn", "nachbar", "mein nachbar", "meine nachbarn", "unser nachbar", "unsere nachbarn", "wer ist", "wer sind",
    ];

    public static IServiceCollection AddNeighbours(this IServiceCollection services) => services.AddScoped<NeighbourTexts>().AddScoped<NeighbourReading>();

    public static void MapNeighbours(Routes routes)
    {
        foreach (var words in Openings)
            routes.Text<NeighbourTexts>(words, (neighbours, turn, _, ct) => neighbours.Asked(turn, ct));
    }

    public static void AddNeighbourKinds(DeliveryKinds kinds)
    {
        kinds.Notice<NeighbourTexts>(NeighbourKinds.Card, (neighbours, notice, ct) => neighbours.Card(notice, ct));
        kinds.Notice<NeighbourTexts>(NeighbourKinds.Sentence, (_, notice, _) => GivingUnasked.Sentence(notice));
    }
}
