using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Jobs;

namespace AccountabilityBot.Reminders;

/// <summary>The slice's contents page: on the working day before a digest, each person concerned is told once what is due by it.</summary>
static class RemindersModule
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddScoped<ReminderSweep>().AddScoped<ReminderRenderers>();
        services.AddSingleton(new SweepStep("cadence.remind", Lane.Decide, (scope, now, ct) => scope.GetRequiredService<ReminderSweep>().RemindAsync(now, ct)));
        return services;
    }

    public static void AddReminderKinds(DeliveryKinds kinds) =>
        kinds.Card<ReminderRenderers>(ReminderKinds.Reminder, (reminders, post, ct) => reminders.Card(post, ct), Manners.Reminder);
}

/// <summary>Kinds of cards that remind. Stored: they never change.</summary>
static class ReminderKinds
{
    /// <summary>To one person: the promises and the numbers that are due by the next digest.</summary>
    public const string Reminder = "cadence.reminder";
}
