using AccountabilityBot.Commitments;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Reminders;

/// <summary>Draws the reminder as it is at any moment: promises that were done meanwhile say so, and numbers that have their value are gone.</summary>
sealed class ReminderRenderers(BotDb db, CompanySource companies, FeedbackReading reading, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        // Read before what it shows: whatever changes that from now on raises it again.
        var version = post.Wanted;
        var (company, now, reader) = (companies.Current, clock.GetUtcNow(), post.Person!.Value);
        if (DueReminder.Read(post.Argument) is not var (on, at))
            return null;
        var promises = await CommitmentLists.ShownOnAsync(db, post.SubjectId!.Value, ct);
        var numbers = (await EndedPeriods.OfAllAsync(db, company, back: 1, now, ct, reader))
            .Where(ended => !ended.HasValue && ended.Number.Facts.Computed is null && ValueCalls.Asked(ended.Number, company) == reader).ToList();
        // It stands nowhere, and it is over, or there is nothing to remind of any more.
        if (post.ActivityId is null && (now >= at || (numbers.Count == 0 && !promises.Exists(row => row.State is CommitmentState.Open))))
            return null;
        var view = new ReminderView
        {
            On = on,
            Promises = promises,
            More = await db.Commitments.AsNoTracking().CountAsync(row => row.Owner == reader && row.State == CommitmentState.Open && row.DueOn <= on, ct)
                - promises.Count(row => row.State is CommitmentState.Open && row.DueOn <= on),
            Numbers = numbers,
            Today = CommitmentDays.DayOf(company, reader, now),
            DepartmentId = company.Find(reader)?.Department?.Id,
            Say = await reading.SayToAsync(reader, ct),
            PostId = post.Id,
        };
        return new RenderedCard(ReminderCard.Draw(view), version) { Opening = ReminderCard.Opening(view) };
    }
}
