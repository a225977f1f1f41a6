using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>
/// Presses on what somebody promised who is gone, on the card that offers it or where it is a row among others: take it over, or
/// drop it. Whoever was asked may, and so may all who could have been.
/// </summary>
sealed partial class TakingOver(
    BotDb db, CompanySource companies, CommitmentChanges changes, TakeOverLine line, TakeOverReading reading, PressedCards cards, ILogger<TakingOver> logger)
{
    /// <param name="From">Whose it was when it was offered.</param>
    /// <param name="On">The card of several on which it was pressed; none: that of the offer.</param>
    sealed record Pressed(Commitment Commitment, PersonId From, Successor Actor, TakeOverView View, List<CardPost> Posts, CardPost? On);

    /// <summary>One press while its day is still to come; else whoever takes it says by when.</summary>
    public async Task<CardAnswer> Take(Turn turn, CardPress press, CancellationToken ct)
    {
        var typed = CommitmentForm.Read(press);
        return await DecideAsync(
            turn, press, pressed => pressed.Commitment.TakeOver(pressed.Actor, pressed.From, typed.Day, pressed.View.Today, turn.Now), (pressed, wrong) => CommitmentForm.TakeOver(
                pressed.View.Form, typed with { Day = typed.Day ?? NextDigest(pressed), Problem = CommitmentForm.IsFilledIn(press) ? wrong : null }), ct);
    }

    public async Task<CardAnswer> Drop(Turn turn, CardPress press, CancellationToken ct)
    {
        if (!CommitmentForm.IsFilledIn(press))
        {
            if (await LoadAsync(turn, press, ct) is not { } asking)
                return NotLoaded(turn);
            return asking.Commitment.MayTake(asking.Actor, asking.From) is { } refusal
                ? await AnswerAsync(asking, press, refusal, null, ct)
                : CardAnswer.Show(CommitmentForm.DropFor(asking.View.Form, new TypedPromise()));
        }

        var typed = CommitmentForm.Read(press);
        return await DecideAsync(
            turn, press, pressed => pressed.Commitment.DropFor(pressed.Actor, pressed.From, typed.Reason, turn.Now),
            (pressed, wrong) => CommitmentForm.DropFor(pressed.View.Form, typed with { Problem = wrong }), ct);
    }

    /// <summary>The truth: the card of several on which it was pressed, else the offer, for those whom it concerns.</summary>
    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) =>
        await LoadAsync(turn, press, ct) is { } pressed ? await TruthAsync(pressed, null, ct) : NotLoaded(turn);

    async Task<CardAnswer> DecideAsync(Turn turn, CardPress press, Func<Pressed, Decision> decide, Func<Pressed, string, AdaptiveCard> form, CancellationToken ct)
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

        return decision.Refusal is { } refusal
            ? await AnswerAsync(pressed, press, refusal, form, ct)
            : await TruthAsync(await LoadAsync(turn, press, ct) ?? pressed, null, ct);
    }

    async Task<CardAnswer> AnswerAsync(Pressed pressed, CardPress press, Refusal refusal, Func<Pressed, string, AdaptiveCard>? form, CancellationToken ct)
    {
        Refused(press.Verb, pressed.Commitment.Id, refusal.Code);
        var say = pressed.View.Say;
        var names = await PromiseHands.NamesAsync(db, companies.Current, [.. refusal.Args.OfType<PersonId>()], say.Plain("somebody"), ct);
        var sentence = say.Plain("refusal." + refusal.Code, [.. refusal.Args.Select(arg => arg is PersonId person ? names(person) : arg)]);
        return refusal.Kind switch
        {
            RefusalKind.Stale => await TruthAsync(pressed, sentence, ct),
            RefusalKind.Invalid when form is not null => CardAnswer.Show(form(pressed, sentence)),
            _ => CardAnswer.Say(sentence),
        };
    }

    async Task<CardAnswer> TruthAsync(Pressed pressed, string? sentence, CancellationToken ct)
    {
        if (pressed.On is { } on && await cards.DrawAsync(on, sentence, ct) is { } card)
            return CardAnswer.Show(card);
        var (commitment, view) = (pressed.Commitment, pressed.View);
        if (pressed.Actor.Person == commitment.Owner && commitment.Owner != pressed.From && commitment.State is not CommitmentState.Dropped)
        {
            var hands = await PromiseHands.OfAsync(db, companies.Current, [commitment], view.Say.Plain("somebody"), ct);
            return CardAnswer.Show(CommitmentCards.Draw(view.Form with { Hands = hands.GetValueOrDefault(commitment.Id) }, sentence));
        }

        // What is between two people is shown to nobody else, and the others' cards to who may act on them.
        return !commitment.IsPrivate && pressed.Actor.MayTake
            ? CardAnswer.Show(TakeOverCards.Draw(view, sentence))
            : CardAnswer.Say(view.Say.Plain("commitment.unknown"));
    }

    async Task<Pressed?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        if (press.Id(CommitmentForm.CommitmentKey) is not { } id || companies.Current.PersonOf(turn) is not { } presser)
            return null;
        if (await db.Commitments.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } commitment)
            return null;
        var posts = await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct);
        var (place, on) = (press.Id("post") ?? Guid.Empty, await cards.FindAsync(press, presser.Id, ct));
        // Saved with whatever the press decides; a press that decides nothing leaves the copy to the next one. A bundle is no copy.
        if (on is null && !posts.Exists(post => post.Id == place && post.State is PostState.Bundled))
            Copies.Adopt(db, posts, place, commitment.Version, turn, press, post => post.Kind == CommitmentKinds.TakeOver);
        var from = posts.Find(post => post.Id == place)?.From() ?? TakeOverReading.LatestFrom(posts) ?? commitment.Owner;
        return new Pressed(
            commitment, from, await line.ActorAsync(commitment, from, presser, posts, ct),
            await reading.ViewAsync(commitment, from, posts, presser.Id, place, Sentences.In(turn.Locale), turn.Now, ct), posts, on);
    }

    DateOnly NextDigest(Pressed pressed) =>
        CommitmentDays.NextDigest(companies.Current, companies.Current.Model.FindDepartment(pressed.Commitment.Department), pressed.View.Today);

    CardAnswer NotLoaded(Turn turn) =>
        CardAnswer.Say(Sentences.In(turn.Locale).Plain(companies.Current.PersonOf(turn) is null ? "refusal.person-unlisted" : "commitment.unknown"));

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of the commitment {Commitment}: {Code}")]
    partial void Refused(string verb, Guid commitment, string code);
}
