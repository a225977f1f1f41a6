using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>
/// <c>pair DEPARTMENT DEPARTMENT</c>, or <c>pair SEAM</c>: what two departments promised and told each other this quarter and the last
/// one, and what came of it. Only for the people of the two, their heads and guardians, and administrators; always in the asker's own chat.
/// </summary>
sealed class PairTexts(BotDb db, SeamReading seams, CompanySource companies, Answers answers, TimeProvider clock)
{
    static readonly string[] Between = ["and", "with", "und", "mit", "&", "/", "-", "+"];

    public async Task Asked(Turn turn, string rest, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } person)
            answers.Add(turn, FeedbackKinds.Sentence, say.Plain("refusal.person-unlisted"));
        else if (PairOf(company.Model, rest) is not var (one, other))
            answers.Add(turn, FeedbackKinds.Sentence, Which(say, company.Model, rest));
        else if (!MayRead(company, person.Id, one) && !MayRead(company, person.Id, other))
            answers.Add(turn, FeedbackKinds.Sentence, say.Plain("feedback.pair.not-yours", one.Name, other.Name));
        else
            GivingUnasked.AnswerPrivately(turn, answers, say, FeedbackKinds.Pair, $"{one.Id}|{other.Id}");
        await db.SaveChangesAsync(ct);
    }

    public async Task<OutgoingActivity?> Pair(Notice notice, CancellationToken ct)
    {
        var (company, ids, now) = (companies.Current, (notice.Argument ?? "").Split('|'), clock.GetUtcNow());
        if (notice.Person is not { } reader || company.Model.FindDepartment(ids[0]) is not { } one || company.Model.FindDepartment(ids[^1]) is not { } other)
            return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone);
        var today = LocalTime.DayIn(zone, now);
        var ended = Freshness.EndOf(Period.Quarter, today);
        var (began, beganBefore) = (ended.AddDays(1).AddMonths(-3), ended.AddDays(1).AddMonths(-6));
        var (start, startBefore) = (LocalTime.ToInstant(began, TimeOnly.MinValue, zone), LocalTime.ToInstant(beganBefore, TimeOnly.MinValue, zone));

        var given = await db.PeerFeedback.AsNoTracking()
            .Where(row => row.State == FeedbackState.Given && row.ClosedAt >= startBefore)
            .Where(row => (row.FromDepartment == one.Id && row.ToDepartment == other.Id) || (row.FromDepartment == other.Id && row.ToDepartment == one.Id))
            .OrderByDescending(row => row.ClosedAt)
            .ToListAsync(ct);
        var promisedIds = given.Select(row => row.CommitmentId).OfType<Guid>().ToList();
        var promised = await db.Commitments.AsNoTracking().Where(row => promisedIds.Contains(row.Id)).OrderBy(row => row.DueOn).ToListAsync(ct);
        Seam[] between = [.. company.Model.Seams.Where(seam => (seam.From == one.Id && seam.To == other.Id) || (seam.From == other.Id && seam.To == one.Id))];
        return OutgoingActivity.ForCard(PairCards.Draw(new PairView
        {
            Seams = await seams.ReadAsync(between, (startBefore, start, now), ct),
            One = one,
            Other = other,
            Reader = reader,
            Company = company,
            There = await WhoIsThere.ReadAsync(db, company, now, ct),
            Say = Sentences.In(notice.Locale),
            Now = now,
            Quarters = [Quarter(ended, row => row.ClosedAt >= start), Quarter(began.AddDays(-1), row => row.ClosedAt < start)],
        }));

        PairQuarter Quarter(DateOnly end, Func<PeerFeedback, bool> isIn)
        {
            var mine = given.Where(isIn).ToList();
            return new PairQuarter(end, mine, [.. promised.Where(promise => mine.Exists(row => row.Id == promise.FeedbackId))]);
        }
    }

    static bool MayRead(Company company, PersonId person, Department department) => company.IsMember(person, department.Id) || company.MaySetUp(person, department);

    /// <summary>Two departments, whose names may have several words, or the seam that joins them; none: it is neither.</summary>
    static (Department One, Department Other)? PairOf(RevenueModel model, string asked)
    {
        if (model.FindSeam(asked) is { } seam && model.FindDepartment(seam.From) is { } from && model.FindDepartment(seam.To) is { } to)
            return (from, to);
        var words = asked.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // What comes from outside may be long; no two names are.
        for (var at = 1; at < Math.Min(words.Length, 20); at++)
        {
            var rest = Between.Contains(words[at], StringComparer.OrdinalIgnoreCase) && at + 1 < words.Length ? at + 1 : at;
            if (model.FindDepartment(string.Join(' ', words[..at])) is { } one && model.FindDepartment(string.Join(' ', words[rest..])) is { } other && one.Id != other.Id)
                return (one, other);
        }

        return null;
    }

    static string Which(Sentences say, RevenueModel model, string asked)
    {
        var words = asked.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => !Between.Contains(word, StringComparer.OrdinalIgnoreCase)).Take(4);
        var near = words.Where(word => model.FindDepartment(word) is null)
            .Select(word => Spelling.Nearest(word, model.Departments.SelectMany(department => department.Spellings))).OfType<string>().FirstOrDefault();
        var all = string.Join(", ", model.Departments.Select(department => department.Name));
        return near is not null ? say.Plain("feedback.pair.which.near", model.FindDepartment(near)!.Name, all) : say.Plain("feedback.pair.which", all);
    }
}

/// <summary>One quarter of a pair.</summary>
/// <param name="End">Its last day.</param>
/// <param name="Given">The latest first.</param>
/// <param name="Promised">For any of them.</param>
sealed record PairQuarter(DateOnly End, IReadOnlyList<PeerFeedback> Given, IReadOnlyList<Commitment> Promised);

/// <summary>All that a pair's card is drawn from.</summary>
sealed record PairView
{
    public required Department One { get; init; }

    public required Department Other { get; init; }

    public required PersonId Reader { get; init; }

    public required Company Company { get; init; }

    /// <summary>Who stands on either side is named with until when they are out.</summary>
    public required WhoIsThere There { get; init; }

    public required Sentences Say { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Between the two, in both directions, those over which something has come.</summary>
    public required IReadOnlyList<SeamSides> Seams { get; init; }

    /// <summary>The present one, then the last one.</summary>
    public required IReadOnlyList<PairQuarter> Quarters { get; init; }
}
