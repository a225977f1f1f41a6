using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary><c>back</c>, and the button <b>I'm back</b>: whatever kept new leads away from a person has ended.</summary>
sealed class Returns(BotDb db, CompanySource companies, Answers answers)
{
    public async Task ByText(Turn turn, string rest, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        answers.Add(turn, SetupKinds.Sentence, await ReturnAsync(turn, OutTexts.SplitOff(rest).Whom, Via.Text, say, ct), privately: true);
        await db.SaveChangesAsync(ct);
    }

    public async Task<CardAnswer> ByCard(Turn turn, CardPress press, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var sentence = await ReturnAsync(turn, press.Text(PeopleCards.PersonKey), Via.Card, say, ct);
        await db.SaveChangesAsync(ct);
        return CardAnswer.Show(PeopleCards.Returned(say, sentence));
    }

    /// <summary>Who is meant, and why the speaker may not speak for them; never both.</summary>
    /// <param name="whom">An e-mail address or an object id.</param>
    public static (CompanyPerson? Person, string? WhyNot) Whom(Company company, CompanyPerson speaker, string whom, Sentences say)
    {
        if (company.FindByReference(whom) is not { } person)
            return (null, say.Plain("people.out.unknown", CleanText.Of(whom, 100)));
        var may = person.Id == speaker.Id || company.Administrators.Contains(speaker.Id) || (person.Department is { } department && company.MaySetUp(speaker.Id, department));
        return may ? (person, null) : (null, say.Plain("people.out.may-not", person.Name));
    }

    async Task<string> ReturnAsync(Turn turn, string? whom, string via, Sentences say, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.PersonOf(turn) is not { } speaker)
            return say.Plain("refusal.person-unlisted");
        var (person, whyNot) = whom is null ? (speaker, null) : Whom(company, speaker, whom, say);
        if (person is null)
            return whyNot!;

        var rested = Resting.Back(db, await db.PersonRests.FindAsync([person.Id], ct), via, turn.Now);
        var (ended, ahead) = await EndAsync(speaker, person, via, turn.Now, ct);
        if (!ended && !rested)
            return ahead ? say.Plain("people.back.taken-back") : say.Plain("people.back.not-out");
        return person.Id == speaker.Id ? say.Plain("people.back.welcome") : say.Plain("people.back.other", person.Name);
    }

    /// <summary>Ends what they are out for now; when that is nothing, what they said about days that lie ahead.</summary>
    async Task<(bool Ended, bool Ahead)> EndAsync(CompanyPerson speaker, CompanyPerson person, string via, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Absences.Where(row => row.PersonId == person.Id && row.EndedAt == null && row.Until > now).ToListAsync(ct);
        var current = open.Where(row => row.From <= now).ToList();
        var meant = current.Count > 0 ? current : [.. open.Where(row => row.Source == Absence.ByPerson)];
        foreach (var absence in meant)
            absence.EndedAt = now;
        if (meant.Count > 0)
            db.Record("person.back", speaker.Id, via, null, now, person.Id);
        return (current.Count > 0, meant.Count > 0);
    }
}
