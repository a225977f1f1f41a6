using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>
/// A question that no number answers is not lost: it is counted, and the guardian of the asker's department hears of it
/// once, for a number that people ask for and nobody keeps is a gap.
/// </summary>
sealed class QuestionGaps(BotDb db, CompanySource companies, Answers answers)
{
    const int LongestSubject = 120;

    public async Task AnswerAsync(Turn turn, string text, QuestionAnswer answer, CancellationToken ct)
    {
        var company = companies.Current;
        var asker = company.PersonOf(turn);
        var department = asker?.Department ?? company.DepartmentOf(company.Model.Leads.Department);
        var subject = CleanText.Of(answer.Subject ?? text, LongestSubject);
        if (Spelling.Fold(subject) is { Length: > 0 } key)
            await CountAsync(turn, department, key, CleanText.Of(text, 300), asker?.Id, ct);
        answers.Add(turn, QuestionKinds.Unknown, string.Join('|', [subject.Replace('|', ' '), .. answer.Near]));
        await db.SaveChangesAsync(ct);
    }

    async Task CountAsync(Turn turn, Department department, string key, string question, PersonId? asker, CancellationToken ct)
    {
        if (await db.QuestionGaps.SingleOrDefaultAsync(row => row.Department == department.Id && row.Key == key, ct) is { } known)
        {
            (known.Times, known.LastAt, known.AskedBy) = (known.Times + 1, turn.Now, asker ?? known.AskedBy);
            return;
        }

        var gap = new QuestionGap
        {
            Id = Guid.CreateVersion7(turn.Now),
            Key = key,
            Question = question,
            AskedBy = asker,
            Department = department.Id,
            FirstAt = turn.Now,
            LastAt = turn.Now,
        };
        db.QuestionGaps.Add(gap);
        if ((companies.Current.GuardianOf(department) ?? companies.Current.HeadOf(department)) is not { } guardian)
            return;
        db.Notices.Add(new Notice
        {
            Id = Guid.CreateVersion7(turn.Now),
            Key = $"gap:{gap.Id}",
            Kind = QuestionKinds.Gap,
            Class = NoticeClass.Informative,
            Thread = Outgoing.ThreadOf(guardian.Id),
            Person = guardian.Id,
            Argument = gap.Id.ToString(),
            NotBefore = turn.Now,
            CreatedAt = turn.Now,
        });
    }
}
