using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>
/// The search box of the message extension: the numbers that a question means, or comes near to, each as a card to put into a
/// message. It reads and changes nothing, and lists nothing that was not asked for.
/// Shapes: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
/// </summary>
sealed class NumberSearch(BotDb db, CompanySource companies, NumberRegistrySource registries, NumberDesk desk, NumberReading reading)
{
    const int MostResults = 5;

    public async Task<InvokeAnswer> Find(Turn turn, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        if (QuestionIn(turn.Activity.Value) is not { } question)
            return Say(say.Plain("question.search.how"));
        var matcher = (await registries.CurrentAsync(db, ct)).Matcher;
        var answer = matcher.Ask(question);
        // In a chat "margin" alone may be small talk; in a search box it is what is looked for.
        if (answer.Outcome is QuestionOutcome.Other)
            answer = matcher.Ask($"who owns {question}");
        string[] ids = answer.Outcome is QuestionOutcome.Refused ? [] : [.. answer.Numbers.Concat(answer.Near).Take(MostResults)];
        List<object> found = [];
        foreach (var id in ids)
        {
            if (await desk.LookAtAsync(id, turn.Now, ct) is { } at)
                found.Add(Result(await reading.ReadAsync(at, null, say, Guid.Empty, turn.Now, ct)));
        }

        return found.Count is 0 ? Say(say.Plain("question.search.none")) : new InvokeAnswer(200, new { composeExtension = new { type = "result", attachmentLayout = "list", attachments = found } });
    }

    /// <summary>What was typed; none: the box was only opened.</summary>
    static string? QuestionIn(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } query || !query.TryGetProperty("parameters", out var parameters) || parameters.ValueKind is not JsonValueKind.Array)
            return null;
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (parameter.ValueKind is JsonValueKind.Object
                && parameter.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String && name.GetString() is not "initialRun"
                && parameter.TryGetProperty("value", out var text) && text.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(text.GetString()))
            {
                return text.GetString();
            }
        }

        return null;
    }

    object Result(NumberView view)
    {
        var owner = view.At.Owner is { } person ? view.NameOf(person) : view.Number.OwnerWritten ?? view.Say.Plain("number.nobody-yet");
        var department = view.At.Department?.Name ?? view.Facts.Department ?? companies.Current.Model.Company;
        return new
        {
            contentType = AdaptiveCard.ContentType,
            // It is put into somebody's message, in a conversation where nobody may be there to take a press.
            content = NumberCard.Draw(view) with { Actions = [] },
            preview = new
            {
                contentType = "application/vnd.microsoft.card.thumbnail",
                content = new { title = new PlainText(view.Facts.Name, 80).Value, text = new PlainText($"{owner} · {department}", 120).Value },
            },
        };
    }

    static InvokeAnswer Say(string sentence) => new(200, new { composeExtension = new { type = "message", text = sentence } });
}
