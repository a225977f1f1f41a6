using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.Council.Experiments;

/// <summary>What stands in the form of an experiment.</summary>
/// <param name="Owner">Value of the choice.</param>
sealed record TypedExperiment(string? Hypothesis, string? Number, string? Owner, DateOnly? StartOn, DateOnly? EndOn)
{
    public static readonly TypedExperiment Nothing = new(null, null, null, null, null);
}

/// <summary>What is tried, with the form to begin something and the one to end it.</summary>
static class ExperimentCards
{
    public const string HypothesisInput = "hypothesis";
    public const string NumberInput = "number";
    public const string OwnerInput = "owner";
    public const string StartInput = "start";
    public const string EndInput = "end";
    public const string ResultInput = "result";

    /// <summary>A client knows no choice without a value; no number's id looks like this one.</summary>
    public const string NoNumber = "(none)";

    const int MostListed = 10;

    /// <summary>What a card has room for.</summary>
    const int MostChoices = 80;

    /// <summary>More names than that are found faster by typing.</summary>
    const int MostInAList = 40;

    /// <summary>From the first day to the last, where nobody says otherwise.</summary>
    const int UsualDays = 30;

    /// <param name="line">Stands on top: what came of the last press.</param>
    public static AdaptiveCard List(CouncilView view, string? line = null) => AdaptiveCard.Fitting(120, longest =>
    {
        var say = view.Say;
        List<CardElement> body = [.. CouncilParts.Line(line), CouncilParts.Title(say.Card(view.Experiments.Count == 0 ? "experiment.list.none" : "experiment.list"))];
        if (view.Experiments.Count == 0)
            body.Add(new TextBlock(say.Card("experiment.list.none.what")));
        foreach (var one in view.Experiments.Take(MostListed))
        {
            body.Add(PackLines.Of(one, view, longest, asks: false));
            if (one.Experiment.State is ExperimentState.Running)
                body.Add(PackLines.Buttons(one, view, CouncilBack.List));
        }

        if (view.Experiments.Count > MostListed)
            body.Add(CouncilParts.Small(say.Card("rule-change.more", view.Experiments.Count - MostListed)));
        return new AdaptiveCard
        {
            Summary = say.Plain("experiment.list"),
            Body = body,
            Actions = [CouncilParts.Button(say.Plain("council.button.add-experiment"), CouncilVerbs.AddExperiment, Data(view.PostId, CouncilBack.List))],
        };
    });

