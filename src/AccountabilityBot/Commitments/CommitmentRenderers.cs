using System.Globalization;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>Draws what the door delivers about one promise; what was overtaken is not sent.</summary>
sealed class CommitmentRenderers(BotDb db, CompanySource companies, FeedbackReading reading, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        if (await FindAsync(post, ct) is not { } commitment)
            return null;
        var (company, now, isOffer) = (companies.Current, clock.GetUtcNow(), post.Kind == CommitmentKinds.OfferHelp);
        var today = CommitmentDays.DayOf(company, commitment.Owner, now);
        // Not sent yet, and there is nothing to help with any more.
        if (isOffer && post.ActivityId is null && (commitment.IsOffered || !commitment.IsSlipping(today) || !IsOfferOf(commitment, post)))
            return null;
        var say = await reading.SayToAsync(post.Person!.Value, ct);
        var hands = (await PromiseHands.OfAsync(db, company, [commitment], say.Plain("somebody"), ct)).GetValueOrDefault(commitment.Id);
        var view = new CommitmentView(commitment, say, post.Id, now)
        {
            Today = today,
            OffersHelp = isOffer,
            Helper = CommitmentDays.HelperOf(commitment, company)?.Name,
            Hands = hands,
            IsTheirs = post.Person == commitment.Owner,
        };
        return new RenderedCard(CommitmentCards.Draw(view), commitment.Version) { Opening = CommitmentCards.Opening(view) };
    }

    public async Task<OutgoingActivity?> KeptNews(Notice notice, CancellationToken ct)
    {
        if (await FindAsync(notice, ct) is not { } commitment)
            return null;
        var say = Sentences.In(notice.Locale);
        return OutgoingActivity.ForText(say.Plain("commitment.kept-news", companies.Current.NameOf(commitment.Owner, say.Plain("somebody")), commitment.Text));
    }

    /// <summary>One line with the promise. None: it is closed, or has another day by now.</summary>
    public async Task<OutgoingActivity?> ToTheHead(Notice notice, CancellationToken ct)
    {
        if (await FindAsync(notice, ct) is not { State: CommitmentState.Open } commitment || !IsAboutThis(notice, commitment))
            return null;
        var say = await reading.SayToAsync(notice.Person!.Value, ct);
        var (owner, by) = (companies.Current.NameOf(commitment.Owner, say.Plain("somebody")), ValueWords.Day(commitment.DueOn, say));
        return OutgoingActivity.ForText(notice.Kind switch
        {
            CommitmentKinds.HelpWanted => say.Plain("commitment.to-head.help", owner, by, commitment.Text),
            CommitmentKinds.NoWord => say.Plain("commitment.to-head.no-word", owner, by, commitment.Text),
            _ => say.Plain("commitment.to-head.owner-gone", by, commitment.Text),
        });
    }

    /// <summary>An earlier version wrote down the moves alone.</summary>
    static bool IsAboutThis(Notice notice, Commitment commitment) =>
        notice.Argument == CommitmentChanges.StampOf(commitment) || notice.Argument == commitment.Moves.ToString(CultureInfo.InvariantCulture);

    static bool IsOfferOf(Commitment commitment, CardPost post) =>
        CommitmentChanges.IsOffer(post, commitment, commitment.HelpAt is null ? SlipReasons.MovedAgain : SlipReasons.DayOver);

    Task<Commitment?> FindAsync(Outgoing about, CancellationToken ct) => db.Commitments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == about.SubjectId, ct);
}
