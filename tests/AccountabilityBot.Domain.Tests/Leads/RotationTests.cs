using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.People;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class RotationTests
{
    [Fact]
    public void Over_ten_thousand_offers_equal_colleagues_get_as_many_each()
    {
        var members = Enumerable.Range(1, 7).Select(no => new Candidate(Person(no), OpenOffers: 0, Capacity: 1, LastOfferedAt: null)).ToList();
        var counts = new int[members.Count];

        for (var turn = 0; turn < 10_000; turn++)
        {
            var index = members.FindIndex(member => member.Id == AskedNext(Waiting(), members).Person);
            counts[index]++;
            members[index] = members[index] with { LastOfferedAt = Noon.AddTicks(turn) };
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    }

    [Fact]
    public void Who_comes_back_from_being_full_is_not_kept_behind_those_who_were_asked_meanwhile()
    {
        List<Candidate> members = [Free(Ana, After(1)) with { OpenOffers = 1 }, Free(Bo, After(20)), Free(Cleo, After(30))];
        Assert.Equal(Bo.Id, AskedNext(Waiting(), members).Person);

        members[0] = members[0] with { OpenOffers = 0 };
        Assert.Equal(Ana.Id, AskedNext(Waiting(), members).Person);
    }

    [Fact]
    public void The_one_who_waited_longest_is_next()
    {
        var next = AskedNext(Waiting(), [Free(Ana, After(30)), Free(Bo, After(10)), Free(Cleo, After(20))]);

        Assert.Equal((Bo.Id, new OfferReason(OfferReason.Rotation)), (next.Person, next.Reason));
    }

    [Fact]
    public void Those_who_never_had_one_come_first_in_the_order_of_the_people_file() =>
        Assert.Equal(Bo.Id, AskedNext(Waiting(), [Free(Ana, After(10)), Free(Bo), Free(Cleo)]).Person);

    [Fact]
    public void The_first_in_turn_who_is_full_is_skipped_and_named()
    {
        var next = AskedNext(Waiting(), [Full(Ana), Full(Bo), Free(Cleo, After(10)), Free(Dan, After(20))]);

        Assert.Equal((Cleo.Id, new OfferReason(OfferReason.Rotation, Ana.Id)), (next.Person, next.Reason));
    }

    [Fact]
    public void When_everybody_is_full_the_lead_keeps_its_place() => Assert.IsType<NextOffer.Wait>(Rotation.Next(Waiting(), [Full(Ana), Full(Bo)], Ana.Id));

    [Fact]
    public void A_capacity_of_nothing_is_never_room() =>
        Assert.IsType<NextOffer.Wait>(Rotation.Next(Waiting(), [Free(Ana) with { Capacity = 0 }], accountOwner: null));

    [Fact]
    public void Who_cannot_be_reached_is_not_asked_and_a_lead_for_nobody_else_keeps_its_place()
    {
        var ana = Free(Ana) with { IsReachable = false };
        Assert.Equal(Bo.Id, AskedNext(Waiting(), [ana, Free(Bo, After(10))]).Person);
        Assert.IsType<NextOffer.Wait>(Rotation.Next(Waiting(), [ana], accountOwner: Ana.Id));

        var lead = OfferedTo(Bo);
        lead.PassOn(Bo, (Ana.Id, IsMember: true), note: null, Terms, Noon);
        Assert.IsType<NextOffer.Wait>(Rotation.Next(lead, [ana, Free(Bo)], accountOwner: null));
    }

    [Fact]
    public void Without_members_or_without_anybody_left_it_is_the_guardians()
    {
        Assert.Equal("no-members", Assert.IsType<NextOffer.Nobody>(Rotation.Next(Waiting(), [], accountOwner: null)).Reason);

        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, colleague: null, note: null, Terms, Noon);
        Assert.Equal("nobody-left", Assert.IsType<NextOffer.Nobody>(Rotation.Next(lead, [Free(Ana)], accountOwner: Ana.Id)).Reason);
    }

    [Fact]
    public void Who_gave_it_up_is_not_asked_again_whoever_knows_the_customer()
    {
        var lead = OfferedTo(Ana);
        lead.Climb(Terms, After(90));

        Assert.Equal(Bo.Id, AskedNext(lead, [Free(Ana), Free(Bo, After(80))], accountOwner: Ana.Id).Person);
    }

    [Fact]
    public void Who_knows_the_customer_is_asked_before_the_rotation()
    {
        var next = AskedNext(Waiting(), [Free(Ana), Free(Bo, After(10))], accountOwner: Bo.Id);

        Assert.Equal((Bo.Id, new OfferReason(OfferReason.AccountOwner)), (next.Person, next.Reason));
    }

    [Fact]
    public void But_only_with_room_and_only_of_this_department()
    {
        var full = AskedNext(Waiting(), [Free(Ana), Full(Bo)], accountOwner: Bo.Id);
        Assert.Equal((Ana.Id, new OfferReason(OfferReason.Rotation)), (full.Person, full.Reason));

        Assert.Equal(Ana.Id, AskedNext(Waiting(), [Free(Ana)], accountOwner: Otto.Id).Person);
    }

    [Fact]
    public void A_named_colleague_is_asked_first_and_above_capacity()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, Named(Cleo), note: null, Terms, Noon);

        var next = AskedNext(lead, [Free(Ana), Free(Bo), Full(Cleo)], accountOwner: Bo.Id);

        Assert.Equal((Cleo.Id, new OfferReason(OfferReason.PassedOnBy, Ana.Id)), (next.Person, next.Reason));
    }

    [Fact]
    public void A_former_owner_is_asked_first()
    {
        var lead = Stored(AcceptedBy(Bo), LeadState.Lost);
        lead.ReceiveAgain(Facts, from: null, Terms, After(5));

        Assert.Equal((Bo.Id, new OfferReason(OfferReason.FormerOwner)), Pair(AskedNext(lead, [Free(Ana), Full(Bo)])));
    }

    [Fact]
    public void A_named_colleague_who_has_left_does_not_keep_the_lead_waiting()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, Named(Cleo), note: null, Terms, Noon);

        Assert.Equal((Bo.Id, new OfferReason(OfferReason.Rotation)), Pair(AskedNext(lead, [Free(Ana), Free(Bo)])));
    }

    [Fact]
    public void A_pool_has_somebody_as_long_as_one_member_did_not_give_it_up()
    {
        var lead = OfferedToPool();
        lead.PassOn(Ana, colleague: null, note: null, Terms, Noon);

        Assert.IsType<NextOffer.ToPool>(Rotation.ForPool(lead, [Free(Ana), Full(Bo)], isOpen: true));
        Assert.Equal("nobody-left", Assert.IsType<NextOffer.Nobody>(Rotation.ForPool(lead, [Free(Ana)], isOpen: true)).Reason);
        Assert.Equal("no-members", Assert.IsType<NextOffer.Nobody>(Rotation.ForPool(lead, [], isOpen: true)).Reason);
    }

    [Fact]
    public void A_pool_waits_for_the_shop_to_open_and_for_somebody_who_sees_it()
    {
        Assert.IsType<NextOffer.Wait>(Rotation.ForPool(Waiting(), [Free(Ana)], isOpen: false));
        Assert.IsType<NextOffer.Wait>(Rotation.ForPool(Waiting(), [AtHome(Ana)], isOpen: true));
        Assert.IsType<NextOffer.Wait>(Rotation.ForPool(Waiting(), [Free(Ana) with { IsReachable = false }], isOpen: true));
        Assert.IsType<NextOffer.ToPool>(Rotation.ForPool(Waiting(), [AtHome(Ana), Free(Bo)], isOpen: true));
    }

    [Fact]
    public void The_first_in_turn_who_is_out_is_skipped_and_named_with_their_return()
    {
        var next = AskedNext(Waiting(), [OutUntil(Ana, After(500)), Free(Bo)]);

        Assert.Equal((Bo.Id, new OfferReason("next-is-out", Ana.Id, After(500))), Pair(next));
    }

    [Fact]
    public void Who_rests_or_has_gone_home_is_skipped_and_not_named()
    {
        Assert.Equal((Cleo.Id, new OfferReason("rotation")), Pair(AskedNext(Waiting(), [Resting(Ana), AtHome(Bo), Free(Cleo, After(5))])));
        Assert.Equal((Dan.Id, new OfferReason("rotation", Cleo.Id)), Pair(AskedNext(Waiting(), [Resting(Ana), AtHome(Bo), Full(Cleo), Free(Dan, After(5))])));
    }

    [Fact]
    public void When_all_have_gone_home_the_lead_waits_for_them_and_when_all_are_out_it_is_the_guardians()
    {
        Assert.IsType<NextOffer.Wait>(Rotation.Next(Waiting(), [AtHome(Ana), OutUntil(Bo, After(500))], accountOwner: null));
        Assert.Equal("nobody-expected", Assert.IsType<NextOffer.Nobody>(Rotation.Next(Waiting(), [OutUntil(Ana, After(500)), Resting(Bo)], accountOwner: null)).Reason);
    }

    [Fact]
    public void When_only_those_who_gave_it_up_are_expected_it_is_the_guardians()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, colleague: null, note: null, Terms, Noon);

        Assert.Equal("nobody-expected", Assert.IsType<NextOffer.Nobody>(Rotation.Next(lead, [Free(Ana), OutUntil(Bo, After(500))], accountOwner: null)).Reason);
    }

    [Fact]
    public void A_named_colleague_is_waited_for_over_night_and_not_over_a_holiday()
    {
        var lead = OfferedTo(Ana);
        lead.PassOn(Ana, Named(Cleo), note: null, Terms, Noon);

        Assert.IsType<NextOffer.Wait>(Rotation.Next(lead, [Free(Bo), AtHome(Cleo)], accountOwner: null));
        Assert.True(Rotation.IsHeldFor(lead, [Free(Bo), AtHome(Cleo)]));
        Assert.Equal(Bo.Id, AskedNext(lead, [Free(Bo), OutUntil(Cleo, After(5_000))]).Person);
        Assert.False(Rotation.IsHeldFor(lead, [Free(Bo), OutUntil(Cleo, After(5_000))]));
    }

    [Fact]
    public void Who_knows_the_customer_and_is_not_there_does_not_keep_the_customer_waiting() =>
        Assert.Equal(Ana.Id, AskedNext(Waiting(), [Free(Ana), AtHome(Bo)], accountOwner: Bo.Id).Person);

    static NextOffer.To AskedNext(Lead lead, IReadOnlyList<Candidate> members, PersonId? accountOwner = null) =>
        Assert.IsType<NextOffer.To>(Rotation.Next(lead, members, accountOwner));

    static (PersonId, OfferReason) Pair(NextOffer.To next) => (next.Person, next.Reason);

    static Candidate Free(LeadActor member, DateTimeOffset? lastOfferedAt = null) => new(member.Id, OpenOffers: 0, Capacity: 1, lastOfferedAt);

    static Candidate Full(LeadActor member) => new(member.Id, OpenOffers: 1, Capacity: 1, LastOfferedAt: null);

    /// <summary>Their day is over, and they come again tomorrow.</summary>
    static Candidate AtHome(LeadActor member) => Free(member) with { Absent = Unavailable.OutsideHours };

    static Candidate OutUntil(LeadActor member, DateTimeOffset until) => Free(member) with { Absent = Unavailable.Out, OutUntil = until, IsExpected = false };

    static Candidate Resting(LeadActor member) => Free(member) with { Absent = Unavailable.Resting, IsExpected = false };
}
