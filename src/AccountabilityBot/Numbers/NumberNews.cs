using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Numbers;

/// <summary>Messages about numbers that are sent once: what became of a hand-over or a challenge, and a colleague's question.</summary>
static class NumberNews
{
    public static AdaptiveCard HandOver(NumberView view, HandOver handOver)
    {
        var (say, to, day) = (view.Say, view.NameOf(handOver.To), NumberParts.Day(handOver.EffectiveOn, view.Say));
        var sentence = handOver.State switch
        {
            HandOverState.Accepted => say.Card("number.news.accepted", to, view.Facts.Name, day),
            HandOverState.Done => say.Card("number.news.done", to, view.Facts.Name),
            HandOverState.Declined => say.Card("number.news.declined", to, view.Facts.Name),
            HandOverState.Lapsed => say.Card("number.news.lapsed", to, view.Facts.Name),
            _ => say.Card("number.news.overtaken", to, view.Facts.Name),
        };
        return Card(view, say.Plain("number.news.summary", NumberParts.Title(view)), sentence, handOver.Answer);
    }

    public static AdaptiveCard Answered(NumberView view, Challenge challenge)
    {
        var (say, by) = (view.Say, view.NameOf(challenge.AnsweredBy!.Value));
        var sentence = challenge.Answer is ChallengeAnswer.Stands
            ? say.Card("number.news.stands", by, view.Facts.Name)
            : say.Card("number.news.mends", by, view.Facts.Name, NumberParts.Day(challenge.MendBy!.Value, say));
        return Card(view, say.Plain("number.news.summary", NumberParts.Title(view)), sentence, challenge.AnswerWords);
    }

    /// <summary>Names who asks and leads to them: the answer goes from person to person.</summary>
    public static AdaptiveCard Question(NumberView view, CompanyPerson asker, string words)
    {
        var say = view.Say;
        var card = Card(view, say.Plain("number.question.summary", asker.Name, NumberParts.Title(view)), say.Card("number.question", CardText.Mention(asker.ObjectId, asker.Name), view.Facts.Name), words);
        if (asker.Email is not { } mail)
            return card;
        var chat = new Uri("https://teams.microsoft.com/l/chat/0/0?users=" + Uri.EscapeDataString(mail));
        return card with { Actions = [new OpenUrlAction(say.Plain("number.button.write", asker.Name), chat), .. card.Actions] };
    }

    static AdaptiveCard Card(NumberView view, string summary, CardText sentence, string? words) => new()
    {
        Summary = summary,
        Body =
        [
            NumberParts.Heading(view),
            words is null ? NumberParts.Box(ContainerStyle.Emphasis, sentence) : NumberParts.Box(ContainerStyle.Emphasis, sentence, NumberStanding.Words(view, words)),
        ],
        Actions = [NumberParts.Button(view, NumberVerbs.View, "number.button.show")],
    };
}
