using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>All that a card about one lead is drawn from. A card is a pure function of this.</summary>
public sealed record LeadView
{
    public required Lead Lead { get; init; }
    public required Company Company { get; init; }

    /// <summary>A channel's language, or the reader's.</summary>
    public required Sentences Say { get; init; }

    /// <summary>The place where the card stands; every button carries it.</summary>
    public required Guid PostId { get; init; }

    /// <summary>UTC. Decides only whether Undo is still to be had: a card does not change with time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who is out, and until when (UTC); known where a colleague is chosen.</summary>
    public IReadOnlyDictionary<PersonId, DateTimeOffset?> Out { get; init; } = new Dictionary<PersonId, DateTimeOffset?>();

    /// <summary>Id of the department whose guardian's list the lead is looked at on: what is pressed leads back there.</summary>
    public string? OnList { get; init; }

    /// <summary>Looked at on the card of all that its owner owes a word about: what is pressed leads back there.</summary>
    public bool IsOnDueCard { get; init; }

    /// <summary>The <c>29:</c> ids of those who get a view of their own in the channel: the owner, or who may still undo.</summary>
    public IReadOnlyList<string> RefreshUserIds { get; init; } = [];

    /// <summary>Whether the offer reaches the person in their own chat; when it does not, the channel mentions them.</summary>
    public bool OffereeReachable { get; init; } = true;

    /// <summary>Whom a pool offer mentions.</summary>
    public IReadOnlyList<CompanyPerson> PoolMentions { get; init; } = [];

    /// <summary>Where the department serves now, when this card's channel is not its home any more.</summary>
    public string? MovedTo { get; init; }

    public Department Department => Company.DepartmentOf(Lead);

    public Segment Segment => Company.SegmentOf(Lead);

    /// <summary>A fresh part for the ids of inputs: a client keeps what was typed under an id it has seen.</summary>
    public string Nonce => $"{Lead.Version:x}{Now.ToUnixTimeMilliseconds() & 0xFFFFFF:x}";

    public string NameOf(PersonId person) => Company.NameOf(person, Say.Plain("somebody"));
}
