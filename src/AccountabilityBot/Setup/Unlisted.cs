using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>
/// <c>unlisted</c>: who wrote to the bot without standing in the directory, and which sources of leads the model does not
/// know. Both are gaps that only the administrator can close, so that only administrators read them.
/// </summary>
sealed class Unlisted(BotDb db, CompanySource companies, Answers answers)
{
    /// <summary>The latest people, the largest sources; a card has a size.</summary>
    const int MostListed = 15;

    public Task Asked(Turn turn, CancellationToken ct)
    {
        var company = companies.Current;
        return company.PersonOf(turn) is { } person && company.Administrators.Contains(person.Id)
            ? answers.GiveAsync(turn, SetupKinds.Unlisted, null, ct)
            : answers.GiveAsync(turn, SetupKinds.Sentence, Sentences.In(turn.Locale).Plain("setup.unlisted.only-administrators"), ct);
    }

    public async Task<AdaptiveCard> CardAsync(Sentences say, CancellationToken ct)
    {
        var people = await db.UnlistedPeople.AsNoTracking().OrderByDescending(row => row.SeenAt).ToListAsync(ct);
        var listed = people.Where(row => companies.Current.FindByReference(row.ObjectId) is null).Take(MostListed);
        var known = companies.Current.Model.Sources.Select(source => source.Id).ToList();
        var sources = await db.Leads.AsNoTracking()
            .Where(lead => !known.Contains(lead.Source))
            .GroupBy(lead => lead.Source)
            .Select(group => new { Source = group.Key, Leads = group.Count() })
            .OrderByDescending(row => row.Leads).ThenBy(row => row.Source)
            .Take(MostListed)
            .ToListAsync(ct);
        return new AdaptiveCard
        {
            Summary = say.Plain("setup.unlisted.summary"),
            Body =
            [
                .. Section(say, "setup.unlisted.people", listed.Select(row =>
                    say.Card("setup.unlisted.person", CardText.Untrusted(row.Name ?? row.ObjectId, 80), CardText.Instant(row.SeenAt)))),
                .. Section(say, "setup.unlisted.sources", sources.Select(row =>
                    say.Card("setup.unlisted.source", CardText.Untrusted(row.Source, 80), row.Leads))),
            ],
        };
    }

    static IEnumerable<CardElement> Section(Sentences say, string title, IEnumerable<CardText> rows) =>
    [
        new TextBlock(say.Card(title)) { Weight = TextWeight.Bolder, Style = TextStyle.Heading },
        .. rows.DefaultIfEmpty(say.Card("setup.unlisted.none")).Select(row => new TextBlock(row) { Spacing = Spacing.Small }),
    ];
}
