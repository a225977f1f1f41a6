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

    /// <summary>A card that stood nowhere yet was posted.</summary>
    public static void OfPost(CardPost post, SendOutcome outcome, Address to, int version, DateTimeOffset now)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                post.ServiceUrl = to.ServiceUrl;
                post.ConversationId = sent.ConversationId ?? to.ConversationId;
                post.ActivityId = sent.ActivityId;
                Showing(post, version, now);
                break;
            case SendOutcome.Gone gone:
                (post.State, post.LastError) = (PostState.Gone, gone.Code);
                break;
            case SendOutcome.Ambiguous ambiguous when post.Attempts >= MostAmbiguousSends:
                (post.State, post.LastError) = (PostState.Dead, ambiguous.Why);
                break;
            case SendOutcome.Ambiguous ambiguous:
                (post.NotBefore, post.LastError) = (now + BackOff(post.Attempts), ambiguous.Why);
                break;
            case SendOutcome.Throttled throttled:
                // Teams certainly did not take it, so that the try does not count as one that may be standing there.
                (post.NotBefore, post.Attempts) = (throttled.Until, post.Attempts - 1);
                break;
            case SendOutcome.Failed failed when post.Failures < MostFailures:
                (post.Attempts, post.LastError) = (post.Attempts - 1, failed.Why);
                post.NotBefore = now + BackOff(++post.Failures);
                break;
            default:
                (post.State, post.LastError) = (PostState.Dead, Describe(outcome));
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
                (post.ConversationId, post.ActivityId, post.Shown, post.Reposted) = (null, null, 0, true);
                break;
            case SendOutcome.Gone gone:
                (post.State, post.LastError) = (PostState.Gone, gone.Code);
                break;
            case SendOutcome.Throttled throttled:
                post.NotBefore = throttled.Until;
                break;
            case SendOutcome.Refused:
                (post.State, post.LastError) = (PostState.Dead, Describe(outcome));
                break;
            default:
                post.NotBefore = now + BackOff(++post.Failures);
                post.LastError = Describe(outcome);
                break;
        }
    }

    public static void OfNotice(Notice notice, SendOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                (notice.State, notice.SentAt, notice.ActivityId, notice.LastError) = (NoticeState.Sent, now, sent.ActivityId, null);
                break;
            case SendOutcome.Ambiguous ambiguous when notice.Class is NoticeClass.Informative:
                (notice.State, notice.LastError) = (NoticeState.Parked, ambiguous.Why);
                break;
            case SendOutcome.Ambiguous ambiguous when notice.Attempts >= MostAmbiguousSends:
                (notice.State, notice.LastError) = (NoticeState.Dead, ambiguous.Why);
                break;
            case SendOutcome.Ambiguous ambiguous:
                (notice.NotBefore, notice.LastError) = (now + BackOff(notice.Attempts), ambiguous.Why);
                break;
            case SendOutcome.Throttled throttled:
                (notice.NotBefore, notice.Attempts) = (throttled.Until, notice.Attempts - 1);
                break;
            case SendOutcome.Failed failed when notice.Failures < MostFailures:
                (notice.Attempts, notice.LastError) = (notice.Attempts - 1, failed.Why);
                notice.NotBefore = now + BackOff(++notice.Failures);
                break;
            default:
                (notice.State, notice.LastError) = (NoticeState.Dead, Describe(outcome));
                break;
        }
    }

    /// <summary>The thread's turn goes on after a clear answer; after anything else the next message would meet the same.</summary>
    public static bool ThreadMayGoOn(SendOutcome outcome) => outcome is SendOutcome.Sent or SendOutcome.Gone or SendOutcome.Refused;

    public static TimeSpan BackOff(int tries)
    {
        var seconds = Math.Pow(2, Math.Clamp(tries, 1, 10));
        return TimeSpan.FromSeconds(Math.Min(seconds, LongestBackOff.TotalSeconds));
    }

    /// <summary>The claim's lease ends with it: the next change is to be shown at once.</summary>
    static void Showing(CardPost post, int version, DateTimeOffset now) =>
        (post.Shown, post.Attempts, post.Failures, post.LastError, post.NotBefore) = (version, 0, 0, null, now);

    static string Describe(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => $"{refused.Code}: {refused.Message}",
        SendOutcome.Gone gone => gone.Code,
        SendOutcome.Failed failed => failed.Why,
        SendOutcome.Ambiguous ambiguous => ambiguous.Why,
        _ => outcome.GetType().Name,
    };
}
