using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Feedback;
using AccountabilityBot.Leads;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council.Assessing;

/// <summary><c>maturity</c>, the card of the quarter, and what is said on it.</summary>
sealed partial class MaturityDesk(
    BotDb db, CompanySource companies, CouncilReading reading, CouncilChanges changes, Answers answers, TimeProvider clock, ILogger<MaturityDesk> logger)
{
    public Task Asked(Turn turn, CancellationToken ct) => answers.GiveAsync(turn, CouncilKinds.MaturityNow, null, ct);

    /// <summary>Who is asked each quarter finds the way to their own card on it.</summary>
    public async Task<OutgoingActivity?> Now(Notice notice, CancellationToken ct)
    {
        var (company, say, now) = (companies.Current, Sentences.In(notice.Locale), clock.GetUtcNow());
        if (company.Model.Rhythms.Council is null)
            return OutgoingActivity.ForText(say.Plain("council.none"));
        var own = notice.Person is { } person && company.Find(person) is { } asker
            ? await db.MaturityAssessments.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == person && row.Quarter == MaturitySweep.QuarterOf(asker, company, now), ct)
            : null;
        return OutgoingActivity.ForCard(MaturityCards.Trend(await reading.MaturityAsync(company, now, ct), own, say, notice.Id));
    }

    public async Task<OutgoingActivity?> Reminder(Notice notice, CancellationToken ct)
    {
        var id = Guid.Parse(notice.Argument!);
        return await db.MaturityAssessments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { SavedAt: null, SkippedAt: null } assessment
            ? OutgoingActivity.ForCard(MaturityCards.Reminder(assessment, await SayToAsync(assessment.PersonId, ct), notice.Id))
            : null;
    }

    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.MaturityAssessments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == post.SubjectId, ct) is not { } assessment)
            return null;
        var say = await SayToAsync(assessment.PersonId, ct);
        var opening = CouncilParts.Button(say.Plain("maturity.summary", assessment.Quarter), CouncilVerbs.ViewAssessment, CouncilParts.Data(post.Id, "maturity", assessment.Id, CouncilBack.Card));
        return new RenderedCard(MaturityCards.Own(assessment, IsPresent(assessment, now), say, post.Id, now), assessment.Version) { Opening = opening };
    }

    public Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) => PressAsync(turn, press, _ => null, ct);

    public Task<CardAnswer> Save(Turn turn, CardPress press, CancellationToken ct) => PressAsync(
        turn,
        press,
        assessment => assessment.Save(PresserOf(turn)!.Id, capability => Score(press, capability), QuarterOf(turn), turn.Now),
        ct);

    public Task<CardAnswer> Skip(Turn turn, CardPress press, CancellationToken ct) =>
        PressAsync(turn, press, assessment => assessment.Skip(PresserOf(turn)!.Id, QuarterOf(turn), turn.Now), ct);

    async Task<CardAnswer> PressAsync(Turn turn, CardPress press, Func<MaturityAssessment, Refusal?> decide, CancellationToken ct)
    {
        var (say, id) = (Sentences.In(turn.Locale), press.Id("id"));
        if (PresserOf(turn) is not { } presser)
            return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
        if (await db.MaturityAssessments.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } assessment)
            return CardAnswer.Say(say.Plain("council.unknown"));
        // What somebody said is theirs, whoever presses.
        if (assessment.PersonId != presser.Id)
            return CardAnswer.Say(say.Plain("refusal.maturity.not-yours"));

        var posts = await db.CardPosts.Where(row => row.SubjectId == assessment.Id).ToListAsync(ct);
        var before = assessment.Version;
        var refusal = decide(assessment);
        Copies.Adopt(db, posts, press.Id("post") ?? Guid.Empty, assessment.Version, turn, press);
        if (assessment.Version != before)
        {
            // That something was said, and never what.
            db.Record("maturity.answered", presser.Id, Via.Card, assessment.Quarter, turn.Now);
            foreach (var post in posts)
                post.Want(assessment.Version, turn.Now);
            await changes.RaisePackAsync(turn.Now, ct);
        }

        await db.SaveChangesAsync(ct);
        if (refusal is not null)
            Refused(press.Verb, refusal.Code);
        var sentence = refusal is null ? null : say.Plain("refusal." + refusal.Code, [.. refusal.Args]);
        return CardAnswer.Show(MaturityCards.Own(
            assessment, IsPresent(assessment, turn.Now), say, press.Id("post") ?? Guid.Empty, turn.Now,
            refusal?.Kind is RefusalKind.Stale ? sentence : null,
            refusal?.Kind is RefusalKind.Invalid ? sentence : null,
            refusal?.Kind is RefusalKind.Invalid ? Maturity.Capabilities.ToDictionary(capability => capability, capability => NumberForm.Read(press, capability)) : null));
    }

    static int? Score(CardPress press, string capability) =>
        int.TryParse(NumberForm.Read(press, capability), NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score : null;

    CompanyPerson? PresserOf(Turn turn) => companies.Current.PersonOf(turn);

    string QuarterOf(Turn turn) => MaturitySweep.QuarterOf(PresserOf(turn)!, companies.Current, turn.Now);

    bool IsPresent(MaturityAssessment assessment, DateTimeOffset now) =>
        companies.Current.Find(assessment.PersonId) is { } person && MaturitySweep.QuarterOf(person, companies.Current, now) == assessment.Quarter;

    async Task<Sentences> SayToAsync(PersonId reader, CancellationToken ct)
    {
        var company = companies.Current;
        return Sentences.In(await db.LocaleOfAsync(reader, ct) ?? company.Find(reader)?.Department?.Language ?? company.Model.Language);
    }

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb}: {Code}")]
    partial void Refused(string verb, string code);
}

