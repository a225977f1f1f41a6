using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Demo;

/// <summary>Who is there, and what nobody holds.</summary>
sealed partial class CardGallery
{
    void FillAvailability()
    {
        var department = _company.Model.FindDepartment("sales")!;
        var view = new OutView
        {
            Person = _me,
            Reader = _me,
            By = _me,
            Absence = new Absence { PersonId = _me.Id, From = Now, Until = Now.AddDays(4), Source = Absence.ByPerson, EnteredAt = Now },
            Returned = 2,
            Owned = [.. Enumerable.Range(0, PeopleCards.MostListed).Select(_ => Accepted())],
            OwnedInAll = 7,
            Zone = _company.CalendarOf(_me).Zone,
        };
        Add("out", "out until monday", PeopleCards.Out(_say, view));
        Add("out-plain", "The same, with nothing on the desk", PeopleCards.Out(_say, view with { Returned = 0, Owned = [], OwnedInAll = 0 }));
        Add("out-told", "The same, said by the head", PeopleCards.Out(_say, view with { By = _guardian, Owned = [], OwnedInAll = 0 }));
        Add("out-other", "The same, to the head who said it", PeopleCards.Out(_say, view with { Reader = _guardian, By = _guardian }));
        Add("resting", "Two offers in a row ran out", PeopleCards.Resting(_say, Guid.Empty));
        Add("back", "I'm back", PeopleCards.Returned(_say, _say.Plain("people.back.welcome")));
        Add("lead-next-is-out", "The next in turn is out", LeadCard.ForChannel(View(OfferedPast())));

        var list = new GuardianList("sales", department, [.. Enumerable.Range(0, GuardianList.MostShown).Select(_ => Unexpected())], 30);
        Add("guardian-list", "What nobody holds, as one list", GuardianListCards.List(list, _company, _say, Guid.Empty, Now));
        Add("guardian-list-long", "The same, beyond what is counted", GuardianListCards.List(
            list with { Count = GuardianList.MostCounted + 1 }, _company, _say, Guid.Empty, Now));
        Add("guardian-list-empty", "The same, when everything is in good hands", GuardianListCards.List(list with { First = [], Count = 0 }, _company, _say, Guid.Empty, Now));
        Add("guardian-list-goes-on", "An earlier copy of it", GuardianListCards.GoesOn(department, _say, null));
        Add("guardian-list-elsewhere", "The same, when somebody else keeps it", GuardianListCards.GoesOn(department, _say, _colleague.Name));
        Add("my-leads-guardian", "my leads, for a guardian", GuardianListCards.Below(LeadNoticeCards.MyLeads([], _company, _say), [("sales", department, 30)], _say));
    }

    Lead OfferedPast()
    {
        var lead = Received("warm", Usual());
        lead.OfferTo(new OfferTo(_me.Id, new OfferReason(OfferReason.NextIsOut, _colleague.Id, Now.AddDays(4))), _company.TermsOf(lead), Now.AddMinutes(-10));
        return lead;
    }

    Lead Unexpected()
    {
        var lead = Received("warm", Usual());
        lead.ToGuardian(GuardianReasons.NobodyExpected, Now);
        return lead;
    }
}
