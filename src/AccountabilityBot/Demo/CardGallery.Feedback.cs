using AccountabilityBot.Commitments;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Feedback;
using AccountabilityBot.People;

namespace AccountabilityBot.Demo;

/// <summary>What neighbours say to each other about a hand-off, and what comes of it.</summary>
sealed partial class CardGallery
{
    const string Help = "Write down who called them last; I rang twice to ask what your note would have told me.";

    CompanyPerson Neighbour => _company.MembersOf("marketing")[0];

    void FillFeedback()
    {
        Add("feedback-request", "After the first contact: what would help next time", FeedbackCards.ForGiver(Asked(Side.Sender)));
        Add("feedback-request-receiver", "After a reject: how was it looked after", FeedbackCards.ForGiver(Asked(Side.Receiver)));
        Add("feedback-request-department", "The same, when nobody knows who sent it", FeedbackCards.ForGiver(Asked(Side.Sender, named: false)));
        Add("feedback-request-problem", "After a try without a rating", FeedbackCards.ForGiver(Asked(Side.Sender), new Typed(
            new Dictionary<string, string> { [Ratings.Complete] = "4", [FeedbackForm.WordsInput] = Help }, _say.Plain("refusal.feedback.score-missing"))));
        Add("feedback-reminder", "The one reminder", FeedbackCards.Reminder(Asked(Side.Sender)));
        Add("feedback-skipped", "Skipped", FeedbackCards.ForGiver(Done(Asked(Side.Sender), one => one.Skip(one.Giver, Now))));
        Add("feedback-expired", "After seven days", FeedbackCards.ForGiver(Asked(Side.Sender) with { Now = Now.AddDays(8) }));
        Add("feedback-sent", "Sent, for who gave it", FeedbackCards.ForGiver(Given(Side.Sender, 4)));
        Add("feedback-twice", "A second try", FeedbackCards.ForGiver(Given(Side.Sender, 4), line: _say.Plain("refusal.feedback.given-already")));
        Add("feedback-received", "Received", FeedbackCards.ForReceiver(Given(Side.Sender, 2)));
        Add("feedback-received-praise", "Received: praise that may be shared", FeedbackCards.ForReceiver(Given(Side.Receiver, 5)));
        Add("feedback-received-department", "Received by the head, for the department", FeedbackCards.ForReceiver(Given(Side.Sender, 3, named: false)));
        Add("feedback-received-bare", "Received without words", FeedbackCards.ForReceiver(Given(Side.Sender, 3, words: null)));
        Add("feedback-commit", "Commit to a change", FeedbackCards.CommitForm(Given(Side.Sender, 2), Typed.Nothing));
        var promised = Promised();
        Add("feedback-received-done", "Received, thanked, promised and shared", FeedbackCards.ForReceiver(promised));
        Add("feedback-sent-done", "The same, for who gave it", FeedbackCards.ForGiver(promised));
        Add("feedback-promise", "A promise, to who asked for the change", FeedbackCards.Promise(promised, promised.Commitment!));
        Add("feedback-praise", "Praise in the channel", FeedbackCards.Praise(promised));
        Add("feedback-long", "Feedback as long as it may be", FeedbackCards.ForReceiver(Given(Side.Sender, 4, string.Concat(Enumerable.Repeat("**[so]** <at>all</at> ❄️ ", 40)))));

        var sales = _company.Model.FindDepartment("sales")!;
        Add("feedback-choose", "feedback for …: which hand-off", UnaskedCards.Choose(
            _say, _company.Model.FindDepartment("marketing")!, [.. Enumerable.Range(0, 7).Select(day => Found(day))], TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Guid.Empty));
        Add("feedback-unasked", "feedback for …: the form", FeedbackCards.ForGiver(Unasked()));
        Add("feedback-none", "feedback for …: no hand-off in common", UnaskedCards.None(_say, sales, _company, Neighbour, Everybody));
        Add("feedback-none-neighbour", "feedback for …: no neighbour at all", UnaskedCards.None(_say, _company.Model.FindDepartment("support")!, _company, Neighbour, Everybody));

        Add("commitment", "A promise, for who made it", CommitmentCards.Draw(Promise(_ => { })));
        Add("commitment-drop", "Drop: the reason", CommitmentForm.Drop(Promise(_ => { }), new TypedPromise(Problem: _say.Plain("refusal.commitment.reason-missing"))));
        Add("commitment-kept", "Kept", CommitmentCards.Draw(Promise(one => one.Keep(one.Owner, Now))));
        Add("commitment-dropped", "Dropped", CommitmentCards.Draw(Promise(one => one.Drop(one.Owner, "The fair was called off.", Now))));
        FillPair();
        FillNeighbours();
    }

