using AccountabilityBot.Data;
using AccountabilityBot.Delivery.Letters;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Leads;
using AccountabilityBot.Messages;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Demo;

/// <summary>The cards that are about no one lead: set-up, letters, messages kept back, who is there.</summary>
sealed partial class CardGallery
{
    void FillSetup()
    {
        var model = _company.Model;
        Add("welcome", "Welcome, in a chat", SetupCards.Welcome(_say, _me.Name, isFirstAdministrator: false));
        Add("welcome-administrator", "Welcome to the first administrator", SetupCards.Welcome(_say, _me.Name, isFirstAdministrator: true));
        Add("welcome-team", "Set up, in the channel the installer picked", SetupCards.WelcomeTeam(_say, model, _me.Name, [], [.. model.Departments.Skip(2)], false));
        Add("welcome-team-again", "Set up, where a department works already", SetupCards.WelcomeTeam(
            _say, model, _me.Name, [model.FindDepartment("sales")!], [.. model.Departments.Skip(3)], false));
        Add("serving", "A channel has become a home", SetupCards.Serving(_say, model.FindDepartment("sales")!));
        Add("moved-away", "A department has moved away", SetupCards.MovedAway(_say, model.FindDepartment("sales")!));
        Add("help", "help", SetupCards.Help(_say, null));
        Add("not-understood", "Text that is no command", SetupCards.Help(_say, "**fnord** <at>all</at> quux"));
    }

    void FillLetters()
    {
        var department = _company.Model.FindDepartment("sales")!;
        LetterLine parked = new(
            Guid.CreateVersion7(Now), "L-1042", _say.Plain("letter.kind.lead.rejected-to-sender"), _say.Plain("letter.to", _colleague.Name), "502", Now.AddMinutes(-40), true);
        LetterLine dead = new(
            Guid.CreateVersion7(Now), "L-1057", _say.Plain("letter.kind.lead.channel"), _say.Plain("letter.to", department.Name),
            "MessageSizeTooBig: The message is too big for this conversation.", Now.AddHours(-3), false);
        Add("letters-parked", "Messages that may not have arrived, to a department's head", LetterCards.Parked(_say, department, [parked, parked with { LeadLabel = "L-1043" }]));
        Add("letters-parked-one", "The same, one of them, after a press that came too late", LetterCards.Parked(_say, department, [parked], _say.Plain("letter.decided")));
        Add("letters-alert", "Messages that did not arrive, to the administrators", LetterCards.All(_say, [dead, parked, .. Enumerable.Repeat(dead, 12)], explain: true));
        Add("letters-none", "dead letters, when there are none", LetterCards.All(_say, []));
    }

    void FillMessages()
    {
        var (offered, rules) = (Offered(), _company.Model.Messages);
        var leads = new Dictionary<LeadId, Lead> { [offered.Id] = offered };
        Add("form-snooze", "Snooze: three lengths", SnoozeForm.Card(View(offered)));
        Add("snooze-over", "A snooze has ended", LeadSnoozes.Card(View(offered)));
        Add("mute", "mute, when nothing is muted", MuteCard.Draw(_say, [], rules));
        Add("mute-both", "mute, when everything that can be is muted", MuteCard.Draw(
            _say, [new Mute(_me.Id, Muted.Reminders, Now.AddDays(-3)), new Mute(_me.Id, Muted.News, Now.AddHours(-2))], rules));
        var many = Enumerable.Range(1, 7).Select(no => new BundleLine(
            no == 1 ? LeadCard.SummaryOf(View(Offered(Nasty()))) : $"Arctic Parcels {no} was rejected", (LeadId.New(Now), $"L-{1040 + no}")));
        Add("bundle", "What was beyond the day's budget, in one message", BundleCard.Draw(_say, [.. many.Take(3)], 0, rules.Budget, Guid.Empty));
        Add("bundle-flood", "The same, in a flood", BundleCard.Draw(_say, [.. many], 42, rules.Budget, Guid.Empty));
        string[] reasons =
        [
            "why.quiet-hours.waits", "why.quiet-hours.came", "why.budget.waits", "why.budget.came", "why.muted", "why.snoozed", "why.overtaken", "why.unreachable",
            "why.parked", "why.dead", "why.discarded", "why.paced", "why.late",
        ];
        var kept = reasons.Zip([Manners.Reminder, Manners.News, Manners.Help, .. Enumerable.Repeat(Manners.Reminder, 10)])
            .Select(pair => new KeptBack(pair.Second, offered.Id, Now, pair.First, Now.AddHours(1))).ToList();
        Add("why", "why was I not told: the record", WhyCard.Lately(_say, kept, leads, new SentLately(6, Now.AddMinutes(-40))));
        Add("why-rest", "The same, the other reasons", WhyCard.Lately(_say, [.. kept.Skip(WhyCard.MostLines)], leads, new SentLately(0, null)));
        Add("why-nothing", "why was I not told: nothing was held back", WhyCard.Lately(_say, [], leads, new SentLately(2, Now.AddMinutes(-40))));
        Add("why-about", "why was I not told about a lead that a colleague was asked for", WhyCard.About(_say, _company, _colleague, Accepted(), [], leads));
        Add("why-about-held", "The same, for who was told later", WhyCard.About(_say, _company, _me, offered, [.. kept.Skip(3).Take(2)], leads));
    }
}
