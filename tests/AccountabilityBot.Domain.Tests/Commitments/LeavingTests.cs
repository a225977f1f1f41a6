using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Feedback;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.Leads.Given;
using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.Commitments;

/// <summary>A promise whose owner is gone: offered to one person, once to the next, taken over as if it were their own, or dropped.</summary>
public sealed class LeavingTests
{
    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_128, 0x9E37_79B9_7F4A_7C15);

    /// <summary>A Monday.</summary>
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly DateTimeOffset Made = Utc("2026-11-23 09:00");

    static readonly DateOnly Due = new(2026, 11, 27);

    /// <summary>Bo may keep what Ana promised.</summary>
    static readonly Successor Taker = new(Bo.Id, MayTake: true, IsOwnerGone: true);

    [Theory]
    [InlineData(Departures.Left, CommitmentEvents.OwnerLeft)]
    [InlineData(Departures.Moved, CommitmentEvents.OwnerMoved)]
    public void It_is_offered_once_and_stays_open(string why, string kind)
    {
        var commitment = Promise();
        Assert.Equal(Ana.Id, commitment.OwnerIsGone(why, Working(), Made).One(kind).Other);
        Assert.Empty(commitment.OwnerIsGone(why, Working(), Made).Happened);
        Assert.Equal((true, CommitmentState.Open, Utc("2026-11-26 08:00")), (commitment.IsOffered, commitment.State, commitment.NextAt));
        // Help is for who is here.
        Assert.Empty(commitment.Progress(Working(), null, Made.AddDays(9)).Happened);
    }

    [Fact]
    public void Taken_over_it_keeps_its_day_and_begins_anew()
    {
        var commitment = Promise();
        commitment.Move(Ana.Id, Day("2026-12-04"), "One", Today, Made);
        commitment.Move(Ana.Id, Day("2026-12-11"), "Two", Today, Made);
        commitment.OwnerIsGone(Departures.Left, Working(), Made);
        var taken = commitment.TakeOver(Taker, Ana.Id, null, Today, Made).One(CommitmentEvents.TakenOver);
        Assert.Equal((Bo.Id, Ana.Id, null), (taken.Actor, taken.Other, taken.Reason));
        Assert.Equal((Bo.Id, Day("2026-12-11"), Due, 0, null), (commitment.Owner, commitment.DueOn, commitment.FirstDueOn, commitment.Moves, commitment.MoveReason));
        Assert.False(commitment.IsSlipping(Today));
        Assert.Equal((false, Slipping.Earliest(Day("2026-12-11"))), (commitment.IsOffered, commitment.NextAt));
        // Pressed twice.
        Assert.Empty(commitment.TakeOver(Taker, Ana.Id, null, Today, Made).Happened);
        commitment.Keep(Ana.Id, Made).RefusedAs("commitment.not-the-owner", RefusalKind.NotAllowed);
        commitment.Keep(Bo.Id, Made).Did(CommitmentEvents.Kept);
    }

    [Theory]
    [InlineData("2026-11-27", null, null)]
    [InlineData("2026-11-28", null, "commitment.day-over")]
    [InlineData("2026-11-28", "2026-11-27", "commitment.day-over")]
    [InlineData("2026-11-28", "2026-12-04", null)]
    [InlineData("2026-11-23", "2026-11-25", null)]
    [InlineData("2026-11-28", "2026-11-28", "commitment.date-not-ahead")]
    [InlineData("2026-11-23", "2027-02-24", "commitment.date-too-far")]
    public void A_new_day_lies_ahead_as_with_any_promise(string today, string? day, string? refusal)
    {
        var commitment = Gone();
        var decision = commitment.TakeOver(Taker, Ana.Id, day is null ? null : Day(day), Day(today), Made);
        Assert.Equal(refusal, decision.Refusal?.Code);
        Assert.Equal(refusal is null ? (Bo.Id, Day(day ?? "2026-11-27")) : (Ana.Id, Due), (commitment.Owner, commitment.DueOn));
        if (refusal is null)
            Assert.Equal(day is null ? null : $"2026-11-27>{day}", decision.One(CommitmentEvents.TakenOver).Reason);
    }

    [Theory]
    [InlineData("here", "commitment.not-gone", RefusalKind.Stale)]
    [InlineData("back", "commitment.not-gone", RefusalKind.Stale)]
    [InlineData("private", "commitment.not-gone", RefusalKind.Stale)]
    [InlineData("stranger", "commitment.not-yours-to-take", RefusalKind.NotAllowed)]
    [InlineData("taken", "commitment.taken-already", RefusalKind.Stale)]
    [InlineData("closed", "commitment.closed", RefusalKind.Stale)]
    public void Who_may_not_and_why(string how, string code, RefusalKind kind)
    {
        var commitment = how is "here" ? Promise() : how is "private" ? Promise(Guid.NewGuid()) : Gone();
        if (how is "taken")
            commitment.TakeOver(Taker with { Person = Cleo.Id }, Ana.Id, null, Today, Made).Did(CommitmentEvents.TakenOver);
        if (how is "closed")
            commitment.DropFor(Taker with { Person = Cleo.Id }, Ana.Id, "No need", Made).Did(CommitmentEvents.Dropped);
        var actor = Taker with { MayTake = how is not "stranger", IsOwnerGone = how is not "back" };
        var (owner, version) = (commitment.Owner, commitment.Version);
        commitment.TakeOver(actor, Ana.Id, null, Today, Made).RefusedAs(code, kind);
        commitment.DropFor(actor, Ana.Id, "No need", Made).RefusedAs(code, kind);
        Assert.Equal((owner, version), (commitment.Owner, commitment.Version));
    }

    [Fact]
    public void Dropped_for_a_leaver_it_is_in_the_name_of_who_dropped_it()
    {
        var commitment = Gone();
        commitment.DropFor(Taker, Ana.Id, " ", Made).RefusedAs("commitment.reason-missing", RefusalKind.Invalid);
        commitment.DropFor(Taker, Ana.Id, new string('x', 501), Made).RefusedAs("commitment.text-too-long", RefusalKind.Invalid);
        var dropped = commitment.DropFor(Taker, Ana.Id, "Nobody reads it", Made).One(CommitmentEvents.Dropped);
        Assert.Equal((Bo.Id, Ana.Id, "Nobody reads it"), (dropped.Actor, dropped.Other, dropped.Note));
        Assert.Equal((Bo.Id, CommitmentState.Dropped, null), (commitment.Owner, commitment.State, commitment.NextAt));
        Assert.Empty(commitment.DropFor(Taker, Ana.Id, "Again", Made).Happened);
    }

    [Fact]
    public void Between_two_people_it_ends_with_a_leaver_and_goes_with_a_mover()
    {
        var commitment = Promise(Guid.NewGuid());
        Assert.Empty(commitment.OwnerIsGone(Departures.Moved, Working(), Made).Happened);
        Assert.False(commitment.IsOffered);
        var ended = commitment.OwnerIsGone(Departures.Left, Working(), Made).One(CommitmentEvents.Dropped);
        Assert.Equal((null, Ana.Id, DropReasons.OwnerLeft, null), (ended.Actor, ended.Other, ended.Reason, ended.Note));
        Assert.Equal((CommitmentState.Dropped, DropReasons.OwnerLeft), (commitment.State, commitment.DropReason));
    }

    [Theory]
    // Offered on a Monday: three working days later it goes on.
    [InlineData(null, null, null, "2026-11-26 08:00")]
    // It reached them a day late.
    [InlineData(null, null, "2026-11-24 08:00", "2026-11-27 08:00")]
    // Days out are none to answer on.
    [InlineData("2026-11-24 00:00", "2026-11-26 00:00", null, "2026-11-30 08:00")]
    public void It_goes_on_once_to_the_next(string? from, string? until, string? heard, string due)
    {
        var asked = Working(from is null ? [] : [new OutTime(Utc(from), Utc(until!))]);
        DateTimeOffset? heardAt = heard is null ? null : Utc(heard);
        var commitment = Promise();
        commitment.OwnerIsGone(Departures.Left, asked, Made);
        Assert.Empty(commitment.OfferOn(asked, heardAt, isThereANext: true, Utc(due).AddMinutes(-1)).Happened);
        Assert.Equal(Utc(due), commitment.NextAt);
        commitment.OfferOn(asked, heardAt, isThereANext: true, Utc(due)).Did(CommitmentEvents.OfferedOn);
        Assert.Empty(commitment.OfferOn(asked, heardAt, isThereANext: true, Utc(due).AddDays(9)).Happened);
        Assert.Null(commitment.NextAt);
        // The one who was asked last has left as well.
        commitment.OfferOn(null, null, isThereANext: true, Utc(due).AddDays(9)).Did(CommitmentEvents.OfferedOn);
        Assert.Empty(commitment.OfferOn(null, null, isThereANext: false, Utc(due).AddDays(9)).Happened);
    }

    [Fact]
    public void Who_is_back_has_it_back_and_who_moved_keeps_what_they_move()
    {
        var commitment = Gone();
        commitment.OwnerIsBack(Made).Did(CommitmentEvents.OwnerBack);
        Assert.Empty(commitment.OwnerIsBack(Made).Happened);
        Assert.Equal((false, Slipping.Earliest(Due)), (commitment.IsOffered, commitment.NextAt));

        commitment.OwnerIsGone(Departures.Moved, Working(), Made);
        commitment.Move(Ana.Id, Day("2026-12-04"), "I still do it", Today, Made).Did(CommitmentEvents.Moved);
        Assert.False(commitment.IsOffered);
    }

    enum Deed { Leave, Back, OfferOn, Take, DropFor, Keep, Move, Progress }

    static readonly PersonId[] Cast = [Ana.Id, Bo.Id, Cleo.Id];

    static readonly Arbitrary<List<(Deed Deed, int Who, int From, bool MayTake, int Days, int Hours)>> AnyStory = Arb.From(
        (from deed in Gen.Elements(Enum.GetValues<Deed>())
         from who in Gen.Choose(0, 2)
         from other in Gen.Choose(0, 2)
         from mayTake in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
         from days in Gen.Choose(-2, 100)
         from hours in Gen.Choose(0, 60)
         select (deed, who, other, mayTake, days, hours)).ListOf().Select(list => list.ToList()));

    [Fact]
    public void No_story_changes_its_owner_but_from_one_who_is_gone_to_one_who_may() => Prop.ForAll(AnyStory, story =>
    {
        var (commitment, now) = (Promise(), Made);
        foreach (var (deed, who, from, mayTake, days, hours) in story)
        {
            now = now.AddHours(hours);
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var (owner, state, offered, version, actor) = (commitment.Owner, commitment.State, commitment.IsOffered, commitment.Version, new Successor(Cast[who], mayTake, IsOwnerGone: true));
            var decision = deed switch
            {
                Deed.Leave => commitment.OwnerIsGone(days % 2 == 0 ? Departures.Left : Departures.Moved, Working(), now),
                Deed.Back => commitment.OwnerIsBack(now),
                Deed.OfferOn => commitment.OfferOn(mayTake ? Working() : null, null, days % 2 == 0, now),
                Deed.Take => commitment.TakeOver(actor, Cast[from], days % 2 == 0 ? null : today.AddDays(days), today, now),
                Deed.DropFor => commitment.DropFor(actor, Cast[from], "No need", now),
                Deed.Keep => commitment.Keep(Cast[who], now),
                Deed.Move => commitment.Move(Cast[who], today.AddDays(days), "Snow", today, now),
                _ => commitment.Progress(Working(), commitment.HelpAt, now),
            };
            if (commitment.Owner != owner)
            {
                Assert.Equal((true, true, Cast[who], owner), (offered, mayTake, commitment.Owner, Cast[from]));
                Assert.Equal(owner, Assert.Single(decision.Happened).Other);
            }

            Assert.True(state is CommitmentState.Open || (commitment.State == state && decision.Happened.Count == 0));
            Assert.True(!decision.Refused || commitment.Version == version);
            Assert.True(commitment.State is CommitmentState.Open || commitment is { NextAt: null, OwnerLeftAt: null });
            Assert.Equal(Due, commitment.FirstDueOn);
        }
    }).Check(Seeded);

    static Commitment Promise(Guid? feedback = null) => Commitment.Make(Ana.Id, "A note", Due, "sales", feedback, null, Made).Commitment;

    static Commitment Gone()
    {
        var commitment = Promise();
        commitment.OwnerIsGone(Departures.Left, Working(), Made).Did(CommitmentEvents.OwnerLeft);
        return commitment;
    }

    static Availability Working(params OutTime[] outs) => new(Of("Europe/Berlin", "mon-fri: 09:00-18:00"), outs, IsResting: false);
}
