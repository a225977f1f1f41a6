using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Data;

/// <summary>An activity that was decided on. The key is what Teams repeats when it delivers again.</summary>
public sealed record InboxEntry(string ConversationId, string ActivityId, string Kind, DateTimeOffset At);

/// <summary>One line of the ledger. Insert-only: the database refuses the application an update or a delete.</summary>
public sealed record LedgerEntry
{
    public long Seq { get; init; }
    public required DateTimeOffset At { get; init; }
    public LeadId? LeadId { get; init; }

    /// <summary>The number that was decided about.</summary>
    public string? NumberId { get; init; }

    public required string Kind { get; init; }
    public PersonId? Actor { get; init; }
    public PersonId? Other { get; init; }

    /// <summary>By which way: <c>card</c>, <c>text</c>, <c>api</c>, <c>import</c>, <c>rule</c>, <c>deployment</c>.</summary>
    public required string Via { get; init; }

    public string? Reason { get; init; }

    /// <summary>The card it was pressed on.</summary>
    public Guid? PostId { get; init; }

    /// <summary>SHA-256 of the note's UTF-8 bytes, lower-case hex. The words stand in <see cref="LedgerNote"/>, where they can be erased.</summary>
    public string? NoteHash { get; init; }

    public LedgerNote? Note { get; init; }
}

/// <summary>A person's own words, beside the ledger so that they can be erased while the decision stays.</summary>
public sealed record LedgerNote
{
    public long Seq { get; init; }
    public required string Text { get; init; }
}

/// <summary>A person as the directory or <c>people.csv</c> tells it.</summary>
public sealed class PersonRow
{
    public PersonId Id { get; init; }

    /// <summary>Entra object id, lower case. With the installation's tenant it is the person's identity.</summary>
    public required string ObjectId { get; init; }

    public required string Name { get; set; }
    public string? Email { get; set; }
    public string? Title { get; set; }

    /// <summary>The directory's own word for the department; the model maps it.</summary>
    public string? DepartmentLabel { get; set; }

    /// <summary>Object id or e-mail address.</summary>
    public string? Manager { get; set; }

    /// <summary>IANA.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Place in the people file; the rotation's first order.</summary>
    public int Position { get; set; }

    /// <summary>False once the directory no longer lists the person, or while the account is nobody's who works here.</summary>
    public bool IsActive { get; set; }

    /// <summary>The name they sign in with (user principal name).</summary>
    public string? PrincipalName { get; set; }

    /// <summary>What the directory's account is: only <see cref="AccountKind.Person"/> is active.</summary>
    public AccountKind Account { get; set; }

    /// <summary>What the account's kind is judged by, kept because the directory tells changes alone.</summary>
    public string? GivenName { get; set; }

    /// <inheritdoc cref="GivenName"/>
    public string? Surname { get; set; }

    /// <inheritdoc cref="GivenName"/>
    public bool IsBlocked { get; set; }

    /// <inheritdoc cref="GivenName"/>
    public bool IsGuest { get; set; }

    /// <summary>What the mailbox is for, as Graph spells it: <c>user</c>, <c>room</c>, <c>shared</c> …; none: not known.</summary>
    public string? Purpose { get; set; }

    /// <summary>The last whole reading of the directory in which they stood.</summary>
    public int SeenInReading { get; set; }

    /// <summary>The department in which what they hold was last looked at; empty: none, and null: never.</summary>
    public string? FollowedIn { get; set; }
}

/// <summary>Where a person can be reached in Teams; filled from authenticated activities and rosters only.</summary>
public sealed class TeamsUser
{
    public PersonId PersonId { get; init; }

    /// <summary>The bot-specific <c>29:</c> id.</summary>
    public required string UserId { get; set; }

    /// <summary>The personal chat, once it is known.</summary>
    public string? ChatId { get; set; }

    public required string ServiceUrl { get; set; }
    public required string TenantId { get; set; }

    /// <summary>The language the client speaks, from its last activity.</summary>
    public string? Locale { get; set; }
}

/// <summary>The home channel of a department.</summary>
public sealed class DepartmentChannel
{
    public required string Department { get; init; }
    public required string ChannelId { get; set; }
    public required string TeamId { get; set; }
    public required string ServiceUrl { get; set; }
    public string? TenantId { get; set; }
    public string? Name { get; set; }
    public PersonId? BoundBy { get; set; }
    public DateTimeOffset BoundAt { get; set; }

    /// <summary>UTC; when the channel's people are to be read again. The roster tells where each of them can be reached.</summary>
    public DateTimeOffset RosterDueAt { get; set; }
}

/// <summary>A person who may set up, beside those the model names: the first installer, while the model names nobody.</summary>
public sealed record Administrator(PersonId PersonId, DateTimeOffset At);

/// <summary>Somebody of the company's tenant whom the directory does not list: may ask, not act. Listed for the administrator.</summary>
public sealed class UnlistedPerson
{
    public required string ObjectId { get; init; }
    public string? Name { get; set; }
    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>A version of the revenue model that was in force.</summary>
public sealed record ModelVersion
{
    public int No { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Text { get; init; }
    public required string DecidedBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>When a member was last offered something; the rotation asks the one who has waited longest.</summary>
public sealed class RotationTurn
{
    public required string Department { get; init; }
    public PersonId PersonId { get; init; }
    public DateTimeOffset LastOfferedAt { get; set; }
}

/// <summary>When somebody was last asked what became of their leads: once a day, for all of them.</summary>
public sealed class DispositionAsk
{
    public PersonId PersonId { get; init; }

    /// <summary>The day by the person's own clock.</summary>
    public DateOnly On { get; set; }
}

/// <summary>That a lead ended, for one listener who is to hear of it.</summary>
public sealed class OutcomeLine
{
    public Guid Id { get; init; }
    public LeadId LeadId { get; init; }

    /// <summary>The listener's thread: all of one listener are told together.</summary>
    public required string Thread { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>Id of the department, where no person is known.</summary>
    public string? Department { get; init; }

    /// <summary>UTC; when it ended.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>UTC; not told before.</summary>
    public DateTimeOffset TellAt { get; init; }

    /// <summary>The message that tells it; none: it is still to be told.</summary>
    public Guid? NoticeId { get; set; }
}

/// <summary>Somebody asked not to be contacted. No address is kept, and no name: only what tells that it is the same one.</summary>
public sealed class ContactBan
{
    /// <summary>SHA-256 of the folded address or number, lower-case hex, behind <c>email:</c> or <c>phone:</c>.</summary>
    public required string Key { get; init; }

    public bool DoNotCall { get; set; }

    public bool DoNotEmail { get; set; }

    /// <summary>UTC; the first time.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>A number that counts up: <c>lead</c> gives L-1001, L-1002, …</summary>
public sealed record Counter(string Name, long Value);

/// <summary>A Teams thread that asked for a pause (429). Nothing is sent there before.</summary>
public sealed class ThreadPause
{
    public required string Thread { get; init; }
    public DateTimeOffset Until { get; set; }
}

/// <summary>A sealed range of the ledger: nothing in it can have changed while the hash still fits.</summary>
public sealed record LedgerSeal
{
    public long Id { get; init; }
    public required long FromSeq { get; init; }
    public required long ToSeq { get; init; }

    /// <summary>SHA-256 over the range and the seal before it, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }
}
