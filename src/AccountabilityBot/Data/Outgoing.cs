using AccountabilityBot.Domain;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Data;

/// <summary>What a card that lives and a message that is sent once have in common: a row on its way to a place in Teams.</summary>
public abstract class Outgoing
{
    public Guid Id { get; init; }

    /// <summary>A literal that never changes; says how it is rendered.</summary>
    public required string Kind { get; init; }

    /// <summary>Channel id, group chat id, or <c>person:</c> and the person's key.</summary>
    public required string Thread { get; set; }

    /// <summary>For a message in somebody's own chat: whose.</summary>
    public PersonId? Person { get; init; }

    public string? ServiceUrl { get; set; }

    /// <summary>The conversation it stands in, or is to stand in; for a channel with its <c>;messageid</c>. None before it is known.</summary>
    public string? ConversationId { get; set; }

    public string? ActivityId { get; set; }

    /// <summary>What it is about; none: not one lead.</summary>
    public LeadId? LeadId { get; init; }

    /// <summary>Id of the number that it is about; none: not one number.</summary>
    public string? NumberId { get; init; }

    /// <summary>What it is about when that is neither a lead nor a number: the id of feedback or of a commitment; the kind tells which.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What the renderer needs beside the subject; short.</summary>
    public string? Argument { get; init; }

    /// <summary>The segment's rank: the most urgent goes first.</summary>
    public int Rank { get; init; }

    /// <summary>Sends that may have reached Teams without our knowing; set back by a success.</summary>
    public int Attempts { get; set; }

    /// <summary>Tries that certainly did not reach Teams; set back by a success.</summary>
    public int Failures { get; set; }

    /// <summary>The chat was gone once and was opened anew; it is not done a second time.</summary>
    public bool ChatRetried { get; set; }

    /// <summary>UTC; not to be tried before.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC; when it last was let through to a person's own chat. None: it was not, or it goes elsewhere.</summary>
    public DateTimeOffset? LetThroughAt { get; set; }

    /// <summary>Whether it was one of its reader's budget on the day it was let through.</summary>
    public bool Counts { get; set; }

    /// <summary>Why it was held back the last time: a literal of <see cref="Domain.Messages.HeldReasons"/>.</summary>
    public string? HeldBecause { get; set; }

    /// <summary>UTC; until when it was held back the last time.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>The notice that tells it together with others.</summary>
    public Guid? BundleId { get; set; }

    public string? LastError { get; set => field = Cut(value); }

    /// <summary>UTC; when somebody was told that this was given up or parked. None: nobody yet, or it was not.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Whether it may go out once more when nobody knows whether it did: twice is better than never.</summary>
    public abstract bool MayRepeat { get; }

    /// <summary>Whether there is something to send now.</summary>
    public abstract bool IsDue(DateTimeOffset now);

    /// <summary>There is nothing to say any more.</summary>
    public abstract void Skip();

    /// <summary>Nobody knows whether Teams has it, and a person decides.</summary>
    public abstract void Park(string? why);

    /// <summary>No way to its reader is known; wakes up when there is one.</summary>
    public abstract void Await(string? why);

    /// <summary>The place is not there any more, or is closed to the bot.</summary>
    public abstract void LosePlace(string? why);

    /// <summary>It is not tried any more unless a person says so.</summary>
    public abstract void GiveUp(string? why);

    /// <summary>As if it had never been tried; a person wants it sent after all.</summary>
    public virtual void Renew(DateTimeOffset now) =>
        (Attempts, Failures, ChatRetried, LastError, ToldAt, NotBefore) = (0, 0, false, null, null, now);

    /// <summary>The thread of a person's chat, known or not: one name for it, so that order and pauses hold for all of it.</summary>
    public static string ThreadOf(PersonId person) => "person:" + person;

    /// <summary>Teams' own words may be of any length.</summary>
    static string? Cut(string? error) => error is null ? null : CleanText.Of(error, 300);
}
