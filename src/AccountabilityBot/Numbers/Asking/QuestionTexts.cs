using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>
/// Whatever is written to the bot and is no command: a question about a number is answered, and what is none gets the help.
/// </summary>
sealed class QuestionTexts(
    BotDb db, CompanySource companies, NumberRegistrySource registries, Answers answers, NumberAnswers numbers, QuestionCommands commands, QuestionGaps gaps)
{
    /// <summary>Later, "and its target?" is about something else.</summary>
    static readonly TimeSpan RemembersFor = TimeSpan.FromMinutes(15);

    public async Task Asked(Turn turn, string text, CancellationToken ct)
    {
        var registry = await registries.CurrentAsync(db, ct);
        var last = await LastAsync(turn, ct);
        var answer = registry.Matcher.Ask(text, last is not null && turn.Now - last.At < RemembersFor ? last.Numbers.Split('|') : null);
        Remember(turn, last, answer);
        await GiveAsync(turn, text, answer, ct);
    }

    Task GiveAsync(Turn turn, string text, QuestionAnswer answer, CancellationToken ct) => answer switch
    {
        { Outcome: QuestionOutcome.Other } => answers.GiveAsync(turn, SetupKinds.NotUnderstood, CleanText.Of(text, 200), ct),
        { Outcome: QuestionOutcome.Refused } => answers.GiveAsync(turn, QuestionKinds.Refused, null, ct),
        { Wanted: QuestionOutcome.Definition } when WordOf(answer.Subject) is { } word => answers.GiveAsync(turn, QuestionKinds.Word, word, ct),
        // The menu's "who owns" and "define", sent as they are, ask for nothing yet.
        { Outcome: QuestionOutcome.Unknown, Subject: null or "" } => answers.GiveAsync(turn, QuestionKinds.WhichOne, null, ct),
        { Outcome: QuestionOutcome.Unknown } => gaps.AnswerAsync(turn, text, answer, ct),
        { Numbers: [] } => answers.GiveAsync(turn, QuestionKinds.WhichOne, null, ct),
        { Outcome: QuestionOutcome.Choices } or { Numbers.Count: > 1 } => answers.GiveAsync(turn, QuestionKinds.Choices, string.Join('|', answer.Numbers), ct),
        { Outcome: QuestionOutcome.Command } => commands.DoAsync(turn, answer, ct),
        { Outcome: QuestionOutcome.Definition } => answers.GiveAsync(turn, QuestionKinds.Definition, answer.Numbers[0], ct),
        { Outcome: QuestionOutcome.Value } => answers.GiveAsync(turn, QuestionKinds.Value, answer.Numbers[0], ct),
        { Outcome: QuestionOutcome.History } => answers.GiveAsync(turn, QuestionKinds.History, answer.Numbers[0], ct),
        _ => numbers.GiveAsync(turn, answer.Numbers[0], ct),
    };

    /// <summary>A word that the revenue model defines: by its id, its name, or what stands in brackets behind it.</summary>
    string? WordOf(string? subject) => subject is null ? null : companies.Current.Model.Definitions
        .FirstOrDefault(word => word.Name.Split('(', ')').Append(word.Id).Append(word.Name).Any(name => Spelling.Same(Words(name), Words(subject))))?.Id;

    /// <summary>Compared as words, for the subject of a question has no punctuation.</summary>
    static string Words(string text) => string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));

    async Task<LastAnswer?> LastAsync(Turn turn, CancellationToken ct) => turn is { Actor: { } actor, Activity.ThreadId: { } thread }
        ? await db.LastAnswers.SingleOrDefaultAsync(row => row.Thread == thread && row.ObjectId == actor.ObjectId, ct)
        : null;

    void Remember(Turn turn, LastAnswer? last, QuestionAnswer answer)
    {
        if (answer.Numbers.Count is 0 || turn is not { Actor: { } actor, Activity.ThreadId: { } thread })
            return;
        if (last is null)
            db.LastAnswers.Add(last = new LastAnswer { Thread = thread, ObjectId = actor.ObjectId, Numbers = "" });
        (last.Numbers, last.At) = (string.Join('|', answer.Numbers), turn.Now);
    }
}
