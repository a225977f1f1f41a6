using System.Globalization;
using System.Text.RegularExpressions;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary><c>my leads</c> and <c>lead L-1042</c>.</summary>
sealed partial class LeadTexts(BotDb db, CompanySource companies, Answers answers, QuestionTexts questions)
{
    public Task MyLeads(Turn turn, string rest, CancellationToken ct) => answers.GiveAsync(turn, LeadKinds.MyLeadsNotice, null, ct);

    /// <summary>A live card in the conversation that asked: it follows the lead like every other copy.</summary>
    public async Task Lead(Turn turn, string rest, CancellationToken ct)
    {
        var asked = rest.Trim();
        // "Lead response time, whose is that?" begins with the same word.
        if (asked.Any(char.IsWhiteSpace) && NumberIn(asked) is null)
        {
            await questions.Asked(turn, "lead " + rest, ct);
            return;
        }

        if (NumberIn(asked) is not { } no
            || await db.Leads.AsNoTracking().SingleOrDefaultAsync(row => row.No == no, ct) is not { } lead)
        {
            await answers.GiveAsync(turn, LeadKinds.LeadNotFoundNotice, asked.Length == 0 ? "L-…" : CleanText.Of(asked, 40), ct);
            return;
        }

        var activity = turn.Activity;
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(turn.Now),
            Kind = LeadKinds.Asked,
            LeadId = lead.Id,
            Thread = answers.ThreadOf(turn),
            // In a channel everybody reads it; in a chat it carries the reader's own buttons.
            Person = activity.Conversation?.ConversationType == "personal" ? companies.Current.PersonOf(turn)?.Id : null,
            ServiceUrl = activity.ServiceUrl,
            ConversationId = activity.Conversation!.Id,
            Wanted = lead.Version,
            Rank = 0,
            CreatedAt = turn.Now,
            NotBefore = turn.Now,
        });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The number of a lead as people write it: <c>L-1042</c>, <c>l 1042</c>, <c>#1042</c>.</summary>
    public static long? NumberIn(string asked) =>
        Number().Match(asked) is { Success: true } match && long.TryParse(match.Groups["no"].ValueSpan, CultureInfo.InvariantCulture, out var no) ? no : null;

    [GeneratedRegex(@"^#?(?:l\s*-?\s*)?(?<no>\d{1,12})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
