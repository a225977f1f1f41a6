using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Feedback;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>
/// The card on which somebody pressed, when it shows several promises: whoever pressed gets that card as it is now, and not
/// the card of one promise.
/// </summary>
sealed class PressedCards(BotDb db, CompanySource companies, DeliveryKinds kinds, IServiceProvider services)
{
    /// <summary>None: it is a promise's own card, or one that this person does not have. The id comes from their machine.</summary>
    public async Task<CardPost?> FindAsync(CardPress press, PersonId presser, CancellationToken ct)
    {
        if (press.Id("post") is not { } id || await db.CardPosts.SingleOrDefaultAsync(post => post.Id == id, ct) is not { } post)
            return null;
        var showsMany = post is { LeadId: null, NumberId: null, SubjectId: not null, Kind: not CommitmentKinds.Mine and not CommitmentKinds.OfferHelp and not CommitmentKinds.TakeOver };
        return showsMany && (post.Person is null || post.Person == presser) && kinds.Cards.Contains(post.Kind) ? post : null;
    }

    /// <summary>A copy that nobody knew of converges from now on; a bundle from which it was opened is none.</summary>
    public async Task AdoptAsync(CardPost pressed, Turn turn, CardPress press, CancellationToken ct)
    {
        if (pressed.State is PostState.Bundled)
            return;
        if (pressed.Kind is CadenceKinds.Digest && companies.Current.PersonOf(turn) is { } reader)
            await DigestDesk.ReadAsync(db, pressed.SubjectId!.Value, reader.Id, turn.Now, ct);
        var posts = await db.CardPosts.Where(post => post.SubjectId == pressed.SubjectId).ToListAsync(ct);
        Copies.Adopt(db, posts, pressed.Id, pressed.Wanted, turn, press, keepsArgument: _ => true);
    }

    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    /// <returns>None: there is nothing on it any more.</returns>
    public async Task<AdaptiveCard?> DrawAsync(CardPost pressed, string? line, CancellationToken ct)
    {
        if (await kinds.RendererOf(pressed)(services, pressed, ct) is not { Card: var card })
            return null;
        return line is null ? card : card with { Body = [.. FeedbackCards.Line(line), .. card.Body] };
    }
}
