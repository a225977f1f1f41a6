using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>Challenge: what is wrong, the value or the definition, in a sentence. The number shows as disputed until its owner answers.</summary>
sealed class ChallengeForm(NumberPressing pressing)
{
    const string Value = "value";
    const string Definition = "definition";

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => NumberForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, pressed => pressed.Number.MayChallenge(pressed.Presser.Id), pressed => Card(pressed.View, null), ct);

    static Decision Decide(PressedNumber pressed, CardPress press)
    {
        Challenged? what = NumberForm.Read(press, "what") switch
        {
            Value => Challenged.Value,
            Definition => Challenged.Definition,
            _ => null,
        };
        return pressed.Number.Dispute(pressed.Presser.Id, what, NumberForm.Read(press, "words"), pressed.Now);
    }

    public static AdaptiveCard Card(NumberView view, string? problem) => NumberForm.Card(
        view,
        "number.form.challenge",
        view.Say.Card("number.form.challenge.what"),
        problem,
        [
            new ChoiceInput(
                NumberForm.Input(view, "what"),
                view.Say.Plain("number.form.challenge.about"),
                [new Choice(view.Say.Plain("number.form.challenge.value"), Value), new Choice(view.Say.Plain("number.form.challenge.definition"), Definition)])
            {
                IsRequired = true,
                ErrorMessage = view.Say.Plain("number.form.choice.missing"),
                Style = ChoiceStyle.Expanded,
            },
            NumberForm.Words(view, "words", "number.form.challenge.words", isRequired: true),
        ],
        NumberVerbs.Challenge,
        "number.button.challenge");
}

/// <summary>The owner's answer: it stands, and why; or it will be mended, and by when.</summary>
sealed class ChallengeAnswerForm(NumberPressing pressing)
{
    const string Stands = "stands";
    const string Mend = "mend";

    /// <summary>Which challenge the form is about: the card may have got another by the time it is saved.</summary>
    const string WhichKey = "challenge";

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => NumberForm.IsFilledIn(press)
        ? pressing.DecideAsync(turn, press, pressed => Decide(pressed, press), ct, (pressed, problem) => Card(pressed.View, problem))
        : pressing.AskAsync(turn, press, pressed => pressed.Number.MayAnswerChallenge(pressed.Actor), pressed => Card(pressed.View, null), ct);

    static Decision Decide(PressedNumber pressed, CardPress press)
    {
        ChallengeAnswer? answer = NumberForm.Read(press, "answer") switch
        {
            Stands => ChallengeAnswer.Stands,
            Mend => ChallengeAnswer.WillMend,
            _ => null,
        };
        return pressed.Number.AnswerChallenge(
            pressed.Actor,
            press.Id(WhichKey) ?? Guid.Empty,
            answer,
            NumberForm.Read(press, "words"),
            NumberForm.ReadDay(press, "day"),
            pressed.View.At.Zone,
            pressed.Now);
    }

    /// <summary>The oldest first: who asked first is answered first.</summary>
    public static AdaptiveCard Card(NumberView view, string? problem)
    {
        var challenge = view.Number.OpenChallenges.First();
        return NumberForm.Card(
            view,
            "number.form.answer",
            null,
            problem,
            [
                NumberParts.Box(ContainerStyle.Emphasis, NumberStanding.Disputed(view, challenge), NumberStanding.Words(view, challenge.Words)),
                new ChoiceInput(
                    NumberForm.Input(view, "answer"),
                    view.Say.Plain("number.form.answer.which"),
                    [new Choice(view.Say.Plain("number.form.answer.stands"), Stands), new Choice(view.Say.Plain("number.form.answer.mend"), Mend)])
                {
                    IsRequired = true,
                    ErrorMessage = view.Say.Plain("number.form.choice.missing"),
                    Style = ChoiceStyle.Expanded,
                },
                NumberForm.Words(view, "words", "number.form.answer.words", isRequired: false),
                NumberForm.Day(view, "day", "number.form.answer.day", isRequired: false),
            ],
            NumberVerbs.AnswerChallenge,
            "number.button.answer",
            (WhichKey, challenge.Id.ToString()));
    }
}

/// <summary>Ask the owner: the bot passes a sentence on, and the answer goes from person to person.</summary>
sealed class AskOwnerForm(NumberPressing pressing)
{
    /// <summary>As long as a notice carries; longer questions are a conversation.</summary>
    const int MostWords = 300;

    public Task<CardAnswer> Press(Turn turn, CardPress press, CancellationToken ct) => NumberForm.IsFilledIn(press)
        ? pressing.WishAsync(
            turn, press, pressed => WhyNot(pressed, NumberForm.Read(press, "words")), (db, pressed) => Write(db, pressed, NumberForm.Read(press, "words")!),
            (pressed, problem) => Card(pressed.View, problem), ct)
        : pressing.AskAsync(turn, press, pressed => pressed.Number.IsActive ? null : NumberRefusals.Retired(), pressed => Card(pressed.View, null), ct);

    static string? WhyNot(PressedNumber pressed, string? words) => words is null ? pressed.Say.Plain("number.form.words.missing")
        : words.Length > MostWords ? pressed.Sentence(NumberRefusals.WordsTooLong(MostWords))
        : null;

    /// <summary>Passes a word on that somebody wrote in passing; too long a one is cut.</summary>
    public static string PassOn(BotDb db, PressedNumber pressed, string words) => Write(db, pressed, CleanText.Of(words, MostWords));

    static string Write(BotDb db, PressedNumber pressed, string words)
    {
        var (at, company) = (pressed.View.At, pressed.View.Company);
        if ((at.Acting?.Person ?? at.Owner ?? company.GuardianOf(at.Home)?.Id ?? company.HeadOf(at.Home)?.Id) is not { } to)
            return pressed.Say.Plain("number.ask.nobody");
        if (to == pressed.Presser.Id)
            return pressed.Say.Plain("number.ask.yourself");
        // The press is the key: a question that Teams delivers twice is passed on once.
        var key = $"question:{pressed.Turn.Activity.Conversation?.Id}:{pressed.Turn.Activity.Id}";
        db.Notices.Add(NumberChanges.About(
            pressed.Number, NumberKinds.Question, key[..Math.Min(key.Length, 300)], $"{pressed.Presser.Id}|{CleanText.Of(words, MostWords)}", to, company, pressed.Now));
        return pressed.Say.Plain("number.ask.passed-on", pressed.View.NameOf(to));
    }

    public static AdaptiveCard Card(NumberView view, string? problem) => NumberForm.Card(
        view,
        "number.form.ask",
        view.Say.Card("number.form.ask.what"),
        problem,
        [NumberForm.Words(view, "words", "number.form.ask.words", isRequired: true, MostWords)],
        NumberVerbs.AskOwner,
        "number.button.send");
}