    /// <param name="numbers">Id and name of each that can be named.</param>
    public static AdaptiveCard Form(
        Company company, Sentences say, Guid post, string back, IReadOnlyList<(string Id, string Name)> numbers, TypedExperiment typed, string? problem, DateTimeOffset now) =>
        AdaptiveCard.Fitting(80, longest =>
        {
            var (nonce, today) = (CouncilParts.Nonce(1, now), CouncilMembers.Today(company, now));
            var data = Data(post, back);
            data["form"] = nonce;
            // Where names are long, fewer of them have room.
            var room = MostChoices * longest / 80;
            var people = company.People.OrderBy(person => person.Name, StringComparer.CurrentCulture).Take(room)
                .Select(person => new Choice(new PlainText(person.Title is null ? person.Name : $"{person.Name}, {person.Title}", longest), person.Id.ToString())).ToList();
            var choices = numbers.Take(room).Select(number => new Choice(new PlainText(number.Name, longest), number.Id)).Prepend(new Choice(say.Plain("experiment.no-number"), NoNumber)).ToList();
            return new AdaptiveCard
            {
                Summary = say.Plain("experiment.form.title"),
                Body =
                [
                    CouncilParts.Title(say.Card("experiment.form.title")),
                    CouncilParts.Small(say.Card("experiment.form.intro")),
                    .. CouncilParts.Problem(problem),
                    new TextInput($"{HypothesisInput}-{nonce}", say.Plain("experiment.form.hypothesis"))
                    {
                        IsRequired = true,
                        ErrorMessage = say.Plain("refusal.experiment.hypothesis-missing"),
                        IsMultiline = true,
                        MaxLength = Experiment.LongestHypothesis,
                        Placeholder = say.Plain("experiment.form.hypothesis.hint"),
                        Value = typed.Hypothesis is { } words ? new PlainText(words, 4 * longest).Value : null,
                    },
                    new ChoiceInput($"{NumberInput}-{nonce}", say.Plain("experiment.form.number"), choices) { Style = StyleOf(choices.Count), Value = typed.Number ?? NoNumber },
                    new ChoiceInput($"{OwnerInput}-{nonce}", say.Plain("experiment.form.owner"), people)
                    {
                        IsRequired = true,
                        ErrorMessage = say.Plain("refusal.experiment.owner-missing"),
                        Style = StyleOf(people.Count),
                        Placeholder = say.Plain("feedback.ask.hint"),
                        Value = typed.Owner,
                    },
                    Day(StartInput, "experiment.form.start", typed.StartOn ?? today),
                    Day(EndInput, "experiment.form.end", typed.EndOn ?? today.AddDays(UsualDays)),
                ],
                Actions =
                [
                    new ExecuteAction(say.Plain("button.save"), CouncilVerbs.AddExperiment, data) { Style = ActionStyle.Positive },
                    CouncilParts.Button(say.Plain("button.back"), back == CouncilBack.List ? CouncilVerbs.Experiments : CouncilVerbs.View, Data(post, back)),
                ],
            };

            DateInput Day(string input, string label, DateOnly day) => new($"{input}-{nonce}", say.Plain(label))
            {
                IsRequired = true,
                ErrorMessage = say.Plain("refusal.experiment.days-missing"),
                Value = day,
                Min = today.AddDays(-Experiment.MostDaysBack),
                Max = today.AddDays(2 * Experiment.MostDays),
            };
        });

    /// <summary>Fund or Retire: what came of it, in a sentence.</summary>
    public static AdaptiveCard ResultForm(TriedOut one, CouncilView view, string verb, string back, string? typed, string? problem) => AdaptiveCard.Fitting(200, longest =>
    {
        var say = view.Say;
        var nonce = CouncilParts.Nonce(one.Experiment.Version, view.Now);
        var data = CouncilParts.Data(view.PostId, CouncilSubjects.Experiment, one.Experiment.Id, back);
        data["form"] = nonce;
        var title = verb == CouncilVerbs.Fund ? "experiment.button.fund" : "experiment.button.retire";
        return new AdaptiveCard
        {
            Summary = say.Plain(title),
            Body =
            [
                CouncilParts.Title(say.Card(title)),
                PackLines.Of(one, view, longest, asks: false),
                .. CouncilParts.Problem(problem),
                new TextInput($"{ResultInput}-{nonce}", say.Plain("experiment.form.result"))
                {
                    IsRequired = true,
                    ErrorMessage = say.Plain("refusal.experiment.result-missing"),
                    IsMultiline = true,
                    MaxLength = CouncilRefusals.LongestWhy,
                    Placeholder = say.Plain("experiment.form.result.hint"),
                    Value = typed is null ? null : new PlainText(typed, 2 * longest).Value,
                },
            ],
            Actions =
            [
                new ExecuteAction(say.Plain(title), verb, data) { Style = ActionStyle.Positive },
                CouncilParts.Button(say.Plain("button.back"), back == CouncilBack.List ? CouncilVerbs.Experiments : CouncilVerbs.View, Data(view.PostId, back)),
            ],
        };
    });

    static JsonObject Data(Guid post, string back) => new() { ["post"] = post.ToString(), ["back"] = back };

    static ChoiceStyle StyleOf(int choices) => choices > MostInAList ? ChoiceStyle.Filtered : ChoiceStyle.Compact;
}
