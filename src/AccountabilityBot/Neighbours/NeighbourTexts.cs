using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Feedback;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Neighbours;

/// <summary>
/// <c>who is my neighbour downstream?</c>, <c>neighbours of Sales</c>: the departments on the other side of each seam, with the
/// people in them. Everybody may ask: it says who answers for what, and nothing of what anybody did.
/// </summary>
sealed class NeighbourTexts(BotDb db, CompanySource companies, NeighbourReading reading, Answers answers, QuestionTexts questions, TimeProvider clock)
{
    const string InChat = "chat";
    const string InPublic = "public";

    public async Task Asked(Turn turn, CancellationToken ct)
    {
        var (say, company, text) = (Sentences.In(turn.Locale), companies.Current, turn.Activity.TextWithoutMention);
        if (NeighbourQuestion.Read(company.Model, text) is not { } question)
        {
            await questions.Asked(turn, text, ct);
            return;
        }

        if (question.Unknown is { } unknown)
            await answers.GiveAsync(turn, NeighbourKinds.Sentence, GivingUnasked.WhichDepartment(say, company.Model, unknown), ct);
        else if ((question.Department ?? await HomeAsync(turn, company, ct) ?? DepartmentRoles.OwnOf(company, company.PersonOf(turn))) is { } department)
            await answers.GiveAsync(turn, NeighbourKinds.Card, $"{department.Id}|{question.Directions}|{(IsPersonal(turn) ? InChat : InPublic)}", ct);
        else
            await answers.GiveAsync(turn, NeighbourKinds.Sentence, say.Plain("neighbours.which", string.Join(", ", company.Model.Departments.Select(one => one.Name))), ct);
    }

    public async Task<OutgoingActivity?> Card(Notice notice, CancellationToken ct)
    {
        var (company, argument) = (companies.Current, (notice.Argument ?? "").Split('|'));
        if (argument is not [var id, var named, var where] || company.Model.FindDepartment(id) is not { } department || !Enum.TryParse<SeamDirections>(named, out var directions))
            return null;
        var reader = notice.Person is { } person ? company.Find(person) : null;
        var view = await reading.ReadAsync(company, department, directions, reader, Sentences.In(notice.Locale), clock.GetUtcNow(), ct);
        return OutgoingActivity.ForCard(NeighbourCards.Draw(view with { IsPersonal = where == InChat, IsReadersOwn = where == InChat && DepartmentRoles.OwnOf(company, reader)?.Id == department.Id }));
    }

    static bool IsPersonal(Turn turn) => turn.Activity.Conversation?.ConversationType == "personal";

    /// <summary>Whose home the channel is; none: it is nobody's, or that of several, or no channel.</summary>
    async Task<Department?> HomeAsync(Turn turn, Company company, CancellationToken ct)
    {
        if (turn.Activity is not { Conversation.ConversationType: "channel", ThreadId: { } channel })
            return null;
        var homes = await db.Channels.AsNoTracking().Where(home => home.ChannelId == channel).Select(home => home.Department).ToListAsync(ct);
        return homes is [var only] ? company.Model.FindDepartment(only) : null;
    }
}
