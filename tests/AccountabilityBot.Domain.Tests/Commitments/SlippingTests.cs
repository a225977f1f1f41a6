using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Feedback;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.Leads.Given;
using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.Commitments;

/// <summary>A promise that slips: moved with a reason, help before anybody hears of it, and the head only where nothing is said.</summary>
public sealed class SlippingTests
{
    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_127, 0x9E37_79B9_7F4A_7C15);

    /// <summary>A Monday.</summary>
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly DateTimeOffset Made = Utc("2026-11-23 09:00");

    [Theory]
    [InlineData("2026-12-01", "Later", null)]
    [InlineData("2026-11-24", "Sooner", null)]
    [InlineData("2027-02-23", "A quarter", null)]
    [InlineData("2027-02-24", "Longer", "commitment.date-too-far")]
    [InlineData("2026-11-23", "Today", "commitment.date-not-ahead")]
    [InlineData(null, "When?", "commitment.date-missing")]
    [InlineData("2026-11-27", "The same", "commitment.same-day")]
    [InlineData("2026-12-01", " ", "commitment.move-reason-missing")]
    [InlineData("2026-12-01", null, "commitment.move-reason-missing")]
    public void It_moves_to_a_day_ahead_with_a_reason(string? day, string? reason, string? refusal)
    {
        var commitment = Promise();
        var decision = commitment.Move(Ana.Id, day is null ? null : Day(day), reason, Today, Made);
        Assert.Equal(refusal, decision.Refusal?.Code);
        Assert.Equal(refusal is null ? (1, Day(day!), reason, 2) : (0, Day("2026-11-27"), null, 1), (commitment.Moves, commitment.DueOn, commitment.MoveReason, commitment.Version));
        Assert.Equal(Day("2026-11-27"), commitment.FirstDueOn);
    }

    [Fact]
    public void A_move_is_recorded_with_both_days_and_its_words_unless_it_is_private()
    {
        var moved = Promise().Move(Ana.Id, Day("2026-12-04"), "The fair moved.", Today, Made).One(CommitmentEvents.Moved);
        Assert.Equal(("2026-11-27>2026-12-04", "The fair moved."), (moved.Reason, moved.Note));
        Assert.Null(Promise(feedback: Guid.NewGuid()).Move(Ana.Id, Day("2026-12-04"), "The fair moved.", Today, Made).One(CommitmentEvents.Moved).Note);
    }

    [Fact]
    public void Nobody_moves_anothers_promise_nor_a_closed_one()
    {
        var commitment = Promise();
        commitment.Move(Bo.Id, Day("2026-12-04"), "No", Today, Made).RefusedAs("commitment.not-the-owner", RefusalKind.NotAllowed);
        commitment.Keep(Ana.Id, Made);
        commitment.Move(Ana.Id, Day("2026-12-04"), "No", Today, Made).RefusedAs("commitment.closed", RefusalKind.Stale);
    }

    [Theory]
    // Due on a Friday: help comes on Monday morning, the head hears of it on Thursday.
    [InlineData(null, null, "2026-11-30 08:00", "2026-12-03 08:00")]
    // Out on Monday and Tuesday: help waits, and so does all that follows.
    [InlineData("2026-11-29 00:00", "2026-12-02 08:00", "2026-12-02 08:00", "2026-12-07 08:00")]
    // Out after help was offered: days out are none to answer on.
    [InlineData("2026-12-01 00:00", "2026-12-02 23:00", "2026-11-30 08:00", "2026-12-07 08:00")]
    public void Help_comes_first_and_days_out_do_not_count(string? from, string? until, string help, string head)
    {
        var owner = Working(from is null ? [] : [new OutTime(Utc(from), Utc(until!))]);
        var commitment = Promise();
        Assert.Empty(commitment.Progress(owner, null, Utc(help).AddMinutes(-1)).Happened);
        Assert.Equal(Utc(help), commitment.NextAt);
        Assert.Equal(SlipReasons.DayOver, commitment.Progress(owner, null, Utc(help)).One(CommitmentEvents.OfferedHelp).Reason);
        Assert.Equal(Utc(head), commitment.EscalatesAt);
        Assert.Empty(commitment.Progress(owner, Utc(help), Utc(head).AddMinutes(-1)).Happened);
        commitment.Progress(owner, Utc(help), Utc(head)).Did(CommitmentEvents.Escalated);
        Assert.Empty(commitment.Progress(owner, Utc(help), Utc(head).AddDays(9)).Happened);
        Assert.Null(commitment.NextAt);
    }

    [Theory]
    [InlineData("keep")]
    [InlineData("drop")]
    [InlineData("move")]
    [InlineData("ask")]
    [InlineData("private")]
    [InlineData("unheard")]
    public void Who_answered_is_not_told_of_nor_who_never_heard(string how)
    {
        var commitment = Promise(how == "private" ? Guid.NewGuid() : null);
        var offered = Utc("2026-11-30 08:00");
        commitment.Progress(Working(), null, offered).Did(CommitmentEvents.OfferedHelp);
        var day = Day("2026-11-30");
        var said = how switch
        {
            "keep" => commitment.Keep(Ana.Id, offered),
            "drop" => commitment.Drop(Ana.Id, "No need", offered),
            "move" => commitment.Move(Ana.Id, Day("2026-12-31"), "Snow", day, offered),
            "ask" => commitment.AskForHelp(Ana.Id, day, offered),
            _ => Decision.AlreadyDone,
        };
        Assert.Null(said.Refusal);
        for (var later = offered; later < offered.AddDays(20); later = later.AddHours(5))
            Assert.Empty(commitment.Progress(Working(), how == "unheard" ? null : offered, later).Happened);
    }

    [Fact]
    public void Moved_twice_it_is_offered_help_before_its_day_and_again_after_it()
    {
        var commitment = Promise();
        commitment.Move(Ana.Id, Day("2026-12-04"), "One", Today, Made);
        Assert.False(commitment.IsSlipping(Today));
        commitment.Move(Ana.Id, Day("2026-12-11"), "Two", Today, Made);
        Assert.True(commitment.IsSlipping(Today));
        Assert.Equal(SlipReasons.MovedAgain, commitment.Progress(Working(), null, Utc("2026-11-24 08:00")).One(CommitmentEvents.OfferedHelp).Reason);
        Assert.Null(commitment.EscalatesAt);
        Assert.Empty(commitment.Progress(Working(), Made, Utc("2026-12-10 12:00")).Happened);
        Assert.Equal(SlipReasons.DayOver, commitment.Progress(Working(), Made, Utc("2026-12-14 08:00")).One(CommitmentEvents.OfferedHelp).Reason);
    }

    [Fact]
    public void Help_is_for_what_slips_and_is_asked_for_once()
    {
        var commitment = Promise();
        commitment.AskForHelp(Ana.Id, Today, Made).RefusedAs("commitment.not-slipping", RefusalKind.Stale);
        commitment.AskForHelp(Bo.Id, Day("2026-11-30"), Made).RefusedAs("commitment.not-the-owner", RefusalKind.NotAllowed);
        commitment.AskForHelp(Ana.Id, Day("2026-11-30"), Made).Did(CommitmentEvents.AskedHelp);
        Assert.Empty(commitment.AskForHelp(Ana.Id, Day("2026-11-30"), Made).Happened);
    }

    enum Deed { Keep, Drop, Move, Ask, Progress, Leave }

    static readonly Arbitrary<List<(Deed Deed, bool IsOwner, int Days, int Hours)>> AnyStory = Arb.From(
        (from deed in Gen.Frequency((5, Gen.Constant(Deed.Progress)), (3, Gen.Constant(Deed.Move)), (2, Gen.Constant(Deed.Ask)), (1, Gen.Elements(Deed.Keep, Deed.Drop, Deed.Leave)))
         from isOwner in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
         from days in Gen.Choose(-2, 100)
         from hours in Gen.Choose(0, 60)
         select (deed, isOwner, days, hours)).ListOf().Select(list => list.ToList()));

    [Fact]
    public void No_story_closes_twice_nor_forgets_the_first_day_nor_tells_before_it_helps() => Prop.ForAll(AnyStory, story =>
    {
        var (commitment, now, first) = (Promise(), Made, Promise().DueOn);
        foreach (var (deed, isOwner, days, hours) in story)
        {
            now = now.AddHours(hours);
            var (today, state, helped, was, version) = (DateOnly.FromDateTime(now.UtcDateTime), commitment.State, commitment.HelpAt, commitment.DueOn, commitment.Version);
            var who = isOwner ? Ana.Id : Bo.Id;
            var decision = deed switch
            {
                Deed.Keep => commitment.Keep(who, now),
                Deed.Drop => commitment.Drop(who, "No need", now),
                Deed.Move => commitment.Move(who, today.AddDays(days), "Snow", today, now),
                Deed.Ask => commitment.AskForHelp(who, today, now),
                Deed.Leave => commitment.OwnerIsGone(Departures.Left, null, now),
                _ => commitment.Progress(Working(), commitment.HelpAt, now),
            };
            Assert.Equal((Ana.Id, first), (commitment.Owner, commitment.FirstDueOn));
            Assert.True(state is CommitmentState.Open || (commitment.State == state && decision.Happened.Count == 0));
            Assert.True(isOwner || deed is Deed.Progress or Deed.Leave || (decision.Refused && commitment.Version == version));
            if (decision.Happened.Any(one => one.Kind == CommitmentEvents.Escalated))
                Assert.True(helped <= now.AddDays(-2) && commitment.AskedHelpAt is null && commitment.DueOn < today);
            if (commitment.DueOn != was)
                Assert.Equal((Deed.Move, null, null), (deed, commitment.HelpAt, commitment.EscalatedAt));
            if (commitment.State is not CommitmentState.Open)
                Assert.Null(commitment.NextAt);
        }
    }).Check(Seeded);

    static Commitment Promise(Guid? feedback = null) => Commitment.Make(Ana.Id, "A note", Day("2026-11-27"), "sales", feedback, null, Made).Commitment;

    static Availability Working(params OutTime[] outs) => new(Of("Europe/Berlin", "mon-fri: 09:00-18:00"), outs, IsResting: false);
}
