using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class ReceiveTests
{
    [Fact]
    public void A_lead_that_arrives_waits_in_its_departments_queue()
    {
        var (lead, decision) = Lead.Receive(Arriving with { ReceivedAt = Noon.AddDays(-1) }, LeadId.New(Noon), 1042, Noon);

        Assert.Equal(Otto.Id, Assert.Single(decision.Did(LeadEvents.Received)).Actor);
        Assert.Equal((LeadState.Waiting, "sales", Noon, Noon.AddDays(-1)), (lead.State, lead.Department, lead.WaitingSince, lead.ReceivedAt));
        Assert.Equal((1, "L-1042", "c:lee"), (lead.Version, lead.Label, lead.AccountKey));
    }

    [Fact]
    public void The_same_lead_with_the_same_facts_changes_nothing()
    {
        var same = Facts with { Fields = new Dictionary<string, string> { ["size"] = "12", ["interest"] = "pumps" } };

        foreach (var lead in new[] { Waiting(), OfferedTo(Ana), AcceptedBy(Ana), RejectedBy(Ana) })
            lead.HasNothingToDo(again => again.ReceiveAgain(same, Otto.Id, Terms, After(5)));
    }

    public static TheoryData<LeadFacts> NewFacts =>
    [
        Facts with { Name = "Kim Li" },
        Facts with { ValueMinor = 120_001 },
        Facts with { Currency = "USD" },
        Facts with { Email = "kim@lee.example" },
        Facts with { Fields = new Dictionary<string, string> { ["interest"] = "pumps" } },
        Facts with { Fields = new Dictionary<string, string> { ["interest"] = "pumps", ["size"] = "13" } },
        Facts with { Fields = new Dictionary<string, string> { ["interest"] = "pumps", ["Size"] = "12" } },
    ];

    [Theory]
    [MemberData(nameof(NewFacts), DisableDiscoveryEnumeration = true)]
    public void New_facts_go_on_the_card_and_the_lead_stays_in_the_hands_it_is_in(LeadFacts facts)
    {
        var lead = OfferedTo(Ana);

        Assert.Equal(Otto.Id, Assert.Single(lead.ReceiveAgain(facts, Otto.Id, Terms, After(5)).Did(LeadEvents.Updated)).Actor);

        Assert.Same(facts, lead.Facts);
        Assert.Equal((LeadState.Offered, Ana.Id, After(60)), (lead.State, lead.OpenOffer!.To, lead.OpenOffer.DueAt));
    }

    [Fact]
    public void A_new_company_is_a_new_account()
    {
        var lead = Waiting();

        lead.ReceiveAgain(Facts with { Company = "Park & Söhne KG" }, from: null, Terms, After(5)).Did(LeadEvents.Updated);

        Assert.Equal("c:park söhne", lead.AccountKey);
    }

    [Theory]
    [InlineData(LeadState.Lost)]
    [InlineData(LeadState.Recycled)]
    [InlineData(LeadState.Closed)]
    public void A_lead_that_was_over_is_opened_again_with_its_former_owner_first(LeadState ended)
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, After(1));
        Stored(lead, ended);

        lead.ReceiveAgain(Facts, from: null, Terms, After(5)).Did(LeadEvents.Reopened);

        Assert.Equal((LeadState.Waiting, After(5)), (lead.State, lead.WaitingSince));
        Assert.Equal((Ana.Id, OfferReason.FormerOwner, (PersonId?)null), (lead.ReservedFor, lead.ReservedReason, lead.ReservedBy));
        Assert.Null(lead.Owner);
        Assert.Null(lead.ContactedAt);
        lead.HasNothingToDo(again => again.ReceiveAgain(Facts, from: null, Terms, After(6)));
    }

    [Fact]
    public void A_new_life_forgets_the_hands_of_the_last_one()
    {
        var lead = WithGuardianAfterThreeHands();
        lead.Close(Greta, "test", note: null, Terms, After(1));

        lead.ReceiveAgain(Facts with { Phone = "+49 30 1" }, from: null, Terms, After(5)).Did(LeadEvents.Updated, LeadEvents.Reopened);

        Assert.Empty(lead.Hands);
        Assert.Null(lead.CloseReason);
        Assert.Null(lead.ReservedFor);
        Assert.Null(lead.GuardianSince);
        lead.NowOfferedTo(Ana, After(5)).Accept(Ana, Terms, After(6)).Did(LeadEvents.Accepted);
        Assert.Equal([1, 2, 3, 4], lead.Offers.Select(offer => offer.No));
    }

    [Fact]
    public void What_is_won_stays_won_and_what_is_rejected_stays_with_its_sender()
    {
        var won = Stored(AcceptedBy(Ana), LeadState.Won);
        won.HasNothingToDo(again => again.ReceiveAgain(Facts, from: null, Terms, After(5)));
        won.ReceiveAgain(Facts with { Phone = "1" }, from: null, Terms, After(5)).Did(LeadEvents.Updated);
        Assert.Equal((LeadState.Won, Ana.Id), (won.State, won.Owner));

        var rejected = RejectedBy(Ana);
        rejected.ReceiveAgain(Facts with { Phone = "1" }, from: null, Terms, After(5)).Did(LeadEvents.Updated);
        Assert.Equal(LeadState.Rejected, rejected.State);
    }

    [Fact]
    public void The_first_campaign_stays_for_ever_and_the_latest_other_one_is_kept_beside_it()
    {
        var lead = Lead.Receive(Arriving with { Facts = Facts with { Campaign = "spring-fair" } }, LeadId.New(Noon), 1042, Noon).Lead;

        lead.ReceiveAgain(Facts with { Campaign = "autumn-webinar", Phone = "+49 30 1" }, from: null, Terms, After(5)).Did(LeadEvents.Updated);

        Assert.Equal(("spring-fair", "autumn-webinar", "+49 30 1"), (lead.Facts.Campaign, lead.LastCampaign, lead.Facts.Phone));
        lead.HasNothingToDo(again => again.ReceiveAgain(Facts with { Campaign = "autumn-webinar", Phone = "+49 30 1" }, from: null, Terms, After(6)));

        lead.ReceiveAgain(Facts with { Campaign = "winter-mailing", Phone = "+49 30 1" }, from: null, Terms, After(7)).Did(LeadEvents.Updated);
        lead.HasNothingToDo(again => again.ReceiveAgain(Facts with { Campaign = "spring-fair", Phone = "+49 30 1" }, from: null, Terms, After(8)));
        lead.HasNothingToDo(again => again.ReceiveAgain(Facts with { Campaign = null, Phone = "+49 30 1" }, from: null, Terms, After(9)));
        Assert.Equal(("spring-fair", "winter-mailing"), (lead.Facts.Campaign, lead.LastCampaign));
    }

    [Fact]
    public void A_lead_without_a_campaign_takes_the_first_that_comes()
    {
        var lead = Waiting();

        lead.ReceiveAgain(Facts with { Campaign = "spring-fair" }, from: null, Terms, After(5)).Did(LeadEvents.Updated);

        Assert.Equal(("spring-fair", (string?)null), (lead.Facts.Campaign, lead.LastCampaign));
    }

    [Fact]
    public void A_new_life_keeps_the_first_campaign()
    {
        var lead = Lead.Receive(Arriving with { Facts = Facts with { Campaign = "spring-fair" } }, LeadId.New(Noon), 1042, Noon).Lead;
        Stored(lead, LeadState.Lost);

        lead.ReceiveAgain(Facts with { Campaign = "autumn-webinar" }, from: null, Terms, After(5)).Did(LeadEvents.Updated, LeadEvents.Reopened);

        Assert.Equal(("spring-fair", "autumn-webinar"), (lead.Facts.Campaign, lead.LastCampaign));
    }

    [Fact]
    public void The_very_first_contact_stays_whoever_makes_the_next()
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, After(10)).Did(LeadEvents.Contacted);
        lead.HandBack(Ana, "away", note: null, Terms, After(20)).Did(LeadEvents.HandedBack);
        Assert.Equal((null, After(10)), (lead.ContactedAt, lead.FirstContactedAt));

        lead.NowOfferedTo(Bo, After(20)).Accept(Bo, Terms, After(21)).Did(LeadEvents.Accepted);
        lead.Contact(Bo, Terms, After(30)).Did(LeadEvents.Contacted);

        Assert.Equal((After(30), After(10)), (lead.ContactedAt, lead.FirstContactedAt));
    }
}
