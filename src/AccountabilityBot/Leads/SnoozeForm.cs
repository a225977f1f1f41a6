using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>Snooze: no reminder of this lead for a while. One button a length, so that it takes two presses and no typing.</summary>
sealed class SnoozeForm(LeadPressing pressing)
{
    const string LengthKey = "for";

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => press.Text(LengthKey) is { } length
        ? pressing.WishAsync(turn, press, pressed => May(pressed, length), (db, pressed, cancel) => WriteAsync(db, pressed, length, cancel), ct)
        : pressing.AskAsync(turn, press, pressed => pressed.Lead.MaySnooze(pressed.Actor), pressed => Card(pressed.View), ct);

    public static AdaptiveCard Card(LeadView view) => new()
    {
        Summary = LeadCard.SummaryOf(view),
        Body =
        [
            LeadParts.Heading(view),
            new TextBlock(view.Say.Card("snooze.title")) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, Separator = true },
            new TextBlock(view.Say.Card("snooze.honest")) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
        ],
        Actions =
        [
            Button(view, "snooze.30-minutes", SnoozeLengths.HalfHour),
            Button(view, "snooze.2-hours", SnoozeLengths.TwoHours),
            Button(view, "snooze.tomorrow", SnoozeLengths.Tomorrow),
            LeadParts.Button(view, LeadVerbs.View, "button.back") with { Mode = ActionMode.Secondary },
        ],
    };

    static ExecuteAction Button(LeadView view, string title, string length) =>
        new(view.Say.Plain(title), LeadVerbs.Snooze, LeadParts.Data(view, LengthKey, length)) { AssociatedInputs = AssociatedInputs.None };

    static Refusal? May(PressedLead pressed, string length) =>
        pressed.Lead.MaySnooze(pressed.Actor) ?? (EndOf(pressed, length) is null ? LeadRefusals.SnoozeLengthMissing() : null);

    static async Task<string> WriteAsync(BotDb db, PressedLead pressed, string length, CancellationToken ct)
    {
        var until = EndOf(pressed, length)!.Value;
        var (person, lead) = (pressed.Presser.Id, pressed.Lead.Id);
        if (await db.Snoozes.SingleOrDefaultAsync(row => row.PersonId == person && row.LeadId == lead, ct) is { } running)
            running.Until = until;
        else
            db.Snoozes.Add(new Snooze { PersonId = person, LeadId = lead, Until = until });

        var (say, zone) = (pressed.Say, pressed.Company.ReaderOf(pressed.Presser).Zone.Id);
        var back = Instants.TimeInZone(until, pressed.Now, zone, say.Culture);
        var due = Instants.TimeInZone(pressed.Lead.Promise?.DueAt ?? pressed.Lead.OpenOffer!.DueAt, pressed.Now, zone, say.Culture);
        return say.Plain(pressed.Lead.OpenOffer is null ? "snooze.done.own" : "snooze.done.offer", back, due);
    }

    static DateTimeOffset? EndOf(PressedLead pressed, string length) =>
        SnoozeLengths.EndOf(length, pressed.Company.ReaderOf(pressed.Presser), pressed.Now);
}
