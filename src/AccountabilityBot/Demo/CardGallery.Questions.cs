using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>Answers to questions about numbers that are not the number's own card, and the card about a gap.</summary>
sealed partial class CardGallery
{
    void FillQuestions()
    {
        var (post, german) = (Guid.CreateVersion7(Now), Sentences.In("de"));
        RegisteredNumber[] retention =
        [
            Registered("net-revenue-retention", "Net revenue retention", "sales", Holding.Owned, _me.Id, null),
            Registered("logo-retention", "Logo retention", "support", Holding.Vacant, null, "Head of Support"),
            Registered("gross-revenue-retention", "Gross revenue retention", "sales", Holding.Shared, null, $"{_me.Name} / {_colleague.Name}"),
        ];
        Add("question-choices", "A question that may mean three numbers: owned, a role that nobody holds, shared", QuestionCards.Choices(retention, _company, _say, post));
        Add("question-choices-german", "The same, in German", QuestionCards.Choices(retention, _company, german, post));
        Add("question-choices-long", "Long names, markup and other scripts", QuestionCards.Choices(
            [new RegisteredNumber(NastyNumber, Holding.Vacant, null, "**CRO** <at>all</at> [x](https://evil.example)", null), retention[0]], _company, _say, post));
        Add("question-unknown", "A number that is not kept", QuestionCards.Unknown("office plants", [], _company, _say, post));
        Add("question-unknown-near", "The same, with what comes near", QuestionCards.Unknown("retention of interns", retention[..2], _company, _say, post));
        Add("question-unknown-near-german", "The same, in German", QuestionCards.Unknown("Bindung der Praktikanten", retention[..2], _company, german, post));
        Add("question-unknown-markup", "A question with markup in it", QuestionCards.Unknown("**now** [x](https://evil.example) <at>all</at> {{DATE(1)}} `code`", [], _company, _say, post));
        FillMeanings();
        FillStandings();
        FillGaps();
    }

    void FillMeanings()
    {
        Add("question-definition", "define: a number, with its version, approver, trigger and field", QuestionCards.Definition(Looked(Number())));
        Add("question-definition-german", "The same, in German", QuestionCards.Definition(Looked(Number()) with { Say = Sentences.In("de") }));
        Add("question-definition-none", "define: nobody has written it down, and a role owns it", QuestionCards.Definition(Looked(Unowned("CMO", Bare))));
        Add("question-definition-disputed", "define: two people dispute it", QuestionCards.Definition(Looked(Disputed())));
        Add("question-definition-long", "define: long names, markup and other scripts", QuestionCards.Definition(Looked(Number(NastyNumber))));
        Add("question-word", "define: a word of the revenue model", QuestionCards.Word(_company.Model.Definitions[0], _say));
        Add("question-history", "Who owned it before: the story, as an answer", QuestionCards.History(Looked(Storied())));
    }

    void FillStandings()
    {
        var view = Looked(Number());
        Add("question-value", "What it stands at, with its trend", QuestionCards.Value(view with { Chart = Trend(view.Say) }));
        var german = view with { Say = Sentences.In("de") };
        Add("question-value-german", "The same, in German", QuestionCards.Value(german with { Chart = Trend(german.Say) }));
        Add("question-value-stale", "What it stands at, when its value is late", QuestionCards.Value(view with { Latest = Value(new DateOnly(2026, 8, 31), 27.5m, "keeper"), Before = null }));
        Add("question-value-none", "What it stands at, when there is no value yet", QuestionCards.Value(Looked(Unowned(null, Bare)) with { Latest = null, Before = null }));
    }

    void FillGaps()
    {
        Add("question-gap", "Asked for, and nobody keeps it: to the guardian", QuestionCards.Gap(Gap("Who owns the share of returned sensors?", _colleague.Id), _company, _say));
        Add("question-gap-german", "The same, in German, when nobody knows who asked", QuestionCards.Gap(Gap("Wem gehört die Retourenquote?", null), _company, Sentences.In("de")));
        Add("question-gap-markup", "A question with markup in it", QuestionCards.Gap(Gap("**Who** owns [this](https://evil.example)? <at>all</at> " + string.Concat(Enumerable.Repeat("漢字", 120)), _colleague.Id), _company, _say));
    }

    static Teams.Cards.Image? Trend(Sentences say) => TrendChart.Of(
        [.. ((decimal[])[21, 20.5m, 22, 24, 25.25m, 27.5m]).Select((value, month) => (new DateOnly(2026, 5, 1).AddMonths(month + 1).AddDays(-1), value))], WinRate, say);

    static RegisteredNumber Registered(string id, string name, string department, Holding holding, PersonId? owner, string? written) =>
        new(new NumberFacts(id, name) { Department = department, Unit = "%" }, holding, owner, written, null);

    static QuestionGap Gap(string question, PersonId? askedBy) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Key = "gallery",
        Question = question,
        AskedBy = askedBy,
        Department = "sales",
        FirstAt = Now,
        LastAt = Now,
    };
}
