using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Messages;

/// <summary>
/// <c>why was I not told</c>, and <c>… about L-1042</c>: answered from the record, to the asker alone, for it is about them.
/// </summary>
sealed class WhyNotTold(BotDb db, CompanySource companies, Answers answers, MessageRecord record, TimeProvider clock)
{
    const string About = "about";

    static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    public async Task Asked(Turn turn, string rest, CancellationToken ct)
    {
        var asked = LeadOf(rest);
        if (asked.Length == 0)
            answers.Add(turn, MessageKinds.Why, null, privately: true);
        else if (LeadTexts.NumberIn(asked) is { } no && await db.Leads.AnyAsync(lead => lead.No == no, ct))
            answers.Add(turn, MessageKinds.Why, no.ToString(CultureInfo.InvariantCulture), privately: true);
        else
            answers.Add(turn, LeadKinds.LeadNotFoundNotice, CleanText.Of(asked, 40));
        await db.SaveChangesAsync(ct);
    }

    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var (say, company, now) = (Sentences.In(notice.Locale), companies.Current, clock.GetUtcNow());
        if (notice.Person is not { } person || company.Find(person) is not { } asker)
            return OutgoingActivity.ForText(say.Plain("refusal.person-unlisted"));

        var lead = notice.Argument is { } no ? await LeadAsync(long.Parse(no, CultureInfo.InvariantCulture), ct) : null;
        if (notice.Argument is not null && lead is null)
            return null;
        var kept = await record.KeptBackAsync(person, lead?.Id, now, ct);
        var ids = kept.Take(WhyCard.MostLines).Select(one => one.Lead).OfType<Domain.LeadId>().Distinct().ToList();
        var leads = await db.Leads.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        var card = lead is null
            ? WhyCard.Lately(say, kept, leads, await record.SentAsync(person, now - Lately, ct))
            : WhyCard.About(say, company, asker, lead, kept, leads);
        return OutgoingActivity.ForCard(card);
    }

    Task<Lead?> LeadAsync(long no, CancellationToken ct) =>
        db.Leads.AsNoTracking().Include(lead => lead.Offers).SingleOrDefaultAsync(lead => lead.No == no, ct);

    static string LeadOf(string rest)
    {
        var asked = rest.Trim();
        if (asked.StartsWith(About, StringComparison.OrdinalIgnoreCase))
            asked = asked[About.Length..].Trim();
        return asked.StartsWith("lead ", StringComparison.OrdinalIgnoreCase) ? asked["lead ".Length..].Trim() : asked;
    }
}
