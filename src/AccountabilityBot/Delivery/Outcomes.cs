using AccountabilityBot.Data;
using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Delivery;

/// <summary>What each outcome of a send means for the row it came from. Pure: changes the row given and nothing else.</summary>
static class Outcomes
{
    /// <summary>Work to do may be sent so often when Teams' answer was ambiguous.</summary>
    public const int MostAmbiguousSends = 3;

    /// <summary>New messages only; about four hours of trying at the longest interval. An edit is tried for as long as it takes.</summary>
    const int MostFailures = 50;

    static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);

    /// <summary>Teams' words for a chat or a team that is closed to the bot until somebody there does something.</summary>
    static readonly string[] Closed = ["BotDisabledByAdmin", "BotNotInConversationRoster", "ConversationBlockedByUser"];

    /// <summary>Whether the place is closed: nothing is sent there until its person is seen again, or the bot is added to the team.</summary>
    public static bool ClosesThePlace(string code) => Closed.Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>A message that stood nowhere yet was posted.</summary>
    /// <param name="to">Where; none: nothing was tried.</param>
    /// <param name="version">Of a card: the subject's version that it shows.</param>
    public static void OfPost(Outgoing item, SendOutcome outcome, Address? to, int version, DateTimeOffset now)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent when item is CardPost post:
                post.ServiceUrl = to!.ServiceUrl;
                post.ConversationId = sent.ConversationId ?? to.ConversationId;
                post.ActivityId = sent.ActivityId;
                Showing(post, version, now);
                break;
            case SendOutcome.Sent sent:
                ((Notice)item).Sent(sent.ActivityId, now);
                break;
            case SendOutcome.Gone gone:
                item.LosePlace(gone.Code);
                break;
            case SendOutcome.Refused refused when ClosesThePlace(refused.Code):
                if (item.Person is not null || item is Notice { Department: not null })
                    item.Await(Describe(refused));
                else
                    item.LosePlace(Describe(refused));
                break;
            case SendOutcome.Ambiguous ambiguous when !item.MayRepeat:
                item.Park(ambiguous.Why);
                break;
            case SendOutcome.Ambiguous ambiguous when item.Attempts < MostAmbiguousSends:
                (item.NotBefore, item.LastError) = (now + BackOff(item.Attempts), ambiguous.Why);
                break;
            case SendOutcome.Throttled throttled:
                // Teams certainly did not take it, so that the try does not count as one that may be standing there.
                (item.NotBefore, item.Attempts) = (throttled.Until, item.Attempts - 1);
                break;
            case SendOutcome.Failed failed when item.Failures < MostFailures:
                (item.Attempts, item.LastError) = (item.Attempts - 1, failed.Why);
                item.NotBefore = now + BackOff(++item.Failures);
                break;
            default:
                item.GiveUp(Describe(outcome));
                break;
        }
    }

    /// <summary>
    /// A card that stands in Teams was edited: the same edit twice is one edit, so that it is always tried again. Only a
    /// plain no ends it, and then the next change of the lead tries once more.
    /// </summary>
    public static void OfEdit(CardPost post, SendOutcome outcome, bool isOpenWork, int version, DateTimeOffset now)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                Showing(post, version, now);
                break;
            case SendOutcome.Gone when isOpenWork && !post.Reposted:
                // Somebody deleted the message while the work is still open: it is put up once more.
                (post.ConversationId, post.ActivityId, post.Shown, post.Reposted, post.NotBefore) = (null, null, 0, true, now);
                break;
            case SendOutcome.Gone gone:
                post.LosePlace(gone.Code);
                break;
            case SendOutcome.Throttled throttled:
                post.NotBefore = throttled.Until;
                break;
            case SendOutcome.Refused refused when ClosesThePlace(refused.Code) && post.Person is not null:
                post.Await(Describe(refused));
                break;
            case SendOutcome.Refused:
                post.GiveUp(Describe(outcome));
                break;
            default:
                post.NotBefore = now + BackOff(++post.Failures);
                post.LastError = Describe(outcome);
                break;
        }
    }

    public static TimeSpan BackOff(int tries)
    {
        var seconds = Math.Pow(2, Math.Clamp(tries, 1, 10));
        return TimeSpan.FromSeconds(Math.Min(seconds, LongestBackOff.TotalSeconds));
    }

    public static string Describe(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => $"{refused.Code}: {refused.Message}",
        SendOutcome.Gone gone => gone.Code,
        SendOutcome.Failed failed => failed.Why,
        SendOutcome.Ambiguous ambiguous => ambiguous.Why,
        _ => outcome.GetType().Name,
    };

    /// <summary>The claim's lease ends with it: the next change is to be shown at once.</summary>
    static void Showing(CardPost post, int version, DateTimeOffset now) =>
        (post.Shown, post.Attempts, post.Failures, post.LastError, post.NotBefore) = (version, 0, 0, null, now);
}
