using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>
/// <c>digest</c>, and <c>digest for Sales</c>: the same card now, of what came since the last one. It is part of no trend, and
/// the next one comes all the same.
/// </summary>
sealed class DigestTexts(BotDb db, DigestReading reading, CompanySource companies, Answers answers)
{
    /// <summary>Where there never was one: a week is what people mean.</summary>
    const int DaysWithoutRhythm = 7;

    const int LongestShown = 60;

    static readonly string[] _for = ["for ", "of ", "für ", "von "];

    public async Task Asked(Turn turn, string rest, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        var departments = await DepartmentsAsync(turn, NameIn(rest), company, ct);
        if (departments.Count is 0)
        {
            var all = string.Join(", ", company.Model.Departments.Select(department => department.Name));
            var asked = CleanText.Of(NameIn(rest), LongestShown);
            await answers.GiveAsync(turn, CadenceKinds.Sentence, asked.Length is 0 ? say.Plain("digest.which", all) : say.Plain("digest.which.unknown", asked, all), ct);
            return;
        }

        await MakeAsync(turn, departments, company, ct);
    }

    public static Task<OutgoingActivity?> Sentence(Notice notice) => Task.FromResult<OutgoingActivity?>(OutgoingActivity.ForText(notice.Argument ?? ""));

    async Task MakeAsync(Turn turn, IReadOnlyList<Department> departments, Company company, CancellationToken ct)
    {
        var (activity, now) = (turn.Activity, turn.Now);
        if (activity.Conversation?.Id is not { } conversation)
            return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(departments[0].TimeZone);
        var id = departments[0].Id;
        var last = await db.DigestDepartments.AsNoTracking().Where(row => row.Department == id).OrderByDescending(row => row.On).FirstOrDefaultAsync(ct);
        var today = LocalTime.DayIn(zone, now);
        // On the day of a digest itself the days up to yesterday are behind it already.
        var on = last?.On >= today ? last.On.AddDays(1) : today;
        var from = last?.Until ?? LocalTime.ToInstant(today.AddDays(-DaysWithoutRhythm), TimeOnly.MinValue, zone);
        var found = await reading.ReadAsync(departments, on, (from, now), company, now, ct);
        var rows = DigestRows.Make(
            string.Create(CultureInfo.InvariantCulture, $"asked:{conversation}:{activity.Id}"), departments, on, (from, now), found, now, channel: null, companies.Current.PersonOf(turn)?.Id);
        db.Add(rows.Digest);
        db.AddRange(rows.Seams);
        db.AddRange(rows.Listings);
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = CadenceKinds.Asked,
            SubjectId = rows.Digest.Id,
            Thread = answers.ThreadOf(turn),
            Person = activity.Conversation.ConversationType == "personal" ? company.PersonOf(turn)?.Id : null,
            ServiceUrl = activity.ServiceUrl,
            ConversationId = conversation,
            Wanted = 1,
            Rank = 0,
            CreatedAt = now,
            NotBefore = now,
        });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Those that are named; else those at home in the channel; else the asker's own.</summary>
    async Task<IReadOnlyList<Department>> DepartmentsAsync(Turn turn, string named, Company company, CancellationToken ct)
    {
        if (named.Length > 0)
            return company.Model.FindDepartment(named) is { } department ? [department] : [];
        if (turn.Activity.Conversation is { ConversationType: "channel" } && turn.Activity.ThreadId is { } channel)
        {
            var homes = await db.Channels.AsNoTracking().Where(home => home.ChannelId == channel).Select(home => home.Department).ToListAsync(ct);
            Department[] here = [.. company.Model.Departments.Where(department => homes.Contains(department.Id))];
            if (here.Length > 0)
                return here;
        }

        return company.PersonOf(turn) is { } person && OwnOf(person, company) is { } own ? [own] : [];
    }

    /// <summary>A head may stand in no department of the directory.</summary>
    static Department? OwnOf(CompanyPerson person, Company company) =>
        person.Department ?? company.Model.Departments.FirstOrDefault(department => company.HeadOf(department)?.Id == person.Id || company.GuardianOf(department)?.Id == person.Id);

    static string NameIn(string rest)
    {
        var name = rest.Trim();
        var word = _for.FirstOrDefault(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return word is null ? name : name[word.Length..].Trim();
    }
}
