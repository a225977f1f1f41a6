using AccountabilityBot.Domain.Feedback;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.Feedback.GivenFeedback;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Feedback;

/// <summary>Whoever presses whatever in whatever order: nobody speaks twice, about themselves, in another's place, or when it is over.</summary>
public sealed class RandomFeedbackTests
{
    const ulong Step = 0x9E37_79B9_7F4A_7C15;

    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_260_303, Step);

    static readonly PersonId[] Everybody = [Ana.Id, Otto.Id, Bo.Id, Greta.Id];

    enum Move { Give, Skip, Progress, Leave, Thank, Commit, Share }

    sealed record Deed(Move Move, int Who, int? Score, bool Flag, int Hours);

    static readonly Gen<Deed> AnyDeed =
        from move in Gen.Frequency((2, Gen.Constant(Move.Give)), (5, Gen.Elements(Enum.GetValues<Move>())))
        from who in Gen.Choose(0, Everybody.Length - 1)
        from score in Gen.Frequency((1, Gen.Constant<int?>(null)), (6, Gen.Choose(0, 11).Select(score => (int?)score)))
        from flag in Gen.Elements(true, false)
        from hours in Gen.Frequency((4, Gen.Choose(0, 5)), (1, Gen.Choose(20, 100)))
        select new Deed(move, who, score, flag, hours);

    static readonly Arbitrary<(int Receiver, bool Asked, IReadOnlyList<Deed> Deeds)> AnyStory = Arb.From(
        from receiver in Gen.Choose(0, 1)
        from asked in Gen.Elements(true, false)
        from length in Gen.Choose(1, 40)
        from deeds in AnyDeed.ListOf(length)
        select (receiver, asked, (IReadOnlyList<Deed>)deeds));

    [Fact]
    public void Nobody_speaks_twice_or_for_another_or_about_themselves_or_too_late() => Prop.ForAll(AnyStory, story =>
    {
        var (feedback, now) = (Begin(story.Receiver, story.Asked), Noon);
        var counts = new Dictionary<string, int>();
        foreach (var deed in story.Deeds)
        {
            now = now.AddHours(deed.Hours);
            var (version, before) = (feedback.Version, feedback.State);
            var decision = Do(feedback, deed, now);

            Assert.Equal(decision.Happened.Count == 0 ? version : version + 1, feedback.Version);
            foreach (var one in decision.Happened)
                counts[one.Kind] = counts.GetValueOrDefault(one.Kind) + 1;
            Assert.All(decision.Happened, one => Assert.Null(one.Note));
            if (before is not FeedbackState.Asked)
                Assert.Equal(before, feedback.State);
            if (before is FeedbackState.Asked && feedback.State is FeedbackState.Given)
            {
                Assert.Equal((Ana.Id, Move.Give), (Everybody[deed.Who], deed.Move));
                Assert.NotEqual(feedback.Giver, feedback.Receiver);
                Assert.True(feedback.AskedAt is null || now < Noon.AddDays(7));
                Assert.All(feedback.Scores.Values, score => Assert.InRange(score, 1, 5));
                Assert.Equal(3, feedback.Scores.Count);
            }
        }

        // Each at most once, whoever pressed how often.
        Assert.All(counts.Values, count => Assert.Equal(1, count));
        Assert.True(new[] { FeedbackEvents.Given, FeedbackEvents.Skipped, FeedbackEvents.Expired }.Count(counts.ContainsKey) <= 1);
        Assert.True(feedback.SharedAt is null || (feedback.MayShare && feedback.Scores.Values.All(score => score >= 4)));
    }).Check(Seeded);

    [Fact]
    public void The_stories_reach_every_event()
    {
        var events = new HashSet<string> { FeedbackEvents.Asked };
        Prop.ForAll(AnyStory, story =>
        {
            var (feedback, now) = (Begin(story.Receiver, story.Asked), Noon);
            foreach (var deed in story.Deeds)
                events.UnionWith(Do(feedback, deed, now = now.AddHours(deed.Hours)).Happened.Select(one => one.Kind));
        }).Check(Seeded);

        Assert.Empty(typeof(FeedbackEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(events));
    }

    /// <summary>About Otto; or, as no code makes it, about Ana herself.</summary>
    static PeerFeedback Begin(int receiver, bool asked)
    {
        var handOff = OfAna with { Receiver = receiver == 0 ? Ana.Id : Otto.Id };
        return asked ? PeerFeedback.Ask(handOff, handOff.Receiver!.Value, Noon).Feedback : PeerFeedback.Unasked(handOff, handOff.Receiver!.Value, Noon);
    }

    static Decision Do(PeerFeedback feedback, Deed deed, DateTimeOffset now)
    {
        var who = Everybody[deed.Who];
        return deed.Move switch
        {
            Move.Give => feedback.Give(who, rating => deed.Score is { } score && rating == Ratings.Timely ? Math.Min(score, 11) : deed.Score, Words, deed.Flag, true, now),
            Move.Skip => feedback.Skip(who, now),
            Move.Progress => feedback.Progress(true, true, deed.Flag ? now : now.AddHours(8), now),
            Move.Leave => feedback.Progress(deed.Score is not 0, deed.Score is not 1, now, now),
            Move.Thank => feedback.Thank(who, now),
            Move.Commit => feedback.Commit(who, "More notes", Today.AddDays(deed.Score ?? 1), Today, now).Decision,
            _ => feedback.Share(who, now),
        };
    }
}
