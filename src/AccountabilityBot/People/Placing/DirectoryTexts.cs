using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.People.Placing;

/// <summary><c>directory</c>: who lands where. It names people and gaps that only the administrator can close, so that only administrators read it.</summary>
sealed class DirectoryTexts(CompanySource companies, Answers answers, DirectoryOrigin origin)
{
    public Task Asked(Turn turn, CancellationToken ct)
    {
        var company = companies.Current;
        return company.PersonOf(turn) is { } person && company.Administrators.Contains(person.Id)
            ? answers.GiveAsync(turn, PlacingKinds.Directory, null, ct)
            : answers.GiveAsync(turn, SetupKinds.Sentence, Sentences.In(turn.Locale).Plain("setup.unlisted.only-administrators"), ct);
    }

    /// <summary>As it is at the moment of its delivery.</summary>
    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var (company, say) = (companies.Current, Sentences.In(notice.Locale));
        var card = DirectoryCard.Draw(new DirectoryView(PlacementReport.Of(company.Model, company.Accounts), say) { Origin = await origin.LinesAsync(say, ct) });
        return OutgoingActivity.ForCard((await origin.ReadAsync(ct)).Any(feed => feed.Held > 0) ? card with { Actions = [DirectoryOrigin.LetGo(say)] } : card);
    }
}
