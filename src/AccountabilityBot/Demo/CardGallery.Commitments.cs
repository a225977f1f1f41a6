using AccountabilityBot.Commitments;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Reminders;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>Promises: on their own card, as rows of a list, slipping, and in the reminder before a digest.</summary>
sealed partial class CardGallery
{
    const string LongPromise = "Go through all leads of the spring fair that nobody has called yet, ask each sender for the missing phone numbers, and hand the complete list over to support before the first installation date, without another round of e-mails";

    void FillCommitments()
    {
        var moved = Moved(1);
        Add("commitment-moved", "Moved once, with its reason", CommitmentCards.Draw(moved));
        Add("commitment-move", "Move: a new day and a reason", CommitmentForm.Move(moved, new TypedPromise(Day: new DateOnly(2026, 12, 18), Problem: _say.Plain("refusal.commitment.move-reason-missing"))));
        Add("commitment-help", "Its day is over: help is offered, and what comes next is said", CommitmentCards.Draw(Slipping(_ => { }, HelpedBy)));
        Add("commitment-help-asked", "The owner asked for help", CommitmentCards.Draw(Slipping(one => one.AskForHelp(one.Owner, Day(Now), Now), HelpedBy)));
        Add("commitment-help-told", "Nobody said anything, and the head has heard of it", CommitmentCards.Draw(Slipping(one => one.Progress(Always, Now.AddDays(-4), Now.AddDays(3)), HelpedBy)));
        Add("commitment-help-moved", "Moved twice: help is offered before its day is over", CommitmentCards.Draw(Moved(2) with { OffersHelp = true, Helper = HelpedBy }));
        Add("commitment-help-de", "Help is offered, in German", CommitmentCards.Draw(Slipping(_ => { }, HelpedBy) with { Say = Sentences.In("de") }));
        Add("commitment-long", "A promise as long as it may be", CommitmentCards.Draw(Moved(2, string.Concat(Enumerable.Repeat("**[so]** <at>all</at> ❄️ ", 22))[..Commitment.MaxText]) with { OffersHelp = true, Helper = HelpedBy }));

        var sales = _company.Model.FindDepartment("sales")!;
        Add("commitment-add", "Add commitment: the form", CommitmentForm.Add(_say, sales, new TypedPromise(Day: new DateOnly(2026, 11, 23)), Day(Now), Guid.Empty, hasBack: true));
        Add("commitment-add-text", "commit to …: what was understood, and what was not", CommitmentForm.Add(
            _say, sales, new TypedPromise("send the list of open installations", new DateOnly(2026, 11, 23), Problem: _say.Plain("commitment.no-day", "31 February")), Day(Now), Guid.Empty, hasBack: false));
        var mine = Rows();
        Add("commitments-mine", "commitments: one's own", CommitmentLists.Draw(List(mine, null)));
        Add("commitments-mine-many", "The same, with more than a card can hold", CommitmentLists.Draw(List([.. Enumerable.Range(0, 8).Select(no => Made($"{no + 1}. {LongPromise}", 10 + no))], null) with { More = 4 }));
        Add("commitments-none", "The same, when nothing is promised", CommitmentLists.Draw(List([], null)));
        Add("commitments-department", "commitments in a channel", CommitmentLists.Draw(List(mine, "Sales")));
        Add("commitments-department-de", "The same, in German", CommitmentLists.Draw(List(mine, "Vertrieb") with { Say = Sentences.In("de") }));

        FillTakeOvers();

        Add("reminder", "On the working day before the digest", ReminderCard.Draw(Reminder(mine, 1)));
        Add("reminder-numbers", "The same, for who only keeps numbers", ReminderCard.Draw(Reminder([], 6)));
        Add("reminder-done", "The same, when nothing is left", ReminderCard.Draw(Reminder([], 0)));
        Add("reminder-de", "The same, in German, with more than it can hold", ReminderCard.Draw(Reminder(mine, 2) with { Say = Sentences.In("de"), More = 3 }));
    }

    void FillTakeOvers()
    {
        Add("take-over", "Whoever promised it has left: to who can keep it", TakeOverCards.Draw(Gone()));
        Add("take-over-moved", "They work in another department now, and nobody is asked after the reader", TakeOverCards.Draw(Gone() with { HasMoved = true, Next = null, DigestOn = null }));
        Add("take-over-on", "Nobody took it, and the next one was asked", TakeOverCards.Draw(Gone(one => one.OfferOn(null, null, isThereANext: true, Now))));
        Add("take-over-over", "Its day is over: whoever takes it says by when", CommitmentForm.TakeOver(Gone(day: 17).Form, new TypedPromise(Day: new DateOnly(2026, 11, 23))));
        Add("take-over-drop", "Drop it, and say why", CommitmentForm.DropFor(Gone().Form, new TypedPromise(Problem: _say.Plain("refusal.commitment.reason-missing"))));
        Add("take-over-taken", "Somebody else took it over", TakeOverCards.Draw(Gone(one => one.TakeOver(Successor, _colleague.Id, null, Day(Now), Now)) with { IsFroms = false, Owner = _me.Name }));
        Add("take-over-dropped", "Somebody else dropped it", TakeOverCards.Draw(Gone(one => one.DropFor(Successor, _colleague.Id, "The new system does it by itself.", Now)) with { IsFroms = false, Owner = _me.Name }));
        Add("take-over-back", "They are back, and keep it", TakeOverCards.Draw(Gone(one => one.OwnerIsBack(Now))));
        Add("take-over-de", "Whoever promised it has left, in German", TakeOverCards.Draw(Gone() with { Say = Sentences.In("de") }));
        var (offered, taken) = (Gone().Commitment, Gone(one => one.TakeOver(Successor, _colleague.Id, null, Day(Now), Now)).Commitment);
        Add("take-over-own", "Taken over: the reader's own now", CommitmentCards.Draw(new CommitmentView(taken, _say, Guid.Empty, Now) { Today = Day(Now), Hands = new PromiseHands(_me.Name, _colleague.Name) }));
        Add("take-over-rows", "On a list: offered, and taken over", CommitmentLists.Draw(List([offered, taken], "Sales") with
        {
            Hands = new Dictionary<Guid, PromiseHands> { [offered.Id] = new(_colleague.Name, OfferedTo: _me.Name), [taken.Id] = new(_me.Name, _colleague.Name) },
        }));
    }

