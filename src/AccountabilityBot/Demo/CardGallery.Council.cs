using AccountabilityBot.Council;
using AccountabilityBot.Council.Assessing;
using AccountabilityBot.Council.Experiments;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using Helps = AccountabilityBot.Domain.Council.Help;

namespace AccountabilityBot.Demo;

/// <summary>What the council meets about, decides, tries out, and thinks of itself.</summary>
sealed partial class CardGallery
{
    const string Nasty500 = "**[so]** <at>all</at> ❄️ {{DATE(2026-01-01T00:00:00Z)}} ";

    static readonly DateOnly _today = new(2026, 11, 19);

    void FillCouncil()
    {
        var pack = Pack();
        Add("council-pack", "The monthly pack, in the council's channel", PackCard.Draw(pack));
        Add("council-pack-quiet", "The pack of a quiet month", PackCard.Draw(new CouncilView { Company = _company, Say = _say, PostId = Guid.Empty, Now = Now, On = _today }));
        Add("council-pack-decided", "The pack, after a press", PackCard.Draw(pack, _say.Plain("council.done.park")));
        Add("council-pack-long", "The pack, with as much of everything as there may be", PackCard.Draw(LongPack()));
        Add("council-pack-over", "The pack of an earlier meeting", PackCard.Over(pack));
        Add("council-section-targets", "Details: targets and actuals", PackCard.Section(pack, PackSections.Targets, 0));
        Add("council-section-decided", "Details: what was decided", PackCard.Section(pack, PackSections.Decided, 0));
        Add("council-section-rules", "Details: rule changes, the second page", PackCard.Section(LongPack(), PackSections.RuleChanges, 1));

        var (draft, changes) = (Draft(), pack.Draft!.Changes!);
        var frame = new ProposalFrame(_company, _say, Guid.Empty, CouncilBack.Card, Now);
        Add("model-draft", "A changed model waits, to each member", ProposalCards.Draft(new Proposal(draft, changes, 3, null), frame));
        Add("model-draft-long", "The same with many differences: the second page", ProposalCards.Draft(new Proposal(draft, LongChanges(), 3, null), frame with { Back = CouncilBack.Pack }, 1));
        Add("model-draft-why", "Rejected without a reason", ProposalCards.Draft(new Proposal(draft, changes, 3, null), frame with { Problem = _say.Plain("refusal.council.why-missing") }));
        Add("model-draft-moved-on", "A press on a difference that is none any more", ProposalCards.Draft(new Proposal(draft, changes, 4, null), frame with { Line = _say.Plain("refusal.council.moved-on", 4) }));
        var parked = Draft();
        parked.Decide(CouncilVerdict.Park, true, null, 3, 3);
        Add("model-draft-parked", "Parked", ProposalCards.Draft(new Proposal(parked, changes, 3, Said(CouncilVerdict.Park, null, null)), frame));
        var taken = Draft();
        taken.Decide(CouncilVerdict.Approve, true, null, 3, 3);
        Add("model-draft-approved", "Approved", ProposalCards.Draft(new Proposal(taken, changes, 4, Said(CouncilVerdict.Approve, null, 4)), frame));
        var over = Draft();
        over.Overtake();
        Add("model-draft-overtaken", "Another file has taken its place", ProposalCards.Draft(new Proposal(over, changes, 4, null), frame));
        Add("model-draft-unreadable", "A draft that cannot be read any more", ProposalCards.Draft(new Proposal(draft, null, 3, null), frame));

        var change = Change("fair", "no-need");
        Add("rule-change-decide", "One rule change, with room for a reason", ProposalCards.RuleChange(change, null, frame with { Back = CouncilBack.Pack }));
        Add("council-news-rule", "To the heads: a rule change was rejected", ProposalCards.News(Said(CouncilVerdict.Reject, "The fair in spring was an exception.", null), change, null, _company, _say));
        Add("council-news-model", "In the channels it concerns: a new version", ProposalCards.News(Said(CouncilVerdict.Approve, null, 4), null, LongChanges(), _company, _say));

        FillExperiments(pack);
        FillMaturity();
    }

