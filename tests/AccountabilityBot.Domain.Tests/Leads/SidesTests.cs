using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>What the two sides of a seam promise each other beside the ladders, and how it is measured.</summary>
public sealed class SidesTests
{
    static readonly Disposition Contacted = new("again", "Again", DealStage.Working, NextStep.Continue);

    static Lead Arrived(NewLead arriving) => Lead.Receive(arriving, LeadId.New(Noon), 1042, Noon).Lead;

    [Theory]
    [InlineData("company", PromiseOutcome.Kept)]
    [InlineData("company,value", PromiseOutcome.Kept)]
    [InlineData("company,phone", PromiseOutcome.Broken)]
    [InlineData("email", PromiseOutcome.Broken)]
    [InlineData("url", PromiseOutcome.Broken)]
    [InlineData("campaign", PromiseOutcome.Broken)]
    public void A_sender_hands_over_with_all_that_the_seam_promises_or_not(string promised, PromiseOutcome outcome)
    {
        var lead = Arrived(Arriving with { Complete = promised.Split(',') });

        var measured = Assert.Single(lead.EndedPromises);
        Assert.Equal((PromiseKind.Complete, outcome, Otto.Id, Noon), (measured.Kind, measured.Outcome, measured.Person!.Value, measured.EndedAt));
    }

    [Fact]
    public void What_is_mended_later_was_missing_all_the_same()
    {
        var lead = Arrived(Arriving with { Complete = ["phone"] });

        lead.ReceiveAgain(Facts with { Phone = "+49 30 123456" }, Otto.Id, Terms, After(5)).Did(LeadEvents.Updated);

        Assert.Equal(PromiseOutcome.Broken, Assert.Single(lead.EndedPromises).Outcome);
        Assert.Empty(lead.Facts.Lacks(["phone"]));
    }

    [Theory]
    [InlineData(30, PromiseOutcome.Kept)]
    [InlineData(60, PromiseOutcome.Kept)]
    [InlineData(61, PromiseOutcome.Late)]
    public void A_sender_hands_over_soon_after_the_buyer_came_or_late(int minutesAgo, PromiseOutcome outcome)
    {
        var lead = Arrived(Arriving with { HandOverWithin = TimeSpan.FromHours(1), ReceivedAt = After(-minutesAgo) });

        var measured = Assert.Single(lead.EndedPromises);
        Assert.Equal((PromiseKind.HandOver, outcome, After(-minutesAgo)), (measured.Kind, measured.Outcome, measured.StartedAt));
        Assert.Equal((minutesAgo * 60L, 0L), (measured.RawSeconds, measured.WaitingSeconds));
    }

    [Fact]
    public void Who_tells_no_time_and_a_list_of_old_leads_are_not_held_against_anybody()
    {
        Assert.Empty(Arrived(Arriving with { HandOverWithin = TimeSpan.FromHours(1) }).EndedPromises);
        Assert.Empty(Arrived(Arriving with { HandOverWithin = TimeSpan.FromHours(1), ReceivedAt = Noon.AddDays(-31) }).EndedPromises);
        Assert.Empty(Arrived(Arriving with { ReceivedAt = Noon.AddDays(-1) }).EndedPromises);
    }

    [Fact]
    public void An_owner_says_what_became_of_it_by_themselves_or_only_when_asked()
    {
        var lead = AcceptedBy(Ana);
        lead.SetDisposition(Ana, Contacted, new(), Terms, After(10));
        Assert.Equal((PromiseKind.Word, PromiseOutcome.Kept, Ana.Id, 600L), Word(lead));

        lead.AskDisposition(Terms, lead.DispositionDueAt!.Value).Did(LeadEvents.DispositionAsked);
        lead.SetDisposition(Ana, Contacted, new(), Terms, Noon.AddDays(20));
        Assert.Equal(PromiseOutcome.Late, Word(lead).Outcome);

        static (PromiseKind, PromiseOutcome Outcome, PersonId, long) Word(Lead lead) =>
            lead.EndedPromises.Last(one => one.Kind is PromiseKind.Word) is var word ? (word.Kind, word.Outcome, word.Person!.Value, word.WorkingSeconds) : default;
    }

    [Fact]
    public void An_owner_from_whom_it_is_taken_without_a_word_has_broken_that_promise_too()
    {
        var lead = AcceptedBy(Ana);
        var strict = Terms with { FollowUpLadder = Ladder.Usual, FollowUpWithin = TimeSpan.FromDays(20) };
        lead.Contact(Ana, strict, After(1));
        lead.AskDisposition(strict, lead.DispositionDueAt!.Value).Did(LeadEvents.DispositionAsked);

        lead.Climb(strict, Noon.AddDays(40));

        Assert.Equal((PromiseKind.Word, PromiseOutcome.Broken, Ana.Id), (lead.EndedPromises[^1].Kind, lead.EndedPromises[^1].Outcome, lead.EndedPromises[^1].Person!.Value));
    }

    [Fact]
    public void Where_no_word_is_asked_for_none_is_measured_and_wrong_data_are_no_word()
    {
        var free = AcceptedBy(Ana);
        free.SetDisposition(Ana, Contacted, new(), Terms with { DispositionWithin = null }, After(10));
        Assert.DoesNotContain(free.EndedPromises, one => one.Kind is PromiseKind.Word);

        var wrong = AcceptedBy(Ana);
        wrong.SetDisposition(Ana, new("wrong-data", "Wrong data", null, NextStep.FixData), new() { Note = "No such number" }, Terms, After(10)).Did(LeadEvents.Disposed, LeadEvents.DataAsked);
        Assert.DoesNotContain(wrong.EndedPromises, one => one.Kind is PromiseKind.Word);
    }

    [Fact]
    public void What_goes_over_the_next_seam_is_measured_by_what_that_one_promises()
    {
        var next = AcceptedBy(Ana).HandOver(
            new Seam("sales-operations", "sales", "operations", "Orders") { Complete = ["phone"], HandOverWithin = TimeSpan.FromHours(2) },
            new Segment("warm", "Warm", OfferKind.Person, AcceptWithin, 2, true));

        Assert.Equal("phone", Assert.Single(next.Complete));
        Assert.Equal(TimeSpan.FromHours(2), next.HandOverWithin);
        Assert.Equal(PromiseOutcome.Broken, Assert.Single(Arrived(next).EndedPromises).Outcome);
    }
}
