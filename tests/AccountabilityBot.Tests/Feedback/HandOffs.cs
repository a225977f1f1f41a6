using System.Globalization;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary>The company of the scenarios, in which people are asked for feedback, and the hand-offs that they are asked about.</summary>
static class HandOffs
{
    internal static readonly BotSetup AskingAll = new() { Model = Model.Replace("ask: none", "ask: all", StringComparison.Ordinal).Replace("queueWait: 1d", "queueWait: 1d\n  dispositionWithin: never", StringComparison.Ordinal) };

    internal static readonly object FromMei = new { department = "marketing", person = Mei.Email };

    internal const string Word = "Write down who called them last.";

    internal static readonly (string, string)[] Fine = Rate("5, fully");

    internal static (string Label, string Value)[] Rate(string score, string? word = Word, bool mayShare = false) =>
    [
        ("Complete: was everything there?", score), ("Timely: did it come when you needed it?", score), ("Fit: was it the right lead for you?", score),
        ("One thing that would help", word ?? ""), ("If it is praise, all 4 or 5", mayShare ? "true" : "false"),
    ];

    internal static (string Label, string Value)[] RateTheOtherSide(string score, string? word = Word, bool mayShare = false) =>
    [
        ("Timely: was it taken up soon enough?", score), ("Informed: did you hear what became of it?", score), ("Care: was it handled as you would want?", score),
        ("One thing that would help", word ?? ""), ("If it is praise, all 4 or 5", mayShare ? "true" : "false"),
    ];

    /// <summary>A hot lead of marketing, which this person takes and whose buyer they speak to.</summary>
    /// <param name="from">Who sent it; none: nobody knows.</param>
    /// <returns>Its number.</returns>
    internal static async Task<string> ContactedByAsync(this BotHarness bot, Colleague owner, object? from)
    {
        var no = await bot.AcceptedByAsync(owner, from);
        await bot.Press(owner, bot.Teams.Standing(owner)[^1], "Contacted");
        await bot.Overlook();
        return no;
    }

    internal static async Task<string> AcceptedByAsync(this BotHarness bot, Colleague owner, object? from)
    {
        await bot.Overlook();
        var no = await bot.Lead(from is null ? new { segment = "hot", from = (object)new { department = "marketing" } } : new { segment = "hot", from });
        await bot.Press(owner, await bot.ExpectPost(Sales), "Accept");
        await bot.Overlook();
        return no;
    }

    /// <summary>The request about that hand-off, an hour later.</summary>
    internal static async Task<ShownCard> AskedAsync(this BotHarness bot, Colleague owner, object? from)
    {
        await bot.ContactedByAsync(owner, from);
        await bot.Advance(1.Hours());
        return await bot.ExpectPost(owner, "How did Marketing hand this over?");
    }

    /// <summary>What the receiver gets.</summary>
    internal static async Task<ShownCard> ReceivedAsync(this BotHarness bot, Colleague giver, Colleague receiver, object? from, params (string, string)[] inputs)
    {
        await bot.Press(giver, await bot.AskedAsync(giver, from), "Send", inputs.Length == 0 ? Fine : inputs);
        var received = await bot.ExpectPost(receiver, $"{giver.Name} tells you how it went");
        await bot.Overlook();
        return received;
    }

    internal static Task<List<PeerFeedback>> FeedbackAsync(this BotHarness bot) => bot.Read(db => db.PeerFeedback.AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    internal static Task<Commitment> CommitmentAsync(this BotHarness bot) => bot.Read(db => db.Commitments.AsNoTracking().SingleAsync());

    /// <summary>What the ledger says of a hand-off beside the lead's own story.</summary>
    internal static Task<string> SaidOfAsync(this BotHarness bot, string no)
    {
        var number = long.Parse(no["L-".Length..], CultureInfo.InvariantCulture);
        return bot.Read(async db => string.Join(", ", await db.Ledger.AsNoTracking()
            .Where(row => db.Leads.Any(lead => lead.Id == row.LeadId && lead.No == number) && !row.Kind.StartsWith("lead."))
            .OrderBy(row => row.Seq).Select(row => row.Kind).ToListAsync()));
    }
}
