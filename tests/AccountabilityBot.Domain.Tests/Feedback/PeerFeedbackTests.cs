using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Tests.Leads;
using static AccountabilityBot.Domain.Tests.Feedback.GivenFeedback;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Feedback;

public sealed class PeerFeedbackTests
{
    [Fact]
    public void The_giver_sends_three_ratings_and_a_word()
    {
        var feedback = Asked();

        var given = feedback.Give(Ana.Id, rating => rating == Ratings.Fit ? 2 : 5, $"  {Words} ", mayShare: true, receiverIsHere: true, After(5)).One(FeedbackEvents.Given);

        Assert.Equal((Ana.Id, Otto.Id, null), (given.Actor, given.Other, given.Note));
        Assert.Equal((FeedbackState.Given, After(5), (DateTimeOffset?)null), (feedback.State, feedback.ClosedAt, feedback.NextAt));
        Assert.Equal(new Dictionary<string, int> { ["complete"] = 5, ["timely"] = 5, ["fit"] = 2 }, feedback.Scores.ToDictionary());
        Assert.Equal((Words, 2), (feedback.Words, feedback.Version));
    }

    [Theory]
    [InlineData(null, "feedback.score-missing")]
    [InlineData(0, "feedback.score-out-of-range")]
    [InlineData(6, "feedback.score-out-of-range")]
    [InlineData(11, "feedback.score-out-of-range")]
    [InlineData(-1, "feedback.score-out-of-range")]
    [InlineData(1, null)]
    [InlineData(5, null)]
    public void A_score_is_one_to_five(int? score, string? refusal) => Assert.Equal(refusal, Asked().Send(Ana.Id, score).Refusal?.Code);

    [Theory]
    [InlineData(1_000, null)]
    [InlineData(1_001, "feedback.words-too-long")]
    [InlineData(10_000, "feedback.words-too-long")]
    public void Words_have_an_end(int length, string? refusal) => Assert.Equal(refusal, Asked().Send(Ana.Id, words: new string('x', length)).Refusal?.Code);

    [Fact]
    public void No_words_are_fine() => Assert.Null(Said(words: "  ").Words);

