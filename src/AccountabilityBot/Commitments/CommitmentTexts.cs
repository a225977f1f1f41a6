using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary><c>commit to WHAT by DATE</c> and <c>commitments</c>. What is not understood to its end comes back as a form, and nothing is guessed.</summary>
sealed class CommitmentTexts(BotDb db, CompanySource companies, Answers answers, CommitmentChanges changes, QuestionTexts questions)
{
    public static readonly string[] CommitWords =
        ["commit to", "i commit to", "i will commit to", "promise to", "i promise to", "ich sage zu", "sage zu", "ich verspreche", "ich sage zu dass ich"];

    /// <summary>In UTF-16 units: what is kept of words that no form can hold.</summary>
    const int LongestKept = 1_000;

    /// <summary>In UTF-16 units: what is repeated of words that are no day.</summary>
    const int LongestShown = 60;

    public async Task Commit(Turn turn, string rest, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } person)
        {
            answers.Add(turn, CommitmentKinds.Sentence, say.Plain("refusal.person-unlisted"));
            await db.SaveChangesAsync(ct);
            return;
        }

        var homes = await HomesAsync(turn, company, ct);
        var department = homes.Find(home => home.Id == person.Department?.Id) ?? homes.FirstOrDefault() ?? person.Department;
        var today = CommitmentDays.DayOf(company, person.Id, turn.Now);
        var phrase = CommitmentPhrase.Read(rest, today);
        if (WhyNot(phrase, rest, today, say) is { } problem)
        {
            Ask(turn, say, new FormArgument(department?.Id ?? "", phrase.Day is { } day && day > today ? day : null, problem, CleanText.Of(phrase.What, LongestKept)));
            await db.SaveChangesAsync(ct);
            return;
        }

        var (commitment, decision) = Commitment.Make(person.Id, phrase.What, phrase.Day!.Value, department?.Id ?? "", null, null, turn.Now);
        db.Commitments.Add(commitment);
        await changes.FollowAsync(commitment, decision, [], Via.Text, null, turn.Now, ct);
        changes.Place(commitment, turn.Now);
        if (IsInChannel(turn))
            answers.Add(turn, CommitmentKinds.Sentence, say.Plain("commitment.said", person.Name, ValueWords.Day(commitment.DueOn, say), commitment.Text));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>"Promise keeping rate" is a question about a number; a promise has a day.</summary>
    public Task Promise(Turn turn, string words, string rest, CancellationToken ct) =>
        rest.Length > 0 && CommitmentPhrase.Read(rest, LocalTime.DayIn(TimeZoneInfo.Utc, turn.Now)) is { Day: null, NoDay: null, Or: null }
            ? questions.Asked(turn, $"{words} {rest}", ct)
            : Commit(turn, rest, ct);

    /// <summary>In a department's channel its open ones; elsewhere the asker's own.</summary>
    public async Task Listed(Turn turn, string words, string rest, CancellationToken ct)
    {
        if (rest.Length > 0)
        {
            await questions.Asked(turn, $"{words} {rest}", ct);
            return;
        }

        var homes = await HomesAsync(turn, companies.Current, ct);
        if (homes.Count == 0)
            await Mine(turn, ct);
        else
            await ListAsync(turn, CommitmentKinds.ListDepartment, homes, await CommitmentLists.OfDepartments(db, [.. homes.Select(home => home.Id)])
                .Select(row => row.Id).Take(CommitmentLists.MostListed).ToListAsync(ct), ct);
    }

    public async Task Mine(Turn turn, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        if (companies.Current.PersonOf(turn) is not { } person)
        {
            answers.Add(turn, CommitmentKinds.Sentence, say.Plain("refusal.person-unlisted"));
            await db.SaveChangesAsync(ct);
            return;
        }

        if (IsInChannel(turn))
            answers.Add(turn, CommitmentKinds.Sentence, say.Plain("commitment.sent-to-chat"));
        await ListAsync(turn, CommitmentKinds.ListMine, [], await CommitmentLists.MineAsync(db, person.Id, turn.Now, ct), ct);
    }

    public static Task<OutgoingActivity?> Sentence(Notice notice) => Task.FromResult<OutgoingActivity?>(OutgoingActivity.ForText(notice.Argument ?? ""));

    async Task ListAsync(Turn turn, string kind, List<Department> homes, IReadOnlyList<Guid> shown, CancellationToken ct)
    {
        var (activity, id) = (turn.Activity, Guid.CreateVersion7(turn.Now));
        var person = kind == CommitmentKinds.ListMine ? companies.Current.PersonOf(turn) : null;
        var isElsewhere = person is not null && IsInChannel(turn);
        db.CardPosts.Add(new CardPost
        {
            Id = id,
            Kind = kind,
            SubjectId = id,
            Argument = homes.Count == 0 ? null : string.Join(',', homes.Select(home => home.Id)),
            Thread = isElsewhere ? Outgoing.ThreadOf(person!.Id) : answers.ThreadOf(turn),
            Person = person?.Id,
            ServiceUrl = isElsewhere ? null : activity.ServiceUrl,
            ConversationId = isElsewhere ? null : activity.Conversation?.Id,
            Wanted = 1,
            Rank = 0,
            CallDecidedAt = turn.Now,
            CreatedAt = turn.Now,
            NotBefore = turn.Now,
        });
        db.CommitmentListings.AddRange(shown.Select((commitment, index) => new CommitmentListing { SubjectId = id, CommitmentId = commitment, Position = index + 1 }));
        await db.SaveChangesAsync(ct);
    }

    void Ask(Turn turn, Sentences say, FormArgument argument)
    {
        answers.Add(turn, CommitmentKinds.Form, argument.ToString(), privately: true);
        if (IsInChannel(turn))
            answers.Add(turn, CommitmentKinds.Sentence, say.Plain("commitment.sent-to-chat"));
    }

    /// <summary>The sentence that says what is missing; none: nothing is.</summary>
    static string? WhyNot(CommitmentPhrase phrase, string rest, DateOnly today, Sentences say)
    {
        if (phrase is { Either: { } one, Or: { } other })
            return say.Plain("commitment.two-days", ValueWords.Day(one, say), ValueWords.Day(other, say));
        if (phrase.NoDay is { } words)
            return say.Plain("commitment.no-day", CleanText.Of(words, LongestShown));
        // "Commit to" alone asks for the form, and nothing is wrong with that.
        if (rest.Length == 0)
            return "";
        return Commitment.WhyNot(phrase.What, phrase.Day, today) is { } wrong ? say.Plain("refusal." + wrong.Code, [.. wrong.Args]) : null;
    }

    /// <summary>The departments that are at home where this was said.</summary>
    async Task<List<Department>> HomesAsync(Turn turn, Company company, CancellationToken ct)
    {
        if (!IsInChannel(turn))
            return [];
        var channel = turn.Activity.ThreadId;
        var homes = await db.Channels.AsNoTracking().Where(row => row.ChannelId == channel).Select(row => row.Department).ToListAsync(ct);
        return [.. company.Model.Departments.Where(department => homes.Contains(department.Id))];
    }

    static bool IsInChannel(Turn turn) => turn.Activity.Conversation?.ConversationType != "personal";
}
