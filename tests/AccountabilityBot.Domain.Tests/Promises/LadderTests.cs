using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Tests.Promises;

public sealed class LadderTests
{
    [Fact]
    public void Rungs_are_called_by_their_kind_and_nudges_are_counted()
    {
        Assert.Equal(["nudge-1", "nudge-2", "second-line", "reassign"], Ladder.Usual.Names);
        Assert.Equal(["nudge-1", "nudge-2", "second-line"], Ladder.ForFollowUp.Names);
        Assert.Equal(["second-line", "nudge-1", "guardian"], new Ladder([new(10, RungKind.SecondLine), new(20, RungKind.Nudge), new(30, RungKind.Guardian)]).Names);
    }

    [Fact]
    public void Ladders_are_the_same_when_their_steps_are()
    {
        var same = new Ladder([.. Ladder.Usual.Steps]);

        Assert.Equal(Ladder.Usual, same);
        Assert.Equal(Ladder.Usual.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Ladder.Usual, new Ladder([.. Ladder.Usual.Steps.Skip(1)]));
    }
}
