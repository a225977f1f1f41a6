using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>
/// <c>feedback for DEPARTMENT</c>: somebody speaks about a hand-off that they were in without having been asked. The form comes to
/// their own chat, wherever they said it.
/// </summary>
sealed class GivingUnasked(BotDb db, CompanySource companies, Answers answers, FeedbackReading reading, FeedbackChanges changes, QuestionTexts questions, TimeProvider clock)
{
    /// <summary>In UTF-16 units: what is repeated of an unknown department's name.</summary>
    const int LongestShown = 80;

    public async Task Asked(Turn turn, string rest, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is null)
            answers.Add(turn, FeedbackKinds.Sentence, say.Plain("refusal.person-unlisted"));
        else if (company.Model.FindDepartment(rest) is not { } department)
            answers.Add(turn, FeedbackKinds.Sentence, WhichDepartment(say, company.Model, rest));
        else
            AnswerPrivately(turn, answers, say, FeedbackKinds.Form, department.Id);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A bare <c>feedback</c>: "feedback score, who owns that?" begins with the same word and is a question.</summary>
    public Task Mentioned(Turn turn, string rest, CancellationToken ct) => rest.Length > 0 && companies.Current.Model.FindDepartment(rest) is null
        ? questions.Asked(turn, "feedback " + rest, ct)
        : Asked(turn, rest, ct);

    /// <summary>What is between two people is answered in the asker's own chat; who asked in a channel reads there where it went.</summary>
    public static void AnswerPrivately(Turn turn, Answers answers, Sentences say, string kind, string argument)
    {
        answers.Add(turn, kind, argument, privately: true);
        if (turn.Activity.Conversation?.ConversationType != "personal")
            answers.Add(turn, FeedbackKinds.Sentence, say.Plain("feedback.sent-to-chat"));
    }

    public static string WhichDepartment(Sentences say, RevenueModel model, string asked)
    {
        var (name, all) = (CleanText.Of(asked, LongestShown), string.Join(", ", model.Departments.Select(department => department.Name)));
        if (name.Length == 0)
            return say.Plain("feedback.which-department", all);
        return Spelling.Nearest(name, model.Departments.SelectMany(department => department.Spellings)) is { } near
            ? say.Plain("feedback.unknown-department.near", name, model.FindDepartment(near)!.Name, all)
            : say.Plain("feedback.unknown-department", name, all);
    }

    public static Task<OutgoingActivity?> Sentence(Notice notice) => Task.FromResult<OutgoingActivity?>(OutgoingActivity.ForText(notice.Argument ?? ""));

    /// <summary>The hand-offs to choose from, or the form at once where there is only one.</summary>
    public async Task<OutgoingActivity?> Form(Notice notice, CancellationToken ct)
    {
        var (say, company, now) = (Sentences.In(notice.Locale), companies.Current, clock.GetUtcNow());
        if (notice.Person is not { } person || company.Model.FindDepartment(notice.Argument ?? "") is not { } department)
            return null;
        var handOffs = await RecentHandOffs.ReadAsync(db, company, person, department.Id, now, ct);
        return OutgoingActivity.ForCard(handOffs switch
        {
            [] => UnaskedCards.None(say, department, company, company.Find(person), await WhoIsThere.ReadAsync(db, company, now, ct)),
            [var only] => FeedbackCards.ForGiver(ViewOf(only, say, notice.Id, now)),
            _ => UnaskedCards.Choose(say, department, handOffs, company.Find(person) is { } reader ? company.ReaderOf(reader).Zone : TimeZoneInfo.Utc, notice.Id),
        });
    }

    /// <summary>The form for the chosen hand-off; what was said about it already is shown as it is.</summary>
    public async Task<CardAnswer> Choose(Turn turn, CardPress press, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var (found, refusal) = await FindAsync(turn, press, ct);
        if (found is null)
            return CardAnswer.Say(say.Plain(refusal!));
        var view = ViewOf(found, say, press.Id("post") ?? Guid.Empty, turn.Now);
        return CardAnswer.Show(FeedbackCards.ForGiver(await SaidAsync(found, ct) is { } said ? view with { Feedback = said } : view));
    }

    public async Task<CardAnswer> Give(Turn turn, CardPress press, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var (found, refusal) = await FindAsync(turn, press, ct);
        if (found is null)
            return CardAnswer.Say(say.Plain(refusal!));

        // A request for it may be open meanwhile: then this is its answer.
        var said = await SaidAsync(found, ct);
        var (view, typed) = (ViewOf(found, say, press.Id("post") ?? Guid.Empty, turn.Now), FeedbackForm.Read(press));
        view = said is null ? view : view with { Feedback = said };
        var decision = FeedbackButtons.Give(view, found.HandOff.Giver, typed);
        if (said is null && decision.Happened.Count > 0)
            db.PeerFeedback.Add(view.Feedback);
        var posts = said is null ? [] : await db.CardPosts.Where(post => post.SubjectId == said.Id).ToListAsync(ct);
        changes.Follow(view.Feedback, decision, posts, Via.Card, press.Id("post"), turn.Now);
        await db.SaveChangesAsync(ct);

        if (decision.Refusal is not { } wrong)
            return CardAnswer.Show(FeedbackCards.ForGiver(await reading.ViewAsync(view.Feedback, say, view.PostId, turn.Now, ct)));
        var sentence = say.Plain("refusal." + wrong.Code, [.. wrong.Args]);
        return wrong.Kind switch
        {
            RefusalKind.Invalid => CardAnswer.Show(FeedbackCards.ForGiver(view, typed with { Problem = sentence })),
            RefusalKind.Stale => CardAnswer.Show(FeedbackCards.ForGiver(view, line: sentence)),
            _ => CardAnswer.Say(sentence),
        };
    }

    /// <summary>The lead is read from the card; the person's part in it, and whom they speak to, is not.</summary>
    /// <returns>The hand-off, or the key of the sentence that says why there is none for them to speak about.</returns>
    async Task<(FoundHandOff? Found, string? Refusal)> FindAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.PersonOf(turn) is not { } person)
            return (null, "refusal.person-unlisted");
        if (press.Id(FeedbackForm.LeadKey) is not { } id || await db.Leads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == new LeadId(id), ct) is not { } lead
            || HandOff.Of(lead, person.Id) is not { } handOff)
        {
            return Refused(FeedbackRefusals.NotInHandOff());
        }

        if (HandOffMoments.ReceiverOf(handOff, company) is not { } receiver)
            return Refused(FeedbackRefusals.ReceiverLeft());
        return turn.Now - handOff.At > PeerFeedback.UnaskedWithin ? Refused(FeedbackRefusals.WindowOver()) : (new FoundHandOff(lead, handOff, receiver), null);

        static (FoundHandOff?, string?) Refused(Refusal refusal) => (null, "refusal." + refusal.Code);
    }

    Task<PeerFeedback?> SaidAsync(FoundHandOff found, CancellationToken ct) =>
        db.PeerFeedback.SingleOrDefaultAsync(row => row.LeadId == found.HandOff.Lead && row.Giver == found.HandOff.Giver, ct);

    FeedbackView ViewOf(FoundHandOff found, Sentences say, Guid post, DateTimeOffset now) => new()
    {
        Feedback = PeerFeedback.Unasked(found.HandOff, found.Receiver, now),
        Lead = found.Lead,
        Company = companies.Current,
        Say = say,
        PostId = post,
        Now = now,
    };
}
