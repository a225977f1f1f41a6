using AccountabilityBot.Council;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.HandOffs;
using AccountabilityBot.Leads;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>A reject as its sender reads and answers it, and what the data suggests to the council.</summary>
sealed partial class CardGallery
{
    const string WasMissing = "They have 60 lorries, a budget for this year, and Ms Hölzl decides herself. Call before noon.";

    void FillAnswering()
    {
        var wishes = _company.Model.Seams.Where(seam => seam.From == "support").ToArray();
        var heard = new HandOffEntry(wishes[0].Id, "Aurora Fruit Terminal", "Nuria Costa", "+34 91 555 0114", null, "They open a second hall in March, and asked what forty more probes cost.", null);
        Add("hand-over", "hand over: tell a neighbour about a customer", HandOffForm.Draw(_company.Model, _say, wishes, Guid.Empty, HandOffEntry.Nothing, null, Now));
        Add("hand-over-problem", "The same, without what it is about", HandOffForm.Draw(_company.Model, _say, wishes, Guid.Empty, heard with { About = null }, _say.Plain("hand-off.about.missing"), Now));
        Add("hand-over-done", "Handed over", LeadCard.Under(_say.Card("hand-off.done", "Sales"), LeadCard.ForPerson(View(Received("warm", Usual())), Sender.Id)));

        var open = SettledReject();
        Add("sender-open", "Rejected, to the sender: clarify or agree", SenderCard.Draw(View(open), 1));
        Add("sender-open-german", "The same in German", SenderCard.Draw(View(open) with { Say = Sentences.In("de") }, 1));
        Add("sender-asked", "The same, for the sender who asked for the lead by its number", LeadCard.ForPerson(View(open), Sender.Id));
        Add("sender-press-too-late", "A press that came too late", LeadCard.Under(
            _say.Card("refusal.lead.reject-answered", Sender.Name, "14:20"), SenderCard.Draw(View(AgreedReject()), 1)));
        Add("form-clarify", "Clarify: what was missing", ClarifyForm.Card(View(open), 1, null, null));
        Add("form-clarify-problem", "Clarify: too few words", ClarifyForm.Card(
            View(open), 1, new Clarification("no", "+49 30 5550 0199", null), _say.Plain("refusal.lead.missing-too-short", Lead.LeastMissing)));
        Add("sender-agreed", "The sender agrees", SenderCard.Draw(View(AgreedReject()), 1));
        Add("lead-agreed-channel", "Rejected and agreed, in the channel", LeadCard.ForChannel(View(AgreedReject())));

        var clarified = ClarifiedReject();
        Add("sender-clarified", "The sender clarified: waiting for the next colleague", SenderCard.Draw(View(clarified), 1));
        var offered = OfferedAgain(clarified);
        Add("sender-clarified-offered", "The same, on offer to somebody else", SenderCard.Draw(View(offered), 1));
        Add("lead-clarified", "What the next person reads of it", LeadCard.ForPerson(View(offered), _colleague.Id));
        Add("lead-clarified-details", "Details of a lead that was rejected and clarified", LeadDetails.Card(View(offered)));
        offered.Accept(_company.ActorOn(offered, _colleague.Id), _company.TermsOf(offered), Now);
        Add("sender-clarified-accepted", "The same, accepted", SenderCard.Draw(View(offered), 1));

        var thrice = RejectedThrice();
        Add("sender-second-reject", "The first card, after a second reject", SenderCard.Draw(View(thrice), 1));
        Add("sender-last", "The third reject: clarified once more, the guardian decides", SenderCard.Draw(View(thrice), 3));
        thrice.Clarify(_company.ActorOn(thrice, Sender.Id), 3, WasMissing, null, _company.TermsOf(thrice), Now);
        Add("lead-guardian-rejects", "Rejected too often: the guardian's card", LeadCard.ForGuardian(View(thrice), _guardian.Id));
        Add("sender-long-texts", "Long and hostile texts, to the sender", SenderCard.Draw(View(ClarifiedReject(Nasty(), string.Concat(Enumerable.Repeat("**at** <at>all</at> {{TIME(2026-01-01T00:00:00Z)}} ", 18)))), 1));

        var change = Change("webinar", "no-fit");
        Add("rule-change-drafted", "A pattern worth a look, to the heads of both departments", RuleChangeCards.Drafted(change, _company, _say));
        Add("rule-changes", "rule changes", RuleChangeCards.List([change, Change("<at>all</at> **raw** source of somebody's own", "duplicate")], 12, _company, _say, Guid.Empty));
        Add("rule-changes-none", "rule changes, when there are none", RuleChangeCards.List([], 0, _company, _say, Guid.Empty));
    }

    People.CompanyPerson Sender => _company.MembersOf("marketing")[0];

    Lead SettledReject(LeadFacts? facts = null)
    {
        var lead = Received("warm", facts ?? Usual(), Sender.Id);
        Reject(lead, _me.Id, -9);
        return lead;
    }

    Lead AgreedReject()
    {
        var lead = SettledReject();
        lead.Agree(_company.ActorOn(lead, Sender.Id), 1, Now.AddMinutes(-2));
        return lead;
    }

    Lead ClarifiedReject(LeadFacts? facts = null, string? words = null)
    {
        var lead = SettledReject(facts);
        lead.Clarify(_company.ActorOn(lead, Sender.Id), 1, words ?? WasMissing, null, _company.TermsOf(lead), Now.AddMinutes(-2));
        return lead;
    }

    Lead OfferedAgain(Lead lead)
    {
        lead.OfferTo(new OfferTo(_colleague.Id, new OfferReason(OfferReason.Rotation)), _company.TermsOf(lead), Now.AddMinutes(-1));
        return lead;
    }

    Lead RejectedThrice()
    {
        var lead = SettledReject();
        var others = _company.MembersOf("sales").Where(person => person.Id != _me.Id && person.Id != _guardian.Id).Take(2).ToList();
        for (var no = 0; no < others.Count; no++)
        {
            lead.Clarify(_company.ActorOn(lead, Sender.Id), no + 1, WasMissing, null, _company.TermsOf(lead), Now.AddMinutes(-6 + (3 * no)));
            Reject(lead, others[no].Id, -6 + (3 * no));
        }

        return lead;
    }

    void Reject(Lead lead, PersonId by, int minutes)
    {
        var reason = _company.Model.RejectReasons.First(one => one.Question is { Choices.Count: > 0 });
        var at = Now.AddMinutes(minutes);
        lead.OfferTo(new OfferTo(by, new OfferReason(OfferReason.Rotation)), _company.TermsOf(lead), at);
        lead.Reject(_company.ActorOn(lead, by), reason, reason.Question!.Choices[0].Id, "Met them at the fair; they ship by sea only.", _company.TermsOf(lead), at);
        lead.SettleReject(_company.TermsOf(lead), at.AddMinutes(2));
    }

    static RuleChange Change(string source, string reason) => RuleChange.Draft(
        new RuleChangeDraft(source, reason, "marketing", "sales", 24, 11), (Now.AddDays(-90), Now), [1_061, 1_057, 1_049, 1_044, 1_042], new DateOnly(2026, 11, 19), Guid.CreateVersion7(Now), Now);
}
