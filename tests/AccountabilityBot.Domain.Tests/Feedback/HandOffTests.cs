using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Tests.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Feedback;

public sealed class HandOffTests
{
    [Fact]
    public void The_owner_speaks_about_the_sender_and_the_sender_about_the_owner()
    {
        var lead = AcceptedBy(Ana);

        Assert.Equal(new HandOff(lead.Id, Side.Sender, Ana.Id, Otto.Id, "marketing", "sales", Noon), HandOff.Of(lead, Ana.Id));
        Assert.Equal(new HandOff(lead.Id, Side.Receiver, Otto.Id, Ana.Id, "marketing", "sales", Noon), HandOff.Of(lead, Otto.Id));
        Assert.Equal(("marketing", "sales"), (HandOff.Of(lead, Ana.Id)!.AboutDepartment, HandOff.Of(lead, Ana.Id)!.GiversDepartment));
        Assert.Equal(("sales", "marketing"), (HandOff.Of(lead, Otto.Id)!.AboutDepartment, HandOff.Of(lead, Otto.Id)!.GiversDepartment));
    }

    [Fact]
    public void Who_was_not_in_it_has_nothing_to_say() => Assert.All((LeadActor[])[Bo, Cleo, Greta], other => Assert.Null(HandOff.Of(AcceptedBy(Ana), other.Id)));

    [Fact]
    public void Nobody_knows_who_sent_it_so_it_is_about_the_department() => Assert.Null(HandOff.Of(Taken(Arriving with { FromPerson = null }, Ana), Ana.Id)!.Receiver);

    [Fact]
    public void Nobody_speaks_about_themselves() => Assert.Null(HandOff.Of(Taken(Arriving with { FromPerson = Ana.Id }, Ana), Ana.Id));

    [Fact]
    public void A_lead_that_never_left_its_department_is_no_hand_off() => Assert.Null(HandOff.Of(Taken(Arriving with { FromDepartment = "sales" }, Ana), Ana.Id));

    [Fact]
    public void A_lead_that_nobody_answered_is_none_yet() => Assert.Null(HandOff.Of(OfferedTo(Ana), Otto.Id));

    [Fact]
    public void A_reject_is_one_once_it_is_final()
    {
        var lead = RejectedBy(Ana);
        Assert.Null(HandOff.Of(lead, Otto.Id));

        lead.SettleReject(Terms, After(2)).Did(LeadEvents.RejectSettled);

        Assert.Equal(Ana.Id, HandOff.Of(lead, Otto.Id)!.Receiver);
        Assert.Equal(Side.Sender, HandOff.Of(lead, Ana.Id)!.About);
    }

    [Fact]
    public void The_owner_may_be_asked_after_the_first_contact_and_not_after_the_next()
    {
        var lead = AcceptedBy(Ana);
        var first = lead.Contact(Ana, Terms, After(10));

        var asked = Assert.Single(HandOff.After(lead, first.Happened, After(10)));
        Assert.Equal((Ana.Id, Side.Sender, After(10)), (asked.Giver, asked.About, asked.At));

        lead.Hold(Ana, "asked-to-wait", After(200), null, Terms, After(20));
        Assert.Empty(HandOff.After(lead, lead.Contact(Ana, Terms, After(30)).Happened, After(30)));
    }

    [Fact]
    public void The_sender_may_be_asked_once_a_reject_is_settled()
    {
        var lead = RejectedBy(Ana);

        var asked = Assert.Single(HandOff.After(lead, lead.SettleReject(Terms, After(2)).Happened, After(2)));

        Assert.Equal((Otto.Id, (PersonId?)Ana.Id, Side.Receiver), (asked.Giver, asked.Receiver, asked.About));
    }

    [Theory]
    [InlineData("lead.won")]
    [InlineData("lead.lost")]
    [InlineData("lead.recycled")]
    public void The_sender_may_be_asked_at_the_end(string kind) =>
        Assert.Equal(Otto.Id, Assert.Single(HandOff.After(AcceptedBy(Ana), [new DomainEvent(kind, Ana.Id)], After(99))).Giver);

    [Fact]
    public void Nobody_is_asked_where_no_sender_is_known()
    {
        var lead = Taken(Arriving with { FromPerson = null }, Ana);
        Assert.Empty(HandOff.After(lead, [new DomainEvent("lead.won", Ana.Id)], After(99)));
    }

    static Lead Taken(NewLead arriving, LeadActor by)
    {
        var lead = Lead.Receive(arriving, new LeadId(new Guid(7, 0, 0, new byte[8])), 7, Noon).Lead;
        lead.OfferTo(new OfferTo(by.Id, new OfferReason(OfferReason.Rotation)), Terms, Noon);
        lead.Accept(by, Terms, Noon);
        return lead;
    }
}
