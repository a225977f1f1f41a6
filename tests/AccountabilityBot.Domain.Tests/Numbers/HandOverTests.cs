using AccountabilityBot.Domain.Numbers;
using static AccountabilityBot.Domain.Tests.Numbers.GivenNumber;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class HandOverTests
{
    [Fact]
    public void Nothing_changes_hands_before_the_new_owner_said_yes_and_the_day_has_come()
    {
        var number = Owned();
        Assert.Equal([NumberEvents.HandOverProposed], Kinds(number.Offer(Ana, Bo, inDays: 3)));
        Assert.Equal(Ana.Id, number.Current!.Person);

        Assert.Equal([NumberEvents.HandOverAccepted], Kinds(number.Accept(Bo, "Gladly", Noon.AddHours(1))));
        Assert.Equal(Ana.Id, number.Current!.Person);
        Assert.Empty(number.Progress(isListed: true, Noon.AddDays(2)).Happened);

        // The start of 5 March in Berlin, whenever the sweep comes.
        var start = new DateTimeOffset(2026, 3, 4, 23, 0, 0, TimeSpan.Zero);
        Assert.Empty(number.Progress(isListed: true, start.AddSeconds(-1)).Happened);
        Assert.Equal([NumberEvents.Owned], Kinds(number.Progress(isListed: true, start.AddHours(5))));
        Assert.Equal(Bo.Id, number.Current!.Person);
        Assert.Equal(start, number.Current.From);
        Assert.Equal(Ana.Id, number.OwnedAt(start.AddTicks(-1))!.Person);
        Assert.Equal(Bo.Id, number.OwnedAt(start)!.Person);
        Assert.Null(number.OpenHandOver);
    }

    [Fact]
    public void For_today_a_yes_is_enough()
    {
        var number = Owned();
        number.Offer(Ravi, Bo);
        var version = number.Version;

        Assert.Equal([NumberEvents.HandOverAccepted, NumberEvents.Owned], Kinds(number.Accept(Bo, null, Noon.AddHours(1))));

        Assert.Equal(version + 1, number.Version);
        Assert.Equal((Bo.Id, Noon.AddHours(1)), (number.Current!.Person, number.Current.From));
    }

    [Fact]
    public void Unanswered_for_a_week_it_lapses_and_everything_stays()
    {
        var number = Owned();
        number.Offer(Ana, Bo);

        Assert.Empty(number.Progress(isListed: true, Noon.AddDays(7).AddTicks(-1)).Happened);
        Assert.Equal([NumberEvents.HandOverLapsed], Kinds(number.Progress(isListed: true, Noon.AddDays(7))));

        Assert.Equal(Ana.Id, number.Current!.Person);
        Assert.Equal("number.no-hand-over", number.Accept(Bo, null, Noon.AddDays(8)).Refusal!.Code);
    }

    [Fact]
    public void A_hand_over_to_somebody_who_has_left_is_overtaken()
    {
        var number = Owned();
        number.Offer(Ana, Bo, inDays: 3);
        number.Accept(Bo, null, Noon);

        Assert.Equal([NumberEvents.HandOverOvertaken], Kinds(number.Progress(isListed: false, Noon.AddDays(4))));
        Assert.Equal(Ana.Id, number.Current!.Person);
    }

    [Fact]
    public void Who_said_yes_may_still_say_no_until_the_day()
    {
        var number = Owned();
        number.Offer(Ana, Bo, inDays: 3);
        number.Accept(Bo, null, Noon);
        Assert.Equal([NumberEvents.HandOverDeclined], Kinds(number.Decline(Bo, "Too much", Noon.AddDays(1))));
        Assert.Empty(number.Progress(isListed: true, Noon.AddDays(4)).Happened);
    }

    [Theory]
    [InlineData("number.may-not-name", 3, 2, 0)]
    [InlineData("number.to-the-owner", 1, 1, 0)]
    [InlineData("number.to-the-owner", 8, 1, 0)]
    [InlineData("number.to-yourself", 8, 8, 0)]
    [InlineData("number.date-is-past", 1, 2, -1)]
    [InlineData("number.date-too-far", 1, 2, 367)]
    [InlineData(null, 1, 2, 366)]
    [InlineData(null, 8, 2, 0)]
    public void Whom_one_may_name_and_for_when(string? refused, int by, int to, int inDays) => Assert.Equal(
        refused,
        Owned().Propose(new NumberActor(Person(by), by == 8), Person(to), isListed: true, Today.AddDays(inDays), null, Berlin, Noon).Refusal?.Code);

    [Fact]
    public void Somebody_whom_the_directory_does_not_list_is_not_named()
    {
        Assert.Equal("number.person-unknown", Owned().Propose(Ana, Person(77), isListed: false, Today, null, Berlin, Noon).Refusal!.Code);
        Assert.Equal("number.person-missing", Owned().Propose(Ana, null, isListed: false, Today, null, Berlin, Noon).Refusal!.Code);
        Assert.Equal("number.date-missing", Owned().Propose(Ana, Bo.Id, isListed: true, null, null, Berlin, Noon).Refusal!.Code);
        Assert.Equal("number.words-too-long", Owned().Propose(Ana, Bo.Id, isListed: true, Today, new string('x', 501), Berlin, Noon).Refusal!.Code);
    }

    [Fact]
    public void One_hand_over_at_a_time_and_answered_by_whom_it_is_for()
    {
        var number = Owned();
        number.Offer(Ana, Bo);
        Assert.Equal("number.hand-over-is-open", number.Offer(Ravi, Cleo).Refusal!.Code);
        Assert.Equal("number.not-for-you", number.Accept(Cleo, null, Noon).Refusal!.Code);
        Assert.Equal("number.not-for-you", number.Decline(Cleo, null, Noon).Refusal!.Code);
        Assert.Equal("number.not-who-proposed", number.Withdraw(Ravi, Noon).Refusal!.Code);
        Assert.Equal([NumberEvents.HandOverWithdrawn], Kinds(number.Withdraw(Ana, Noon)));
        Assert.Equal("number.no-hand-over", number.Accept(Bo, null, Noon).Refusal!.Code);
        number.Offer(Ana, Bo, inDays: 2);
        number.Accept(Bo, null, Noon);
        Assert.Equal("number.hand-over-answered", number.Accept(Bo, null, Noon).Refusal!.Code);
    }

    [Fact]
    public void One_of_those_named_takes_a_shared_number_and_the_next_comes_too_late()
    {
        var number = Shared();
        Assert.Equal(Holding.Shared, number.Holding);
        Assert.Equal("number.not-named", number.Take(Cleo, Noon).Refusal!.Code);

        Assert.Equal([NumberEvents.Owned], Kinds(number.Take(Bo with { IsNamed = true }, Noon)));

        Assert.Equal((Holding.Owned, (string?)null), (number.Holding, number.OwnerWritten));
        Assert.Equal("number.owned-by", number.Take(Ana with { IsNamed = true }, Noon).Refusal!.Code);
    }

    [Fact]
    public void Who_is_gone_leaves_an_orphan_that_somebody_is_named_for()
    {
        var number = Owned();
        Assert.Equal([NumberEvents.Orphaned], Kinds(number.Orphan(OrphanReasons.Left, null, Noon)));
        Assert.Empty(number.Orphan(OrphanReasons.Left, null, Noon).Happened);
        Assert.Equal(Holding.Orphaned, number.Holding);

        number.Offer(Ravi, Bo);
        Assert.Null(number.Current);
        number.Accept(Bo, null, Noon.AddHours(2));
        Assert.Equal(Bo.Id, number.Current!.Person);
        Assert.Null(number.OwnedAt(Noon.AddHours(1)));
    }

    [Fact]
    public void A_retired_number_takes_nothing()
    {
        var number = Owned();
        number.Retire();
        Assert.Equal("number.retired", number.Offer(Ana, Bo).Refusal!.Code);
        Assert.Equal("number.retired", number.Take(Ravi, Noon).Refusal!.Code);
        Assert.Equal("number.retired", number.Disown(Ana, Noon).Refusal!.Code);
        Assert.Equal("number.retired", number.Dispute(Bo.Id, Challenged.Value, "It is far too low", Noon).Refusal!.Code);
    }

    static IEnumerable<string> Kinds(Decision decision) => decision.Happened.Select(one => one.Kind);
}