    [Fact]
    public void Only_who_was_asked_answers_and_never_about_themselves()
    {
        Assert.All((PersonId[])[Otto.Id, Bo.Id, Greta.Id], other => Asked().Send(other).RefusedAs("feedback.not-yours", RefusalKind.NotAllowed));
        PeerFeedback.Ask(OfAna with { Receiver = Ana.Id }, Ana.Id, Noon).Feedback.Send(Ana.Id).RefusedAs("feedback.not-yours", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Once_is_once()
    {
        var feedback = Said();
        feedback.Send(Ana.Id, 1, "Another word").RefusedAs("feedback.given-already", RefusalKind.Stale);
        feedback.Skip(Ana.Id, Noon).RefusedAs("feedback.given-already", RefusalKind.Stale);
        Assert.Equal(Words, feedback.Words);
    }

    [Fact]
    public void Skip_is_one_press_and_final()
    {
        var feedback = Asked();
        feedback.Skip(Bo.Id, Noon).RefusedAs("feedback.not-yours", RefusalKind.NotAllowed);
        feedback.Skip(Ana.Id, Noon).Did(FeedbackEvents.Skipped);
        Assert.Empty(feedback.Skip(Ana.Id, After(1)).Happened);
        feedback.Send(Ana.Id).RefusedAs("feedback.skipped-already", RefusalKind.Stale);
        Assert.Empty(feedback.Pass(Noon.AddDays(30)).Happened);
    }

    [Fact]
    public void After_seven_days_it_is_gone_swept_or_not()
    {
        var feedback = Asked();
        feedback.Send(Ana.Id, now: Noon.AddDays(7)).RefusedAs("feedback.window-over", RefusalKind.Stale);
        Assert.Equal(ExpiryReasons.WindowOver, feedback.Pass(Noon.AddDays(7)).One(FeedbackEvents.Expired).Reason);
        feedback.Send(Ana.Id).RefusedAs("feedback.window-over", RefusalKind.Stale);
        Assert.Null(Asked().Send(Ana.Id, now: Noon.AddDays(7).AddSeconds(-1)).Refusal);
    }

    [Fact]
    public void One_reminder_after_three_days_and_at_work()
    {
        var feedback = Asked();
        Assert.Empty(feedback.Pass(Noon.AddDays(3).AddSeconds(-1)).Happened);

        Assert.Empty(feedback.Progress(true, true, Noon.AddDays(3.5), Noon.AddDays(3)).Happened);
        Assert.Equal((Noon.AddDays(3.5), 1), (feedback.NextAt, feedback.Version));

        feedback.Pass(Noon.AddDays(3.5)).Did(FeedbackEvents.Reminded);
        Assert.Equal(Noon.AddDays(7), feedback.NextAt);
        Assert.Empty(feedback.Pass(Noon.AddDays(6)).Happened);
    }

    [Fact]
    public void Who_is_not_back_in_time_is_not_reminded()
    {
        var feedback = Asked();
        Assert.Empty(feedback.Progress(true, true, Noon.AddDays(20), Noon.AddDays(3)).Happened);
        Assert.Equal(Noon.AddDays(7), feedback.NextAt);
        feedback.Pass(Noon.AddDays(7)).Did(FeedbackEvents.Expired);
    }

    [Theory]
    [InlineData(false, true, ExpiryReasons.GiverLeft)]
    [InlineData(true, false, ExpiryReasons.ReceiverLeft)]
    [InlineData(false, false, ExpiryReasons.GiverLeft)]
    public void It_lapses_when_one_of_them_leaves(bool giver, bool receiver, string reason) =>
        Assert.Equal(reason, Asked().Progress(giver, receiver, After(1), After(1)).One(FeedbackEvents.Expired).Reason);

    [Fact]
    public void Nothing_is_said_to_who_has_left() =>
        Asked().Give(Ana.Id, _ => 5, null, false, receiverIsHere: false, Noon).RefusedAs("feedback.receiver-left", RefusalKind.Stale);

    [Fact]
    public void The_receiver_thanks_once()
    {
        var feedback = Said();
        feedback.Thank(Ana.Id, Noon).RefusedAs("feedback.not-yours", RefusalKind.NotAllowed);
        feedback.Thank(Otto.Id, Noon).Did(FeedbackEvents.Thanked);
        Assert.Empty(feedback.Thank(Otto.Id, After(1)).Happened);
        Asked().Thank(Otto.Id, Noon).RefusedAs("feedback.not-given", RefusalKind.Stale);
    }

    [Theory]
    [InlineData(4, true, Words, true)]
    [InlineData(5, true, Words, true)]
    [InlineData(3, true, Words, false)]
    [InlineData(5, false, Words, false)]
    [InlineData(5, true, null, false)]
    public void Only_praise_in_words_that_the_giver_let_pass_is_shared(int score, bool mayShare, string? words, bool isShared)
    {
        var feedback = Said(score, mayShare, words);

        var decision = feedback.Share(Otto.Id, Noon);

        Assert.Equal(isShared, !decision.Refused);
        Assert.Equal(isShared, feedback.SharedAt is not null);
        if (isShared)
            Assert.Empty(feedback.Share(Otto.Id, After(1)).Happened);
    }

    [Fact]
    public void A_change_is_promised_once_by_the_receiver()
    {
        var feedback = Said();
        Assert.NotNull(feedback.Commit(Ana.Id, "More notes", Today.AddDays(7), Today, Noon).Decision.Refusal);

        var (commitment, decision) = feedback.Commit(Otto.Id, " More notes ", Today.AddDays(7), Today, Noon);

        Assert.Equal([FeedbackEvents.Committed, CommitmentEvents.Made], decision.Happened.Select(one => one.Kind));
        Assert.All(decision.Happened, one => Assert.Null(one.Note));
        Assert.Equal((Otto.Id, "More notes", "marketing", feedback.Id), (commitment!.Owner, commitment.Text, commitment.Department, commitment.FeedbackId));
        Assert.Equal("feedback.committed-already", feedback.Commit(Otto.Id, "Once more", Today.AddDays(7), Today, Noon).Decision.Refusal!.Code);
    }

    [Fact]
    public void Unasked_it_has_no_window_of_its_own()
    {
        var feedback = PeerFeedback.Unasked(OfAna, Otto.Id, Noon.AddDays(20));
        feedback.Send(Ana.Id, now: Noon.AddDays(29)).Did(FeedbackEvents.Given);
        Assert.Null(feedback.AskedAt);
    }

    [Fact]
    public void A_mean_needs_three_and_more_than_one_person()
    {
        PeerFeedback[] aboutOtto = [Said(3), Said(4), Said(5)];
        Assert.Empty(PairFigures.Of(Side.Sender, aboutOtto).Means);
        Assert.Empty(PairFigures.Of(Side.Sender, [Said(3), About(Bo.Id, 5)]).Means);

        var figures = PairFigures.Of(Side.Sender, [Said(3), Said(4), About(Bo.Id, 5)]);
        Assert.Equal((3, 4m), (figures.Count, figures.Means[Ratings.Fit]));

        // What a head hears for the department points at nobody.
        Assert.Equal(4m, PairFigures.Of(Side.Sender, [About(null, 3), About(null, 4), About(null, 5)]).Means[Ratings.Timely]);

        static PeerFeedback About(PersonId? receiver, int score)
        {
            var feedback = PeerFeedback.Ask(OfAna with { Receiver = receiver }, receiver ?? Greta.Id, Noon).Feedback;
            feedback.Send(Ana.Id, score);
            return feedback;
        }
    }
}
