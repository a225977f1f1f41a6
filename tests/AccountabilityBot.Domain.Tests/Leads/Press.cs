namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>What may befall a lead: a button, a rule whose time may have come, or the sender.</summary>
enum Move
{
    QueueOpens,
    OfferToSomebody,
    Accept,
    PassOn,
    PassOnToColleague,
    Reject,
    Undo,
    Contact,
    Hold,
    HandBack,
    Take,
    Assign,
    Close,
    Climb,
    Settle,
    Clarify,
    Agree,
    Resume,
    NobodyLeft,
    SentAgain,
    SentAgainChanged,
    SetDisposition,
    OutcomeTold,
    ComesBack,
    AskedForDisposition,
    MendData,
    AsksNotToBeContacted,
    GoesOut,
    Leaves,
}

/// <summary>One random press. Everything is a plain figure, so that a failing story can be made smaller and be read.</summary>
/// <param name="Who">Index of the person who presses; <see cref="WhomItConcerns"/>: who is asked, owns it or rejected it.</param>
/// <param name="Whom">Index of the other person, where the move names one.</param>
/// <param name="Input">Chooses what is filled in: nothing, something wrong, something right.</param>
/// <param name="Minutes">Time since the press before.</param>
sealed record Press(Move Move, int Who, int Whom, int Input, int Minutes)
{
    public const int WhomItConcerns = -1;

    public override string ToString() => $"+{Minutes,5} min  {Move} by {(Who == WhomItConcerns ? "whom it concerns" : Who)}, whom {Whom}, input {Input}";
}

/// <summary>A sequence of presses; it writes itself as one line each.</summary>
sealed record Story(bool Pool, IReadOnlyList<Press> Presses)
{
    public override string ToString() => $"{(Pool ? "pool" : "person")}:\n{string.Join('\n', Presses)}\n";
}
