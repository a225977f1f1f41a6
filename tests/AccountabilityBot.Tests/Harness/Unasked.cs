using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Harness;

/// <summary>Messages to a person that they did not ask for, of kinds that only tests have: one for each manners.</summary>
static class Unasked
{
    const string ReminderKind = "test.reminder";
    const string NewsKind = "test.news";
    const string HelpKind = "test.help";

    /// <summary>What says this is overtaken before it is drawn.</summary>
    internal const string Overtaken = "This is no longer true";

    internal static BotSetup Setup { get; } = With(_ => Task.CompletedTask);

    /// <param name="drawing">Happens whenever one of them is drawn.</param>
    internal static BotSetup With(Func<Notice, Task> drawing) => new()
    {
        Kinds = kinds =>
        {
            foreach (var (kind, manners) in ((string, Manners)[])[(ReminderKind, Manners.Reminder), (NewsKind, Manners.News), (HelpKind, Manners.Help)])
                kinds.Notice<CompanySource>(kind, (_, notice, _) => DrawAsync(notice, drawing), manners);
        },
    };

    /// <summary>News to this person, in the order given.</summary>
    internal static Task News(this BotHarness bot, Colleague person, params string[] words) => bot.AddAsync(person, NewsKind, words, null);

    internal static Task Help(this BotHarness bot, Colleague person, params string[] words) => bot.AddAsync(person, HelpKind, words, null);

    /// <param name="no">The lead's number; none: about no lead.</param>
    internal static Task Remind(this BotHarness bot, Colleague person, string words, string? no = null) => bot.AddAsync(person, ReminderKind, [words], no);

    internal static PersonId IdOf(this BotHarness bot, Colleague person) =>
        bot.Services.GetRequiredService<CompanySource>().Current.FindByReference(person.ObjectId)!.Id;

    static async Task AddAsync(this BotHarness bot, Colleague person, string kind, string[] words, string? no)
    {
        var (id, now) = (bot.IdOf(person), bot.Clock.GetUtcNow());
        var number = no is null ? 0 : long.Parse(no["L-".Length..], System.Globalization.CultureInfo.InvariantCulture);
        var lead = await bot.Read(db => db.Leads.AsNoTracking().SingleOrDefaultAsync(row => row.No == number));
        await bot.Write(db => db.Notices.AddRange(words.Select((text, index) => new Notice
        {
            Id = Guid.CreateVersion7(now),
            Key = $"{kind}:{Guid.NewGuid()}",
            Kind = kind,
            Class = NoticeClass.Informative,
            Thread = Outgoing.ThreadOf(id),
            Person = id,
            LeadId = lead?.Id,
            Rank = lead?.Rank ?? 1_000,
            Argument = text,
            NotBefore = now,
            CreatedAt = now.AddMilliseconds(index),
        })));
    }

    static async Task<OutgoingActivity?> DrawAsync(Notice notice, Func<Notice, Task> drawing)
    {
        await drawing(notice);
        return notice.Argument == Overtaken ? null : OutgoingActivity.ForText(notice.Argument!);
    }
}
