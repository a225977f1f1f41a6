using AccountabilityBot.Domain.Numbers;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.Numbers.GivenNumber;

namespace AccountabilityBot.Domain.Tests.Numbers;

/// <summary>
/// Whoever does whatever in whatever order: never two current owners, never one who did not say yes, and no hand-over in
/// effect before its day.
/// </summary>
public sealed class RandomOwnershipTests
{
    const ulong Step = 0x9E37_79B9_7F4A_7C15;

    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_260_302, Step);

    static readonly NumberActor[] Everybody = [Ana, Bo, Cleo with { IsNamed = true }, Ravi];

    enum Move { Propose, Accept, Decline, Withdraw, Progress, Take, Orphan, Disown, AskStillYours, Confirm, Dispute, Answer, FileNamesOwner, Retire, Return }

    sealed record Deed(Move Move, int Who, int Whom, int Days, int Hours);

    static readonly Gen<Deed> AnyStep =
        from move in Gen.Frequency((2, Gen.Constant(Move.Propose)), (2, Gen.Constant(Move.Accept)), (2, Gen.Constant(Move.Progress)), (6, Gen.Elements(Enum.GetValues<Move>())))
        from who in Gen.Choose(0, Everybody.Length - 1)
        from whom in Gen.Choose(0, Everybody.Length - 1)
        from days in Gen.Choose(-1, 5)
        from hours in Gen.Frequency((4, Gen.Choose(0, 3)), (2, Gen.Choose(10, 80)), (1, Gen.Choose(150, 3_000)))
        select new Deed(move, who, whom, days, hours);

    static readonly Arbitrary<(bool Shared, IReadOnlyList<Deed> Steps)> AnyStory = Arb.From(
        from shared in Gen.Elements(true, false)
        from length in Gen.Choose(1, 60)
        from steps in AnyStep.ListOf(length)
        select (shared, (IReadOnlyList<Deed>)steps));

    [Fact]
    public void No_story_gives_two_owners_nor_one_without_a_yes_nor_one_before_the_day() => Prop.ForAll(AnyStory, story =>
    {
        var (number, now) = (story.Shared ? Shared() : Owned(), Noon);
        foreach (var step in story.Steps)
        {
            now = now.AddHours(step.Hours);
            var (version, owner, ownerships) = (number.Version, number.Current?.Person, number.Ownerships.Count);
            var decision = Do(number, step, now);

            Assert.Equal(decision.Happened.Count == 0 ? version : version + 1, number.Version);
            Assert.True(number.Ownerships.Count(one => one.Until is null) <= 1);
            Assert.True(number.HandOvers.Count(one => one.ClosedAt is null) <= 1);
            Assert.Equal(number.Holding is Holding.Owned, number.Current is not null);
            foreach (var (earlier, later) in number.Ownerships.Zip(number.Ownerships.Skip(1)))
                Assert.True(earlier.From <= earlier.Until && earlier.Until <= later.From);
            Assert.All(number.Ownerships, one => Assert.True(one.From <= now));
            if (number.Ownerships.Count > ownerships && step.Move is not Move.FileNamesOwner)
                Assert.True(SaidYes(number, step, now), $"{step} made an owner of somebody who did not say yes.");
            else if (number.Ownerships.Count == ownerships && number.Current is { } current)
                Assert.Equal(owner, current.Person);
        }
    }).Check(Seeded);

    [Fact]
    public void The_stories_reach_every_event()
    {
        var events = new HashSet<string>();
        Prop.ForAll(AnyStory, story =>
        {
            var (number, now) = (story.Shared ? Shared() : Owned(), Noon);
            foreach (var step in story.Steps)
                events.UnionWith(Do(number, step, now = now.AddHours(step.Hours)).Happened.Select(one => one.Kind));
        }).Check(Seeded);

        // The file's, the deputy's and the values are no part of these stories.
        string[] others = [NumberEvents.Taken, NumberEvents.DeputyNamed, NumberEvents.Value];
        Assert.Empty(typeof(NumberEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(events).Except(others));
    }

    static bool SaidYes(TrackedNumber number, Deed step, DateTimeOffset now)
    {
        var owner = number.Current!.Person;
        if (step.Move is Move.Take)
            return Everybody[step.Who].Id == owner;
        var handOver = number.HandOvers.Last(one => one.State is HandOverState.Done);
        return handOver.To == owner && handOver.AnsweredAt <= number.Current.From && handOver.EffectiveAt <= number.Current.From && handOver.EffectiveAt <= now;
    }

    static Decision Do(TrackedNumber number, Deed step, DateTimeOffset now)
    {
        var (who, whom) = (Everybody[step.Who], Everybody[step.Whom]);
        return step.Move switch
        {
            Move.Propose => number.Offer(who, whom, step.Days, now),
            Move.Accept => number.Accept(who, null, now),
            Move.Decline => number.Decline(who, null, now),
            Move.Withdraw => number.Withdraw(who, now),
            Move.Progress => number.Progress(step.Days > 0, now),
            Move.Take => number.Take(who, now),
            Move.Orphan => number.Orphan(OrphanReasons.Moved, null, now),
            Move.Disown => number.Disown(who, now),
            Move.AskStillYours => number.AskStillYours(now),
            Move.Confirm => number.Confirm(step.Days > 1 && number.Current is { } current ? new NumberActor(current.Person, MayName: false) : who, now),
            Move.Dispute => number.Dispute(who.Id, Challenged.Value, "It is far too low", now),
            Move.Answer => number.AnswerChallenge(
                who, number.OpenChallenges.FirstOrDefault()?.Id ?? Guid.Empty, ChallengeAnswer.Stands, "It was counted twice", null, Berlin, now),
            Move.FileNamesOwner => number.BeginOwnership(whom.Id, "Somebody", now),
            Move.Retire => step.Days > 3 ? number.Retire() : Decision.AlreadyDone,
            _ => number.IsActive ? Decision.AlreadyDone : number.Describe(number.Facts, "model"),
        };
    }
}
