using AccountabilityBot.Domain.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class ExpireTests
{
    [Fact]
    public void Before_half_as_much_again_as_the_time_to_answer_nothing_expires()
    {
        var lead = OfferedTo(Ana);

        lead.HasNothingToDo(running => running.Expire(Limits, After(60)));
        lead.HasNothingToDo(running => running.Expire(Limits, After(90).AddTicks(-1)));
        Assert.Equal(Ana.Id, lead.OpenOffer!.To);
    }

    [Fact]
    public void After_it_a_persons_lead_goes_to_the_next_hand()
    {
        var lead = OfferedTo(Ana);

        var one = Assert.Single(lead.Expire(Limits, After(90)).Did(LeadEvents.Expired));

        Assert.Equal(((PersonId?)null, Ana.Id), (one.Actor, one.Other));
        Assert.Equal([new Hand(Ana.Id, HandKind.Expired, After(90))], lead.Hands);
        Assert.Equal((LeadState.Waiting, (DateTimeOffset?)null), (lead.State, lead.GuardianSince));
        Assert.Null(lead.LastOffer!.AnsweredBy);
        lead.HasNothingToDo(again => again.Expire(Limits, After(91)));
    }

    [Fact]
    public void After_it_a_pools_lead_goes_to_the_guardian()
    {
        var lead = OfferedToPool();

        var happened = lead.Expire(Limits, After(90)).Did(LeadEvents.Expired, LeadEvents.ToGuardian);

        Assert.Equal("pool-expired", happened[1].Reason);
        Assert.Equal(After(90), lead.GuardianSince);
        Assert.Equal([new Hand(null, HandKind.Expired, After(90))], lead.Hands);
    }

    [Fact]
    public void The_third_person_to_let_it_expire_sends_it_to_the_guardian()
    {
        var lead = OfferedTo(Ana);
        lead.Expire(Limits, After(90));
        lead.NowOfferedTo(Bo, After(90)).Expire(Limits, After(180));

        lead.NowOfferedTo(Cleo, After(180)).Expire(Limits, After(270)).Did(LeadEvents.Expired, LeadEvents.ToGuardian);

        Assert.Equal(After(270), lead.GuardianSince);
    }

    [Fact]
    public void A_lead_that_nobody_can_be_asked_about_goes_to_the_guardian_once()
    {
        var lead = Waiting();

        Assert.Equal("no-members", lead.ToGuardian("no-members", After(1)).Did(LeadEvents.ToGuardian)[0].Reason);

        lead.HasNothingToDo(again => again.ToGuardian("no-members", After(2)));
        OfferedTo(Ana).HasNothingToDo(offered => offered.ToGuardian("nobody-left", After(1)));
    }
}
