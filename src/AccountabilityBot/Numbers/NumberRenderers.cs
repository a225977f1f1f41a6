using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers;

/// <summary>Draws what the door delivers about numbers, from the state of this moment.</summary>
sealed class NumberRenderers(BotDb db, CompanySource companies, NumberDesk desk, NumberReading reading, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await desk.LookAtAsync(post.NumberId!, now, ct) is not { } at || IsTooLate(post, at))
            return null;
        var view = await reading.ReadAsync(at, post.Person, Sentences.In(await LocaleAsync(post.Person, at, ct)), post.Id, now, ct);
        // What changes from now on without a version is seen against this picture.
        post.Picture = PictureOf(at, view.IsStale);
        return new RenderedCard(CardOf(view, post.Kind, post.Argument), at.Number.Version);
    }

    public static AdaptiveCard CardOf(NumberView view, string kind, string? argument) => kind switch
    {
        NumberKinds.Offer => NumberCard.Offer(view, HandOverOf(view.Number, argument)),
        NumberKinds.Orphan => NumberCard.Orphan(view),
        NumberKinds.StillYours => NumberCard.StillYours(view),
        NumberKinds.Unconfirmed when view.Reader is not null => NumberCard.Unconfirmed(view),
        NumberKinds.Challenge => NumberCard.Challenge(view),
        _ => NumberCard.Draw(view),
    };

    /// <summary>What a card shows that no version tells: who stands in, and until when, and that a value is overdue.</summary>
    public static string? PictureOf(NumberAtHand at, bool isStale)
    {
        var acting = at.Acting is { } standIn ? $"{standIn.Person}:{standIn.Until.ToUnixTimeSeconds()}" : null;
        return isStale ? acting + Stale : acting;
    }

    /// <summary>At the end of a picture: its card says that a value is overdue.</summary>
    public const string Stale = "|stale";

    public async Task<OutgoingActivity?> HandOverNews(Notice notice, CancellationToken ct)
    {
        var said = notice.Argument!.Split(':');
        if (await ViewAsync(notice, ct) is not { } view || HandOverOf(view.Number, said[0]) is not { } handOver || handOver.State.ToString() != said[1])
            return null;
        return OutgoingActivity.ForCard(NumberNews.HandOver(view, handOver));
    }

    public async Task<OutgoingActivity?> ChallengeAnswered(Notice notice, CancellationToken ct)
    {
        if (await ViewAsync(notice, ct) is not { } view || view.Number.Challenges.FirstOrDefault(one => one.Id.ToString() == notice.Argument) is not { Answer: not null } challenge)
            return null;
        return OutgoingActivity.ForCard(NumberNews.Answered(view, challenge));
    }

    public async Task<OutgoingActivity?> Question(Notice notice, CancellationToken ct)
    {
        var (asker, words) = (notice.Argument![..Guid.Empty.ToString().Length], notice.Argument[(Guid.Empty.ToString().Length + 1)..]);
        if (await ViewAsync(notice, ct) is not { } view || companies.Current.Find(new PersonId(Guid.Parse(asker))) is not { } person)
            return null;
        return OutgoingActivity.ForCard(NumberNews.Question(view, person, words));
    }

    static HandOver? HandOverOf(TrackedNumber number, string? id) => number.HandOvers.FirstOrDefault(one => one.Id.ToString() == id);

    /// <summary>A card that never stood anywhere, about something that is over, would only be noise.</summary>
    static bool IsTooLate(CardPost post, NumberAtHand at) => post is { ActivityId: null, Shown: 0 } && post.Kind switch
    {
        NumberKinds.Offer => HandOverOf(at.Number, post.Argument) is not { State: HandOverState.Proposed },
        NumberKinds.Orphan => at.Number.Current is not null || !at.Number.IsActive,
        NumberKinds.StillYours => at.Number.StillYoursAskedAt is null || at.Owner != post.Person,
        NumberKinds.Unconfirmed => at.Number.StillYoursToldAt is null,
        NumberKinds.Challenge => !at.Number.IsDisputed,
        _ => false,
    };

    async Task<NumberView?> ViewAsync(Notice notice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await desk.LookAtAsync(notice.NumberId!, now, ct) is { } at
            ? await reading.ReadAsync(at, notice.Person, Sentences.In(await LocaleAsync(notice.Person, at, ct)), notice.Id, now, ct)
            : null;
    }

    async Task<string> LocaleAsync(PersonId? reader, NumberAtHand at, CancellationToken ct) =>
        await db.LocaleOfAsync(reader, ct)
        ?? at.Department?.Language ?? at.Company.Model.Language;
}