    Successor Successor => new(_me.Id, MayTake: true, IsOwnerGone: true);

    TakeOverView Gone(Action<Commitment>? decide = null, int day = 27)
    {
        var commitment = Commitment.Make(_colleague.Id, "The list of open installations, for Support", new DateOnly(2026, 11, day), "sales", null, null, Now.AddDays(-12)).Commitment;
        commitment.OwnerIsGone(Departures.Left, Always, Now.AddHours(-1));
        decide?.Invoke(commitment);
        return new TakeOverView(commitment, _say, Guid.Empty, Now)
        {
            Today = Day(Now),
            From = _colleague.Name,
            Owner = _colleague.Name,
            Department = "Sales",
            DigestOn = new DateOnly(2026, 11, 16),
            Next = HelpedBy,
        };
    }

    static Availability Always { get; } = new(new(TimeZoneInfo.Utc, Domain.WorkingTime.WorkingHours.Usual), [], IsResting: false);

    string HelpedBy => _company.HeadOf(_company.Model.FindDepartment("sales")!)!.Name;

    Commitment Made(string text, int day) => Commitment.Make(_me.Id, text, new DateOnly(2026, 11, day), "sales", null, null, Now.AddDays(-12)).Commitment;

    Commitment[] Rows()
    {
        var rows = new[]
        {
            Made("A note after every call, the same day", 17), Made("The list of open installations, for Support", 19), Made(LongPromise, 23),
            Made("A phone number on every lead of the spring fair", 20), Made("Ask the three oldest leads for a date", 20), Made("Clean up the duplicate accounts", 20),
        };
        rows[3].Move(_me.Id, new DateOnly(2026, 11, 23), "The fair moved.", new DateOnly(2026, 11, 8), Now.AddDays(-5));
        rows[4].Keep(_me.Id, Now.AddDays(-1));
        rows[5].Drop(_me.Id, "The new system does it by itself.", Now.AddDays(-1));
        return rows;
    }

    CommitmentListView List(IReadOnlyList<Commitment> shown, string? department) => new()
    {
        Shown = shown,
        More = 0,
        Department = department,
        DepartmentId = "sales",
        Company = _company,
        Say = _say,
        PostId = Guid.Empty,
        Now = Now,
    };

    ReminderView Reminder(IReadOnlyList<Commitment> promises, int numbers) => new()
    {
        On = new DateOnly(2026, 11, 23),
        Promises = promises,
        More = 0,
        Numbers = [.. Enumerable.Range(0, numbers).Select(no => new EndedPeriod(Value(new NumberFacts($"close-rate-{no}", no == 0 ? "Close rate" : $"Share of leads that meet BANT, region {no}") { Unit = "%" }, Now.AddDays(-18)).Number, _october, false))],
        Today = Day(Now),
        DepartmentId = "sales",
        Say = _say,
        PostId = Guid.Empty,
    };

    CommitmentView Moved(int times, string text = "The list of open installations, for Support")
    {
        var commitment = Commitment.Make(_me.Id, text, new DateOnly(2026, 11, 27), "sales", null, null, Now.AddDays(-12)).Commitment;
        for (var time = 1; time <= times; time++)
            commitment.Move(_me.Id, commitment.DueOn.AddDays(7), "Support needs the serial numbers too, and the warehouse counts them next week.", Day(Now), Now.AddDays(-1));
        return new CommitmentView(commitment, _say, Guid.Empty, Now) { Today = Day(Now), Helper = HelpedBy };
    }

    /// <summary>Due two days ago.</summary>
    CommitmentView Slipping(Action<Commitment> decide, string helper)
    {
        var commitment = Made("A note after every call, the same day", 17);
        commitment.Progress(Always, null, Now.AddDays(-1));
        decide(commitment);
        return new CommitmentView(commitment, _say, Guid.Empty, Now) { Today = Day(Now), OffersHelp = true, Helper = helper };
    }

    static DateOnly Day(DateTimeOffset at) => LocalTime.DayIn(TimeZoneInfo.Utc, at);
}