    void FillExperiments(CouncilView pack)
    {
        Add("experiments", "experiments", ExperimentCards.List(pack));
        Add("experiments-none", "experiments, when there are none", ExperimentCards.List(pack with { Experiments = [] }));
        var numbers = _company.Model.Numbers.Select(number => (number.Id, number.Name)).ToList();
        Add("experiment-form", "A new experiment", ExperimentCards.Form(_company, _say, Guid.Empty, CouncilBack.Pack, numbers, TypedExperiment.Nothing, null, Now));
        Add("experiment-form-problem", "The same, after a try", ExperimentCards.Form(
            _company, _say, Guid.Empty, CouncilBack.List, numbers, new TypedExperiment("Call fair leads the same day", null, null, _today, _today), _say.Plain("refusal.experiment.owner-missing"), Now));
        Add("experiment-result", "Retire: what came of it", ExperimentCards.ResultForm(pack.Experiments[0], pack, CouncilVerbs.Retire, CouncilBack.Pack, null, null));
    }

    void FillMaturity()
    {
        var asked = MaturityAssessment.Ask(_me.Id, "2026-Q4", Guid.CreateVersion7(Now), Now);
        Add("maturity", "Once a quarter: six capabilities", MaturityCards.Own(asked, true, _say, Guid.Empty, Now));
        Add("maturity-problem", "The same, after a try without all of them", MaturityCards.Own(asked, true, _say, Guid.Empty, Now, problem: _say.Plain("refusal.maturity.score-missing", 1, 5)));
        Add("maturity-over", "The quarter is over", MaturityCards.Own(asked, false, _say, Guid.Empty, Now));
        Add("maturity-reminder", "The one reminder", MaturityCards.Reminder(asked, _say, Guid.Empty));
        var said = MaturityAssessment.Ask(_me.Id, "2026-Q4", Guid.CreateVersion7(Now), Now);
        said.Save(_me.Id, _ => 3, "2026-Q4", Now);
        Add("maturity-saved", "Saved, and can be changed", MaturityCards.Own(said, true, _say, Guid.Empty, Now));
        Add("maturity-trend", "maturity, for somebody who is asked", MaturityCards.Trend(Grown(), said, _say, Guid.Empty));
        Add("maturity-trend-none", "maturity, before enough have answered", MaturityCards.Trend(MaturityTrend.None, null, _say, Guid.Empty));
    }

    CouncilView Pack() => new()
    {
        Company = _company,
        Say = _say,
        PostId = Guid.Empty,
        Now = Now,
        On = _today,
        MedianDays = 12.5m,
        Decided =
        [
            new(CouncilSubjects.ModelDraft, "approve", _guardian.Id, Now.AddDays(-33), null) { ModelVersion = 3, Help = Helps.Better, Before = new(61, 80), Since = new(70, 78) },
            new(CouncilSubjects.RuleChange, "approve", _me.Id, Now.AddDays(-33), "Ask on the form for the date.") { Change = Change("webinar", "no-need"), Help = Helps.NoDifference, Before = new(10, 20), Since = new(9, 19) },
            new(CouncilSubjects.RuleChange, "reject", _me.Id, Now.AddDays(-33), "One fair is no pattern.") { Change = Change("fair", "bad-contact") },
            new(CouncilSubjects.Experiment, "retired", _me.Id, Now.AddDays(-20), "Nobody answers before nine.") { Tried = Tried(-60, -20), Help = Helps.Worse },
        ],
        Targets =
        [
            Aimed("Speed to lead", "minutes", Direction.Down, 15, 41.5m, 38, "Helene Brandt", false),
            Aimed("Win rate", "%", Direction.Up, 25, 19.4m, 21, "Ravi Menon", false),
            Aimed("Marketing-qualified leads", null, Direction.Up, 120, 131, 118, "Ines Ferreira", true) with { IsStale = true },
            Aimed("Sites gone live", null, Direction.Up, 9, 9, null, null, true),
            Aimed("Pipeline created", "EUR", Direction.Up, 400_000, 512_300, 430_000, "Ravi Menon", true),
            Aimed("Renewal rate", "%", Direction.Up, 90, 93.25m, 92, "Beatriz Nogueira", true),
        ],
        Sources =
        [
            new("fair", 40, 22, [("no-need", 15), ("no-fit", 5), ("duplicate", 2)]),
            new("paid-search", 64, 18, [("bad-contact", 9), ("not-a-buyer", 6), ("no-fit", 3)]),
        ],
        RuleChanges = [Change("fair", "no-need"), Change("paid-search", "bad-contact")],
        Draft = new Proposal(Draft(), ShortChanges(), 3, null),
        Experiments = [Tried(-45, -1), Tried(-10, 30)],
        Maturity = Grown(),
    };

