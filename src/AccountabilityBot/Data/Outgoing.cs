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

    /// <summary>The thread of a person's chat, known or not: one name for it, so that order and pauses hold for all of it.</summary>
    public static string ThreadOf(PersonId person) => "person:" + person;

    /// <summary>Teams' own words may be of any length.</summary>
    static string? Cut(string? error) => error is null ? null : CleanText.Of(error, 300);
}
