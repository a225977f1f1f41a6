using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Feedback;

/// <summary>What stands in the inputs of a form.</summary>
/// <param name="Texts">By the input's name.</param>
/// <param name="Problem">What was wrong with the last try.</param>
sealed record Typed(IReadOnlyDictionary<string, string> Texts, string? Problem = null)
{
    public static readonly Typed Nothing = new(new Dictionary<string, string>());

    public string? this[string input] => Texts.GetValueOrDefault(input);
}

/// <summary>The inputs of feedback: three ratings, one thing that would help, and whether it may be passed on; and those of a promise.</summary>
static class FeedbackForm
{
    public const string FeedbackKey = "feedback";
    public const string LeadKey = "lead";
    public const string WordsInput = "words";
    public const string ShareInput = "share";
    public const string WhatInput = "what";
    public const string ByInput = "by";

    const string NonceKey = "form";

    /// <summary>Whether this press saves a form, rather than asking for one.</summary>
    public static bool IsFilledIn(CardPress press) => press.Text(NonceKey) is not null;

    public static Typed Read(CardPress press)
    {
        var nonce = press.Text(NonceKey);
        string[] inputs = [Ratings.Complete, Ratings.Timely, Ratings.Fit, Ratings.Informed, Ratings.Care, WordsInput, ShareInput, WhatInput, ByInput];
        return new Typed(inputs.Select(input => (Name: input, Text: press.Text($"{input}-{nonce}"))).Where(input => input.Text is not null)
            .ToDictionary(input => input.Name, input => input.Text!));
    }

    /// <summary>None: nothing was chosen. What is no whole number is none that there is.</summary>
    public static int? Score(Typed typed, string rating) => typed[rating] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score
        : 0;

    public static DateOnly? Day(Typed typed) =>
        DateOnly.TryParseExact(typed[ByInput], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What a button brings back: nothing in it decides anything but which feedback is meant.</summary>
    public static JsonObject Data(FeedbackView view, bool isForm = false)
    {
        var data = new JsonObject { ["post"] = view.PostId.ToString() };
        // What nobody asked for has no row yet: the lead tells what it is about.
        if (view.Feedback.AskedAt is null && view.Feedback.State is FeedbackState.Asked)
            data[LeadKey] = view.Lead.Id.ToString();
        else
            data[FeedbackKey] = view.Feedback.Id.ToString();
        if (isForm)
            data[NonceKey] = view.Nonce;
        return data;
    }

    /// <param name="longest">Characters of what was typed that are shown again.</param>
    public static IEnumerable<CardElement> Ask(FeedbackView view, Typed typed, int longest)
    {
        var (say, side) = (view.Say, view.Feedback.About is Side.Sender ? "sender" : "receiver");
        foreach (var rating in Ratings.About(view.Feedback.About))
        {
            yield return new ChoiceInput($"{rating}-{view.Nonce}", say.Plain($"feedback.ask.{side}.{rating}"), [.. Scores(view)])
            {
                IsRequired = true,
                ErrorMessage = say.Plain("feedback.ask.missing"),
                Placeholder = say.Plain("feedback.ask.hint"),
                Value = Score(typed, rating) is >= Ratings.Least and <= Ratings.Most ? typed[rating] : null,
            };
        }

        yield return new TextInput($"{WordsInput}-{view.Nonce}", say.Plain("feedback.words"))
        {
            IsMultiline = true,
            MaxLength = PeerFeedback.MaxWords,
            Placeholder = say.Plain("feedback.words.hint"),
            Value = typed[WordsInput] is { } words ? new PlainText(words, longest).Value : null,
        };
        yield return new ToggleInput($"{ShareInput}-{view.Nonce}", say.Plain("feedback.share"), say.Plain("feedback.share.title", view.Receiver))
        {
            Value = typed[ShareInput] == "true",
        };
    }

    public static IEnumerable<CardElement> Promise(FeedbackView view, Typed typed, int longest)
    {
        var say = view.Say;
        yield return new TextInput($"{WhatInput}-{view.Nonce}", say.Plain("feedback.commit.what"))
        {
            IsRequired = true,
            ErrorMessage = say.Plain("feedback.commit.what.missing"),
            IsMultiline = true,
            MaxLength = Commitment.MaxText,
            Placeholder = say.Plain("feedback.commit.what.hint"),
            Value = typed[WhatInput] is { } what ? new PlainText(what, longest).Value : null,
        };
        yield return new DateInput($"{ByInput}-{view.Nonce}", say.Plain("feedback.commit.by"))
        {
            IsRequired = true,
            ErrorMessage = say.Plain("feedback.commit.by.missing"),
            Min = view.Today.AddDays(1),
            Max = view.Today.AddDays(Commitment.MostDaysAhead),
            Value = Day(typed),
        };
    }

    static IEnumerable<Choice> Scores(FeedbackView view) => Enumerable.Range(Ratings.Least, Ratings.Most).Reverse()
        .Select(score => new Choice(view.Say.Plain($"feedback.score.{score}"), score.ToString(CultureInfo.InvariantCulture)));
}
