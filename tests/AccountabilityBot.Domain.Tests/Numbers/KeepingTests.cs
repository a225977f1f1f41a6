using AccountabilityBot.Domain.Numbers;
using static AccountabilityBot.Domain.Tests.Numbers.GivenNumber;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class KeepingTests
{
    [Fact]
    public void Still_yours_is_asked_once_a_quarter_reminded_once_and_then_told_once()
    {
        var number = Owned();
        var start = number.Current!.From;
        Assert.Empty(number.AskStillYours(start.AddDays(91).AddTicks(-1)).Happened);
        Assert.Equal([NumberEvents.StillYoursAsked], Kinds(number.AskStillYours(start.AddDays(91))));
        Assert.Empty(number.AskStillYours(start.AddDays(92)).Happened);
        Assert.Equal([NumberEvents.StillYoursReminded], Kinds(number.AskStillYours(start.AddDays(98))));
        Assert.Equal([NumberEvents.StillYoursUnanswered], Kinds(number.AskStillYours(start.AddDays(105))));
        Assert.Empty(number.AskStillYours(start.AddDays(400)).Happened);

        Assert.Equal("number.not-the-owner", number.Confirm(Bo, start.AddDays(401)).Refusal!.Code);
        Assert.Equal([NumberEvents.Confirmed], Kinds(number.Confirm(Ana, start.AddDays(401))));
        Assert.Equal("number.not-asked", number.Confirm(Ana, start.AddDays(401)).Refusal!.Code);
        Assert.Equal(start.AddDays(401 + 91), number.StillYoursDueAt);
    }

    [Fact]
    public void Not_mine_leaves_an_orphan()
    {
        var number = Owned();
        Assert.Equal("number.not-the-owner", number.Disown(Ravi, Noon).Refusal!.Code);
        Assert.Equal([NumberEvents.Orphaned], Kinds(number.Disown(Ana, Noon)));
        Assert.Null(number.Current);
        Assert.Null(number.StillYoursDueAt);
    }

    [Theory]
    [InlineData("support", "support", true)]
    [InlineData("marketing", "sales", true)]
    [InlineData("sales", "marketing", false)]
    [InlineData("sales", null, false)]
    public void Who_moves_to_another_department_than_the_numbers_leaves_it_behind(string first, string? then, bool stays)
    {
        var number = Owned();
        Assert.Empty(number.SeeOwnerIn("sales", first, Noon).Happened);
        number.SeeOwnerIn("sales", then, Noon.AddDays(1));
        Assert.Equal(stays, number.Current is not null);
    }

    [Fact]
    public void The_deputy_acts_and_else_the_head_and_never_somebody_who_is_out()
    {
        var number = Owned();
        HashSet<PersonId> away = [];
        Assert.Null(number.ActingOwner(Ravi.Id, away.Contains));
        away.Add(Ana.Id);
        Assert.Equal(Ravi.Id, number.ActingOwner(Ravi.Id, away.Contains));
        Assert.Equal("number.not-the-owner", number.NameDeputy(Ravi, Bo.Id, isListed: true).Refusal!.Code);
        Assert.Equal([NumberEvents.DeputyNamed], Kinds(number.NameDeputy(Ana, Bo.Id, isListed: true)));
        Assert.Empty(number.NameDeputy(Ana, Bo.Id, isListed: true).Happened);
        Assert.Equal(Bo.Id, number.ActingOwner(Ravi.Id, away.Contains));
        away.Add(Bo.Id);
        Assert.Equal(Ravi.Id, number.ActingOwner(Ravi.Id, away.Contains));
        Assert.Null(number.ActingOwner(Ana.Id, away.Contains));
        Assert.Equal(Ana.Id, number.Current!.Person);
    }

    [Fact]
    public void A_number_is_disputed_until_its_owner_answered_everybody()
    {
        var number = Owned();
        Assert.Equal("number.words-too-short", number.Dispute(Bo.Id, Challenged.Value, "Too low", Noon).Refusal!.Code);
        Assert.Equal("number.words-too-long", number.Dispute(Bo.Id, Challenged.Value, new string('x', 501), Noon).Refusal!.Code);
        Assert.Equal("number.challenge-what-missing", number.Dispute(Bo.Id, null, "Far too low", Noon).Refusal!.Code);
        Assert.Equal([NumberEvents.Challenged], Kinds(number.Dispute(Bo.Id, Challenged.Value, "Far too low", Noon)));
        Assert.Equal("number.challenged-already", number.Dispute(Bo.Id, Challenged.Definition, "Nor is it clear", Noon).Refusal!.Code);
        number.Dispute(Cleo.Id, Challenged.Definition, "What is a win here?", Noon);
        var (first, second) = (number.Challenges[0].Id, number.Challenges[1].Id);

        Assert.Equal("number.not-the-owner", Answer(Bo, first, ChallengeAnswer.Stands, "It is what it is"));
        Assert.Equal("number.answer-missing", Answer(Ana, first, null, null));
        Assert.Equal("number.words-too-short", Answer(Ana, first, ChallengeAnswer.Stands, "No"));
        Assert.Equal("number.mend-date-missing", Answer(Ana, first, ChallengeAnswer.WillMend, null));
        Assert.Equal("number.date-is-past", Answer(Ana, first, ChallengeAnswer.WillMend, null, Today.AddDays(-1)));
        Assert.Null(Answer(Ana, first, ChallengeAnswer.WillMend, null, Today.AddDays(3)));
        Assert.True(number.IsDisputed);
        Assert.Equal("number.no-challenge", Answer(Ana, first, ChallengeAnswer.Stands, "It is what it is"));
        Assert.Null(Answer(Bo with { Acts = true }, second, ChallengeAnswer.Stands, "A signed order is a win."));
        Assert.False(number.IsDisputed);

        string? Answer(NumberActor actor, Guid challenge, ChallengeAnswer? answer, string? words, DateOnly? mendBy = null) =>
            number.AnswerChallenge(actor, challenge, answer, words, mendBy, Berlin, Noon).Refusal?.Code;
    }

    static IEnumerable<string> Kinds(Decision decision) => decision.Happened.Select(one => one.Kind);
}
