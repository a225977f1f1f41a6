using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class RejectTests
{
    public static readonly RejectReason NoNeed = new("no-need", "No need", Question: null);
    public static readonly RejectReason NoFit = new("no-fit", "No fit", new Question("What does not fit?", 0, [new Choice("small", "Too small")]));
    public static readonly RejectReason Other = new("other", "Other", new Question("Why?", 10, []));

    /// <summary>A family of four: seven code points, eleven UTF-16 units, one character to a person.</summary>
    const string Family = "👨‍👩‍👧‍👦";

    [Fact]
    public void A_reject_keeps_who_when_and_why_and_can_be_undone_for_a_while()
    {
        var lead = OfferedTo(Ana);

        var one = Assert.Single(lead.Reject(Ana, NoNeed, answer: null, "Students.", Terms, After(5)).Did(LeadEvents.Rejected));

        Assert.Equal((Ana.Id, "no-need", "Students."), (one.Actor, one.Reason, one.Note));
        Assert.Equal((LeadState.Rejected, Ana.Id, After(5), "no-need"), (lead.State, lead.RejectedBy, lead.RejectedAt, lead.RejectReason));
        Assert.Equal(After(7), lead.UndoUntil);
        Assert.Equal(OfferOutcome.Rejected, lead.LastOffer!.Outcome);
        Assert.Null(lead.OpenOffer);
        Assert.Empty(lead.Hands);
    }

    [Fact]
    public void There_is_no_reject_without_a_reason() =>
        Assert.Equal(RefusalKind.Invalid, OfferedTo(Ana).Refuses("lead.reason-missing", lead => Reject(lead, reason: null)).Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void The_reasons_question_must_be_answered(string? answer)
    {
        var refusal = OfferedTo(Ana).Refuses("lead.answer-missing", lead => Reject(lead, NoFit, answer));

        Assert.Equal((RefusalKind.Invalid, "What does not fit?"), (refusal.Kind, refusal.Args.Single()));
    }

    [Theory]
    [InlineData("big")]
    [InlineData("Too small")]
    [InlineData("SMALL")]
    public void Where_there_are_choices_only_the_id_of_one_is_an_answer(string answer) =>
        OfferedTo(Ana).Refuses("lead.answer-not-a-choice", lead => Reject(lead, NoFit, answer));

    [Fact]
    public void A_choice_is_kept_by_its_id()
    {
        var lead = OfferedTo(Ana);

        var one = Assert.Single(Reject(lead, NoFit, " small ", "Two people.").Did(LeadEvents.Rejected));

        Assert.Equal(("small", "Two people."), (lead.RejectAnswer, lead.RejectNote));
        Assert.Equal("small\nTwo people.", one.Note);
    }

    [Theory]
    [InlineData("ninechars")]
    [InlineData("   ninechars   ")]
    [InlineData("éééééeeee")]
    [InlineData(Family + Family + Family + Family + Family + Family + Family + Family + Family)]
    public void Nine_characters_as_a_person_counts_them_are_too_short_for_other(string answer)
    {
        var refusal = OfferedTo(Ana).Refuses("lead.answer-too-short", lead => Reject(lead, Other, answer));

        Assert.Equal(["Why?", 10], refusal.Args);
    }

    [Theory]
    [InlineData("ten charac")]
    [InlineData("\tten charac ")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301")]
    [InlineData("ninechars" + Family)]
    public void Ten_characters_are_enough(string answer)
    {
        var lead = OfferedTo(Ana);

        Reject(lead, Other, answer).Did(LeadEvents.Rejected);

        Assert.Equal(answer.Trim(), lead.RejectAnswer);
    }

    [Fact]
    public void An_answer_that_no_question_asked_for_is_not_kept()
    {
        var lead = OfferedTo(Ana);

        Reject(lead, NoNeed, "left over from another form").Did(LeadEvents.Rejected);

        Assert.Null(lead.RejectAnswer);
    }

    [Fact]
    public void A_note_has_a_longest_length_and_so_has_a_free_answer()
    {
        var most = new string('x', Lead.MaxNote);

        Reject(OfferedTo(Ana), Other, most, most).Did(LeadEvents.Rejected);
        OfferedTo(Ana).Refuses("lead.note-too-long", lead => Reject(lead, NoNeed, note: most + "x"));
        Assert.Equal([Lead.MaxNote], OfferedTo(Ana).Refuses("lead.note-too-long", lead => Reject(lead, Other, most + "x")).Args);
    }

    [Fact]
    public void Who_may_not_accept_may_not_reject_either()
    {
        OfferedTo(Ana).Refuses("lead.offered-to", lead => lead.Reject(Bo, NoNeed, null, null, Terms, Noon));
        OfferedToPool().Refuses("lead.not-a-member", lead => lead.Reject(Otto, NoNeed, null, null, Terms, Noon));
        AcceptedBy(Ana).Refuses("lead.already-accepted", lead => Reject(lead, NoNeed));
        RejectedBy(Ana).Refuses("lead.already-rejected", lead => Reject(lead, NoNeed));
    }

    [Fact]
    public void Within_two_minutes_a_reject_can_be_taken_back_and_the_offer_stands_with_its_old_deadline()
    {
        var lead = RejectedBy(Ana);

        lead.UndoReject(Ana, Terms, After(2).AddTicks(-1)).Did(LeadEvents.RejectUndone);

        Assert.Equal((LeadState.Offered, Ana.Id, After(60)), (lead.State, lead.OpenOffer!.To, lead.OpenOffer.DueAt));
        Assert.Null(lead.OpenOffer.AnsweredBy);
        Assert.Null(lead.RejectReason);
        Assert.Null(lead.RejectedBy);
        Assert.Single(lead.Offers);
        lead.Accept(Ana, Terms, After(3)).Did(LeadEvents.Accepted);
    }

    [Fact]
    public void After_two_minutes_it_stands() =>
        Assert.Equal(RefusalKind.Stale, RejectedBy(Ana).Refuses("lead.undo-is-over", lead => lead.UndoReject(Ana, Terms, After(2))).Kind);

    [Fact]
    public void Nobody_else_takes_it_back()
    {
        Assert.Equal([Ana.Id], RejectedBy(Ana).Refuses("lead.not-who-rejected", lead => lead.UndoReject(Bo, Terms, Noon)).Args);
        RejectedBy(Ana).Refuses("lead.not-who-rejected", lead => lead.UndoReject(Greta, Terms, Noon));
    }

    [Fact]
    public void What_is_not_rejected_cannot_be_taken_back() => OfferedTo(Ana).Refuses("lead.not-rejected", lead => lead.UndoReject(Ana, Terms, Noon));

    [Fact]
    public void The_sender_hears_once_and_only_when_the_time_to_undo_is_over()
    {
        var lead = RejectedBy(Ana);

        lead.HasNothingToDo(early => early.SettleReject(Terms, After(2).AddTicks(-1)));
        var settled = Assert.Single(lead.SettleReject(Terms, After(2)).Did(LeadEvents.RejectSettled));

        Assert.Equal((Ana.Id, "no-need"), (settled.Other, settled.Reason));
        lead.HasNothingToDo(again => again.SettleReject(Terms, After(3)));
        lead.Refuses("lead.undo-is-over", late => late.UndoReject(Ana, Terms, After(1)));
    }

    [Fact]
    public void A_pools_reject_is_taken_back_to_the_pool()
    {
        var lead = OfferedToPool();
        lead.Reject(Bo, NoNeed, answer: null, note: null, Terms, After(1)).Did(LeadEvents.Rejected);

        lead.UndoReject(Bo, Terms, After(2)).Did(LeadEvents.RejectUndone);

        Assert.True(lead.OpenOffer!.IsPool);
        lead.Accept(Cleo, Terms, After(3)).Did(LeadEvents.Accepted);
    }

    static Decision Reject(Lead lead, RejectReason? reason, string? answer = null, string? note = null) =>
        lead.Reject(Ana, reason, answer, note, Terms, Noon);
}
