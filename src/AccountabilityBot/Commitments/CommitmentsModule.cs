using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Commitments;

/// <summary>
/// The slice's contents page: a promise has one owner and one date, its owner says what became of it, one that slips is offered
/// help first, and one whose owner is gone is offered to who can keep it.
/// </summary>
static class CommitmentsModule
{
    public static IServiceCollection AddCommitments(this IServiceCollection services)
    {
        services.AddScoped<CommitmentDesk>().AddScoped<AddingCommitments>().AddScoped<CommitmentChanges>().AddScoped<PressedCards>();
        services.AddScoped<CommitmentTexts>().AddScoped<CommitmentLists>().AddScoped<CommitmentRenderers>().AddScoped<SlippingSweep>();
        services.AddScoped<TakeOverLine>().AddScoped<DepartedOwners>().AddScoped<TakeOverReading>().AddScoped<TakingOver>();
        services.AddSingleton(new SweepStep("commitments.slip", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<SlippingSweep>().ProgressAsync(now, ct)));
        return services;
    }

    public static void MapCommitments(Routes routes)
    {
        Press(CommitmentVerbs.View, (desk, turn, press, ct) => desk.View(turn, press, ct));
        Press(CommitmentVerbs.Done, (desk, turn, press, ct) => desk.Done(turn, press, ct));
        Press(CommitmentVerbs.Move, (desk, turn, press, ct) => desk.Move(turn, press, ct));
        Press(CommitmentVerbs.Drop, (desk, turn, press, ct) => desk.Drop(turn, press, ct));
        Press(CommitmentVerbs.Help, (desk, turn, press, ct) => desk.Help(turn, press, ct));
        routes.Card<AddingCommitments>(CommitmentVerbs.Add, (adding, turn, press, ct) => adding.Add(turn, press, ct), (adding, turn, press, ct) => adding.Truth(turn, press, ct));

        routes.Card<TakingOver>(CommitmentVerbs.TakeOver, (taking, turn, press, ct) => taking.Take(turn, press, ct), (taking, turn, press, ct) => taking.View(turn, press, ct));
        routes.Card<TakingOver>(CommitmentVerbs.DropFor, (taking, turn, press, ct) => taking.Drop(turn, press, ct), (taking, turn, press, ct) => taking.View(turn, press, ct));
        routes.Card<TakingOver>(CommitmentVerbs.ViewOffer, (taking, turn, press, ct) => taking.View(turn, press, ct), (taking, turn, press, ct) => taking.View(turn, press, ct));

        foreach (var words in CommitmentTexts.CommitWords)
            routes.Text<CommitmentTexts>(words, (texts, turn, rest, ct) => texts.Commit(turn, rest, ct));
        foreach (var words in (string[])["promise", "i promise"])
            routes.Text<CommitmentTexts>(words, (texts, turn, rest, ct) => texts.Promise(turn, words, rest, ct));
        foreach (var words in (string[])["commitments", "zusagen"])
            routes.Text<CommitmentTexts>(words, (texts, turn, rest, ct) => texts.Listed(turn, words, rest, ct));
        foreach (var words in (string[])["my commitments", "meine zusagen"])
            routes.Text<CommitmentTexts>(words, (texts, turn, rest, ct) => texts.Mine(turn, ct));

        void Press(string verb, Func<CommitmentDesk, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<CommitmentDesk>(verb, act, (desk, turn, press, ct) => desk.View(turn, press, ct));
    }

    public static void AddCommitmentKinds(DeliveryKinds kinds)
    {
        // It is theirs, and they made it just now.
        kinds.Card<CommitmentRenderers>(CommitmentKinds.Mine, (commitments, post, ct) => commitments.Card(post, ct));
        // The head hears of it if nothing is said: an offer that can be muted would be no warning.
        kinds.Card<CommitmentRenderers>(CommitmentKinds.OfferHelp, (commitments, post, ct) => commitments.Card(post, ct), Manners.Help);
        kinds.Card<TakeOverReading>(CommitmentKinds.TakeOver, (offers, post, ct) => offers.Card(post, ct), Manners.Help);
        kinds.Card<CommitmentLists>(CommitmentKinds.ListMine, (lists, post, ct) => lists.Card(post, ct), isAnswer: true);
        kinds.Card<CommitmentLists>(CommitmentKinds.ListDepartment, (lists, post, ct) => lists.Card(post, ct), isAnswer: true);
        kinds.Notice<CommitmentRenderers>(CommitmentKinds.KeptNews, (commitments, notice, ct) => commitments.KeptNews(notice, ct), Manners.News);
        // Nobody is told that an owner is gone any more, for they are asked; what is on its way from an earlier version arrives.
        foreach (var kind in (string[])[CommitmentKinds.HelpWanted, CommitmentKinds.NoWord, CommitmentKinds.OwnerGone])
            kinds.Notice<CommitmentRenderers>(kind, (commitments, notice, ct) => commitments.ToTheHead(notice, ct), Manners.Help);
        kinds.Notice<AddingCommitments>(CommitmentKinds.Form, (adding, notice, ct) => adding.Form(notice, ct));
        kinds.Notice<CommitmentTexts>(CommitmentKinds.Sentence, (_, notice, _) => CommitmentTexts.Sentence(notice));
    }
}

/// <summary>Kinds of cards and notices about commitments. Stored: they never change.</summary>
static class CommitmentKinds
{
    /// <summary>In the chat of whoever promised.</summary>
    public const string Mine = "commitment.mine";

    /// <summary>To whoever promised: it slips, and help is offered before anybody else hears of it.</summary>
    public const string OfferHelp = "commitment.offer-help";

    /// <summary>To who can keep what somebody promised who is gone.</summary>
    public const string TakeOver = "commitment.take-over";

    /// <summary>Whoever asked: their own.</summary>
    public const string ListMine = "commitment.list-mine";

    /// <summary>In a channel that asked: its department's open ones.</summary>
    public const string ListDepartment = "commitment.list-department";

    /// <summary>To who asked for the change: it came.</summary>
    public const string KeptNews = "commitment.kept-news";

    /// <summary>To the head: the owner asks for help.</summary>
    public const string HelpWanted = "commitment.help-wanted";

    /// <summary>To the head: help was offered, and nothing was said.</summary>
    public const string NoWord = "commitment.no-word";

    /// <summary>To the head: the owner is not in the company any more. Of an earlier version; a card takes its place.</summary>
    public const string OwnerGone = "commitment.owner-gone";

    /// <summary>The form, filled in with what was understood of a text.</summary>
    public const string Form = "commitment.form";

    public const string Sentence = "commitment.sentence";
}

/// <summary>The verbs on these cards. They never change.</summary>
static class CommitmentVerbs
{
    public const string View = "commitment.view";
    public const string Done = "commitment.done";
    public const string Move = "commitment.move";
    public const string Drop = "commitment.drop";
    public const string Help = "commitment.help";
    public const string Add = "commitment.add";
    public const string TakeOver = "commitment.take-over";

    /// <summary>Drops what somebody promised who is gone.</summary>
    public const string DropFor = "commitment.drop-for";

    public const string ViewOffer = "commitment.view-offer";
}
