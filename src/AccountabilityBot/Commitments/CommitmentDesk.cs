using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>Presses on the card of a promise, and its card as it is at any moment. Only who promised may close it.</summary>
sealed partial class CommitmentDesk(BotDb db, CompanySource companies, FeedbackReading reading, TimeProvider clock, ILogger<CommitmentDesk> logger)
{
    sealed record Pressed(CommitmentView View, List<CardPost> Posts, CompanyPerson Presser)
    {
        public Commitment Commitment => View.Commitment;
    }

    public Task<CardAnswer> Done(Turn turn, CardPress press, CancellationToken ct) =>
        DecideAsync(turn, press, pressed => pressed.Commitment.Keep(pressed.Presser.Id, turn.Now), ct);

    public async Task<CardAnswer> Drop(Turn turn, CardPress press, CancellationToken ct)
    {
        if (CommitmentCards.IsFilledIn(press))
            return await DecideAsync(turn, press, pressed => pressed.Commitment.Drop(pressed.Presser.Id, CommitmentCards.Reason(press), turn.Now), ct);
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        return pressed.Commitment.MayClose(pressed.Presser.Id) is { } refusal
            ? Answer(pressed, press, refusal)
            : CardAnswer.Show(CommitmentCards.DropForm(pressed.View, null, null));
    }

    /// <summary>The truth, for who promised.</summary>
    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        return Truth(pressed, null);
    }

    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        if (await db.Commitments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == post.SubjectId, ct) is not { } commitment)
            return null;
        var say = await reading.SayToAsync(post.Person!.Value, ct);
        return new RenderedCard(CommitmentCards.Draw(new CommitmentView(commitment, say, post.Id, clock.GetUtcNow())), commitment.Version);
    }

    public async Task<OutgoingActivity?> KeptNews(Notice notice, CancellationToken ct)
    {
        if (await db.Commitments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == notice.SubjectId, ct) is not { } commitment)
            return null;
        var say = Sentences.In(notice.Locale);
        return OutgoingActivity.ForText(say.Plain("commitment.kept-news", companies.Current.NameOf(commitment.Owner, say.Plain("somebody")), commitment.Text));
    }

    async Task<CardAnswer> DecideAsync(Turn turn, CardPress press, Func<Pressed, Decision> decide, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return NotLoaded(turn);
        var decision = decide(pressed);
        await FollowAsync(pressed, decision, press, turn.Now, ct);
        // Always: a press that Teams delivers again is known by its first delivery and gets the truth.
        await db.SaveChangesAsync(ct);
        return decision.Refusal is { } refusal ? Answer(pressed, press, refusal) : Truth(pressed, null);
    }

    async Task FollowAsync(Pressed pressed, Decision decision, CardPress press, DateTimeOffset now, CancellationToken ct)
    {
        if (decision.Happened.Count == 0)
            return;
        var commitment = pressed.Commitment;
        if (commitment.LeadId is { } lead)
            db.Record(lead, decision.Happened, Via.Card, press.Id("post"), now);
        foreach (var post in pressed.Posts)
            post.Want(commitment.Version, now);
        // Whose word it was hears that it came to something.
        if (commitment.State is CommitmentState.Kept && commitment.FeedbackId is { } feedback
            && await db.PeerFeedback.AsNoTracking().Where(row => row.Id == feedback).Select(row => (PersonId?)row.Giver).SingleOrDefaultAsync(ct) is { } giver)
        {
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(now),
                Key = $"{CommitmentKinds.KeptNews}:{commitment.Id}",
                Kind = CommitmentKinds.KeptNews,
                Class = NoticeClass.Informative,
                Thread = Outgoing.ThreadOf(giver),
                Person = giver,
                SubjectId = commitment.Id,
                Locale = new Listener(giver).LanguageIn(companies.Current),
                Rank = FeedbackChanges.Rank,
                NotBefore = now,
                CreatedAt = now,
            });
        }
    }

    CardAnswer Answer(Pressed pressed, CardPress press, Refusal refusal)
    {
        Refused(press.Verb, pressed.Commitment.Id, refusal.Code);
        var (say, company) = (pressed.View.Say, companies.Current);
        var sentence = say.Plain("refusal." + refusal.Code, [.. refusal.Args.Select(arg => arg is PersonId person ? company.NameOf(person, say.Plain("somebody")) : arg)]);
        return refusal.Kind switch
        {
            RefusalKind.Stale => Truth(pressed, sentence),
            RefusalKind.Invalid => CardAnswer.Show(CommitmentCards.DropForm(pressed.View, CommitmentCards.Reason(press), sentence)),
            _ => CardAnswer.Say(sentence),
        };
    }

    /// <summary>What somebody promised to a neighbour is theirs to show.</summary>
    static CardAnswer Truth(Pressed pressed, string? line) => pressed.Presser.Id == pressed.Commitment.Owner
        ? CardAnswer.Show(CommitmentCards.Draw(pressed.View, line))
        : CardAnswer.Say(pressed.View.Say.Plain("commitment.unknown"));

    async Task<Pressed?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        if (press.Id(CommitmentCards.CommitmentKey) is not { } id || companies.Current.PersonOf(turn) is not { } presser)
            return null;
        if (await db.Commitments.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } commitment)
            return null;
        var posts = await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct);
        // Saved with whatever the press decides; a press that decides nothing leaves the copy to the next one.
        Copies.Adopt(db, posts, press.Id("post") ?? Guid.Empty, commitment.Version, turn, press);
        return new Pressed(new CommitmentView(commitment, Sentences.In(turn.Locale), press.Id("post") ?? Guid.Empty, turn.Now), posts, presser);
    }

    CardAnswer NotLoaded(Turn turn) =>
        CardAnswer.Say(Sentences.In(turn.Locale).Plain(companies.Current.PersonOf(turn) is null ? "refusal.person-unlisted" : "commitment.unknown"));

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of the commitment {Commitment}: {Code}")]
    partial void Refused(string verb, Guid commitment, string code);
}
