using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.Outcomes;

namespace AccountabilityBot.Demo;

/// <summary>What became of it: the forms, the card of all that is owed, how a lead stands and ends, and what the sender hears.</summary>
sealed partial class CardGallery
{
    void FillDispositions()
    {
        var view = View(Accepted());
        Add("disposition-which", "Set disposition, the choice", DispositionForm.AskWhich(view, null));
        Add("disposition-meeting", "The same, once a meeting was chosen", DispositionForm.AskFields(view, Known("meeting-set"), null));
        Add("disposition-qualified", "The longest form: an opportunity", DispositionForm.AskFields(view, Known("qualified"), null));
        Add("disposition-wrong", "The same, with what was wrong and what was typed", DispositionForm.AskFields(
            view, Known("qualified"), _say.Plain("refusal.lead.value-unreadable", "a lot"), new Dictionary<string, string> { ["need"] = "Forty probes", ["value"] = "a lot" }));
        Add("disposition-won", "Won, with why and what", DispositionForm.AskFields(View(Qualified()), Known("won"), null));
        Add("lead-meeting-owner", "A meeting stands, for its owner", LeadCard.ForPerson(View(Disposed("meeting-set", new() { MeetingOn = Today.AddDays(3) })), _me.Id));
        Add("lead-qualified-channel", "An opportunity, in the channel", LeadCard.ForChannel(View(Qualified())));
        Add("lead-won", "Won", LeadCard.ForChannel(View(Won())));
        Add("lead-lost", "Lost", LeadCard.ForChannel(View(Disposed("lost", new() { Reason = "competitor" }))));
        Add("lead-recycled", "Put off until a date", LeadCard.ForChannel(View(Disposed("later", new() { Reason = "budget", RecycleOn = Today.AddDays(7) }))));
        Add("lead-do-not-contact", "They asked not to be contacted", LeadCard.ForPerson(View(Quiet()), _me.Id));
        var asked = Disposed("wrong-data", new() { Note = "The number is a fax." });
        Add("lead-data-asked", "To the sender: better data are needed", SenderCard.Draw(View(asked), SenderCard.AboutData));
        Add("form-mend-data", "The data that are right", ClarifyForm.Card(View(asked), SenderCard.AboutData, null, null));
        asked.MendData(Me(asked) with { IsSender = true }, "The right one", null, _company.TermsOf(asked), Now);
        Add("lead-data-mended", "The same, once they are there", SenderCard.Draw(View(asked), SenderCard.AboutData));
        List<Lead> owed = [Owed(), Disposed("meeting-set", new() { MeetingOn = Today }), .. Enumerable.Range(0, 9).Select(_ => Owed())];
        Add("disposition-due", "What somebody owes a word about", DueDispositionCards.Card(owed, _company, _say, Guid.Empty, Now));
        Add("disposition-due-none", "The same, when all was said", DueDispositionCards.Card([], _company, _say, Guid.Empty, Now));
        Add("disposition-due-before", "The card of the day before", DueDispositionCards.GoesOn(_say));
        Add("outcomes", "What became of a sender's leads", OutcomeCards.Ended(
            [
                new("L-1042", "Hölzl Tiefkühllogistik GmbH", LeadState.Won, "won", "fit", "Forty probes and the service contract", 9_000_000, "EUR"),
                new("L-1031", "Cool & Dry Inc", LeadState.Won, "won", "speed", null, 4_500_000, "USD"),
                .. Enumerable.Range(1_000, 10).Select(no => new EndedLead($"L-{no}", "Northwind Chilled", LeadState.Lost, "lost", "price", null, null, null)),
            ],
            _company,
            _say));
        Add("campaign", "What became of a campaign", CampaignCard.Of(
            new CampaignTold("Spring fair", false, 128, 97, 41, 22, 9, 14, 61, [("no-fit", 17), ("no-need", 6)], [("EUR", 41_200_000), ("USD", 9_000_000)], [("Forty probes", 3), ("Service contract", 2)]),
            _company,
            _say));
    }

    Disposition Known(string id) => _company.Model.FindDisposition(id)!;

    Lead Disposed(string id, DispositionEntry entry) => Worked(lead => lead.SetDisposition(Me(lead), Known(id), entry, _company.TermsOf(lead), Now));

    Lead Qualified() => Disposed("qualified", new() { Need = "Forty probes by summer", Authority = "Head of logistics", ValueMinor = 9_000_000, Currency = "EUR" });

    Lead Won()
    {
        var lead = Qualified();
        lead.SetDisposition(Me(lead), Known("won"), new() { Reason = "fit", Bought = "Forty probes" }, _company.TermsOf(lead), Now);
        return lead;
    }

    Lead Quiet() => Worked(lead => lead.ReceiveAgain(lead.Facts with { DoNotCall = true, DoNotEmail = true }, null, _company.TermsOf(lead), Now));

    Lead Owed() => Worked(lead => lead.Contact(Me(lead), _company.TermsOf(lead), Now));
}
