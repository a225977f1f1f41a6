using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Commitments;

/// <summary>The slice's contents page: a promise has one owner and one date, and a card on which its owner says what became of it.</summary>
static class CommitmentsModule
{
    public static IServiceCollection AddCommitments(this IServiceCollection services) => services.AddScoped<CommitmentDesk>();

    public static void MapCommitments(Routes routes)
    {
        Press(CommitmentVerbs.View, (desk, turn, press, ct) => desk.View(turn, press, ct));
        Press(CommitmentVerbs.Done, (desk, turn, press, ct) => desk.Done(turn, press, ct));
        Press(CommitmentVerbs.Drop, (desk, turn, press, ct) => desk.Drop(turn, press, ct));

        void Press(string verb, Func<CommitmentDesk, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<CommitmentDesk>(verb, act, (desk, turn, press, ct) => desk.View(turn, press, ct));
    }

    public static void AddCommitmentKinds(DeliveryKinds kinds)
    {
        // It is theirs, and they made it just now.
        kinds.Card<CommitmentDesk>(CommitmentKinds.Mine, (desk, post, ct) => desk.Card(post, ct));
        kinds.Notice<CommitmentDesk>(CommitmentKinds.KeptNews, (desk, notice, ct) => desk.KeptNews(notice, ct), Manners.News);
    }
}

/// <summary>Kinds of cards and notices about commitments. Stored: they never change.</summary>
static class CommitmentKinds
{
    /// <summary>In the chat of whoever promised.</summary>
    public const string Mine = "commitment.mine";

    /// <summary>To who asked for the change: it came.</summary>
    public const string KeptNews = "commitment.kept-news";
}

/// <summary>The verbs on these cards. They never change.</summary>
static class CommitmentVerbs
{
    public const string View = "commitment.view";
    public const string Done = "commitment.done";
    public const string Drop = "commitment.drop";
}
