using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>
/// Presses on the council's cards. Anybody of the company may look; only members decide. Nothing in a card's data but what it is
/// about, and which difference stood on it, is read.
/// </summary>
sealed partial class CouncilButtons(
    BotDb db, CompanySource companies, CouncilReading reading, CouncilChanges changes, CouncilTruth truth, ModelFollowing following, ILogger<CouncilButtons> logger)
{
    /// <summary>A proposal that somebody pressed a button of.</summary>
    /// <param name="Change">Of a rule change.</param>
    /// <param name="Draft">Of a model.</param>
    sealed record Pressed(CompanyPerson Presser, RuleChange? Change, ModelDraft? Draft, string? Why)
    {
        public bool IsOpen => Change?.IsOpen ?? Draft!.IsOpen;
    }

    public async Task<CardAnswer> Decide(Turn turn, CardPress press, CouncilVerdict verdict, CancellationToken ct)
    {
        // Another server may have taken a version a moment ago.
        await following.FollowAsync(db, ct);
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        var isMember = CouncilMembers.Includes(companies.Current, pressed.Presser.Id);
        if (verdict is CouncilVerdict.Reject && isMember && pressed.IsOpen && !NumberForm.IsFilledIn(press))
            return await truth.ProposalAsync(turn, press, null, null, null, ct);

        var (refusal, differences) = await DecideAsync(pressed, press, verdict, isMember, ct);
        await AdoptAsync(turn, press, ct);
        if (refusal is null && pressed.Change is { } change)
            await changes.FollowAsync(change, verdict, pressed.Presser.Id, pressed.Why, turn.Now, ct);
        else if (refusal is null)
            await changes.FollowAsync(pressed.Draft!, differences, verdict, pressed.Presser.Id, pressed.Why, turn.Now, ct);
        // Always: a press that Teams delivers again is known by its first delivery and gets the truth.
        await db.SaveChangesAsync(ct);
        await following.FollowAsync(db, ct);
        return refusal is null ? await truth.CardAsync(turn, press, Sentences.In(turn.Locale).Plain("council.done." + verdict.ToString().ToLowerInvariant()), ct) : await AnswerAsync(turn, press, refusal, pressed.Why, ct);
    }

    /// <summary>Whatever the pressed card was, as it is now.</summary>
    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await AdoptAsync(turn, press, ct))
            await db.SaveChangesAsync(ct);
        return await truth.CardAsync(turn, press, null, ct);
    }

    public Task<CardAnswer> Open(Turn turn, CardPress press, CancellationToken ct) => truth.ProposalAsync(turn, press, null, null, null, ct);

    public Task<CardAnswer> Section(Turn turn, CardPress press, CancellationToken ct) => truth.SectionAsync(turn, press, ct);

    async Task<(Refusal? Refusal, IReadOnlyList<ModelChange> Changes)> DecideAsync(Pressed pressed, CardPress press, CouncilVerdict verdict, bool isMember, CancellationToken ct)
    {
        if (pressed.Change is { } change)
            return (change.Decide(verdict, isMember, pressed.Why), []);
        var draft = pressed.Draft!;
        var proposal = await reading.ProposalAsync(draft, ct);
        if (isMember && draft.IsOpen && verdict is CouncilVerdict.Approve && proposal.Changes is null)
            return (CouncilRefusals.Unreadable(), []);
        return (draft.Decide(verdict, isMember, pressed.Why, press.Number("base") ?? 0, companies.Current.ModelVersion), proposal.Changes ?? []);
    }

    async Task<CardAnswer> AnswerAsync(Turn turn, CardPress press, Refusal refusal, string? why, CancellationToken ct)
    {
        Refused(press.Verb, press.Text("id"), refusal.Code);
        var sentence = CouncilTruth.Sentence(refusal, companies.Current, Sentences.In(turn.Locale));
        return refusal.Kind switch
        {
            RefusalKind.Stale => await truth.CardAsync(turn, press, sentence, ct),
            RefusalKind.Invalid => await truth.ProposalAsync(turn, press, null, sentence, why, ct),
            _ => CardAnswer.Say(sentence),
        };
    }

    async Task<Pressed?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        if (companies.Current.PersonOf(turn) is not { } presser || press.Id("id") is not { } id)
            return null;
        var why = NumberForm.Read(press, ProposalCards.WhyInput);
        if (press.Text("what") == CouncilSubjects.ModelDraft)
            return await db.ModelDrafts.SingleOrDefaultAsync(row => row.Id == id, ct) is { } draft ? new Pressed(presser, null, draft, why) : null;
        return await db.RuleChanges.SingleOrDefaultAsync(row => row.Id == id, ct) is { } change ? new Pressed(presser, change, null, why) : null;
    }

    /// <summary>A copy that nobody knew of converges from now on, too.</summary>
    async Task<bool> AdoptAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        var post = press.Id("post");
        if (await db.CardPosts.AsNoTracking().Where(row => row.Id == post).Select(row => row.SubjectId).SingleOrDefaultAsync(ct) is not { } subject)
            return false;
        var posts = await db.CardPosts.Where(row => row.SubjectId == subject).ToListAsync(ct);
        return Copies.Adopt(db, posts, post!.Value, posts.Max(row => row.Wanted), turn, press);
    }

    CardAnswer NotLoaded(Turn turn)
    {
        NotKnown(turn.Actor?.ObjectId);
        return CardAnswer.Say(Sentences.In(turn.Locale).Plain(companies.Current.PersonOf(turn) is null ? "refusal.person-unlisted" : "council.unknown"));
    }

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of the proposal {Proposal}: {Code}")]
    partial void Refused(string verb, string? proposal, string code);

    [LoggerMessage(2, LogLevel.Information, "Refused a press by {Person}: the proposal or the person is not known here")]
    partial void NotKnown(string? person);
}

