namespace AccountabilityBot.Domain.Numbers;

/// <summary>Every refusal about a number, in one place. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class NumberRefusals
{
    public static Refusal Retired() => Stale("number.retired");

    /// <summary>Only the owner, their manager, the department's head or guardian, or an administrator hands a number over.</summary>
    public static Refusal MayNotName() => NotAllowed("number.may-not-name");

    public static Refusal PersonMissing() => Invalid("number.person-missing");

    /// <summary>The directory does not list them, or not any more.</summary>
    public static Refusal PersonUnknown() => Invalid("number.person-unknown");

    public static Refusal ToTheOwner(PersonId owner) => Invalid("number.to-the-owner", owner);

    public static Refusal ToYourself() => Invalid("number.to-yourself");

    public static Refusal DateMissing() => Invalid("number.date-missing");

    public static Refusal DateIsPast() => Invalid("number.date-is-past");

    public static Refusal DateTooFar(int mostDays) => Invalid("number.date-too-far", mostDays);

    public static Refusal HandOverIsOpen(PersonId to) => Stale("number.hand-over-is-open", to);

    public static Refusal NoHandOver() => Stale("number.no-hand-over");

    public static Refusal HandOverAnswered() => Stale("number.hand-over-answered");

    public static Refusal NotForYou(PersonId to) => NotAllowed("number.not-for-you", to);

    public static Refusal NotWhoProposed(PersonId by) => NotAllowed("number.not-who-proposed", by);

    public static Refusal OwnedBy(PersonId owner) => Stale("number.owned-by", owner);

    /// <summary>Neither named as one of its owners, nor with the right to name one.</summary>
    public static Refusal NotNamed() => NotAllowed("number.not-named");

    public static Refusal NotTheOwner(PersonId? owner) => NotAllowed("number.not-the-owner", owner);

    public static Refusal NotAsked() => Stale("number.not-asked");

    public static Refusal WordsTooShort(int least) => Invalid("number.words-too-short", least);

    public static Refusal WordsTooLong(int most) => Invalid("number.words-too-long", most);

    public static Refusal WhatIsChallengedMissing() => Invalid("number.challenge-what-missing");

    public static Refusal ChallengedAlready() => Stale("number.challenged-already");

    public static Refusal NoChallenge() => Stale("number.no-challenge");

    public static Refusal AnswerMissing() => Invalid("number.answer-missing");

    public static Refusal MendDateMissing() => Invalid("number.mend-date-missing");

    static Refusal Stale(string code, params object?[] args) => new(code, RefusalKind.Stale, args);

    static Refusal NotAllowed(string code, params object?[] args) => new(code, RefusalKind.NotAllowed, args);

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
