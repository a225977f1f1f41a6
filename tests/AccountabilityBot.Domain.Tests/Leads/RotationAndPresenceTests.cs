using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.People;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>Who is at work and yet is not asked, because Teams shows them so.</summary>
public sealed class RotationAndPresenceTests
{
    [Fact]
    public void Who_must_not_be_disturbed_is_skipped_and_not_named()
    {
        var next = AskedNext(Waiting(), Busy(Ana), Free(Bo, After(5)));

        Assert.Equal((Bo.Id, new OfferReason("rotation")), (next.Person, next.Reason));
    }

    [Fact]
    public void When_nobody_may_be_disturbed_the_lead_waits_for_them() =>
        Assert.IsType<NextOffer.Wait>(Rotation.Next(Waiting(), [Busy(Ana), Busy(Bo)], accountOwner: Ana.Id));

    [Fact]
    public void What_does_not_wait_is_put_to_them_all_the_same()
    {
        var next = AskedNext(Waiting(), Busy(Ana).ForUrgent(), Free(Bo, After(5)).ForUrgent());

        Assert.Equal((Ana.Id, new OfferReason("rotation")), (next.Person, next.Reason));
        Assert.IsType<NextOffer.ToPool>(Rotation.ForPool(Waiting(), [Busy(Ana).ForUrgent()], isOpen: true));
        Assert.IsType<NextOffer.Wait>(Rotation.ForPool(Waiting(), [Busy(Ana)], isOpen: true));
    }

    [Theory]
    [InlineData(Unavailable.Out)]
    [InlineData(Unavailable.OutsideHours)]
    [InlineData(Unavailable.Resting)]
    [InlineData(Unavailable.OutOfOffice)]
    public void Whoever_is_not_at_work_is_not_there_for_what_does_not_wait_either(Unavailable why)
    {
        var candidate = Free(Ana) with { Absent = why };

        Assert.Equal(candidate, candidate.ForUrgent());
        Assert.False(candidate.IsAtWork);
    }

    [Fact]
    public void Urgency_makes_no_room_and_reaches_nobody()
    {
        Assert.Equal(Unavailable.AtCapacity, (Busy(Ana) with { OpenOffers = 1 }).ForUrgent().WhyNot);
        Assert.Equal(Unavailable.Unreachable, (Busy(Ana) with { IsReachable = false }).ForUrgent().WhyNot);
        Assert.True(Busy(Ana).IsAtWork);
    }

    [Fact]
    public void Whom_Teams_shows_as_out_is_skipped_and_named_without_a_return()
    {
        var next = AskedNext(Waiting(), Free(Ana) with { Absent = Unavailable.OutOfOffice }, Free(Bo, After(5)));

        Assert.Equal((Bo.Id, new OfferReason("next-is-away", Ana.Id)), (next.Person, next.Reason));
    }

    [Fact]
    public void Who_is_out_with_an_open_end_is_named_without_a_return_too()
    {
        var next = AskedNext(Waiting(), Free(Ana) with { Absent = Unavailable.Out, IsExpected = false }, Free(Bo, After(5)));

        Assert.Equal(new OfferReason(OfferReason.NextIsAway, Ana.Id), next.Reason);
    }

    [Fact]
    public void A_named_colleague_who_must_not_be_disturbed_is_waited_for()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, Named(Cleo), note: null, Terms, Noon);

        Assert.IsType<NextOffer.Wait>(Rotation.Next(lead, [Free(Bo), Busy(Cleo)], accountOwner: null));
        Assert.True(Rotation.IsHeldFor(lead, [Free(Bo), Busy(Cleo)]));
        Assert.Equal(Cleo.Id, AskedNext(lead, Free(Bo), Busy(Cleo).ForUrgent()).Person);
    }

    static NextOffer.To AskedNext(Lead lead, params IReadOnlyList<Candidate> members) => Assert.IsType<NextOffer.To>(Rotation.Next(lead, members, accountOwner: null));

    static Candidate Free(LeadActor member, DateTimeOffset? lastOfferedAt = null) => new(member.Id, OpenOffers: 0, Capacity: 1, lastOfferedAt);

    static Candidate Busy(LeadActor member) => Free(member) with { Absent = Unavailable.DoNotDisturb };
}
