using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Numbers.Ownership;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>
/// Commands in passing: "make Bo the owner of win rate", "tell whoever owns it that …". They do what the buttons of the
/// number's card do, with the same rights, and answer in a sentence.
/// </summary>
sealed class QuestionCommands(BotDb db, CompanySource companies, NumberDesk desk, NumberReading reading, NumberChanges changes, Answers answers)
{
    public async Task DoAsync(Turn turn, QuestionAnswer answer, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        if (companies.Current.PersonOf(turn) is not { } asker)
            await answers.GiveAsync(turn, QuestionKinds.Done, say.Plain("refusal.person-unlisted"), ct);
        else if (await desk.FindAsync(answer.Numbers[0], turn.Now, ct) is { } at)
            await answers.GiveAsync(turn, QuestionKinds.Done, await SayAsync(turn, answer, at, asker, say, ct), ct);
    }

    async Task<string> SayAsync(Turn turn, QuestionAnswer answer, NumberAtHand at, CompanyPerson asker, Sentences say, CancellationToken ct)
    {
        var view = await reading.ReadAsync(at, asker.Id, say, Guid.Empty, turn.Now, ct);
        var pressed = new PressedNumber(view, [], asker, Guid.Empty, turn);
        if (answer.Command is CommandKind.PassOn)
            return answer.Message is { } message ? AskOwnerForm.PassOn(db, pressed, message) : say.Plain("question.pass-on.what", NumberParts.Title(view));
        return await HandOverAsync(pressed, answer, ct);
    }

    async Task<string> HandOverAsync(PressedNumber pressed, QuestionAnswer answer, CancellationToken ct)
    {
        var (say, view) = (pressed.Say, pressed.View);
        // Who may not is told so, before they are asked for a better name or day.
        if (pressed.Number.MayPropose(pressed.Actor) is { } mayNot)
            return pressed.Sentence(mayNot);
        if (PeopleCalled(answer.Person, view.Company) is not [var to])
            return say.Plain("question.hand-over.who", answer.Person ?? "", NumberParts.Title(view));
        if (DayOf(answer.When, view.Today) is not { } day)
            return say.Plain("question.hand-over.when", answer.When!);
        var decision = pressed.Number.Propose(pressed.Actor, to.Id, isListed: true, day, note: null, view.At.Zone, pressed.Now);
        if (decision.Refusal is { } refusal)
            return pressed.Sentence(refusal);
        await changes.FollowAsync(view.At, decision, Via.Text, pressed.Now, ct);
        return say.Plain("question.hand-over.proposed", to.Name, NumberParts.Title(view), NumberParts.Day(day, say));
    }

    /// <summary>Everybody whom a name may mean: the whole name, else a first or a last name.</summary>
    static CompanyPerson[] PeopleCalled(string? name, Company company)
    {
        if (string.IsNullOrWhiteSpace(name))
            return [];
        if (company.FindByReference(name.Trim()) is { } certain)
            return [certain];
        CompanyPerson[] whole = [.. company.People.Where(person => Spelling.Same(person.Name, name))];
        return whole.Length > 0 ? whole : [.. company.People.Where(person => person.Name.Split(' ').Any(part => Spelling.Same(part, name)))];
    }

    /// <summary>Without a word about it, from today.</summary>
    static DateOnly? DayOf(string? when, DateOnly today)
    {
        if (when is null)
            return today;
        // "From 1 March": the first word only says that a day follows.
        var day = SpokenDates.Read(when, today) ?? SpokenDates.Read(when[(when.IndexOf(' ', StringComparison.Ordinal) + 1)..], today);
        return day is { Or: null } spoken ? spoken.Day : null;
    }
}
