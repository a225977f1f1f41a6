using AccountabilityBot.Domain.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>
/// Whatever is pressed by whomever in whatever order, the rules that never break do not break. The seed is fixed: a run is
/// the same run everywhere, and a failure prints its story.
/// </summary>
public sealed class RandomPressesTests
{
    const int Stories = 1_000;

    /// <summary>The step of the random sequence must be an odd number without a pattern, or draws repeat each other: 2^64 by the golden ratio.</summary>
    const ulong Step = 0x9E37_79B9_7F4A_7C15;

    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(Stories).WithReplay(20_260_302, Step);

    /// <summary>Offers and answers come more often than the rest, so that a story gets somewhere; half of it from whom it concerns.</summary>
    static readonly Gen<Press> AnyPress =
        from move in Gen.Frequency(
            (3, Gen.Constant(Move.QueueOpens)),
            (3, Gen.Elements(Move.Accept, Move.PassOn, Move.PassOnToColleague, Move.Reject)),
            (2, Gen.Elements(Move.Settle, Move.Clarify, Move.Agree, Move.MendData)),
            (3, Gen.Elements(Move.SetDisposition, Move.SetDisposition, Move.SetDisposition, Move.Contact, Move.Undo, Move.Resume)),
            (6, Gen.Elements(Enum.GetValues<Move>())))
        from who in Gen.OneOf(Gen.Constant(Press.WhomItConcerns), Gen.Choose(0, PressedLead.Everybody.Count - 1))
        from whom in Gen.Choose(0, PressedLead.Everybody.Count - 1)
        from input in Gen.Choose(0, 3)
        from minutes in Gen.Frequency((6, Gen.Choose(0, 2)), (2, Gen.Choose(3, 100)), (1, Gen.Choose(1_000, 60_000)))
        select new Press(move, who, whom, input, minutes);

    static readonly Arbitrary<Story> AnyStory = Arb.From(
        from pool in Gen.Elements(true, false)
        from length in Gen.Choose(1, 60)
        from presses in AnyPress.ListOf(length)
        select new Story(pool, presses),
        story => Enumerable.Range(0, story.Presses.Count).Select(left => story with { Presses = [.. story.Presses.Where((_, index) => index != left)] }));

    [Fact]
    public void No_sequence_of_presses_breaks_a_rule() => Prop.ForAll(AnyStory, story =>
    {
        var pressed = new PressedLead(story.Pool);
        var rules = new UnbrokenRules(pressed.Lead);
        foreach (var press in story.Presses)
            rules.Check(press, () => pressed.Do(press));
    }).Check(Seeded);

    [Fact]
    public void Left_alone_after_any_story_a_lead_comes_to_rest_with_somebody() => Prop.ForAll(AnyStory, story =>
    {
        var pressed = new PressedLead(story.Pool);
        foreach (var press in story.Presses)
            pressed.Do(press);

        // From here on only the rules run: at most one hand for each that is left, one that was assigned, and an owner who is
        // silent. A round is longer than any ladder that takes a lead away.
        for (var round = 0; round <= Given.Terms.Hands + 1; round++)
        {
            pressed.Do(new Press(Move.QueueOpens, 0, 0, 0, 1));
            pressed.Do(new Press(Move.Climb, 0, 0, 0, 400));
        }

        var lead = pressed.Lead;
        Assert.True(
            lead.Owner is not null || lead.GuardianSince is not null || lead.State is LeadState.Rejected || lead.IsEnded,
            $"{lead.State} with nobody after {lead.Offers.Count} offers.");
    }).Check(Seeded);

    [Fact]
    public void Whoever_leaves_after_any_story_has_nothing_of_the_lead_any_more() => Prop.ForAll(AnyStory, story =>
    {
        var pressed = new PressedLead(story.Pool);
        foreach (var press in story.Presses)
            pressed.Do(press);

        var lead = pressed.Lead;
        foreach (var person in PressedLead.Everybody.Select(actor => actor.Id))
        {
            lead.PersonIsGone(person, Departures.Left, Given.Terms, pressed.Now);
            Assert.True(lead.IsEnded || lead.Owner != person);
            Assert.NotEqual(person, lead.OpenOffer?.To);
            Assert.NotEqual(person, lead.ReservedFor);
            lead.HasNothingToDo(one => one.PersonIsGone(person, Departures.Left, Given.Terms, pressed.Now));
        }

        Assert.True(lead.IsEnded || lead.State is LeadState.Waiting or LeadState.Rejected || lead.OpenOffer is { IsPool: true });
    }).Check(Seeded);

    /// <summary>Random presses prove little about what they never reach.</summary>
    [Fact]
    public void The_stories_reach_every_event_and_nearly_every_refusal()
    {
        var (events, refusals) = (new HashSet<string>(), new HashSet<string>());
        Prop.ForAll(AnyStory, story =>
        {
            var pressed = new PressedLead(story.Pool);
            foreach (var decision in story.Presses.Select(pressed.Do))
            {
                events.UnionWith(decision.Happened.Select(one => one.Kind));
                if (decision.Refusal is { } refusal)
                    refusals.Add(refusal.Code);
            }
        }).Check(Seeded.WithMaxTest(3 * Stories));

        string[] atTheStart = [LeadEvents.Received];
        Assert.Empty(typeof(LeadEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(events).Except(atTheStart));
        // The host's own: it alone knows what was typed, and who is out. And a snooze, which decides nothing about the lead.
        Assert.Equal(
            ["lead.colleague-is-away", "lead.colleague-is-out", "lead.disposition-unknown", "lead.nothing-to-snooze", "lead.snooze-length-missing", "lead.value-unreadable"],
            LeadRefusalsTests.All.Select(one => one.Refusal.Code).Except(refusals).Order(StringComparer.Ordinal));
    }
}
