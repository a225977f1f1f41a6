using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>A promise of an hour: nudges after 30 and 48 minutes, the second line after 60, and after 90 the next hand.</summary>
public sealed class ClimbTests
{
    [Fact]
    public void Before_a_rung_is_due_nothing_happens()
    {
        var lead = OfferedTo(Ana);

        lead.HasNothingToDo(running => running.Climb(Terms, After(30).AddTicks(-1)));
    }

    [Fact]
    public void Each_rung_is_climbed_once_and_in_its_order()
    {
        var lead = OfferedTo(Ana);

        foreach (var (minutes, kind, rung) in new[]
        {
            (30, LeadEvents.Nudged, "answer.nudge-1"), (48, LeadEvents.Nudged, "answer.nudge-2"), (60, LeadEvents.SecondLine, "answer.second-line"),
        })
        {
            var one = Assert.Single(lead.Climb(Terms, After(minutes)).Did(kind));
            Assert.Equal(((PersonId?)null, Ana.Id, rung), (one.Actor, one.Other, one.Reason));
            lead.HasNothingToDo(again => again.Climb(Terms, After(minutes)));
        }

        Assert.Equal(Ana.Id, lead.OpenOffer!.To);
        Assert.Equal(After(90), lead.NextRungAt);
    }

    [Fact]
    public void Whoever_looks_late_climbs_all_that_is_due_and_leaves_none_out()
    {
        var lead = OfferedTo(Ana);

        var happened = lead.Climb(Terms, After(300)).Did(LeadEvents.Nudged, LeadEvents.Nudged, LeadEvents.SecondLine, LeadEvents.Expired);

        Assert.Equal(["answer.nudge-1", "answer.nudge-2", "answer.second-line", "answer.reassign"], happened.Select(one => one.Reason));
        Assert.Null(lead.NextRungAt);
    }

    [Fact]
    public void The_last_rung_takes_a_persons_lead_to_the_next_hand()
    {
        var lead = OfferedTo(Ana);
        lead.Climb(Terms, After(60));

        var one = Assert.Single(lead.Climb(Terms, After(90)).Did(LeadEvents.Expired));

        Assert.Equal(((PersonId?)null, Ana.Id), (one.Actor, one.Other));
        Assert.Equal([new Hand(Ana.Id, HandKind.Expired, After(90))], lead.Hands);
        Assert.Equal((LeadState.Waiting, (DateTimeOffset?)null), (lead.State, lead.GuardianSince));
        Assert.Null(lead.LastOffer!.AnsweredBy);
        lead.HasNothingToDo(again => again.Climb(Terms, After(91)));
    }

    [Fact]
    public void The_last_rung_takes_a_pools_lead_to_the_guardian()
    {
        var lead = OfferedToPool();
        lead.Climb(Terms, After(60));

        var happened = lead.Climb(Terms, After(90)).Did(LeadEvents.Expired, LeadEvents.ToGuardian);

        Assert.Equal("pool-expired", happened[1].Reason);
        Assert.Equal(After(90), lead.GuardianSince);
        Assert.Equal([new Hand(null, HandKind.Expired, After(90))], lead.Hands);
    }

    [Fact]
    public void A_ladder_may_end_with_the_guardian()
    {
        var terms = Terms with { Ladder = new Ladder([new(100, RungKind.Nudge), new(200, RungKind.Guardian)]) };
        var lead = Waiting();
        lead.OfferTo(new OfferTo(Ana.Id, new OfferReason(OfferReason.Rotation)), terms, Noon);
        lead.Climb(terms, After(60)).Did(LeadEvents.Nudged);

        var happened = lead.Climb(terms, After(120)).Did(LeadEvents.Expired, LeadEvents.ToGuardian);

        Assert.Equal(["answer.guardian", "ladder-ended"], happened.Select(one => one.Reason));
        Assert.Equal(After(120), lead.GuardianSince);
    }

    [Fact]
    public void The_third_person_to_let_it_expire_sends_it_to_the_guardian()
    {
        var lead = OfferedTo(Ana);
        lead.Climb(Terms, After(90));
        lead.NowOfferedTo(Bo, After(90)).Climb(Terms, After(180));

        var happened = lead.NowOfferedTo(Cleo, After(180)).Climb(Terms, After(270)).Happened;

        Assert.Equal([LeadEvents.Expired, LeadEvents.ToGuardian], happened.TakeLast(2).Select(one => one.Kind));
        Assert.Equal(After(270), lead.GuardianSince);
    }

    [Fact]
    public void A_later_change_of_the_model_bends_no_running_promise()
    {
        var lead = OfferedTo(Ana);
        var stricter = Terms with { AcceptWithin = TimeSpan.FromMinutes(10), Ladder = new Ladder([new(10, RungKind.Reassign)]) };

        lead.HasNothingToDo(running => running.Climb(stricter, After(29)));

        Assert.Equal("answer.nudge-1", lead.Climb(stricter, After(30)).Did(LeadEvents.Nudged)[0].Reason);
    }