/// <summary>The council's cards as they are at any moment, as the answer to a press.</summary>
sealed class CouncilTruth(BotDb db, CompanySource companies, CouncilReading reading)
{
    const int MostNamed = 6;

    /// <summary>The card that the press was made on.</summary>
    /// <param name="line">Stands on top.</param>
    public async Task<CardAnswer> CardAsync(Turn turn, CardPress press, string? line, CancellationToken ct)
    {
        switch (press.Text("back"))
        {
            case CouncilBack.Card:
                return await ProposalAsync(turn, press, line, null, null, ct);
            case CouncilBack.List:
                return CardAnswer.Show(await ListAsync(Sentences.In(turn.Locale), PostOf(press), line, ct));
            default:
                var view = await ViewAsync(turn, press, ct);
                return CardAnswer.Show(PackCard.Draw(view, line));
        }
    }

    /// <param name="line">Stands on top.</param>
    /// <param name="problem">What was wrong with what was typed.</param>
    public async Task<CardAnswer> ProposalAsync(Turn turn, CardPress press, string? line, string? problem, string? why, CancellationToken ct)
    {
        var (say, id) = (Sentences.In(turn.Locale), press.Id("id"));
        var frame = new ProposalFrame(companies.Current, say, PostOf(press), press.Text("back") ?? CouncilBack.Card, turn.Now) { Line = line, Problem = problem, Why = why };
        if (press.Text("what") == CouncilSubjects.ModelDraft && await db.ModelDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } draft)
            return CardAnswer.Show(ProposalCards.Draft(await reading.ProposalAsync(draft, ct), frame, press.Number("page") ?? 0));
        if (await db.RuleChanges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } change)
            return CardAnswer.Say(say.Plain("council.unknown"));
        var decision = await db.CouncilDecisions.AsNoTracking().Where(row => row.SubjectId == change.Id).OrderByDescending(row => row.At).FirstOrDefaultAsync(ct);
        return CardAnswer.Show(ProposalCards.RuleChange(change, decision, frame));
    }

    public async Task<CardAnswer> SectionAsync(Turn turn, CardPress press, CancellationToken ct) =>
        CardAnswer.Show(PackCard.Section(await ViewAsync(turn, press, ct), press.Text("section") ?? "", press.Number("page") ?? 0));

    public async Task<AdaptiveCard> ListAsync(Sentences say, Guid post, string? line, CancellationToken ct)
    {
        var open = db.RuleChanges.AsNoTracking().Where(change => change.State == RuleChangeState.Drafted || change.State == RuleChangeState.Parked);
        var first = await open.OrderByDescending(change => change.DraftedAt).ThenBy(change => change.Id).Take(RuleChangeCards.MostListed).ToListAsync(ct);
        var all = first.Count < RuleChangeCards.MostListed ? first.Count : await open.CountAsync(ct);
        return RuleChangeCards.List(first, all, companies.Current, say, post, line);
    }

    /// <summary>A rule knows nobody's name; a refusal that sends people to somebody else has to say to whom.</summary>
    public static string Sentence(Refusal refusal, Company company, Sentences say)
    {
        if (refusal.Code != CouncilRefusals.NotAMember().Code)
            return say.Plain("refusal." + refusal.Code, [.. refusal.Args]);
        var members = CouncilMembers.Of(company);
        var names = string.Join(", ", members.Take(MostNamed).Select(member => member.Name)) + (members.Count > MostNamed ? ", …" : "");
        return say.Plain("refusal.council.not-a-member", names);
    }

    public async Task<CouncilView> ViewAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        var post = PostOf(press);
        var on = await db.CardPosts.AsNoTracking().Where(row => row.Id == post).Join(db.CouncilPacks, row => row.SubjectId, pack => pack.Id, (_, pack) => (DateOnly?)pack.On).SingleOrDefaultAsync(ct);
        return await reading.ReadAsync(Sentences.In(turn.Locale), post, on, turn.Now, ct);
    }

    static Guid PostOf(CardPress press) => press.Id("post") ?? Guid.Empty;
}
