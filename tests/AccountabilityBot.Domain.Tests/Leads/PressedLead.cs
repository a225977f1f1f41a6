using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>One lead with the people who press on it, the clock between the presses, and the queue as the host runs it.</summary>
sealed class PressedLead(bool pool)
{
    /// <summary>Four members, one who is a member and its head, the guardian, and one of another department.</summary>
    public static readonly IReadOnlyList<LeadActor> Everybody = [Ana, Bo, Cleo, Dan, Member(5) with { Guards = true }, Greta, Otto];

    static readonly RejectReason?[] Reasons = [null, RejectTests.NoNeed, RejectTests.NoFit, RejectTests.Other];
    static readonly string?[] Answers = [null, "small", "too short", "long enough to be an answer"];

    static readonly string?[] Missing = [null, "so", "They have 40 pumps.", "40 pumps, and a budget."];

    readonly Dictionary<PersonId, DateTimeOffset> _lastOffered = [];

    public Lead Lead { get; } = Waiting();

    public DateTimeOffset Now { get; private set; } = Noon;

    public IReadOnlyList<Candidate> Members =>
    [
        .. Everybody.Where(person => person.IsMember).Select(person => new Candidate(
            person.Id, OpenOffers: 0, Capacity: 1, _lastOffered.TryGetValue(person.Id, out var at) ? at : null)),
    ];

    public Decision Do(Press press)
    {
        Now = Now.AddMinutes(press.Minutes);
        var (who, whom) = (Presser(press), Named(Everybody[press.Whom]));
        return press.Move switch
        {
            Move.QueueOpens => OpenQueue(),
            Move.OfferToSomebody => Lead.OfferTo(new OfferTo(Everybody[press.Whom].Id, new OfferReason(OfferReason.Rotation)), Terms, Now),
            Move.Accept => Lead.Accept(who, Terms, Now),
            Move.PassOn => Lead.PassOn(who, colleague: null, Note(press), Terms, Now),
            Move.PassOnToColleague => Lead.PassOn(who, whom, Note(press), Terms, Now),
            Move.Reject => Lead.Reject(who, Reasons[press.Input], Answers[press.Whom % Answers.Length], Note(press), Terms, Now),
            Move.Undo => Lead.UndoReject(who, Terms, Now),
            Move.Contact => Lead.Contact(who, Terms, Now),
            Move.Hold => Lead.Hold(who, press.Input == 0 ? null : "later", press.Whom == 0 ? null : Now.AddHours((press.Whom - 2) * 700), Note(press), Terms, Now),
            Move.HandBack => Lead.HandBack(who, press.Input == 0 ? null : "away", Note(press), Terms, Now),
            Move.Take => Lead.Take(who, Terms, Now),
            Move.Assign => Lead.Assign(who, press.Input == 0 ? null : whom, Terms, Now),
            Move.Close => Lead.Close(who, press.Input == 0 ? null : "test", Note(press), Terms, Now),
            Move.Climb => Lead.Climb(Terms, Now),
            Move.Settle => Lead.SettleReject(Terms, Now),
            Move.Clarify => Lead.Clarify(who, RejectOf(press), Missing[press.Input], CorrectedBy(press), Terms, Now),
            Move.Agree => Lead.Agree(who, RejectOf(press), Now),
            Move.Resume => Lead.ResumeIfDue(Terms, Now),
            Move.NobodyLeft => Lead.ToGuardian(GuardianReasons.NobodyLeft, Now),
            Move.SentAgain => Lead.ReceiveAgain(Lead.Facts, from: null, Terms, Now),
            Move.SentAgainChanged => Lead.ReceiveAgain(Lead.Facts with { ValueMinor = press.Minutes }, from: null, Terms, Now),
            Move.SetDisposition => Lead.SetDisposition(who, Chosen(press), Entered(press), Terms, Now),
            Move.OutcomeTold => Lead.RecordOutcome(Chosen(press) ?? Handed, Entered(press), Now.AddMinutes(-press.Minutes), Terms, Now),
            Move.ComesBack => Lead.ComeBackIfDue(Terms, Now),
            Move.MendData => Lead.MendData(press.Input == 1 ? who : Otto with { IsSender = true }, press.Input == 0 ? null : "The number was wrong.", CorrectedBy(press), Terms, Now),
            Move.AskedForDisposition => Lead.AskDisposition(Terms, Now),
            Move.AsksNotToBeContacted => Lead.ReceiveAgain(Lead.Facts with { DoNotCall = true, DoNotEmail = press.Whom > 4 }, from: null, Terms, Now),
            Move.GoesOut => Lead.TakeBackFrom(who.Id, Terms, Now),
            Move.Leaves => Lead.PersonIsGone(who.Id, press.Input == 0 ? Departures.Moved : Departures.Left, Terms, Now),
            _ => throw new InvalidOperationException($"Nobody has said what {press.Move} does."),
        };
    }

