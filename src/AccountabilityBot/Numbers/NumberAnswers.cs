using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers;

/// <summary>Answers a text with a number's card: a live one, that follows the number like every other copy.</summary>
sealed class NumberAnswers(BotDb db, CompanySource companies, Answers answers)
{
    /// <exception cref="InvalidOperationException">There is no such number.</exception>
    public async Task GiveAsync(Turn turn, string numberId, CancellationToken ct)
    {
        var version = await db.Numbers.AsNoTracking().Where(number => number.Id == numberId).Select(number => (int?)number.Version).SingleOrDefaultAsync(ct)
            ?? throw new InvalidOperationException($"There is no number \"{numberId}\" to answer with.");
        var activity = turn.Activity;
        if (activity.Conversation?.Id is not { } conversation)
            return;
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(turn.Now),
            Kind = NumberKinds.Card,
            NumberId = numberId,
            Thread = answers.ThreadOf(turn),
            // In a channel everybody reads it; in a chat it carries the reader's own buttons.
            Person = activity.Conversation.ConversationType == "personal" ? companies.Current.PersonOf(turn)?.Id : null,
            ServiceUrl = activity.ServiceUrl,
            ConversationId = conversation,
            // A number that was never changed has version 0, which every place shows already.
            Wanted = Math.Max(version, 1),
            Rank = 0,
            CreatedAt = turn.Now,
            NotBefore = turn.Now,
        });
        await db.SaveChangesAsync(ct);
    }
}
