using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Feedback;

/// <summary>Draws what the door delivers about feedback, from the state of this moment.</summary>
sealed class FeedbackRenderers(FeedbackReading reading, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        var say = await reading.SayToAsync(post.Person!.Value, ct);
        if (await reading.LookAtAsync(post.SubjectId!.Value, say, post.Id, clock.GetUtcNow(), ct) is not { } view)
            return null;
        var isRequest = post.Kind == FeedbackKinds.Request;
        // It stands nowhere, and there is nothing to ask for any more: it would only be noise.
        if (isRequest && post.ActivityId is null && !FeedbackCards.IsOpen(view))
            return null;
        return new RenderedCard(isRequest ? FeedbackCards.ForGiver(view) : FeedbackCards.ForReceiver(view), view.Feedback.Version) { Opening = FeedbackCards.Opening(view) };
    }

    public async Task<OutgoingActivity?> Reminder(Notice notice, CancellationToken ct) =>
        await ViewAsync(notice, ct) is { } view && FeedbackCards.IsOpen(view) ? OutgoingActivity.ForCard(FeedbackCards.Reminder(view)) : null;

    public async Task<OutgoingActivity?> Thanks(Notice notice, CancellationToken ct) =>
        await ViewAsync(notice, ct) is { } view ? OutgoingActivity.ForText(view.Say.Plain("feedback.thanks", view.Receiver, view.Label)) : null;

    public async Task<OutgoingActivity?> Promise(Notice notice, CancellationToken ct) =>
        await ViewAsync(notice, ct) is { Commitment: { } promised } view ? OutgoingActivity.ForCard(FeedbackCards.Promise(view, promised)) : null;

    /// <summary>The words may have been erased since.</summary>
    public async Task<OutgoingActivity?> Praise(Notice notice, CancellationToken ct) =>
        await ViewAsync(notice, ct) is { Feedback.IsToBeShared: true } view ? OutgoingActivity.ForCard(FeedbackCards.Praise(view)) : null;

    Task<FeedbackView?> ViewAsync(Notice notice, CancellationToken ct) =>
        reading.LookAtAsync(notice.SubjectId!.Value, Sentences.In(notice.Locale), notice.Id, clock.GetUtcNow(), ct);
}
