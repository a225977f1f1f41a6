using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Feedback;

/// <summary>Notes, in the save of a decision about a lead, that somebody could say something about its hand-off now. It asks nothing of the database.</summary>
static class HandOffMoments
{
    public static void Note(BotDb db, Company company, Lead lead, IReadOnlyList<DomainEvent> happened, DateTimeOffset now)
    {
        if (!company.Model.Feedback.IsOfSample(lead.Id))
            return;
        db.HandOffMoments.AddRange(HandOff.After(lead, happened, now).Select(handOff => new HandOffMoment
        {
            Id = Guid.CreateVersion7(now),
            LeadId = handOff.Lead,
            About = handOff.About,
            Giver = handOff.Giver,
            Receiver = handOff.Receiver,
            FromDepartment = handOff.FromDepartment,
            ToDepartment = handOff.ToDepartment,
            At = handOff.At,
            DueAt = handOff.At + Asking.After,
        }));
    }

    /// <summary>Who hears it: the one on the other side, or the head of their department where nobody knows who that was. None: nobody would.</summary>
    public static PersonId? ReceiverOf(HandOff handOff, Company company)
    {
        var receiver = handOff.Receiver is { } person ? company.Find(person)
            : company.Model.FindDepartment(handOff.AboutDepartment) is { } department ? company.HeadOf(department)
            : null;
        return receiver is null || receiver.Id == handOff.Giver ? null : receiver.Id;
    }
}