    void FillPair()
    {
        PeerFeedback[] given =
        [
            Given(Side.Sender, 2).Feedback, Given(Side.Sender, 4, "The notes on the fair were worth gold.", named: false).Feedback, Given(Side.Sender, 5, null).Feedback,
            Given(Side.Receiver, 4, "You called them within the hour. It shows.").Feedback, Promised().Feedback,
        ];
        var view = new PairView
        {
            One = _company.Model.FindDepartment("marketing")!,
            Other = _company.Model.FindDepartment("sales")!,
            Reader = _guardian.Id,
            Company = _company,
            There = Without(_guardian),
            Say = _say,
            Now = Now,
            Seams = [Sides(_company.Model.FindSeam("marketing-sales")!)],
            Quarters = [new PairQuarter(new DateOnly(2026, 12, 31), given, Promises(given[^1])), new PairQuarter(new DateOnly(2026, 9, 30), [], [])],
        };
        Add("pair", "pair …: what two departments told each other", PairCards.Draw(view));
        Add("pair-giver", "The same, for somebody who spoke", PairCards.Draw(view with { Reader = _me.Id }));
        Add("pair-empty", "The same, when nobody has", PairCards.Draw(view with { Quarters = [.. view.Quarters.Select(quarter => quarter with { Given = [], Promised = [] })] }));
        Add("pair-nothing", "The same, when nothing has come over the seam either", PairCards.Draw(view with { Seams = [], Quarters = [.. view.Quarters.Select(quarter => quarter with { Given = [], Promised = [] })] }));
    }

    static SeamSides Sides(Seam seam) => new(
        seam,
        [new("complete", (41, 44), (35, 40)), new("hand-over", (0, 0), (38, 40)), new("fit", (38, 44), (29, 40))],
        [new("answer", (43, 44), (0, 0)), new("first-touch", (36, 38), (27, 29)), new("follow-up", (0, 0), (0, 0)), new("word", (30, 38), (20, 29)), new("feedback", (3, 5), (4, 4))]);

    static Commitment[] Promises(PeerFeedback after)
    {
        var promises = new[] { (12, "A phone number on every lead"), (20, "A call before each fair"), (5, "The list by Monday noon"), (9, "A second pair of eyes on imports") }
            .Select(one => Commitment.Make(after.Receiver, one.Item2, new DateOnly(2026, 11, one.Item1), "sales", after.Id, null, Now.AddDays(-15)).Commitment).ToArray();
        promises[0].Keep(after.Receiver, Now);
        promises[2].Drop(after.Receiver, "Nobody reads it on Mondays.", Now);
        return promises;
    }

    FeedbackView Asked(Side about, bool named = true)
    {
        var lead = Received("warm", Usual());
        var (giver, receiver) = about is Side.Sender ? (_me, named ? Neighbour : _company.HeadOf(_company.Model.FindDepartment("marketing")!)!) : (Neighbour, _me);
        var handOff = new HandOff(lead.Id, about, giver.Id, named ? receiver.Id : null, "marketing", "sales", Now);
        return ViewOf(PeerFeedback.Ask(handOff, receiver.Id, Now).Feedback, lead);
    }

    FeedbackView Given(Side about, int score, string? words = Help, bool named = true) => Done(
        Asked(about, named), one => one.Give(one.Giver, _ => score, words, mayShare: true, receiverIsHere: true, Now));

    FeedbackView Promised()
    {
        var view = Given(Side.Receiver, 5);
        var feedback = view.Feedback;
        feedback.Thank(feedback.Receiver, Now);
        feedback.Share(feedback.Receiver, Now);
        var (commitment, _) = feedback.Commit(feedback.Receiver, "A note after every call, the same day", new DateOnly(2026, 12, 4), new DateOnly(2026, 11, 19), Now);
        return view with { Commitment = commitment };
    }

    FeedbackView Unasked()
    {
        var found = Found(1);
        return ViewOf(PeerFeedback.Unasked(found.HandOff, found.Receiver, Now), found.Lead);
    }

    FoundHandOff Found(int daysAgo)
    {
        var lead = Accepted();
        var handOff = HandOff.Of(lead, _me.Id)!;
        return new FoundHandOff(lead, handOff with { At = Now.AddDays(-daysAgo) }, Neighbour.Id);
    }

    CommitmentView Promise(Action<Commitment> decide)
    {
        var commitment = Commitment.Make(_me.Id, "A note after every call, the same day", new DateOnly(2026, 12, 4), "sales", null, null, Now).Commitment;
        decide(commitment);
        return new CommitmentView(commitment, _say, Guid.Empty, Now);
    }

    FeedbackView ViewOf(PeerFeedback feedback, Lead lead) =>
        new() { Feedback = feedback, Lead = lead, Company = _company, Say = _say, PostId = Guid.CreateVersion7(Now), Now = Now };

    static FeedbackView Done(FeedbackView view, Func<PeerFeedback, Decision> decide)
    {
        decide(view.Feedback);
        return view;
    }
}
