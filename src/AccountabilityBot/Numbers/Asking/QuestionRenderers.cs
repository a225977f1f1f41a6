using AccountabilityBot.Data;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>Draws the answers to questions that are no live card, from the state of this moment.</summary>
sealed class QuestionRenderers(BotDb db, CompanySource companies, NumberRegistrySource registries, NumberDesk desk, NumberReading reading, TimeProvider clock)
{
    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(notice.Locale);
        return notice.Kind switch
        {
            QuestionKinds.Refused => OutgoingActivity.ForText(say.Plain("question.refused")),
            QuestionKinds.WhichOne => OutgoingActivity.ForText(say.Plain("question.which-one")),
            QuestionKinds.Done => OutgoingActivity.ForText(notice.Argument ?? ""),
            QuestionKinds.Choices => OutgoingActivity.ForCard(QuestionCards.Choices(await NumbersAsync(notice.Argument!.Split('|'), ct), companies.Current, say, notice.Id)),
            QuestionKinds.Word => companies.Current.Model.Definitions.FirstOrDefault(word => word.Id == notice.Argument) is { } word ? OutgoingActivity.ForCard(QuestionCards.Word(word, say)) : null,
            QuestionKinds.Unknown => OutgoingActivity.ForCard(await UnknownAsync(notice, say, ct)),
            _ => await AboutAsync(notice, say, ct),
        };
    }

    /// <summary>To the guardian; none: it is not a gap any more.</summary>
    public async Task<OutgoingActivity?> Gap(Notice notice, CancellationToken ct)
    {
        var id = Guid.Parse(notice.Argument!);
        if (await db.QuestionGaps.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } gap)
            return null;
        var company = companies.Current;
        var locale = await db.LocaleOfAsync(notice.Person, ct);
        return OutgoingActivity.ForCard(QuestionCards.Gap(gap, company, Sentences.In(locale ?? company.DepartmentOf(gap.Department).Language)));
    }

    async Task<AdaptiveCard> UnknownAsync(Notice notice, Sentences say, CancellationToken ct)
    {
        var said = notice.Argument!.Split('|');
        return QuestionCards.Unknown(said[0], await NumbersAsync(said[1..], ct), companies.Current, say, notice.Id);
    }

    async Task<OutgoingActivity?> AboutAsync(Notice notice, Sentences say, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await desk.LookAtAsync(notice.Argument!, now, ct) is not { } at)
            return null;
        var view = await reading.ReadAsync(at, null, say, notice.Id, now, ct);
        return OutgoingActivity.ForCard(notice.Kind switch
        {
            QuestionKinds.Definition => QuestionCards.Definition(view),
            QuestionKinds.Value => QuestionCards.Value(view),
            _ => QuestionCards.History(view),
        });
    }

    async Task<IReadOnlyList<RegisteredNumber>> NumbersAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var registry = await registries.CurrentAsync(db, ct);
        return [.. ids.Select(registry.Find).OfType<RegisteredNumber>()];
    }
}
