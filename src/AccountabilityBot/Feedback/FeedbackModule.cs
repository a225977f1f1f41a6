using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Feedback;

/// <summary>The slice's contents page: what it needs, which verbs and words it answers, what it can have delivered, what it sweeps.</summary>
static class FeedbackModule
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddScoped<FeedbackReading>().AddScoped<FeedbackChanges>().AddScoped<FeedbackPressing>().AddScoped<FeedbackButtons>().AddScoped<FeedbackRenderers>();
        services.AddScoped<FeedbackSweep>().AddScoped<GivingUnasked>().AddScoped<PairTexts>().AddScoped<SeamReading>();

        services.AddSingleton(new SweepStep("feedback.ask", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<FeedbackSweep>().AskAsync(now, ct)));
        services.AddSingleton(new SweepStep("feedback.progress", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<FeedbackSweep>().ProgressAsync(now, ct)));
        return services;
    }

    public static void MapFeedback(Routes routes)
    {
        Press(FeedbackVerbs.View, (slice, turn, press, ct) => slice.View(turn, press, ct));
        Press(FeedbackVerbs.Send, (slice, turn, press, ct) => slice.Send(turn, press, ct));
        Press(FeedbackVerbs.Skip, (slice, turn, press, ct) => slice.Skip(turn, press, ct));
        Press(FeedbackVerbs.Thank, (slice, turn, press, ct) => slice.Thank(turn, press, ct));
        Press(FeedbackVerbs.Commit, (slice, turn, press, ct) => slice.Commit(turn, press, ct));
        Press(FeedbackVerbs.Share, (slice, turn, press, ct) => slice.Share(turn, press, ct));

        routes.Card<GivingUnasked>(FeedbackVerbs.Choose, (giving, turn, press, ct) => giving.Choose(turn, press, ct), (giving, turn, press, ct) => giving.Choose(turn, press, ct));
        routes.Card<GivingUnasked>(FeedbackVerbs.Give, (giving, turn, press, ct) => giving.Give(turn, press, ct), (giving, turn, press, ct) => giving.Choose(turn, press, ct));
        foreach (var words in (string[])["feedback for", "feedback to", "feedback für"])
            routes.Text<GivingUnasked>(words, (giving, turn, rest, ct) => giving.Asked(turn, rest, ct));
        routes.Text<GivingUnasked>("feedback", (giving, turn, rest, ct) => giving.Mentioned(turn, rest, ct));
        routes.Text<PairTexts>("pair", (pairs, turn, rest, ct) => pairs.Asked(turn, rest, ct));

        // Whatever was pressed, a press that Teams delivers again is answered with the feedback as it is.
        void Press(string verb, Func<FeedbackButtons, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<FeedbackButtons>(verb, act, (slice, turn, press, ct) => slice.View(turn, press, ct));
    }

    public static void AddFeedbackKinds(DeliveryKinds kinds)
    {
        // To be asked is a reminder of a hand-off: quiet hours, the budget and who muted reminders hold it back.
        kinds.Card<FeedbackRenderers>(FeedbackKinds.Request, (feedback, post, ct) => feedback.Card(post, ct), Manners.Reminder);
        kinds.Card<FeedbackRenderers>(FeedbackKinds.Received, (feedback, post, ct) => feedback.Card(post, ct), Manners.News);
        kinds.Notice<FeedbackRenderers>(FeedbackKinds.Reminder, (feedback, notice, ct) => feedback.Reminder(notice, ct), Manners.Reminder);
        kinds.Notice<FeedbackRenderers>(FeedbackKinds.Thanks, (feedback, notice, ct) => feedback.Thanks(notice, ct), Manners.News);
        kinds.Notice<FeedbackRenderers>(FeedbackKinds.Promise, (feedback, notice, ct) => feedback.Promise(notice, ct), Manners.News);
        kinds.Notice<FeedbackRenderers>(FeedbackKinds.Praise, (feedback, notice, ct) => feedback.Praise(notice, ct), Manners.News);
        kinds.Notice<GivingUnasked>(FeedbackKinds.Form, (giving, notice, ct) => giving.Form(notice, ct));
        kinds.Notice<GivingUnasked>(FeedbackKinds.Sentence, (_, notice, _) => GivingUnasked.Sentence(notice));
        kinds.Notice<PairTexts>(FeedbackKinds.Pair, (pairs, notice, ct) => pairs.Pair(notice, ct));
    }
}
