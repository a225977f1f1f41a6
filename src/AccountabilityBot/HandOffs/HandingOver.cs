using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Feedback;
using AccountabilityBot.Leads;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.HandOffs;

/// <summary>
/// <c>hand over to DEPARTMENT</c>: the service contact who has heard of something tells whoever knows the customer. The form
/// comes to the asker's own chat; what is saved is a hand-off of their department, with them as its sender.
/// </summary>
sealed class HandingOver(BotDb db, CompanySource companies, LeadIntake intake, Answers answers, QuestionTexts questions, TimeProvider clock)
{
    static readonly string[] _before = ["to", "an", "a customer to", "einen kunden an"];

    public async Task Asked(Turn turn, string words, string rest, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } person)
        {
            await answers.GiveAsync(turn, HandOffKinds.Sentence, say.Plain("refusal.person-unlisted"), ct);
            return;
        }

        var seams = SeamsOf(company, person);
        var asked = Bare(rest);
        var wanted = asked.Length == 0 ? seams : [.. seams.Where(seam => IsMeant(company.Model, seam, asked))];
        if (wanted.Count > 0)
        {
            GivingUnasked.AnswerPrivately(turn, answers, say, HandOffKinds.Form, string.Join('|', wanted.Select(seam => seam.Id)));
            await db.SaveChangesAsync(ct);
        }
        else if (asked.Length > 0 && company.Model.FindDepartment(asked) is null && company.Model.FindSeam(asked) is null)
        {
            // "hand over win rate to Bo" is about a number.
            await questions.Asked(turn, $"{words} {rest}", ct);
        }
        else
        {
            await answers.GiveAsync(turn, HandOffKinds.Sentence, WhyNot(say, company.Model, seams), ct);
        }
    }

    public Task<OutgoingActivity?> Form(Notice notice, CancellationToken ct)
    {
        var (company, say) = (companies.Current, Sentences.In(notice.Locale));
        if (notice.Person is not { } person || company.Find(person) is not { } giver)
            return Task.FromResult<OutgoingActivity?>(null);
        var named = (notice.Argument ?? "").Split('|');
        Seam[] seams = [.. SeamsOf(company, giver).Where(seam => named.Contains(seam.Id))];
        return Task.FromResult<OutgoingActivity?>(seams.Length == 0 ? null : OutgoingActivity.ForCard(HandOffForm.Draw(company.Model, say, seams, notice.Id, HandOffEntry.Nothing, null, clock.GetUtcNow())));
    }

    /// <summary>One form is one hand-off, however often it is saved.</summary>
    public async Task<CardAnswer> Save(Turn turn, CardPress press, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } giver)
            return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
        var (form, seams, entry) = (press.Id("post") ?? Guid.Empty, SeamsOf(company, giver), HandOffForm.Read(press));
        if (seams.Count == 0)
            return CardAnswer.Say(WhyNot(say, company.Model, seams));
        if (HandOffForm.WhatIsWrong(entry, seams, say) is { } problem)
            return CardAnswer.Show(HandOffForm.Draw(company.Model, say, seams, form, entry, problem, turn.Now));

        var seam = seams.First(one => one.Id == entry.Seam);
        var message = new LeadMessage
        {
            ExternalId = $"{giver.Id}:{form:N}",
            Source = LeadSource.Colleague,
            Name = entry.Name ?? entry.Company,
            Company = entry.Company,
            Phone = entry.Phone,
            Email = entry.Email,
            Segment = company.Model.Segments.Any(one => one.Id == entry.Segment) ? entry.Segment : null,
            Seam = seam.Id,
            From = new LeadSender(seam.From, giver.ObjectId),
            Fields = new Dictionary<string, JsonElement> { ["interest"] = JsonSerializer.SerializeToElement(entry.About) },
        };
        var taken = (await intake.TakeAsync([message], Via.Card, turn.Now, ct))[0];
        if (taken.Problem is { } refused)
            return CardAnswer.Show(HandOffForm.Draw(company.Model, say, seams, form, entry, refused.Sentence, turn.Now));

        var lead = await db.Leads.AsNoTracking().Include(row => row.Offers).SingleAsync(row => row.Id == new Domain.LeadId(taken.Id!.Value), ct);
        var view = new LeadView { Lead = lead, Company = company, Say = say, PostId = form, Now = turn.Now };
        return CardAnswer.Show(LeadCard.Under(say.Card("hand-off.done", view.Department.Name), LeadCard.ForPerson(view, giver.Id)));
    }

    /// <summary>Over which this person may hand over: those of their department, or of one that they lead or guard.</summary>
    static IReadOnlyList<Seam> SeamsOf(Company company, CompanyPerson person) =>
    [
        .. company.Model.Seams.Where(seam => seam.From == person.Department?.Id
            || (company.Model.FindDepartment(seam.From) is { } from && (company.HeadOf(from)?.Id == person.Id || company.GuardianOf(from)?.Id == person.Id))),
    ];

    static bool IsMeant(RevenueModel model, Seam seam, string asked) => model.FindSeam(asked)?.Id == seam.Id || model.FindDepartment(asked)?.Id == seam.To;

    static string Bare(string rest)
    {
        var asked = CleanText.Of(rest, 200).Trim();
        var before = Array.Find(_before, word => asked.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));
        return before is null ? asked : asked[(before.Length + 1)..].Trim();
    }

    static string WhyNot(Sentences say, RevenueModel model, IReadOnlyList<Seam> seams) => seams.Count == 0
        ? say.Plain("hand-off.no-seam")
        : say.Plain("hand-off.which", string.Join(", ", seams.Select(seam => model.FindDepartment(seam.To)?.Name ?? seam.To).Distinct()));
}