/// <summary>Asks each head, or each member, once a quarter, on the first morning of work in it; and brings it to mind once.</summary>
sealed class MaturitySweep(BotDb db, CompanySource companies, CouncilBeginning beginning)
{
    public async Task<int> AskAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.Model.Rhythms.Council is null || await beginning.SinceAsync(db, now, ct) is not { } since)
            return 0;
        var due = CouncilMembers.Assessors(company)
            .Where(person => Maturity.AskAt(company.CalendarOf(person), now) is { } at && at <= now && at >= since)
            .Select(person => (Person: person, Quarter: QuarterOf(person, company, now)))
            .ToList();
        if (due.Count == 0)
            return 0;
        var quarters = due.Select(one => one.Quarter).Distinct().ToList();
        var asked = (await db.MaturityAssessments.AsNoTracking().Where(row => quarters.Contains(row.Quarter)).Select(row => new { row.PersonId, row.Quarter }).ToListAsync(ct))
            .Select(row => (row.PersonId, row.Quarter)).ToHashSet();
        var done = 0;
        foreach (var (person, quarter) in due.Where(one => !asked.Contains((one.Person.Id, one.Quarter))))
            done += await AskAsync(person, quarter, now, ct) ? 1 : 0;
        return done;
    }

    public async Task<int> RemindAsync(DateTimeOffset now, CancellationToken ct)
    {
        var before = now - Maturity.RemindAfter;
        var company = companies.Current;
        if (company.Model.Rhythms.Council is null)
            return 0;
        // Those of earlier quarters are over, and never reminded of.
        var from = now.AddDays(-92);
        var waiting = await db.MaturityAssessments.Where(row => row.SavedAt == null && row.SkippedAt == null && row.RemindedAt == null && row.AskedAt <= before && row.AskedAt >= from)
            .OrderBy(row => row.AskedAt).ToListAsync(ct);
        var done = 0;
        foreach (var one in waiting)
        {
            if (company.Find(one.PersonId) is not { } person || !one.MayRemind(QuarterOf(person, company, now), now))
                continue;
            one.Remind(now);
            db.Notices.Add(LeadNotices.News(CouncilKinds.AssessmentReminder, $"{CouncilKinds.AssessmentReminder}:{one.Id}", one.Id.ToString(), new Listener(person.Id), company, now));
            done++;
        }

        return done > 0 && await SaveAsync(ct) ? done : 0;
    }

    /// <summary>By the person's calendar.</summary>
    public static string QuarterOf(CompanyPerson person, Company company, DateTimeOffset now) => RuleChange.QuarterOf(LocalTime.DayIn(company.CalendarOf(person).Zone, now));

    /// <summary>Each in a save of their own: one who was asked already does not keep the others out.</summary>
    async Task<bool> AskAsync(CompanyPerson person, string quarter, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var assessment = MaturityAssessment.Ask(person.Id, quarter, Guid.CreateVersion7(now), now);
        db.MaturityAssessments.Add(assessment);
        db.Record("maturity.asked", null, Via.Rule, quarter, now, person.Id);
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = CouncilKinds.Assessment,
            SubjectId = assessment.Id,
            Thread = Outgoing.ThreadOf(person.Id),
            Person = person.Id,
            Wanted = assessment.Version,
            Rank = FeedbackChanges.Rank,
            CallDecidedAt = now,
            CreatedAt = now,
            NotBefore = now,
        });
        return await SaveAsync(ct);
    }

    async Task<bool> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
        {
            // Another server has asked, or the person has answered in this very moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
