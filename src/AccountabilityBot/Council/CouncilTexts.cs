using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>What people ask for in words, and what is delivered about the council; each drawn from the rows of that moment.</summary>
sealed class CouncilTexts(BotDb db, CompanySource companies, Answers answers, CouncilReading reading, CouncilTruth truth, TimeProvider clock)
{
    public Task AskedForPack(Turn turn, CancellationToken ct) => answers.GiveAsync(turn, CouncilKinds.PackNow, null, ct);

    public Task AskedForRuleChanges(Turn turn, CancellationToken ct) => answers.GiveAsync(turn, CouncilKinds.List, null, ct);

    public async Task<OutgoingActivity?> List(Notice notice, CancellationToken ct) =>
        OutgoingActivity.ForCard(await truth.ListAsync(Sentences.In(notice.Locale), notice.Id, null, ct));

    public async Task<OutgoingActivity?> PackNow(Notice notice, CancellationToken ct) => companies.Current.Model.Rhythms.Council is null
        ? OutgoingActivity.ForText(Sentences.In(notice.Locale).Plain("council.none"))
        : OutgoingActivity.ForCard(PackCard.Draw(await reading.ReadAsync(Sentences.In(notice.Locale), notice.Id, null, clock.GetUtcNow(), ct)));

    /// <summary>None: the council has decided already.</summary>
    public async Task<OutgoingActivity?> Drafted(Notice notice, CancellationToken ct)
    {
        var id = Guid.Parse(notice.Argument!);
        if (await db.RuleChanges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { IsOpen: true } change)
            return null;
        var locale = await db.LocaleOfAsync(notice.Person, ct);
        return OutgoingActivity.ForCard(RuleChangeCards.Drafted(change, companies.Current, Sentences.In(locale ?? notice.Locale)));
    }

    public async Task<OutgoingActivity?> Decided(Notice notice, CancellationToken ct)
    {
        var id = Guid.Parse(notice.Argument!);
        if (await db.CouncilDecisions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } decision)
            return null;
        var say = Sentences.In(await db.LocaleOfAsync(notice.Person, ct) ?? notice.Locale);
        var change = await db.RuleChanges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == decision.SubjectId, ct);
        var draft = change is null ? await db.ModelDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == decision.SubjectId, ct) : null;
        var changes = draft is null ? null : (await reading.ProposalAsync(draft, ct)).Changes;
        return OutgoingActivity.ForCard(ProposalCards.News(decision, change, changes, companies.Current, say));
    }

    public async Task<RenderedCard?> Pack(CardPost post, CancellationToken ct)
    {
        if (await db.CouncilPacks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == post.SubjectId, ct) is not { } pack)
            return null;
        var view = await reading.ReadAsync(Sentences.In(CouncilMembers.Home(companies.Current).Language), post.Id, pack.On, clock.GetUtcNow(), ct);
        return new RenderedCard(pack.IsOver ? PackCard.Over(view) : PackCard.Draw(view), pack.Version);
    }

    public async Task<RenderedCard?> Draft(CardPost post, CancellationToken ct)
    {
        if (await db.ModelDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == post.SubjectId, ct) is not { } draft)
            return null;
        // It stands nowhere, and there is nothing to decide any more: it would only be noise.
        if (post.ActivityId is null && !draft.IsOpen)
            return null;
        var company = companies.Current;
        var say = Sentences.In(await db.LocaleOfAsync(post.Person, ct) ?? company.Find(post.Person!.Value)?.Department?.Language ?? company.Model.Language);
        var frame = new ProposalFrame(company, say, post.Id, CouncilBack.Card, clock.GetUtcNow());
        var opening = CouncilParts.Button(
            say.Plain("model-draft.button.opening"), CouncilVerbs.Open, CouncilParts.Data(post.Id, CouncilSubjects.ModelDraft, draft.Id, CouncilBack.Card, company.ModelVersion));
        return new RenderedCard(ProposalCards.Draft(await reading.ProposalAsync(draft, ct), frame), draft.Version) { Opening = opening };
    }
}
