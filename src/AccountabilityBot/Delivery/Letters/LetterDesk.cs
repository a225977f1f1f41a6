using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Delivery.Letters;

/// <summary>
/// What people ask and decide about messages that did not arrive. An administrator may decide about every one, a
/// department's head and guardian about those that concern it.
/// </summary>
sealed class LetterDesk(BotDb db, CompanySource companies, Letters letters, Answers answers)
{
    public Task Asked(Turn turn, CancellationToken ct) => companies.Current.PersonOf(turn) is { } person && IsAdministrator(person.Id)
        ? answers.GiveAsync(turn, LetterKinds.Asked, null, ct)
        : answers.GiveAsync(turn, LetterKinds.Sentence, Sentences.In(turn.Locale).Plain("letter.only-administrators"), ct);

    public Task<CardAnswer> SendAgain(Turn turn, CardPress press, CancellationToken ct) => DecideAsync(
        turn,
        press,
        (letter, presser) =>
        {
            letter.Row.Renew(turn.Now);
            db.Record("delivery.sent-again", presser, Via.Card, NameOf(letter), turn.Now);
        },
        ct);

    public Task<CardAnswer> Discard(Turn turn, CardPress press, CancellationToken ct) => DecideAsync(
        turn,
        press,
        (letter, presser) =>
        {
            if (letter.Row is Notice notice)
                notice.State = NoticeState.Discarded;
            else
                letter.Row.LosePlace(letter.Row.LastError);
            db.Record("delivery.discarded", presser, Via.Card, NameOf(letter), turn.Now);
        },
        ct);

    public async Task<CardAnswer> SendAllAgain(Turn turn, CardPress press, CancellationToken ct)
    {
        var list = ListOf(press);
        if (!MayDecide(turn, list, out var presser))
            return CardAnswer.Say(Sentences.In(turn.Locale).Plain("letter.may-not"));
        foreach (var letter in await letters.OfAsync(list, ct))
        {
            letter.Row.Renew(turn.Now);
            db.Record("delivery.sent-again", presser, Via.Card, NameOf(letter), turn.Now);
        }

        await db.SaveChangesAsync(ct);
        return await ShowAsync(turn, list, null, ct);
    }

    /// <summary>A press seen before: the list as it is.</summary>
    public async Task<CardAnswer> Truth(Turn turn, CardPress press, CancellationToken ct)
    {
        var list = ListOf(press);
        return MayDecide(turn, list, out _)
            ? await ShowAsync(turn, list, null, ct)
            : CardAnswer.Say(Sentences.In(turn.Locale).Plain("letter.may-not"));
    }

    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(notice.Locale);
        switch (notice.Kind)
        {
            case LetterKinds.Sentence:
                return OutgoingActivity.ForText(notice.Argument ?? "");
            case LetterKinds.Asked:
                return OutgoingActivity.ForCard(LetterCards.All(say, await LinesAsync(say, null, ct)));
            case LetterKinds.Alert:
                return await LinesAsync(say, null, ct) is { Count: > 0 } all ? OutgoingActivity.ForCard(LetterCards.All(say, all, explain: true)) : null;
            default:
                return companies.Current.Model.FindDepartment(notice.Argument ?? "") is { } department && await LinesAsync(say, department, ct) is { Count: > 0 } parked
                    ? OutgoingActivity.ForCard(LetterCards.Parked(say, department, parked))
                    : null;
        }
    }

    async Task<CardAnswer> DecideAsync(Turn turn, CardPress press, Action<Letter, PersonId> decide, CancellationToken ct)
    {
        var (say, list) = (Sentences.In(turn.Locale), ListOf(press));
        var letter = press.Id(LetterCards.LetterField) is { } id ? await letters.FindAsync(id, ct) : null;
        // About one that is gone the list decides who is told so.
        if (!MayDecide(turn, letter is null ? list : letter.Department, out var presser))
            return CardAnswer.Say(say.Plain("letter.may-not"));
        if (letter is not null)
        {
            decide(letter, presser);
            await db.SaveChangesAsync(ct);
        }

        var line = letter is null ? say.Plain("letter.decided") : null;
        // Who may decide about this one need not be one who may see them all.
        return MayDecide(turn, list, out _) ? await ShowAsync(turn, list, line, ct) : await ShowAsync(turn, letter!.Department, line, ct);
    }

    async Task<CardAnswer> ShowAsync(Turn turn, Department? list, string? line, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var lines = await LinesAsync(say, list, ct);
        return CardAnswer.Show(list is null ? LetterCards.All(say, lines, line: line) : LetterCards.Parked(say, list, lines, line));
    }

    async Task<IReadOnlyList<LetterLine>> LinesAsync(Sentences say, Department? list, CancellationToken ct) =>
        [.. (await letters.OfAsync(list, ct)).Select(letter => letter.LineFor(say, companies.Current))];

    Department? ListOf(CardPress press) => press.Text(LetterCards.ListField) is { } id ? companies.Current.Model.FindDepartment(id) : null;

    bool MayDecide(Turn turn, Department? department, out PersonId presser)
    {
        var person = companies.Current.PersonOf(turn);
        presser = person?.Id ?? default;
        return person is not null && (department is null ? IsAdministrator(person.Id) : companies.Current.MaySetUp(person.Id, department));
    }

    bool IsAdministrator(PersonId person) => companies.Current.Administrators.Contains(person);

    static string NameOf(Letter letter) => $"{letter.Row.Kind} {letter.Row.Id}";
}
