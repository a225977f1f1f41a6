using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>A snooze ends: whoever asked to be reminded later is reminded once, if the lead still waits for them.</summary>
sealed class LeadSnoozes(BotDb db, CompanySource companies, TimeProvider clock)
{
    const int MostAtOnce = 200;

    public async Task<int> EndAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Snoozes.AsNoTracking().Where(row => row.Until <= now).OrderBy(row => row.Until).Take(MostAtOnce).ToListAsync(ct);
        var ended = 0;
        foreach (var snooze in due)
        {
            db.ChangeTracker.Clear();
            db.Snoozes.Remove(snooze);
            if (await LoadAsync(snooze.LeadId, ct) is { } lead && StillWaits(lead, snooze.PersonId))
                db.Notices.Add(LeadNotices.Call(
                    LeadKinds.SnoozeOverNotice, KeyOf(snooze), snooze.PersonId.ToString(), new Listener(snooze.PersonId), companies.Current, now, lead));
            try
            {
                await db.SaveChangesAsync(ct);
                ended++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Snoozed anew in this very moment, or ended by another server.
            }
        }

        return ended;
    }

    public async Task<OutgoingActivity?> Over(Notice notice, CancellationToken ct)
    {
        if (await LoadAsync(notice.LeadId!.Value, ct) is not { } lead || !StillWaits(lead, notice.Person!.Value))
            return null;
        return OutgoingActivity.ForCard(Card(new LeadView
        {
            Lead = lead,
            Company = companies.Current,
            Say = Sentences.In(notice.Locale),
            PostId = notice.Id,
            Now = clock.GetUtcNow(),
        }));
    }

    /// <summary>Sent once and not edited: what it says was asked for and what was promised stay true, and Open shows how things stand.</summary>
    public static AdaptiveCard Card(LeadView view) => new()
    {
        Summary = view.Say.Plain("snooze.over.summary", LeadCard.Title(view)),
        Body =
        [
            LeadParts.Heading(view),
            LeadParts.Box(
                ContainerStyle.Accent,
                view.Say.Card("snooze.over"),
                DueOf(view)),
        ],
        Actions = [LeadParts.Button(view, LeadVerbs.View, "button.open"), LeadParts.Button(view, LeadVerbs.Snooze, "button.snooze")],
    };

    static CardText? DueOf(LeadView view) => view.Lead.Promise is { } promise
        ? view.Say.Card($"nudge.{Lead.NameOf(promise.Kind)}.{(view.Now > promise.DueAt ? "late" : "due")}", CardText.Instant(promise.DueAt))
        : null;

    static string KeyOf(Snooze snooze) =>
        $"snooze-over:{snooze.PersonId}:{snooze.LeadId}:{snooze.Until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}";

    bool StillWaits(Lead lead, PersonId person) => lead.MaySnooze(companies.Current.ActorOn(lead, person)) is null;

    Task<Lead?> LoadAsync(LeadId id, CancellationToken ct) =>
        db.Leads.AsNoTracking().Include(lead => lead.Offers).SingleOrDefaultAsync(lead => lead.Id == id, ct);
}
