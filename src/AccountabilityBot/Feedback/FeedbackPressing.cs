using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>Feedback that somebody pressed a button of: loaded, with the presser known.</summary>
sealed record PressedFeedback(FeedbackView View, List<CardPost> Posts, CompanyPerson Presser, Turn Turn)
{
    public PeerFeedback Feedback => View.Feedback;

    public Sentences Say => View.Say;

    /// <summary>With the decision that made it.</summary>
    public Commitment? Promised { get; set; }

    public string Sentence(Refusal refusal) => Say.Plain("refusal." + refusal.Code, [.. refusal.Args]);

    /// <summary>The card as it is now, for this person: what is between two people is shown to them alone.</summary>
    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public CardAnswer Truth(string? line = null) =>
        Presser.Id == Feedback.Giver ? CardAnswer.Show(FeedbackCards.ForGiver(View, line: line))
        : Presser.Id == Feedback.Receiver && Feedback.State is FeedbackState.Given ? CardAnswer.Show(FeedbackCards.ForReceiver(View, line))
        : CardAnswer.Say(Sentence(FeedbackRefusals.NotYours()));
}

/// <summary>
/// The frame round every press on a feedback card: load, decide, save, answer. Nothing in the card's data but the feedback's id,
/// and the inputs, is read; who may do what is decided from the person whom Teams names.
/// </summary>
sealed partial class FeedbackPressing(BotDb db, CompanySource companies, FeedbackReading reading, FeedbackChanges changes, ILogger<FeedbackPressing> logger)
{
    /// <summary>Decides, saves and answers with the card as it is afterwards; a refusal answers with the truth, the form or a sentence.</summary>
    public async Task<CardAnswer> DecideAsync(
        Turn turn, CardPress press, Func<PressedFeedback, Decision> decide, CancellationToken ct, Func<PressedFeedback, string, AdaptiveCard>? invalid = null)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        var feedback = pressed.Feedback;
        Adopt(pressed, press);
        var decision = decide(pressed);
        changes.Follow(feedback, decision, pressed.Posts, Via.Card, press.Id("post"), turn.Now, pressed.Promised);
        // Always: a press that Teams delivers again, and that would be refused now, is known by its first delivery and gets the truth.
        await db.SaveChangesAsync(ct);
        if (decision.Refusal is { } refusal)
            return Answer(pressed, press, refusal, invalid);
        return (pressed with { View = await reading.ViewAsync(feedback, pressed.Say, pressed.View.PostId, turn.Now, ct) }).Truth();
    }

    /// <summary>Shows a form to who may fill it in; everybody else gets the truth, or the sentence that says why not.</summary>
    public async Task<CardAnswer> AskAsync(
        Turn turn, CardPress press, Func<PressedFeedback, Refusal?> may, Func<PressedFeedback, AdaptiveCard> form, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        if (Adopt(pressed, press))
            await db.SaveChangesAsync(ct);
        return may(pressed) is { } refusal ? Answer(pressed, press, refusal, null) : CardAnswer.Show(form(pressed));
    }

    /// <summary>The truth, for who only looks and for a press that was seen before.</summary>
    public async Task<CardAnswer> TruthAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        if (Adopt(pressed, press))
            await db.SaveChangesAsync(ct);
        return pressed.Truth();
    }

    CardAnswer Answer(PressedFeedback pressed, CardPress press, Refusal refusal, Func<PressedFeedback, string, AdaptiveCard>? invalid)
    {
        Refused(press.Verb, pressed.Feedback.Id, refusal.Code);
        return refusal.Kind switch
        {
            RefusalKind.Stale => pressed.Truth(pressed.Sentence(refusal)),
            RefusalKind.Invalid when invalid is not null => CardAnswer.Show(invalid(pressed, pressed.Sentence(refusal))),
            _ => CardAnswer.Say(pressed.Sentence(refusal)),
        };
    }

    async Task<PressedFeedback?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        if (press.Id(FeedbackForm.FeedbackKey) is not { } id || companies.Current.PersonOf(turn) is not { } presser)
            return null;
        if (await db.PeerFeedback.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } feedback)
            return null;
        var view = await reading.ViewAsync(feedback, Sentences.In(turn.Locale), press.Id("post") ?? Guid.Empty, turn.Now, ct);
        return new PressedFeedback(view, await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct), presser, turn);
    }

    /// <summary>A copy that nobody knew of converges from now on, too.</summary>
    bool Adopt(PressedFeedback pressed, CardPress press) => Copies.Adopt(db, pressed.Posts, pressed.View.PostId, pressed.Feedback.Version, pressed.Turn, press);

    CardAnswer NotLoaded(Turn turn)
    {
        NotKnown(turn.Actor?.ObjectId);
        return CardAnswer.Say(Sentences.In(turn.Locale).Plain(companies.Current.PersonOf(turn) is null ? "refusal.person-unlisted" : "feedback.unknown"));
    }

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of the feedback {Feedback}: {Code}")]
    partial void Refused(string verb, Guid feedback, string code);

    [LoggerMessage(2, LogLevel.Information, "Refused a press by {Person}: the feedback or the person is not known here")]
    partial void NotKnown(string? person);
}

/// <summary>Everything that can be pressed on a feedback card.</summary>
sealed class FeedbackButtons(FeedbackPressing pressing)
{
    /// <summary>Only reads: the way back from a form, and in from a reminder.</summary>
    public Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) => pressing.TruthAsync(turn, press, ct);

    public Task<CardAnswer> Send(Turn turn, CardPress press, CancellationToken ct)
    {
        var typed = FeedbackForm.Read(press);
        return pressing.DecideAsync(
            turn, press, pressed => Give(pressed.View, pressed.Presser.Id, typed), ct, (pressed, problem) => FeedbackCards.ForGiver(pressed.View, typed with { Problem = problem }));
    }

    public Task<CardAnswer> Skip(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Feedback.Skip(pressed.Presser.Id, turn.Now), ct);

    public Task<CardAnswer> Thank(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Feedback.Thank(pressed.Presser.Id, turn.Now), ct);

    public Task<CardAnswer> Share(Turn turn, CardPress press, CancellationToken ct) =>
        pressing.DecideAsync(turn, press, pressed => pressed.Feedback.Share(pressed.Presser.Id, turn.Now), ct);

    public Task<CardAnswer> Commit(Turn turn, CardPress press, CancellationToken ct)
    {
        if (!FeedbackForm.IsFilledIn(press))
        {
            return pressing.AskAsync(
                turn, press, pressed => pressed.Feedback.MayCommit(pressed.Presser.Id), pressed => FeedbackCards.CommitForm(pressed.View, Typed.Nothing), ct);
        }

        var typed = FeedbackForm.Read(press);
        return pressing.DecideAsync(turn, press, Promise, ct, (pressed, problem) => FeedbackCards.CommitForm(pressed.View, typed with { Problem = problem }));

        Decision Promise(PressedFeedback pressed)
        {
            (pressed.Promised, var decision) = pressed.Feedback.Commit(
                pressed.Presser.Id, typed[FeedbackForm.WhatInput], FeedbackForm.Day(typed), pressed.View.Today, turn.Now);
            return decision;
        }
    }

    public static Decision Give(FeedbackView view, PersonId giver, Typed typed) => view.Feedback.Give(
        giver,
        rating => FeedbackForm.Score(typed, rating),
        typed[FeedbackForm.WordsInput],
        typed[FeedbackForm.ShareInput] == "true",
        view.Company.Find(view.Feedback.Receiver) is not null,
        view.Now);
}
