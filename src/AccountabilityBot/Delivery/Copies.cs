using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Copies of a card that the bot did not know it had sent: Teams' answer was lost, or the server died before it wrote it
/// down. Somebody presses on one, and from then on it converges like the others.
/// </summary>
static class Copies
{
    /// <param name="posts">Every place of the subject that is known; an adopted one is added.</param>
    /// <param name="pressedOn">The place that the card itself names.</param>
    /// <param name="wanted">The subject's version now.</param>
    /// <param name="keepsArgument">Of the known place: whether a copy is about the same beside its subject; none: it shows the subject alone.</param>
    /// <returns>Whether there is something to save.</returns>
    public static bool Adopt(BotDb db, List<CardPost> posts, Guid pressedOn, int wanted, Turn turn, CardPress press, Func<CardPost, bool>? keepsArgument = null)
    {
        var activity = turn.Activity;
        if (press.ReplyToId is not { Length: > 0 } copy || activity.Conversation?.Id is not { } conversation || activity.ServiceUrl is not { } serviceUrl)
            return false;
        if (posts.Find(post => post.ActivityId == copy && post.ConversationId == conversation) is { } known)
            return Revive(known);
        if (posts.Find(post => post.Id == pressedOn) is not { } origin)
            return false;

        if (origin is { ActivityId: null, State: PostState.Live or PostState.Dead or PostState.Parked })
        {
            (origin.ServiceUrl, origin.ConversationId, origin.ActivityId, origin.State) = (serviceUrl, conversation, copy, PostState.Live);
            origin.Shown = 0;
            return true;
        }

        var adopted = new CardPost
        {
            Id = KeyOf(conversation, copy),
            Kind = origin.Kind,
            LeadId = origin.LeadId,
            NumberId = origin.NumberId,
            SubjectId = origin.SubjectId,
            Argument = keepsArgument?.Invoke(origin) is true ? origin.Argument : null,
            Person = origin.Person,
            Thread = origin.Thread,
            ServiceUrl = serviceUrl,
            ConversationId = conversation,
            ActivityId = copy,
            Wanted = wanted,
            Rank = origin.Rank,
            CreatedAt = turn.Now,
            NotBefore = turn.Now,
        };
        db.CardPosts.Add(adopted);
        posts.Add(adopted);
        return true;
    }

    /// <summary>Made of the place itself: of two presses on one unknown copy at once the second meets the first one's key, and finds it known.</summary>
    static Guid KeyOf(string conversation, string copy) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{copy}")).AsSpan(0, 16));

    /// <summary>Somebody pressed on a copy that was given up: it stands there after all, and must tell the truth.</summary>
    static bool Revive(CardPost post)
    {
        if (post.State is not PostState.Dead)
            return false;
        (post.State, post.Failures) = (PostState.Live, 0);
        return true;
    }
}
