using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>A number that somebody pressed a button of: loaded, with the presser known.</summary>
/// <param name="PressedOn">The place of the pressed card; from the card's data, so that it decides nothing.</param>
sealed record PressedNumber(NumberView View, List<CardPost> Posts, CompanyPerson Presser, Guid PressedOn, Turn Turn)
{
    public TrackedNumber Number => View.Number;

    public NumberActor Actor => View.At.ActorOf(Presser.Id);

    public Sentences Say => View.Say;

    public DateTimeOffset Now => Turn.Now;

    public string Sentence(Refusal refusal) => Say.Plain("refusal." + refusal.Code, [.. ArgsOf(refusal)]);

    /// <summary>The card as it is now, for this person.</summary>
    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public CardAnswer Truth(string? line = null)
    {
        var post = Posts.Find(one => one.Id == PressedOn);
        var card = NumberRenderers.CardOf(View, post?.Kind ?? NumberKinds.Card, post?.Argument);
        return CardAnswer.Show(line is null ? card : NumberCard.Under(CardText.Untrusted(line, 400), card));
    }

    /// <summary>A rule knows nobody's name; a refusal that sends people to somebody else has to say to whom.</summary>
    IEnumerable<object?> ArgsOf(Refusal refusal) => refusal.Code switch
    {
        "number.may-not-name" or "number.not-named" => [View.Settlers],
        _ => refusal.Args.Select(arg => arg is PersonId person ? View.NameOf(person) : arg ?? Say.Plain("number.nobody")),
    };
}

/// <summary>
/// The frame round every press on a number's card: load, decide, save, answer. Nothing in the card's data but the number's
/// id, and the inputs, is read; who may do what is decided from the person whom Teams names.
/// </summary>
sealed partial class NumberPressing(
    BotDb db, CompanySource companies, NumberDesk desk, NumberReading reading, NumberChanges changes, ILogger<NumberPressing> logger)
{
    /// <summary>Decides, saves and answers with the card as it is afterwards; a refusal answers with the truth or a sentence.</summary>
    /// <param name="invalid">What to answer when the input is wrong: the form again, with the sentence. None: the sentence alone.</param>
    public async Task<CardAnswer> DecideAsync(
        Turn turn, CardPress press, Func<PressedNumber, Decision> decide, CancellationToken ct, Func<PressedNumber, string, AdaptiveCard>? invalid = null)
    {
        if (await LoadAsync(turn, press, mayBeUnlisted: false, ct) is not { } pressed)
            return NotLoaded(turn);
        Adopt(pressed, press);
        var decision = decide(pressed);
        if (decision.Happened.Count > 0)
            changes.Follow(pressed.View.At, decision, pressed.Posts, Via.Card, press.Id("post"), turn.Now);
        // Always: a press that Teams delivers again, and that would be refused now, is known by its first delivery and gets the truth.
        await db.SaveChangesAsync(ct);
        if (decision.Refusal is { } refusal)
            return Answer(pressed, press, refusal, invalid);
        // What stands beside the number, such as who stands in, may have changed with it.
        return (await LoadAsync(turn, press, mayBeUnlisted: false, ct) ?? pressed).Truth();
    }

    /// <summary>Adds something of the presser's own to the save, decides nothing, and says in one sentence what comes of it.</summary>
    public async Task<CardAnswer> WishAsync(
        Turn turn, CardPress press, Func<PressedNumber, string?> problem, Func<BotDb, PressedNumber, string> write, Func<PressedNumber, string, AdaptiveCard> again, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, mayBeUnlisted: false, ct) is not { } pressed)
            return NotLoaded(turn);
        if (problem(pressed) is { } wrong)
            return CardAnswer.Show(again(pressed, wrong));
        Adopt(pressed, press);
        var sentence = write(db, pressed);
        await db.SaveChangesAsync(ct);
        return pressed.Truth(sentence);
    }

    /// <summary>Reads and answers. Open to everybody of the company: who is not in the directory may look.</summary>
    public async Task<CardAnswer> ReadAsync(Turn turn, CardPress press, Func<PressedNumber, CardAnswer> answer, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, mayBeUnlisted: true, ct) is not { } pressed)
            return NotLoaded(turn);
        if (Adopt(pressed, press))
            await db.SaveChangesAsync(ct);
        return answer(pressed);
    }

    /// <summary>Shows a form to who may fill it in; everybody else gets the truth, or the sentence that says why not.</summary>
    public Task<CardAnswer> AskAsync(Turn turn, CardPress press, Func<PressedNumber, Refusal?> may, Func<PressedNumber, AdaptiveCard> form, CancellationToken ct) =>
        ReadAsync(
            turn,
            press,
            pressed => !pressed.Presser.IsListed ? CardAnswer.Say(pressed.Say.Plain("refusal.person-unlisted"))
                : may(pressed) is { } refusal ? Answer(pressed, press, refusal, null)
                : CardAnswer.Show(form(pressed)),
            ct);

    /// <summary>The truth, for a press that was seen before.</summary>
    public Task<CardAnswer> TruthAsync(Turn turn, CardPress press, CancellationToken ct) => ReadAsync(turn, press, pressed => pressed.Truth(), ct);

    CardAnswer Answer(PressedNumber pressed, CardPress press, Refusal refusal, Func<PressedNumber, string, AdaptiveCard>? invalid)
    {
        Refused(press.Verb, pressed.Number.Id, refusal.Code);
        return refusal.Kind switch
        {
            RefusalKind.Stale => pressed.Truth(pressed.Sentence(refusal)),
            RefusalKind.Invalid when invalid is not null => CardAnswer.Show(invalid(pressed, pressed.Sentence(refusal))),
            _ => CardAnswer.Say(pressed.Sentence(refusal)),
        };
    }

    async Task<PressedNumber?> LoadAsync(Turn turn, CardPress press, bool mayBeUnlisted, CancellationToken ct)
    {
        if (turn.Actor is not { } actor || press.Text("number") is not { } id)
            return null;
        if ((companies.Current.PersonOf(turn) ?? (mayBeUnlisted ? CompanyPerson.Unlisted(actor) : null)) is not { } presser)
            return null;
        if (await desk.FindAsync(id, turn.Now, ct) is not { } found)
            return null;
        var posts = await db.CardPosts.Where(post => post.NumberId == id).ToListAsync(ct);
        var pressedOn = press.Id("post") ?? Guid.Empty;
        // On a channel's card everybody sees the same; what is one's own stands in one's own chat.
        var isPersonal = turn.Activity.Conversation?.ConversationType == "personal" && presser.IsListed;
        var view = await reading.ReadAsync(found, isPersonal ? presser.Id : null, Sentences.In(turn.Locale), pressedOn, turn.Now, ct);
        return new PressedNumber(view, posts, presser, pressedOn, turn);
    }

    CardAnswer NotLoaded(Turn turn)
    {
        NotKnown(turn.Actor?.ObjectId);
        return CardAnswer.Say(Sentences.In(turn.Locale).Plain(companies.Current.PersonOf(turn) is null ? "refusal.person-unlisted" : "number.unknown"));
    }

    bool Adopt(PressedNumber pressed, CardPress press) => Copies.Adopt(db, pressed.Posts, pressed.PressedOn, pressed.Number.Version, pressed.Turn, press, _ => true);

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of the number {Number}: {Code}")]
    partial void Refused(string verb, string number, string code);

    [LoggerMessage(2, LogLevel.Information, "Refused a press by {Person}: the number or the person is not known here")]
    partial void NotKnown(string? person);
}
