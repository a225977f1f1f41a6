using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Council;

/// <summary>The company of the scenarios with a council: Ines, Ravi and Priya, who are the heads, and Noor, who administers. It meets in Sales.</summary>
static class Councils
{
    internal static readonly string Model = Brightwater.Model.Replace(
        "rhythms: { digest: never }", "rhythms: { digest: never, council: first tuesday of the month 10:00 }", StringComparison.Ordinal);

    internal static readonly BotSetup Setup = new() { Model = Model };

    internal static readonly IReadOnlyList<Colleague> Members = [Brightwater.Ines, Brightwater.Ravi, Brightwater.Priya, Brightwater.Noor];

    /// <summary>The same company, and hot leads wait longer.</summary>
    internal static readonly string Slower = Model.Replace("offer: pool, acceptWithin: 10m", "offer: pool, acceptWithin: 20m", StringComparison.Ordinal);

    internal static Company Company(this BotHarness bot) => bot.Services.GetRequiredService<CompanySource>().Current;

    internal static TimeSpan AcceptWithin(this BotHarness bot, string segment) => bot.Company().Model.FindSegment(segment)!.AcceptWithin;

    /// <summary>A rule change as the daily look drafts it.</summary>
    internal static async Task<RuleChange> DraftedAsync(this BotHarness bot, string source = "fair", string reason = "no-need")
    {
        var now = bot.Clock.GetUtcNow();
        var change = RuleChange.Draft(
            new RuleChangeDraft(source, reason, "marketing", "sales", 20, 12), (now.AddDays(-90), now), [1_001, 1_002], CouncilDay(now), Guid.CreateVersion7(now), now);
        await bot.Write(db => db.RuleChanges.Add(change));
        return change;
    }

    /// <summary>A press that a reader of another language makes.</summary>
    internal static JsonObject In(this JsonObject activity, string locale)
    {
        activity["locale"] = locale;
        return activity;
    }

    static DateOnly CouncilDay(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
