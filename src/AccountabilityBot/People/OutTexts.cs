using System.Globalization;
using System.Text.RegularExpressions;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary><c>out until friday</c>: somebody is away and back by then. Their head or guardian may say it for them.</summary>
sealed partial class OutTexts(BotDb db, CompanySource companies, Answers answers)
{
    /// <summary>In UTF-16 units: what is repeated of words that were not understood.</summary>
    const int LongestShown = 60;

    public async Task Out(Turn turn, string rest, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        if (companies.Current.PersonOf(turn) is not { } speaker)
        {
            await AnswerAsync(turn, say.Plain("refusal.person-unlisted"), ct);
            return;
        }

        var (words, whom) = SplitOff(rest);
        if (await WhomAsync(turn, speaker, whom, say, ct) is not { } person)
            return;
        var calendar = companies.Current.CalendarOf(person);
        var zone = ZoneOf(turn.Activity.TimeZone) ?? companies.Current.ReaderOf(speaker).Zone;
        var reading = OutPhrase.Read(words, new OutSpeaker(zone, calendar, turn.Now));
        if (reading is OutReading.Understood { Time: var time })
            await EnterAsync(turn, speaker, person, time, ct);
        else
            await AnswerAsync(turn, WhyNot(reading, say), ct);
    }

    /// <summary>A lead goes by who is there with its next look; this only writes down who is not.</summary>
    async Task EnterAsync(Turn turn, CompanyPerson speaker, CompanyPerson person, OutTime time, CancellationToken ct)
    {
        var now = turn.Now;
        // What they say now is what they mean: it takes the place of what they said before about the same days, and of what their
        // mailbox says.
        var before = await db.Absences
            .Where(row => row.PersonId == person.Id && row.EndedAt == null && row.Until > time.From && row.From < time.Until)
            .ToListAsync(ct);
        foreach (var absence in before)
            absence.EndedAt = now;
        var entered = new Absence
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            From = time.From,
            Until = time.Until,
            Source = Absence.ByPerson,
            EnteredAt = now,
        };
        db.Absences.Add(entered);
        db.Record("person.out", speaker.Id, Via.Text, time.Until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), now, person.Id);

        var returned = time.From > now ? 0 : await db.Offers.CountAsync(offer => offer.Outcome == null && offer.To == person.Id, ct);
        var argument = new OutArgument(entered.Id, returned, speaker.Id).ToString();
        answers.Add(turn, PeopleKinds.OutNotice, argument, privately: true);
        if (speaker.Id != person.Id)
            db.Notices.Add(Told(person, entered, argument, now));
        await db.SaveChangesAsync(ct);
    }

    Notice Told(CompanyPerson person, Absence entered, string argument, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = $"out:{entered.Id}",
        Kind = PeopleKinds.OutNotice,
        Class = NoticeClass.Informative,
        Thread = Outgoing.ThreadOf(person.Id),
        Person = person.Id,
        Argument = argument,
        Locale = person.Department?.Language ?? companies.Current.Model.Language,
        Rank = 1_000,
        NotBefore = now,
        CreatedAt = now,
    };

    async Task<CompanyPerson?> WhomAsync(Turn turn, CompanyPerson speaker, string? whom, Sentences say, CancellationToken ct)
    {
        if (whom is null)
            return speaker;
        var (person, sentence) = Returns.Whom(companies.Current, speaker, whom, say);
        if (sentence is not null)
            await AnswerAsync(turn, sentence, ct);
        return person;
    }

    static string WhyNot(OutReading reading, Sentences say) => reading switch
    {
        OutReading.NoDay(var words) => say.Plain("people.out.no-day", CleanText.Of(words, LongestShown)),
        OutReading.TwoDays(var words, var one, var other) => say.Plain(
            "people.out.two-days", CleanText.Of(words, LongestShown), Spoken(one, say), Spoken(other, say), Iso(one), Iso(other)),
        OutReading.UntilOrOn(var day) => say.Plain("people.out.until-or-on", Spoken(day, say), Iso(day), Iso(day.AddDays(1))),
        OutReading.Over(var day) => say.Plain("people.out.over", Spoken(day, say)),
        OutReading.TooLong => say.Plain("people.out.too-long"),
        OutReading.EndsFirst => say.Plain("people.out.ends-first"),
        _ => say.Plain("people.out.no-end"),
    };

    static string Spoken(DateOnly day, Sentences say) => day.ToString("dddd, d MMMM yyyy", say.Culture);

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static TimeZoneInfo? ZoneOf(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary><c>until friday for ana@…</c>: what is said, and of whom.</summary>
    internal static (string Words, string? Whom) SplitOff(string rest) =>
        ForSomebody().Match(rest) is { Success: true } match ? (rest[..match.Index], match.Groups["whom"].Value) : (rest, null);

    async Task AnswerAsync(Turn turn, string sentence, CancellationToken ct)
    {
        answers.Add(turn, SetupKinds.Sentence, sentence, privately: true);
        await db.SaveChangesAsync(ct);
    }

    [GeneratedRegex(@"(?:^|\s+)(?:for|für)\s+(?<whom>\S+@\S+|[0-9a-f]{8}-[0-9a-f-]{27})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForSomebody();
}

/// <summary>What the card about an absence is drawn from, beside the absence itself.</summary>
/// <param name="Returned">Offers that went back to the queue with it.</param>
/// <param name="By">Who said it.</param>
readonly record struct OutArgument(Guid Absence, int Returned, PersonId By)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Absence};{Returned};{By}");

    public static OutArgument Read(string text) => text.Split(';') is [var absence, var returned, var by]
        ? new OutArgument(Guid.Parse(absence), int.Parse(returned, CultureInfo.InvariantCulture), new PersonId(Guid.Parse(by)))
        : throw new FormatException($"\"{text}\" names no absence.");
}
