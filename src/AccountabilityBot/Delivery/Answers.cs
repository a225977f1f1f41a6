using AccountabilityBot.Data;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Answers to people who wrote to the bot. They are notices like all others, first in line at the door, and keyed by the
/// question: a question that Teams delivers twice is answered once.
/// </summary>
sealed class Answers(BotDb db, CompanySource companies)
{
    public async Task GiveAsync(Turn turn, string kind, string? argument, CancellationToken ct)
    {
        Add(turn, kind, argument);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Adds the answer to the turn's save.</summary>
    /// <param name="privately">It is about the asker: who asked in a channel is answered in their own chat.</param>
    public void Add(Turn turn, string kind, string? argument, bool privately = false)
    {
        var activity = turn.Activity;
        if (activity.Conversation?.Id is not { } conversation || activity.ServiceUrl is not { } serviceUrl)
            return;
        var asker = companies.Current.PersonOf(turn)?.Id;
        var elsewhere = privately && activity.Conversation.ConversationType != "personal" && asker is not null;
        db.Notices.Add(new Notice
        {
            Id = Guid.CreateVersion7(turn.Now),
            Key = $"answer:{kind}:{conversation}:{activity.Id}",
            Kind = kind,
            Class = NoticeClass.Answer,
            Thread = elsewhere ? CardPost.ThreadOf(asker!.Value) : ThreadOf(turn),
            Person = asker,
            ServiceUrl = elsewhere ? null : serviceUrl,
            ConversationId = elsewhere ? null : conversation,
            Argument = argument,
            Locale = turn.Locale.Name,
            NotBefore = turn.Now,
            CreatedAt = turn.Now,
        });
    }

    /// <summary>A person's own chat goes by the person, as their cards do.</summary>
    public string ThreadOf(Turn turn) => turn.Activity.Conversation?.ConversationType == "personal" && companies.Current.PersonOf(turn) is { } person
        ? CardPost.ThreadOf(person.Id)
        : turn.Activity.ThreadId!;
}
