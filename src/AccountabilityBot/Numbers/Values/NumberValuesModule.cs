using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers.Values;

/// <summary>The slice's contents page: how values of numbers come in, by keepers, by the API and by our own counting.</summary>
static class NumberValuesModule
{
    public static IServiceCollection AddNumberValues(this IServiceCollection services)
    {
        services.AddSingleton<EmptyPeriods>().AddScoped<ValueDesk>().AddScoped<ValueCalls>().AddScoped<FigureRows>().AddScoped<FigureSweep>().AddScoped<StaleCards>();
        // What can be counted is counted before anybody is asked.
        services.AddSingleton(new SweepStep("numbers.compute", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<FigureSweep>().ComputeAsync(now, ct)));
        services.AddSingleton(new SweepStep("numbers.ask-keepers", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<ValueCalls>().AskAsync(now, ct)));
        services.AddSingleton(new SweepStep("numbers.follow-stale", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<StaleCards>().FollowAsync(now, ct)));
        return services;
    }

    public static void MapNumberValues(Routes routes)
    {
        routes.Card<ValueDesk>(ValueVerbs.Save, (desk, turn, press, ct) => desk.Save(turn, press, ct), (desk, turn, press, ct) => desk.View(turn, press, ct));
        routes.Card<ValueDesk>(ValueVerbs.Change, (desk, turn, press, ct) => desk.Change(turn, press, ct), (desk, turn, press, ct) => desk.View(turn, press, ct));
        routes.Card<ValueDesk>(ValueVerbs.View, (desk, turn, press, ct) => desk.View(turn, press, ct), (desk, turn, press, ct) => desk.View(turn, press, ct));
    }

    public static void AddNumberValueKinds(DeliveryKinds kinds) => kinds.Card<ValueDesk>(ValueKinds.Due, (desk, post, ct) => desk.Render(post, ct), Manners.Reminder);
}

/// <summary>Kinds of cards about values. Stored: they never change.</summary>
static class ValueKinds
{
    /// <summary>In the chat of whoever keeps a number: its value is due, and then what it is.</summary>
    public const string Due = "number.value-due";
}

/// <summary>The verbs on the keeper's card. They stand on cards that were posted long ago: they never change.</summary>
static class ValueVerbs
{
    public const string Save = "number.save-value";
    public const string Change = "number.change-value";
    public const string View = "number.view-value";
}
