using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>Presses on a promise, on its own card or on one that shows several. Only who promised may close or move it.</summary>
sealed partial class CommitmentDesk(BotDb db, CompanySource companies, CommitmentChanges changes, PressedCards cards, ILogger<CommitmentDesk> logger)
{
    /// <param name="On">The card of several on which it was pressed; none: its own.</param>
    sealed record Pressed(CommitmentView View, List<CardPost> Posts, CompanyPerson Presser, CardPost? On)
    {
        public Commitment Commitment => View.Commitment;
    }

    public Task<CardAnswer> Done(Turn turn, CardPress press, CancellationToken ct) =>
        DecideAsync(turn, press, pressed => pressed.Commitment.Keep(pressed.Presser.Id, turn.Now), null, ct);

    public Task<CardAnswer> Help(Turn turn, CardPress press, CancellationToken ct) =>
        DecideAsync(turn, press, pressed => pressed.Commitment.AskForHelp(pressed.Presser.Id, pressed.View.Today, turn.Now), null, ct);

    public async Task<CardAnswer> Move(Turn turn, CardPress press, CancellationToken ct)
    {
        if (!CommitmentForm.IsFilledIn(press))
            return await FormAsync(turn, press, CommitmentForm.Move, ct);
        var typed = CommitmentForm.Read(press);
        return await DecideAsync(
            turn, press, pressed => pressed.Commitment.Move(pressed.Presser.Id, typed.Day, typed.Reason, pressed.View.Today, turn.Now), CommitmentForm.Move, ct);
    }

    public async Task<CardAnswer> Drop(Turn turn, CardPress press, CancellationToken ct)
    {
        if (!CommitmentForm.IsFilledIn(press))
            return await FormAsync(turn, press, CommitmentForm.Drop, ct);
        var typed = CommitmentForm.Read(press);
        return await DecideAsync(turn, press, pressed => pressed.Commitment.Drop(pressed.Presser.Id, typed.Reason, turn.Now), CommitmentForm.Drop, ct);
    }

    /// <summary>The truth: the card of several on which it was pressed, for everybody who has it; a promise's own, for who promised.</summary>
    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct)
    {
        if (companies.Current.PersonOf(turn) is { } presser && await cards.FindAsync(press, presser.Id, ct) is { } on && await cards.DrawAsync(on, null, ct) is { } card)
            return CardAnswer.Show(card);
        return await LoadAsync(turn, press, ct) is { } pressed ? await TruthAsync(pressed, null, ct) : NotLoaded(turn);
    }

    async Task<CardAnswer> FormAsync(Turn turn, CardPress press, Func<CommitmentView, TypedPromise, AdaptiveCard> form, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        return pressed.Commitment.MayClose(pressed.Presser.Id) is { } refusal
            ? await AnswerAsync(pressed, press, refusal, null, ct)
            : CardAnswer.Show(form(pressed.View, new TypedPromise()));
    }

    async Task<CardAnswer> DecideAsync(
        Turn turn, CardPress press, Func<Pressed, Decision> decide, Func<CommitmentView, TypedPromise, AdaptiveCard>? form, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        if (pressed.On is { } on)
            await cards.AdoptAsync(on, turn, press, ct);
        var decision = decide(pressed);
        if (decision.Happened.Count > 0)
        {
            await changes.FollowAsync(pressed.Commitment, decision, pressed.Posts, Via.Card, press.Id("post"), turn.Now, ct);
            await changes.SaveAsync(pressed.Commitment, ct);
        }
        else
        {
            // Always: a press that Teams delivers again is known by its first delivery and gets the truth.
            await db.SaveChangesAsync(ct);
        }

        return decision.Refusal is { } refusal ? await AnswerAsync(pressed, press, refusal, form, ct) : await TruthAsync(pressed, null, ct);
    }

    async Task<CardAnswer> AnswerAsync(Pressed pressed, CardPress press, Refusal refusal, Func<CommitmentView, TypedPromise, AdaptiveCard>? form, CancellationToken ct)
    {
        Refused(press.Verb, pressed.Commitment.Id, refusal.Code);
        var (say, company) = (pressed.View.Say, companies.Current);
        var sentence = say.Plain("refusal." + refusal.Code, [.. refusal.Args.Select(arg => arg is PersonId person ? company.NameOf(person, say.Plain("somebody")) : arg)]);
        return refusal.Kind switch
        {
            RefusalKind.Stale => await TruthAsync(pressed, sentence, ct),
            RefusalKind.Invalid when form is not null => CardAnswer.Show(form(pressed.View, CommitmentForm.Read(press) with { Problem = sentence })),
            _ => CardAnswer.Say(sentence),
        };
    }

    /// <summary>What somebody promised to a neighbour is theirs to show.</summary>
    async Task<CardAnswer> TruthAsync(Pressed pressed, string? line, CancellationToken ct)
    {
        if (pressed.On is { } on && await cards.DrawAsync(on, line, ct) is { } card)
            return CardAnswer.Show(card);
        return pressed.Presser.Id == pressed.Commitment.Owner
            ? CardAnswer.Show(CommitmentCards.Draw(pressed.View, line))
            : CardAnswer.Say(pressed.View.Say.Plain("commitment.unknown"));
    }

    async Task<Pressed?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        var company = companies.Current;
        if (press.Id(CommitmentForm.CommitmentKey) is not { } id || company.PersonOf(turn) is not { } presser)
            return null;
        if (await db.Commitments.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } commitment)
            return null;
        var posts = await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct);
        var (place, on) = (press.Id("post") ?? Guid.Empty, await cards.FindAsync(press, presser.Id, ct));
        // Saved with whatever the press decides; a press that decides nothing leaves the copy to the next one. A bundle is no copy.
        if (on is null && !posts.Exists(post => post.Id == place && post.State is PostState.Bundled))
            Copies.Adopt(db, posts, place, commitment.Version, turn, press, post => post.Kind == CommitmentKinds.TakeOver);
        var say = Sentences.In(turn.Locale);
        var view = new CommitmentView(commitment, say, place, turn.Now)
        {
            Today = CommitmentDays.DayOf(company, commitment.Owner, turn.Now),
            OffersHelp = posts.Exists(post => post.Id == place && post.Kind == CommitmentKinds.OfferHelp),
            Helper = CommitmentDays.HelperOf(commitment, company)?.Name,
            Hands = (await PromiseHands.OfAsync(db, company, [commitment], say.Plain("somebody"), ct)).GetValueOrDefault(commitment.Id),
        };
        return new Pressed(view, posts, presser, on);
    }

    CardAnswer NotLoaded(Turn turn) =>
        CardAnswer.Say(Sentences.In(turn.Locale).Plain(companies.Current.PersonOf(turn) is null ? "refusal.person-unlisted" : "commitment.unknown"));

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of the commitment {Commitment}: {Code}")]
    partial void Refused(string verb, Guid commitment, string code);
}