    CouncilView LongPack()
    {
        var (pack, nasty) = (Pack(), string.Concat(Enumerable.Repeat(Nasty500, 6)));
        return pack with
        {
            Decided = [.. Enumerable.Range(0, 20).Select(_ => pack.Decided[3] with { Why = nasty, Tried = Tried(-60, -20, nasty) })],
            Targets = [.. Enumerable.Range(0, 60).Select(_ => Aimed(nasty, "EUR", Direction.Up, 400_000_000, 1.25m, 5, nasty, false))],
            Sources = [.. Enumerable.Range(0, 30).Select(_ => new SourceAnswers(nasty, 4_000, 2_000, [(nasty, 1_000), (nasty, 500), (nasty, 400)]))],
            RuleChanges = [.. Enumerable.Range(0, 12).Select(_ => Change(nasty, nasty))],
            Draft = new Proposal(Draft(), LongChanges(), 3, null),
            Experiments = [.. Enumerable.Range(0, 12).Select(_ => Tried(-45, -1, nasty))],
        };
    }

    static Target Aimed(string name, string? unit, Direction direction, decimal target, decimal value, decimal? before, string? owner, bool isMet) =>
        new(new NumberFacts(name, name) { Unit = unit, Direction = direction, Target = target }, owner, value, new DateOnly(2026, 10, 31), before, isMet, false);

    TriedOut Tried(int from, int to, string hypothesis = "If fair leads are called the same day, more of them are accepted")
    {
        var number = _company.Model.Numbers[0];
        var plan = new ExperimentPlan(new Teams.Cards.PlainText(hypothesis, Experiment.LongestHypothesis / 2).Value, number.Id, _me.Id, _today.AddDays(from), _today.AddDays(to));
        var experiment = Experiment.Begin(plan, true, _ => true, _me.Id, _today.AddDays(from), Guid.CreateVersion7(Now), Now.AddDays(from)).Experiment!;
        return new TriedOut(experiment, number with { Direction = Direction.Up }, 24, 31, true);
    }

    static ModelDraft Draft() => ModelDraft.Propose("", "", 3, Guid.Empty, Now.AddDays(-6));

    CouncilDecision Said(CouncilVerdict verdict, string? why, int? version) => new()
    {
        Id = Guid.Empty,
        What = CouncilSubjects.ModelDraft,
        Verdict = verdict,
        By = _guardian.Id,
        At = Now,
        Why = why,
        ProposedAt = Now.AddDays(-6),
        ModelVersion = version,
    };

    IReadOnlyList<ModelChange> ShortChanges()
    {
        var model = _company.Model;
        var hot = model.Segments[0];
        return ModelChanges.Between(model, model with
        {
            Segments = [hot with { AcceptWithin = 2 * hot.AcceptWithin, SecondLine = "grace.okafor@coldworks.example" }, .. model.Segments.Skip(1)],
            Definitions = [model.Definitions[0] with { Text = "Somebody at a company that stores or moves chilled goods, who asked us for something and said by when." }, .. model.Definitions.Skip(1)],
            RejectReasons = [.. model.RejectReasons, new RejectReason("no-budget", "No budget", null)],
        });
    }

    IReadOnlyList<ModelChange> LongChanges() =>
    [
        .. ShortChanges(),
        .. Enumerable.Range(1, 30).Select(no => new ModelChange(ModelSections.Numbers, $"Number {no} {Nasty500}", ModelChangeWhat.Changed, ModelFields.Target, $"{no}", $"{no * 2}")),
    ];

    static MaturityTrend Grown() => new(
    [
        .. Enumerable.Range(0, 4).Select(back => ($"{(back == 3 ? "2026-Q1" : $"2026-Q{4 - back}")}", 5, (IReadOnlyDictionary<string, decimal?>)Maturity.Capabilities
            .Select((capability, at) => (capability, Average: (decimal?)(3.6m - (0.3m * back) - (0.2m * at)))).ToDictionary(one => one.capability, one => one.Average))),
    ]);
}