    static readonly Disposition Handed = new("handed", "Handed over", DealStage.Won, NextStep.HandOver) { Seam = "sales-operations" };
    static readonly IReadOnlyList<Disposition> Dispositions =
    [
        new("again", "Again from the start", DealStage.Working, NextStep.Continue),
        .. UsualDispositions.All,
        Handed,
        new("meeting-soon", "Meeting soon", DealStage.MeetingSet, NextStep.Continue),
        new("offered", "Offered at once", DealStage.Proposal, NextStep.Continue),
    ];

    static Disposition? Chosen(Press press) => press.Input == 0 && press.Whom == 0 ? null : Dispositions[(press.Minutes + press.Whom) % Dispositions.Count];

    /// <summary>Mostly all that any disposition needs, and now and then something wrong.</summary>
    DispositionEntry Entered(Press press)
    {
        var today = DateOnly.FromDateTime(Now.DateTime);
        var whole = new DispositionEntry
        {
            Reason = Chosen(press) is { Reasons: [var first, ..] } ? first.Id : null,
            MeetingOn = today.AddDays(press.Whom),
            RecycleOn = today.AddDays(press.Whom + 1),
            Need = "pumps",
            ValueMinor = 5_000,
            Currency = "EUR",
            Note = Note(press),
        };
        return (press.Input, press.Minutes % 9) switch
        {
            (1, 1) => whole with { Reason = null },
            (1, 2) => whole with { ValueMinor = -1 },
            (1, 3) => whole with { Currency = null },
            (1, 4) => whole with { MeetingOn = today.AddDays(-1) },
            (1, 5) => whole with { RecycleOn = today.AddDays(1_000) },
            (1, 6) => whole with { Budget = new string('x', DispositionEntry.MaxText + 1) },
            (0 or 1, 7) => new DispositionEntry(),
            (1, 8) => whole with { Reason = "weather" },
            _ => whole,
        };
    }
    /// <summary>Mostly the last one; now and then a card that was posted for an earlier one.</summary>
    int RejectOf(Press press) => Math.Max(1, Lead.Offers.Count - (press.Whom == 0 ? 1 : 0));

    LeadFacts? CorrectedBy(Press press) => press.Whom switch
    {
        1 => Lead.Facts with { Phone = press.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        2 => Lead.Facts with { Email = new string('x', LeadFacts.MaxText + 1) },
        _ => null,
    };

    LeadActor Presser(Press press)
    {
        var concerned = press.Move is Move.Clarify or Move.Agree ? Lead.FromPerson : Lead.OpenOffer?.To ?? Lead.Owner ?? Lead.RejectedBy;
        return press.Who == Press.WhomItConcerns
            ? Everybody.FirstOrDefault(person => person.Id == concerned, Everybody[press.Whom])
            : Everybody[press.Who];
    }

    /// <summary>As the host does it: what is on the guardian's list is left there, a reserved lead of a pool goes to its person.</summary>
    Decision OpenQueue()
    {
        if (Lead is not { State: LeadState.Waiting, GuardianSince: null })
            return Decision.AlreadyDone;
        var next = pool && !Rotation.IsHeldFor(Lead, Members) ? Rotation.ForPool(Lead, Members, isOpen: true) : Rotation.Next(Lead, Members, accountOwner: null);
        switch (next)
        {
            case NextOffer.ToPool:
                return Lead.OfferTo(new OfferTo(null, new OfferReason(OfferReason.Pool)), Terms, Now);
            case NextOffer.To(var person, var reason):
                _lastOffered[person] = Now;
                return Lead.OfferTo(new OfferTo(person, reason), Terms, Now);
            case NextOffer.Nobody(var why):
                return Lead.ToGuardian(why, Now);
            default:
                return Decision.AlreadyDone;
        }
    }

    static string? Note(Press press) => press.Input == 3 ? new string('x', Lead.MaxNote + (press.Whom % 2)) : null;
}
