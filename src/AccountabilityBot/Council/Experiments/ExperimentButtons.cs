using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council.Experiments;

/// <summary><c>experiments</c>, and the presses that begin one and end one. Anybody may read; members of the council decide.</summary>
sealed partial class ExperimentButtons(
    BotDb db, CompanySource companies, CouncilReading reading, CouncilChanges changes, CouncilTruth truth, Answers answers, TimeProvider clock, ILogger<ExperimentButtons> logger)
{
    public Task Asked(Turn turn, CancellationToken ct) => answers.GiveAsync(turn, CouncilKinds.Experiments, null, ct);

    public async Task<OutgoingActivity?> List(Notice notice, CancellationToken ct) =>
        OutgoingActivity.ForCard(await ListAsync(Sentences.In(notice.Locale), notice.Id, null, clock.GetUtcNow(), ct));

    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) =>
        CardAnswer.Show(await ListAsync(Sentences.In(turn.Locale), PostOf(press), null, turn.Now, ct));

    /// <summary>Whatever the pressed card was, as it is now.</summary>
    public Task<CardAnswer> Truth(Turn turn, CardPress press, CancellationToken ct) => TruthAsync(turn, press, null, ct);

    public async Task<CardAnswer> Add(Turn turn, CardPress press, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } presser)
            return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
        var isMember = CouncilMembers.Includes(company, presser.Id);
        if (!isMember)
            return CardAnswer.Say(CouncilTruth.Sentence(CouncilRefusals.NotAMember(), company, say));
        if (!NumberForm.IsFilledIn(press))
            return CardAnswer.Show(await FormAsync(turn, press, TypedExperiment.Nothing, null, ct));

        var typed = new TypedExperiment(
            NumberForm.Read(press, ExperimentCards.HypothesisInput), NumberForm.Read(press, ExperimentCards.NumberInput) is { } chosen and not ExperimentCards.NoNumber ? chosen : null, NumberForm.Read(press, ExperimentCards.OwnerInput),
            NumberForm.ReadDay(press, ExperimentCards.StartInput), NumberForm.ReadDay(press, ExperimentCards.EndInput));
        var number = typed.Number is { } id && await db.Numbers.AnyAsync(row => row.Id == id && row.IsActive, ct);
        var owner = Guid.TryParse(typed.Owner, out var person) ? company.Find(new PersonId(person))?.Id : null;
        var (experiment, refusal) = Experiment.Begin(
            new ExperimentPlan(typed.Hypothesis, typed.Number, owner, typed.StartOn, typed.EndOn), isMember, _ => number, presser.Id, CouncilMembers.Today(company, turn.Now), Guid.CreateVersion7(turn.Now), turn.Now);
        if (experiment is not null)
        {
            db.Experiments.Add(experiment);
            db.Record("experiment.added", presser.Id, Via.Card, experiment.Id.ToString(), turn.Now, experiment.Owner);
            await changes.RaisePackAsync(turn.Now, ct);
        }

        // Always: a press that Teams delivers again is known by its first delivery and gets the truth.
        await db.SaveChangesAsync(ct);
        if (refusal is null)
            return await TruthAsync(turn, press, say.Plain("experiment.added"), ct);
        Refused(press.Verb, refusal.Code);
        return CardAnswer.Show(await FormAsync(turn, press, typed, CouncilTruth.Sentence(refusal, company, say), ct));
    }

    /// <summary>Fund or Retire: first what came of it, then it is decided.</summary>
    public async Task<CardAnswer> End(Turn turn, CardPress press, ExperimentState to, CancellationToken ct)
    {
        var (say, company, id) = (Sentences.In(turn.Locale), companies.Current, press.Id("id"));
        if (company.PersonOf(turn) is not { } presser)
            return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
        if (await db.Experiments.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } experiment)
            return CardAnswer.Say(say.Plain("council.unknown"));
        var isMember = CouncilMembers.Includes(company, presser.Id);
        if (isMember && experiment.State is ExperimentState.Running && !NumberForm.IsFilledIn(press))
            return CardAnswer.Show(await ResultFormAsync(turn, press, experiment, null, null, ct));

        var result = NumberForm.Read(press, ExperimentCards.ResultInput);
        var refusal = experiment.End(to, isMember, presser.Id, result, turn.Now);
        if (refusal is null)
        {
            db.Record("experiment.ended", presser.Id, Via.Card, $"{to.ToString().ToLowerInvariant()}:{experiment.Id}", turn.Now, experiment.Owner);
            await changes.RaisePackAsync(turn.Now, ct);
        }

        await db.SaveChangesAsync(ct);
        if (refusal is null)
            return await TruthAsync(turn, press, say.Plain(to is ExperimentState.Funded ? "experiment.funded" : "experiment.retired"), ct);
        Refused(press.Verb, refusal.Code);
        var sentence = CouncilTruth.Sentence(refusal, company, say);
        return refusal.Kind switch
        {
            RefusalKind.Stale => await TruthAsync(turn, press, sentence, ct),
            RefusalKind.Invalid => CardAnswer.Show(await ResultFormAsync(turn, press, experiment, result, sentence, ct)),
            _ => CardAnswer.Say(sentence),
        };
    }

    async Task<CardAnswer> TruthAsync(Turn turn, CardPress press, string? line, CancellationToken ct) => press.Text("back") == CouncilBack.List
        ? CardAnswer.Show(await ListAsync(Sentences.In(turn.Locale), PostOf(press), line, turn.Now, ct))
        : await truth.CardAsync(turn, press, line, ct);

    async Task<AdaptiveCard> ListAsync(Sentences say, Guid post, string? line, DateTimeOffset now, CancellationToken ct) =>
        ExperimentCards.List(await ViewAsync(say, post, now, ct), line);

    async Task<AdaptiveCard> FormAsync(Turn turn, CardPress press, TypedExperiment typed, string? problem, CancellationToken ct)
    {
        var numbers = (await db.Numbers.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Id).ToListAsync(ct))
            .OrderBy(row => row.Facts.Target is null).ThenBy(row => row.Facts.Name, StringComparer.CurrentCulture).Select(row => (row.Id, row.Facts.Name)).ToList();
        return ExperimentCards.Form(companies.Current, Sentences.In(turn.Locale), PostOf(press), BackOf(press), numbers, typed, problem, turn.Now);
    }

    async Task<AdaptiveCard> ResultFormAsync(Turn turn, CardPress press, Experiment experiment, string? typed, string? problem, CancellationToken ct)
    {
        var view = new CouncilView { Company = companies.Current, Say = Sentences.In(turn.Locale), PostId = PostOf(press), Now = turn.Now, On = CouncilMembers.Today(companies.Current, turn.Now) };
        return ExperimentCards.ResultForm(await reading.TriedAsync(experiment, ct), view, press.Verb, BackOf(press), typed, problem);
    }

    async Task<CouncilView> ViewAsync(Sentences say, Guid post, DateTimeOffset now, CancellationToken ct) => new()
    {
        Company = companies.Current,
        Say = say,
        PostId = post,
        Now = now,
        On = CouncilMembers.Today(companies.Current, now),
        Experiments = await reading.ExperimentsAsync(ct),
    };

    static string BackOf(CardPress press) => press.Text("back") == CouncilBack.List ? CouncilBack.List : CouncilBack.Pack;

    static Guid PostOf(CardPress press) => press.Id("post") ?? Guid.Empty;

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb}: {Code}")]
    partial void Refused(string verb, string code);
}
