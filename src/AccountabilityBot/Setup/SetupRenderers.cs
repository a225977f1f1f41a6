using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>Draws what the door delivers about the set-up.</summary>
sealed class SetupRenderers(BotDb db, CompanySource companies, Unlisted unlisted)
{
    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(notice.Locale);
        return notice.Kind switch
        {
            SetupKinds.Welcome => Card(SetupCards.Welcome(say, NameOf(notice), notice.Argument is not null)),
            SetupKinds.WelcomeTeam => Card(SetupCards.WelcomeTeam(
                say, companies.Current.Model, NameOf(notice), await HomelessAsync(ct), notice.Argument is not null)),
            SetupKinds.Help => Card(SetupCards.Help(say, null, IsForAdministrator(notice))),
            SetupKinds.NotUnderstood => Card(SetupCards.Help(say, notice.Argument ?? "", IsForAdministrator(notice))),
            SetupKinds.Sentence => OutgoingActivity.ForText(notice.Argument ?? ""),
            SetupKinds.Serving => DepartmentOf(notice) is { } department ? Card(SetupCards.Serving(say, department)) : null,
            SetupKinds.MovedAway => DepartmentOf(notice) is { } department ? Card(SetupCards.MovedAway(say, department)) : null,
            SetupKinds.Unlisted => Card(await unlisted.CardAsync(say, ct)),
            _ => null,
        };
    }

    static OutgoingActivity Card(AdaptiveCard card) => OutgoingActivity.ForCard(card);

    string? NameOf(Notice notice) => notice.Person is { } person ? companies.Current.Find(person)?.Name : null;

    bool IsForAdministrator(Notice notice) => notice.Person is { } person && companies.Current.Administrators.Contains(person);

    Department? DepartmentOf(Notice notice) => companies.Current.Model.FindDepartment(notice.Argument ?? "");

    async Task<IReadOnlyList<Department>> HomelessAsync(CancellationToken ct)
    {
        var served = await db.Channels.AsNoTracking().Select(channel => channel.Department).ToListAsync(ct);
        return [.. companies.Current.Model.Departments.Where(department => !served.Contains(department.Id))];
    }
}
