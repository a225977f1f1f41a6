using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.People;

/// <summary>The working calendar that a person's mailbox keeps: its hours, by its clocks; holidays are still the department's.</summary>
static class MailboxCalendars
{
    /// <returns>Null: nobody set hours there, or they cannot be meant.</returns>
    public static WorkingCalendar? Of(CompanyPerson person, MailboxRow? mailbox) => mailbox is { Problem: null, Hours: { } hours, TimeZone: { } zone }
        ? Of(hours, zone, person.Department)
        : null;

    public static WorkingCalendar? Of(string hours, string zone, Department? department) =>
        MailboxHours.ReadWeek(hours) is { } week && Zones.Find(zone) is { } clock
            ? new WorkingCalendar(clock, new HoursChange { Week = week }.Over(department?.Hours ?? WorkingHours.Usual))
            : null;
}
