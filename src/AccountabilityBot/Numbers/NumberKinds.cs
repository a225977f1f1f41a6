namespace AccountabilityBot.Numbers;

/// <summary>Kinds of cards and notices about numbers. Stored: they never change.</summary>
static class NumberKinds
{
    /// <summary>Shown because somebody asked for it.</summary>
    public const string Card = "number.card";

    /// <summary>To who is to own it next.</summary>
    public const string Offer = "number.offer";

    /// <summary>Nobody owns it any more: to the manager and the guardian.</summary>
    public const string Orphan = "number.orphan";

    /// <summary>Once a quarter, to the owner.</summary>
    public const string StillYours = "number.still-yours";

    /// <summary>To the guardian: the owner did not say whether it is still theirs.</summary>
    public const string Unconfirmed = "number.unconfirmed";

    /// <summary>Somebody disputes it: to who has to answer.</summary>
    public const string Challenge = "number.challenge";

    public const string HandOverNews = "number.hand-over-news";
    public const string ChallengeAnswered = "number.challenge-answered-news";

    /// <summary>A colleague's question, passed on to the owner.</summary>
    public const string Question = "number.question";

    public const string Mine = "number.mine";
    public const string Unowned = "number.unowned";

    /// <summary>Every kind of card that follows one number.</summary>
    public static readonly string[] Cards = [Card, Offer, Orphan, StillYours, Unconfirmed, Challenge];
}

/// <summary>The verbs on number cards. They stand on cards that were posted long ago: they never change.</summary>
static class NumberVerbs
{
    public const string View = "number.view";
    public const string Details = "number.details";
    public const string HandOver = "number.hand-over";
    public const string Accept = "number.accept";
    public const string Decline = "number.decline";
    public const string Withdraw = "number.withdraw";
    public const string Take = "number.take";
    public const string NameOwner = "number.name-owner";
    public const string Confirm = "number.confirm";
    public const string NotMine = "number.not-mine";
    public const string Deputy = "number.deputy";
    public const string Challenge = "number.challenge";
    public const string AnswerChallenge = "number.answer-challenge";
    public const string History = "number.history";
    public const string AskOwner = "number.ask-owner";
}
