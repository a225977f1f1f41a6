namespace AccountabilityBot.Domain.Leads;

/// <summary>Every refusal about a lead, in one place. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class LeadRefusals
{
    public static Refusal AlreadyAccepted(PersonId by, DateTimeOffset at) => Stale("lead.already-accepted", by, at);

    public static Refusal AlreadyRejected(PersonId by, DateTimeOffset at) => Stale("lead.already-rejected", by, at);

    /// <summary>No offer stands: the lead waits in the queue, on the guardian's list, or was put to somebody else.</summary>
    public static Refusal NotOnOffer() => Stale("lead.not-on-offer");

    /// <summary>The lead has no place in the queue from which a rule could offer it. Never told to a person.</summary>
    public static Refusal NotWaiting() => Stale("lead.not-waiting");

    public static Refusal Ended() => Stale("lead.ended");

    public static Refusal NotAccepted() => Stale("lead.not-accepted");

    public static Refusal NotRejected() => Stale("lead.not-rejected");

    public static Refusal UndoIsOver() => Stale("lead.undo-is-over");

    public static Refusal OfferedTo(PersonId person, DateTimeOffset until) => NotAllowed("lead.offered-to", person, until);

    public static Refusal NotAMember() => NotAllowed("lead.not-a-member");

    /// <summary>Who passed a lead on, handed it back or let it expire is never given it again.</summary>
    public static Refusal HadItBefore() => NotAllowed("lead.had-it-before");

    public static Refusal NotTheOwner(PersonId owner) => NotAllowed("lead.not-the-owner", owner);

    public static Refusal NotWhoRejected(PersonId by) => NotAllowed("lead.not-who-rejected", by);

    public static Refusal OnlyForGuardians() => NotAllowed("lead.only-for-guardians");

    public static Refusal ReasonMissing() => Invalid("lead.reason-missing");

    public static Refusal ReasonUnknown(string given) => Invalid("lead.reason-unknown", given);

    public static Refusal AnswerMissing(string question) => Invalid("lead.answer-missing", question);

    public static Refusal AnswerTooShort(string question, int least) => Invalid("lead.answer-too-short", question, least);

    public static Refusal AnswerNotAChoice(string question) => Invalid("lead.answer-not-a-choice", question);

    public static Refusal NoteTooLong(int most) => Invalid("lead.note-too-long", most);

    public static Refusal PassToYourself() => Invalid("lead.pass-to-yourself");

    public static Refusal ColleagueNotAMember(PersonId colleague) => Invalid("lead.colleague-not-a-member", colleague);

    public static Refusal ColleagueHadItBefore(PersonId colleague) => Invalid("lead.colleague-had-it-before", colleague);

    public static Refusal ColleagueIsOut(PersonId colleague, DateTimeOffset until) => Invalid("lead.colleague-is-out", colleague, until);

    public static Refusal ColleagueIsAway(PersonId colleague) => Invalid("lead.colleague-is-away", colleague);

    public static Refusal PersonMissing() => Invalid("lead.person-missing");

    public static Refusal HoldEndMissing() => Invalid("lead.hold-end-missing");

    public static Refusal HoldEndNotAhead() => Invalid("lead.hold-end-not-ahead");

    public static Refusal HoldTooLong(int mostDays) => Invalid("lead.hold-too-long", mostDays);

    /// <summary>Nothing is promised about the lead at the moment, or its owner holds it: there is nothing to be reminded of.</summary>
    public static Refusal NothingToSnooze() => Stale("lead.nothing-to-snooze");

    public static Refusal SnoozeLengthMissing() => Invalid("lead.snooze-length-missing");

    public static Refusal DispositionMissing() => Invalid("lead.disposition-missing");

    public static Refusal DispositionUnknown(string given) => Invalid("lead.disposition-unknown", given);

    /// <summary>The lead stands elsewhere by now: this disposition says nothing about it.</summary>
    public static Refusal DispositionNotHere(string name) => Invalid("lead.disposition-not-here", name);

    /// <summary>Only what ends a lead is taken from another system; in between, its owner says how it stands.</summary>
    public static Refusal DispositionNoEnd(string name) => Invalid("lead.disposition-no-end", name);

    public static Refusal FieldMissing(Model.DispositionField field) => Invalid("lead.field-missing", field);

    public static Refusal FieldTooLong(Model.DispositionField field, int most) => Invalid("lead.field-too-long", field, most);

    public static Refusal DateNotAhead(Model.DispositionField field) => Invalid("lead.date-not-ahead", field);

    public static Refusal DateTooFar(Model.DispositionField field, int mostDays) => Invalid("lead.date-too-far", field, mostDays);

    public static Refusal ValueNegative() => Invalid("lead.value-negative");

    /// <summary>What was typed is no amount.</summary>
    public static Refusal ValueUnreadable(string given) => Invalid("lead.value-unreadable", given);

    /// <summary>The buyer asked not to be called and not to be written to.</summary>
    public static Refusal DoNotContact() => NotAllowed("lead.do-not-contact");

    /// <summary>The data were mended, or nobody waits for them any more.</summary>
    public static Refusal DataNotAsked() => Stale("lead.data-not-asked");

    public static Refusal CurrencyMissing() => Invalid("lead.currency-missing");

    /// <summary>Only who handed the lead over answers its reject; whoever tells this says who that is.</summary>
    public static Refusal NotTheSender() => NotAllowed("lead.not-the-sender");

    public static Refusal RejectAnswered(PersonId by, DateTimeOffset at) => Stale("lead.reject-answered", by, at);

    /// <summary>The reject can still be taken back: there is nothing to answer yet.</summary>
    public static Refusal RejectNotFinal() => Stale("lead.reject-not-final");

    public static Refusal MissingNotSaid() => Invalid("lead.missing-not-said");

    public static Refusal MissingTooShort(int least) => Invalid("lead.missing-too-short", least);

    public static Refusal ContactTooLong(int most) => Invalid("lead.contact-too-long", most);

    static Refusal Stale(string code, params object?[] args) => new(code, RefusalKind.Stale, args);

    static Refusal NotAllowed(string code, params object?[] args) => new(code, RefusalKind.NotAllowed, args);

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
