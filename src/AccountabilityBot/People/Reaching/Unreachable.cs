using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Reaching;

/// <summary>
/// <c>unreachable</c>: whom of the departments no message of the bot reaches in a chat of their own, and why. They are still
/// mentioned in the channel; only an administrator can give them the app.
/// </summary>
sealed class Unreachable(BotDb db, CompanySource companies, Answers answers)
{
    /// <summary>A card has a size.</summary>
    const int MostListed = 20;

    public Task Asked(Turn turn, CancellationToken ct)
    {
        var company = companies.Current;
        return company.PersonOf(turn) is { } person && company.Administrators.Contains(person.Id)
            ? answers.GiveAsync(turn, ReachingKinds.Unreachable, null, ct)
            : answers.GiveAsync(turn, SetupKinds.Sentence, Sentences.In(turn.Locale).Plain("setup.unlisted.only-administrators"), ct);
    }

    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var company = companies.Current;
        var seen = (await db.TeamsUsers.AsNoTracking().Select(user => user.PersonId).ToListAsync(ct)).ToHashSet();
        var closed = await db.CardPosts.AsNoTracking().Where(post => post.State == PostState.Unreachable && post.Person != null)
            .GroupBy(post => post.Person!.Value).Select(group => new { Person = group.Key, Why = group.Max(post => post.LastError) }).ToDictionaryAsync(row => row.Person, row => row.Why, ct);
        var tried = await db.AppInstalls.AsNoTracking().Where(row => row.Problem != null).ToDictionaryAsync(row => row.PersonId, row => row.Problem!, ct);
        List<UnreachablePerson> people =
        [
            .. company.People
                .Where(person => (person.Department is not null && !seen.Contains(person.Id)) || (closed.ContainsKey(person.Id) && seen.Contains(person.Id)))
                .OrderBy(person => person.Department?.Name).ThenBy(person => person.Name, StringComparer.CurrentCulture)
                .Select(person => new UnreachablePerson(person, seen.Contains(person.Id) ? closed.GetValueOrDefault(person.Id) : null, tried.GetValueOrDefault(person.Id), seen.Contains(person.Id))),
        ];
        return OutgoingActivity.ForCard(Card(Sentences.In(notice.Locale), people));
    }

    public static AdaptiveCard Card(Sentences say, IReadOnlyList<UnreachablePerson> people) => new()
    {
        Summary = say.Plain("unreachable.summary", people.Count),
        Body =
        [
            new TextBlock(say.Card("unreachable.title")) { Weight = TextWeight.Bolder, Style = TextStyle.Heading },
            new TextBlock(say.Card(people.Count == 0 ? "unreachable.none" : "unreachable.what")) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
            .. people.Take(MostListed).Select(one => new TextBlock(
                CardText.Bold(CardText.Untrusted(one.Person.Name, 60)) + (one.Person.Department is { } department ? CardText.Of(" · ") + CardText.Untrusted(department.Name, 60) : CardText.Of("")) + CardText.Of(" · ") + Why(say, one))
            { Spacing = Spacing.Small }),
            .. people.Count > MostListed ? (CardElement[])[new TextBlock(say.Card("unreachable.more", people.Count - MostListed)) { IsSubtle = true, Size = TextSize.Small }] : [],
        ],
    };

    static CardText Why(Sentences say, UnreachablePerson one) =>
        one.WasSeen ? say.Card("unreachable.closed", CardText.Untrusted(one.Closed ?? "?", 80))
        : one.Install is { } problem ? say.Card("unreachable.not-installed", CardText.Untrusted(problem, 80))
        : say.Card("unreachable.never-seen");
}

/// <param name="Closed">What Teams said when a message was to go to them.</param>
/// <param name="Install">What Graph said when the app was to be installed for them.</param>
/// <param name="WasSeen">The bot knows a chat of theirs, and it does not take messages.</param>
sealed record UnreachablePerson(CompanyPerson Person, string? Closed, string? Install, bool WasSeen);
