using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Tests.Feedback;
using AccountabilityBot.Domain.Tests.Leads;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Commitments;

public sealed class CommitmentTests
{
    static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("A note", 1, null)]
    [InlineData("A note", 92, null)]
    [InlineData("A note", 93, "commitment.date-too-far")]
    [InlineData("A note", 0, "commitment.date-not-ahead")]
    [InlineData("A note", -1, "commitment.date-not-ahead")]
    [InlineData("A note", null, "commitment.date-missing")]
    [InlineData("  ", 1, "commitment.text-missing")]
    [InlineData(null, 1, "commitment.text-missing")]
    public void A_promise_says_what_and_by_when(string? text, int? days, string? refusal) =>
        Assert.Equal(refusal, Commitment.WhyNot(text, days is { } ahead ? Today.AddDays(ahead) : null, Today)?.Code);

    [Fact]
    public void A_promise_has_an_end() => Assert.Equal("commitment.text-too-long", Commitment.WhyNot(new string('x', 501), Today.AddDays(1), Today)?.Code);

    [Fact]
    public void Only_its_owner_closes_it_and_only_once()
    {
        var commitment = Made();
        commitment.Keep(Bo.Id, Noon).RefusedAs("commitment.not-the-owner", RefusalKind.NotAllowed);
        commitment.Drop(Bo.Id, "No", Noon).RefusedAs("commitment.not-the-owner", RefusalKind.NotAllowed);
        commitment.Keep(Ana.Id, After(1)).Did(CommitmentEvents.Kept);
        Assert.Empty(commitment.Keep(Ana.Id, After(2)).Happened);
        commitment.Drop(Ana.Id, "After all not", After(2)).RefusedAs("commitment.closed", RefusalKind.Stale);
        Assert.Equal((CommitmentState.Kept, After(1), 2), (commitment.State, commitment.ClosedAt, commitment.Version));
    }

    [Fact]
    public void It_is_dropped_with_a_reason()
    {
        var commitment = Made();
        commitment.Drop(Ana.Id, " ", Noon).RefusedAs("commitment.reason-missing", RefusalKind.Invalid);
        commitment.Drop(Ana.Id, new string('x', 501), Noon).RefusedAs("commitment.text-too-long", RefusalKind.Invalid);
        Assert.Equal("The fair was called off.", commitment.Drop(Ana.Id, "The fair was called off.", Noon).One(CommitmentEvents.Dropped).Note);
        Assert.Empty(commitment.Drop(Ana.Id, "Again", Noon).Happened);
        Assert.Equal("The fair was called off.", commitment.DropReason);
    }

    [Fact]
    public void It_is_missed_the_day_after()
    {
        var commitment = Made();
        Assert.False(commitment.IsMissed(commitment.DueOn));
        Assert.True(commitment.IsMissed(commitment.DueOn.AddDays(1)));
        commitment.Keep(Ana.Id, Noon);
        Assert.False(commitment.IsMissed(commitment.DueOn.AddDays(1)));
    }

    static Commitment Made() => Commitment.Make(Ana.Id, "A note", Today.AddDays(7), "sales", null, null, Noon).Commitment;
}
