using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Feedback;

/// <summary>All that a card about one person's feedback is drawn from. A card is a pure function of this.</summary>
sealed record FeedbackView
{
    public required PeerFeedback Feedback { get; init; }

    /// <summary>What was handed over.</summary>
    public required Lead Lead { get; init; }

    public required Company Company { get; init; }

    /// <summary>The reader's language.</summary>
    public required Sentences Say { get; init; }

    /// <summary>The place where the card stands; every button carries it.</summary>
    public required Guid PostId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the receiver promised; none: nothing yet.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>A fresh part for the ids of inputs: a client keeps what was typed under an id it has seen.</summary>
    public string Nonce => $"{Feedback.Version:x}{Now.ToUnixTimeMilliseconds() & 0xFFFFFF:x}";

    public string Giver => NameOf(Feedback.Giver);

    public string Receiver => NameOf(Feedback.Receiver);

    /// <summary>The department that is spoken about.</summary>
    public string AboutDepartment => DepartmentName(Feedback.AboutDepartment);

    public string GiversDepartment => DepartmentName(Feedback.GiversDepartment);

    /// <summary>Which hand-off.</summary>
    public string Label => LabelOf(Lead);

    /// <summary>The receiver's present day.</summary>
    public DateOnly Today => TodayOf(Feedback.Receiver, Company, Now);

    public static string LabelOf(Lead lead) => $"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}";

    /// <summary>A department outlives the model: where it is gone, its id stands for it.</summary>
    public string DepartmentName(string id) => Company.Model.FindDepartment(id)?.Name ?? id;

    public string NameOf(PersonId person) => Company.NameOf(person, Say.Plain("somebody"));

    public static DateOnly TodayOf(PersonId person, Company company, DateTimeOffset now)
    {
        var zone = company.Find(person) is { } known ? company.ReaderOf(known).Zone : TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone);
        return LocalTime.DayIn(zone, now);
    }
}
