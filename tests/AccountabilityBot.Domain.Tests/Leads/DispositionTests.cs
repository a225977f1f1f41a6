using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class DispositionTests
{
    static readonly DateOnly Today = DateOnly.FromDateTime(Noon.DateTime);

    [Fact]
    public void A_lead_goes_from_meeting_to_opportunity_to_won_and_its_history_is_kept()
    {
        var lead = AcceptedBy(Ana);
        Assert.Equal(DealStage.Working, lead.Stage);

        Set(lead, "meeting-set", new() { MeetingOn = Today.AddDays(2) }).Did(LeadEvents.Contacted, LeadEvents.Disposed, LeadEvents.MeetingSet);
        Set(lead, "qualified", new() { Need = "Forty pumps", ValueMinor = 9_000_000, Currency = "EUR" }, 60).Did(LeadEvents.Disposed, LeadEvents.Qualified);
        Set(lead, "proposal", new() { ValueMinor = 8_500_000, Currency = "EUR" }, 120).Did(LeadEvents.Disposed, LeadEvents.Proposal);
        var won = Set(lead, "won", new() { Reason = "fit", Bought = "Forty pumps and the service contract", Note = " Signed. " }, 180).Did(LeadEvents.Disposed, LeadEvents.Won);

        Assert.Equal((Ana.Id, "won:fit", "Signed."), (won[0].Actor, won[0].Reason, won[0].Note));
        Assert.Equal((LeadState.Won, DealStage.Won, Ana.Id, true), (lead.State, lead.Stage, lead.Owner, lead.IsEnded));
        Assert.Equal((After(60), After(180), 8_500_000L, "EUR"), (lead.OpportunitySince, lead.EndedAt, lead.OpportunityMinor, lead.OpportunityCurrency));
        Assert.Equal(
            [(1, "meeting-set", DealStage.Working, DealStage.MeetingSet), (2, "qualified", DealStage.MeetingSet, DealStage.Qualified), (3, "proposal", DealStage.Qualified, DealStage.Proposal), (4, "won", DealStage.Proposal, DealStage.Won)],
            lead.Dispositions.Select(one => (one.No, one.Code, one.From, one.To)));
        Assert.Equal("Forty pumps", lead.Dispositions[1].Need);
        Assert.Null(lead.Promise);
        Assert.Null(lead.DispositionDueAt);
    }

    [Fact]
    public void What_was_told_about_the_buyer_counts_as_a_first_touch_and_keeps_its_promise()
    {
        var lead = AcceptedBy(Ana);

        Set(lead, "meeting-set", new() { MeetingOn = Today }, 30);

        Assert.Equal(After(30), lead.ContactedAt);
        Assert.Equal(
            [(PromiseKind.Answer, PromiseOutcome.Kept), (PromiseKind.FirstTouch, PromiseOutcome.Kept), (PromiseKind.Word, PromiseOutcome.Kept)],
            lead.EndedPromises.Select(promise => (promise.Kind, promise.Outcome)));
    }

    [Fact]
    public void Until_the_meeting_nobody_is_reminded_and_on_the_morning_after_its_owner_is_asked()
    {
        var lead = AcceptedBy(Ana);

        Set(lead, "meeting-set", new() { MeetingOn = Today.AddDays(2) });

        Assert.Null(lead.NextRungAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero), lead.DispositionDueAt);
    }

    [Fact]
    public void After_so_much_silence_the_owner_is_asked_and_a_word_or_a_hold_puts_it_off()
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, Noon);
        Assert.Equal(EightOn(8), lead.DispositionDueAt);

        Set(lead, "qualified", new() { Need = "Pumps", ValueMinor = 1, Currency = "EUR" }, 60);
        Assert.Equal(EightOn(8), lead.DispositionDueAt);

        lead.Hold(Ana, "later", After(600), note: null, Terms, After(61));
        Assert.Null(lead.DispositionDueAt);
        lead.ResumeIfDue(Terms, After(600));
        Assert.Equal(EightOn(8), lead.DispositionDueAt);

        lead.HandBack(Ana, "away", note: null, Terms, After(700));
        Assert.Null(lead.DispositionDueAt);
        Assert.Equal(DealStage.Qualified, lead.Stage);
    }

    [Fact]
    public void A_recycled_lead_rests_until_its_morning_and_its_former_owner_is_asked_first()
    {
        var lead = AcceptedBy(Ana);
        Set(lead, "later", new() { RecycleOn = Today.AddDays(30) }).Did(LeadEvents.Contacted, LeadEvents.Disposed, LeadEvents.Recycled);
        var morning = new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal((LeadState.Recycled, morning), (lead.State, lead.RecycleAt));

        lead.HasNothingToDo(early => early.ComeBackIfDue(Terms, morning.AddTicks(-1)));
        var back = Assert.Single(lead.ComeBackIfDue(Terms, morning).Did(LeadEvents.Reopened));

        Assert.Equal(Lead.RecycleIsOver, back.Reason);
        Assert.Equal((LeadState.Waiting, Ana.Id, OfferReason.FormerOwner), (lead.State, lead.ReservedFor, lead.ReservedReason));
        Assert.Equal((null, null, null), (lead.Stage, lead.RecycleAt, lead.OpportunitySince));
        lead.HasNothingToDo(once => once.ComeBackIfDue(Terms, morning));
    }

    [Fact]
    public void Wrong_data_hold_the_lead_and_ask_the_sender_without_a_touch()
    {
        var lead = AcceptedBy(Ana);

        var happened = Set(lead, "wrong-data", new() { Note = "The number is a fax." }).Did(LeadEvents.Disposed, LeadEvents.DataAsked);

        Assert.Equal(Otto.Id, happened[1].Other);
        Assert.Equal((LeadState.Accepted, Lead.DataAreMended, null), (lead.State, lead.HoldReason, lead.ContactedAt));
        Assert.Equal(Noon.AddHours(24), lead.HeldUntil);
        // What is left of the first touch's time is left when the data are there, or when nobody could mend them.
        Assert.True(lead.Promise is { Kind: PromiseKind.FirstTouch, IsPaused: true });
        lead.ResumeIfDue(Terms, Noon.AddHours(24)).Did(LeadEvents.Resumed);
        Assert.Equal(Noon.AddHours(28), lead.Promise!.DueAt);
    }

    [Fact]
    public void The_sender_mends_the_data_and_the_owner_goes_on_with_the_time_that_was_left()
    {
        var lead = AcceptedBy(Ana);
        Set(lead, "wrong-data", new() { Note = "The number is a fax." }, 60);
        Assert.Equal("The number is a fax.", lead.DataWanted);
        var sender = Otto with { IsSender = true };
        lead.Refuses("lead.not-the-sender", asked => asked.MendData(Bo, "Here it is", null, Terms, After(90)));
        lead.Refuses("lead.missing-not-said", asked => asked.MendData(sender, " ", null, Terms, After(90)));

        lead.MendData(sender, "The right one", lead.Facts with { Phone = "+49 30 1234" }, Terms, After(600)).Did(LeadEvents.DataMended, LeadEvents.Updated, LeadEvents.Resumed);

        Assert.Equal(("+49 30 1234", null, null), (lead.Facts.Phone, lead.HoldReason, lead.DataWanted));
        Assert.Equal((PromiseKind.FirstTouch, After(600 + 180)), (lead.Promise!.Kind, lead.Promise.DueAt));
        lead.Refuses("lead.data-not-asked", twice => twice.MendData(sender, "Again", null, Terms, After(601)));
    }

    [Fact]
    public void Bad_input_is_refused_with_the_field_that_it_stands_in()
    {
        void Refuses(string code, string? disposition, DispositionEntry entry, params object?[] args)
        {
            var refusal = AcceptedBy(Ana).Refuses(code, lead => lead.SetDisposition(Ana, disposition is null ? null : Known(disposition), entry, Terms, Noon));
            Assert.Equal(args, refusal.Args.Take(args.Length));
        }

        Refuses("lead.disposition-missing", null, new());
        Refuses("lead.disposition-not-here", "proposal", new(), "Proposal sent");
        Refuses("lead.reason-missing", "lost", new());
        Refuses("lead.reason-unknown", "lost", new() { Reason = "weather" }, "weather");
        Refuses("lead.field-missing", "meeting-set", new(), DispositionField.MeetingDate);
        Refuses("lead.field-missing", "qualified", new() { ValueMinor = 1, Currency = "EUR", Need = " " }, DispositionField.Need);
        Refuses("lead.field-missing", "qualified", new() { Need = "Pumps" }, DispositionField.Value);
        Refuses("lead.field-missing", "later", new(), DispositionField.RecycleDate);
        Refuses("lead.date-not-ahead", "later", new() { RecycleOn = Today }, DispositionField.RecycleDate);
        Refuses("lead.date-not-ahead", "meeting-set", new() { MeetingOn = Today.AddDays(-1) }, DispositionField.MeetingDate);
        Refuses("lead.date-too-far", "later", new() { RecycleOn = Today.AddDays(731) }, DispositionField.RecycleDate, Lead.MostRecycleDays);
        Refuses("lead.value-negative", "qualified", new() { Need = "Pumps", ValueMinor = -1, Currency = "EUR" });
        Refuses("lead.currency-missing", "qualified", new() { Need = "Pumps", ValueMinor = 1, Currency = "euros" });
        Refuses("lead.field-too-long", "qualified", new() { Need = new string('x', 301), ValueMinor = 1, Currency = "EUR" }, DispositionField.Need, 300);
        Refuses("lead.note-too-long", "lost", new() { Reason = "price", Note = new string('x', 10_000) });
    }

    [Fact]
    public void Only_its_owner_says_what_became_of_it_and_only_while_it_is_open()
    {
        AcceptedBy(Ana).Refuses("lead.not-the-owner", lead => lead.SetDisposition(Bo, Known("lost"), new() { Reason = "price" }, Terms, Noon));
        OfferedTo(Ana).Refuses("lead.not-accepted", lead => lead.SetDisposition(Ana, Known("lost"), new() { Reason = "price" }, Terms, Noon));
        var lost = AcceptedBy(Ana);
        Set(lost, "lost", new() { Reason = "price" });
        lost.Refuses("lead.ended", lead => lead.SetDisposition(Ana, Known("lost"), new() { Reason = "price" }, Terms, Noon));
    }

    [Fact]
    public void An_outcome_told_by_another_system_ends_a_lead_that_nobody_had_accepted_and_is_flagged_when_it_is_older_than_the_lead()
    {
        var lead = OfferedTo(Ana);

        lead.RecordOutcome(Known("won"), new() { Reason = "fit" }, Noon.AddDays(-3), Terms, Noon).Did(LeadEvents.Withdrawn, LeadEvents.Disposed, LeadEvents.Won);

        Assert.Equal((LeadState.Won, 120_000L, "EUR"), (lead.State, lead.OpportunityMinor, lead.OpportunityCurrency));
        var kept = Assert.Single(lead.Dispositions);
        Assert.Equal((Noon.AddDays(-3), true, null), (kept.At, kept.IsBeforeArrival, kept.By));
        lead.HasNothingToDo(again => again.RecordOutcome(Known("won"), new() { Reason = "fit" }, Noon, Terms, Noon));
        Waiting().Refuses("lead.disposition-no-end", open => open.RecordOutcome(Known("meeting-set"), new() { MeetingOn = Today }, Noon, Terms, Noon));
        RejectedBy(Ana).Refuses("lead.ended", rejected => rejected.RecordOutcome(Known("won"), new() { Reason = "fit" }, Noon, Terms, Noon));
    }

    [Fact]
    public void Whoever_was_asked_is_asked_again_once_a_working_morning_until_they_say_a_word()
    {
        var lead = AcceptedBy(Ana);
        lead.Contact(Ana, Terms, Noon);
        lead.HasNothingToDo(early => early.AskDisposition(Terms, EightOn(8).AddTicks(-1)));

        Assert.Equal(Ana.Id, Assert.Single(lead.AskDisposition(Terms, EightOn(8)).Did(LeadEvents.DispositionAsked)).Other);
        Assert.Equal((1, true, EightOn(9)), (lead.DispositionAsks, lead.IsDispositionOwed, lead.DispositionDueAt));
        lead.HasNothingToDo(twice => twice.AskDisposition(Terms, EightOn(8).AddHours(4)));

        lead.SetDisposition(Ana, Known("meeting-set"), new() { MeetingOn = Today.AddDays(20) }, Terms, EightOn(8).AddHours(5));
        Assert.Equal((0, false), (lead.DispositionAsks, lead.IsDispositionOwed));
    }

    [Fact]
    public void Nobody_is_asked_on_a_day_off()
    {
        var berlin = new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WorkingHours.Usual);
        var terms = Terms with { CalendarOf = _ => berlin, DispositionWithin = TimeSpan.FromHours(8) };
        var lead = AcceptedBy(Ana);

        // Thursday noon: a working day later it is Friday noon, and the next working morning is Monday's at nine.
        lead.Contact(Ana, terms, new DateTimeOffset(2026, 3, 5, 11, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero), lead.DispositionDueAt);
    }

    [Fact]
    public void Whoever_asks_not_to_be_contacted_is_not_offered_again_and_no_list_undoes_it()
    {
        var lead = AcceptedBy(Ana);
        Set(lead, "do-not-contact", new()).Did(LeadEvents.Contacted, LeadEvents.Disposed, LeadEvents.Closed);
        Assert.True(lead.Facts.IsNotToBeContacted);

        var same = AcceptedBy(Ana);
        same.ReceiveAgain(same.Facts with { DoNotCall = true, DoNotEmail = true }, null, Terms, Noon);
        same.Refuses("lead.do-not-contact", banned => banned.Contact(Ana, Terms, Noon));
        same.HasNothingToDo(again => again.ReceiveAgain(Facts with { Fields = again.Facts.Fields }, null, Terms, Noon));

        var (arrived, decision) = Lead.Receive(Arriving with { Facts = Facts with { DoNotCall = true, DoNotEmail = true } }, LeadId.New(Noon), 1, Noon);
        decision.Did(LeadEvents.Received, LeadEvents.ToGuardian);
        Assert.Equal(GuardianReasons.DoNotContact, arrived.GuardianReason);
    }

    [Fact]
    public void What_is_handed_over_the_next_seam_carries_the_customer_and_the_way_back()
    {
        var lead = AcceptedBy(Ana);
        Set(lead, "qualified", new() { Need = "Pumps", ValueMinor = 7_000_000, Currency = "EUR" });
        Set(lead, "won", new() { Reason = "fit" });

        var order = lead.HandOver(new Seam("sales-operations", "sales", "operations", "Orders") { Kind = "order" }, new Segment("warm", "Warm", OfferKind.Person, AcceptWithin, 2, true));

        Assert.Equal(("operations", "sales", "order", Ana.Id, "website"), (order.Department, order.FromDepartment, order.Kind, order.FromPerson!.Value, order.Source));
        Assert.Equal((lead.Id, lead.Id, 7_000_000L), (order.Parent, order.Origin, order.Facts.ValueMinor));
        var (next, _) = Lead.Receive(order, LeadId.New(Noon), 2, Noon);
        Assert.Equal(lead.Id, next.HandOver(new Seam("operations-support", "operations", "support", "Sites"), new Segment("warm", "Warm", OfferKind.Person, AcceptWithin, 2, true)).Origin);
    }

    static DateTimeOffset EightOn(int day) => new(2026, 3, day, 8, 0, 0, TimeSpan.Zero);

    internal static Disposition Known(string id) => UsualDispositions.All.Single(one => one.Id == id);

    static Decision Set(Lead lead, string id, DispositionEntry entry, int minutes = 0) => lead.SetDisposition(Ana, Known(id), entry, Terms, After(minutes));
}
