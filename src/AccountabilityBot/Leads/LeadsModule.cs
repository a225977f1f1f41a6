using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Leads.Import;
using AccountabilityBot.Leads.Ladders;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Leads;

/// <summary>The slice's contents page: what it needs, which verbs and words it answers, what it can have delivered, what it sweeps.</summary>
static class LeadsModule
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddScoped<LeadPressing>().AddScoped<LeadChanges>().AddScoped<LeadButtons>().AddScoped<LeadTexts>();
        services.AddScoped<LeadIntake>().AddScoped<LeadQueue>().AddSingleton<QueueRounds>().AddScoped<LeadTimers>().AddScoped<LeadRenderers>();
        services.AddScoped<LadderSweep>().AddScoped<PoolCall>();
        services.AddScoped<LeadKeeping>().AddScoped<Departing>().AddScoped<GuardianLists>().AddScoped<Resting>();
        services.AddScoped<LeadCalls>().AddScoped<LeadCallRenderers>();
        services.AddScoped<LeadSnoozes>();
        services.AddScoped<SenderPosts>();
        services.AddSingleton<LeadImport>().AddSingleton<OutcomeImport>();

        services.AddSingleton(new SweepStep("leads.climb-ladders", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LadderSweep>().ClimbAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.end-holds", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadTimers>().EndHoldsAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.settle-rejects", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadTimers>().SettleRejectsAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.bring-back", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadTimers>().BringBackAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.end-snoozes", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadSnoozes>().EndAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.follow-departures", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<Departing>().FollowAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.take-back-offers", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadKeeping>().TakeBackOffersAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.find-adrift", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadKeeping>().FindAdriftAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.open-queue", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadQueue>().OpenAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.keep-guardian-lists", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<GuardianLists>().KeepAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.call-unreachable", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadCalls>().CallUnreachableAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.ask-for-channels", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadCalls>().AskForChannelsAsync(now, ct)));
        services.AddSingleton(new SweepStep("leads.tell-queue-waits", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<LeadCalls>().TellQueueWaitsAsync(now, ct)));
        return services;
    }

    public static void MapLeads(Routes routes)
    {
        Press(LeadVerbs.View, (slice, turn, press, ct) => slice.Buttons.View(turn, press, ct));
        Press(LeadVerbs.Details, (slice, turn, press, ct) => slice.Buttons.Details(turn, press, ct));
        Press(LeadVerbs.Accept, (slice, turn, press, ct) => slice.Buttons.Accept(turn, press, ct));
        Press(LeadVerbs.Reject, (slice, turn, press, ct) => slice.Reject.Press(turn, press, ct));
        Press(LeadVerbs.Undo, (slice, turn, press, ct) => slice.Buttons.Undo(turn, press, ct));
        Press(LeadVerbs.PassOn, (slice, turn, press, ct) => slice.PassOn.Press(turn, press, ct));
        Press(LeadVerbs.Contacted, (slice, turn, press, ct) => slice.Buttons.Contacted(turn, press, ct));
        Press(LeadVerbs.Hold, (slice, turn, press, ct) => slice.Hold.Press(turn, press, ct));
        Press(LeadVerbs.HandBack, (slice, turn, press, ct) => slice.HandBack.Press(turn, press, ct));
        Press(LeadVerbs.Take, (slice, turn, press, ct) => slice.Buttons.Take(turn, press, ct));
        Press(LeadVerbs.Assign, (slice, turn, press, ct) => slice.Assign.Press(turn, press, ct));
        Press(LeadVerbs.Close, (slice, turn, press, ct) => slice.Close.Press(turn, press, ct));
        Press(LeadVerbs.Snooze, (slice, turn, press, ct) => slice.Snooze.Press(turn, press, ct));
        Press(LeadVerbs.Clarify, (slice, turn, press, ct) => slice.Clarify.Press(turn, press, ct));
        Press(LeadVerbs.Agree, (slice, turn, press, ct) => slice.Buttons.Agree(turn, press, ct));

        routes.Card<GuardianLists>(LeadVerbs.GuardianList, (lists, turn, press, ct) => lists.Show(turn, press, ct), (lists, turn, press, ct) => lists.Show(turn, press, ct));

        routes.Text<LeadTexts>("my leads", (texts, turn, rest, ct) => texts.MyLeads(turn, rest, ct));
        routes.Text<LeadTexts>("lead", (texts, turn, rest, ct) => texts.Lead(turn, rest, ct));

        // Whatever was pressed, a press that Teams delivers again is answered with the lead as it is.
        void Press(string verb, Func<LeadButtons, Turn, CardPress, CancellationToken, Task<CardAnswer>> act) =>
            routes.Card<LeadButtons>(verb, act, (slice, turn, press, ct) => slice.Buttons.View(turn, press, ct));
    }

    public static void AddLeadKinds(DeliveryKinds kinds)
    {
        foreach (var (kind, manners) in ((string, Manners)[])
        [
            (LeadKinds.Channel, Manners.Solicited), (LeadKinds.Asked, Manners.Solicited), (LeadKinds.Personal, Manners.Offer),
            (LeadKinds.Nudge, Manners.Reminder), (LeadKinds.SecondLine, Manners.Help), (LeadKinds.Guardian, Manners.Help), (LeadKinds.Sender, Manners.News),
        ])
        {
            kinds.Card<LeadRenderers>(kind, (leads, post, ct) => leads.Card(post, ct), manners, isAnswer: kind == LeadKinds.Asked);
        }

        // Many leads in one message: it is what a bundle is.
        kinds.Card<LeadRenderers>(LeadKinds.GuardianList, (leads, post, ct) => leads.GuardianList(post, ct), Manners.Bundle);
        kinds.Notice<LeadRenderers>(LeadKinds.RejectedNotice, (leads, notice, ct) => leads.Rejected(notice, ct), Manners.News);
        kinds.Notice<LeadRenderers>(LeadKinds.HoldEndedNotice, (leads, notice, ct) => leads.HoldEnded(notice, ct), Manners.News);
        // Whoever is about to pick up the telephone has to know it now, whatever they have muted.
        kinds.Notice<LeadRenderers>(LeadKinds.ContactStoppedNotice, (leads, notice, ct) => leads.ContactStopped(notice, ct));
        kinds.Notice<LeadCallRenderers>(LeadKinds.CallNotice, (calls, notice, ct) => calls.Call(notice, ct), Manners.Help);
        kinds.Notice<LeadCallRenderers>(LeadKinds.NoChannelNotice, (calls, notice, ct) => calls.NoChannel(notice, ct), Manners.Help);
        kinds.Notice<LeadCallRenderers>(LeadKinds.QueueWaitsNotice, (calls, notice, ct) => calls.QueueWaits(notice, ct), Manners.Help);
        // They named the hour themselves.
        kinds.Notice<LeadSnoozes>(LeadKinds.SnoozeOverNotice, (snoozes, notice, ct) => snoozes.Over(notice, ct));
        kinds.Notice<LeadRenderers>(LeadKinds.MyLeadsNotice, (leads, notice, ct) => leads.MyLeads(notice, ct));
        kinds.Notice<LeadRenderers>(LeadKinds.LeadNotFoundNotice, (_, notice, ct) => LeadRenderers.NotFound(notice, ct));
    }
}

/// <summary>Everything that can be pressed on a lead's card.</summary>
sealed class LeadButtons(LeadPressing pressing)
{
    public LeadActions Buttons => new(pressing);

    public RejectForm Reject => new(pressing);

    public PassOnForm PassOn => new(pressing);

    public HoldForm Hold => new(pressing);

    public HandBackForm HandBack => new(pressing);

    public AssignForm Assign => new(pressing);

    public CloseForm Close => new(pressing);

    public SnoozeForm Snooze => new(pressing);

    public ClarifyForm Clarify => new(pressing);
}