    [Fact]
    public void Whoever_accepts_promises_the_first_touch_and_loses_the_lead_when_it_never_comes()
    {
        var lead = AcceptedBy(Ana);
        Assert.Equal((PromiseKind.FirstTouch, After(240)), (lead.Promise!.Kind, lead.Promise.DueAt));

        lead.Climb(Terms, After(240)).Did(LeadEvents.Nudged, LeadEvents.Nudged, LeadEvents.SecondLine);
        Assert.Equal(Ana.Id, lead.Owner);

        Assert.Equal("first-touch.reassign", lead.Climb(Terms, After(360)).Did(LeadEvents.Expired)[0].Reason);
        Assert.Equal((LeadState.Waiting, (PersonId?)null), (lead.State, lead.Owner));
        Assert.True(lead.WasInHandsOf(Ana.Id));
    }

    [Fact]
    public void A_touch_keeps_the_promise_and_promises_the_next()
    {
        var lead = AcceptedBy(Ana);

        lead.Contact(Ana, Terms, After(200)).Did(LeadEvents.Contacted);

        Assert.Equal((PromiseKind.FollowUp, After(200).AddDays(3)), (lead.Promise!.Kind, lead.Promise.DueAt));
        // The same press twice is one touch; a touch that was asked for is one more.
        lead.HasNothingToDo(again => again.Contact(Ana, Terms, After(201)));
        lead.Climb(Terms, After(200).AddDays(3)).Did(LeadEvents.Nudged);
        lead.Contact(Ana, Terms, After(200).AddDays(3).AddHours(1)).Did(LeadEvents.Contacted);
        Assert.Equal(After(200), lead.ContactedAt);
    }

    [Fact]
    public void A_neglected_follow_up_is_told_and_never_takes_the_lead_away()
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, Noon);

        lead.Climb(Terms, Noon.AddDays(60)).Did(LeadEvents.Nudged, LeadEvents.Nudged, LeadEvents.SecondLine);

        Assert.Equal((Ana.Id, (DateTimeOffset?)null), (lead.Owner, lead.NextRungAt));
    }

    [Fact]
    public void A_hold_stops_the_clock_and_its_end_lets_it_go_on()
    {
        var lead = AcceptedBy(Ana);

        lead.Hold(Ana, "later", Noon.AddDays(2), note: null, Terms, After(60)).Did(LeadEvents.Held);
        Assert.Null(lead.NextRungAt);
        lead.HasNothingToDo(held => held.Climb(Terms, Noon.AddDays(1)));

        lead.ResumeIfDue(Terms, Noon.AddDays(2)).Did(LeadEvents.Resumed);
        // An hour of the four was used before.
        Assert.Equal(Noon.AddDays(2).AddHours(3), lead.Promise!.DueAt);
        Assert.Equal(Noon.AddDays(2).AddHours(1), lead.NextRungAt);
    }

    [Fact]
    public void Undo_brings_the_promise_back_with_the_deadlines_it_had()
    {
        var lead = OfferedTo(Ana);
        lead.Reject(Ana, RejectTests.NoNeed, answer: null, note: null, Terms, After(29));
        lead.HasNothingToDo(rejected => rejected.Climb(Terms, After(30)));

        lead.UndoReject(Ana, Terms, After(30)).Did(LeadEvents.RejectUndone);

        Assert.Equal((After(60), After(30)), (lead.Promise!.DueAt, lead.NextRungAt!.Value));
        lead.Climb(Terms, After(31)).Did(LeadEvents.Nudged);
    }

    [Fact]
    public void Raw_waiting_and_working_time_are_kept_apart()
    {
        var hours = new WorkingCalendar(TimeZoneInfo.Utc, WorkingHours.Usual);
        var terms = Terms with { CalendarOf = _ => hours };
        // Monday noon; offered at half past four, answered the next morning at 09:10.
        var lead = Waiting().NowOfferedTo(Ana, After(270), terms);

        lead.Accept(Ana, terms, new DateTimeOffset(2026, 3, 3, 9, 10, 0, TimeSpan.Zero)).Did(LeadEvents.Accepted);

        var answer = Assert.Single(lead.EndedPromises);
        Assert.Equal(
            (PromiseKind.Answer, PromiseOutcome.Kept, 21 * 3600 + 600L, 270 * 60L, 40 * 60L),
            (answer.Kind, answer.Outcome, answer.RawSeconds, answer.WaitingSeconds, answer.WorkingSeconds));
    }

    [Theory]
    [InlineData(60, PromiseOutcome.Kept)]
    [InlineData(61, PromiseOutcome.Late)]
    public void An_answer_is_in_time_until_the_minute_that_was_promised(int minutes, PromiseOutcome outcome)
    {
        var lead = OfferedTo(Ana);

        lead.PassOn(Ana, colleague: null, note: null, Terms, After(minutes));

        Assert.Equal(outcome, Assert.Single(lead.EndedPromises).Outcome);
    }

    [Fact]
    public void What_the_guardian_decides_otherwise_is_neither_kept_nor_broken()
    {
        var lead = OfferedTo(Ana);

        lead.Take(Greta, Terms, After(70));

        Assert.Equal((PromiseOutcome.Void, Ana.Id), (lead.EndedPromises[0].Outcome, lead.EndedPromises[0].Person));
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
