using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers;
using AccountabilityBot.Numbers.Ownership;

namespace AccountabilityBot.Demo;

/// <summary>The cards about numbers: who owns them, and what becomes of that.</summary>
sealed partial class CardGallery
{
    /// <summary>A picture of one point stands for everybody's.</summary>
    const string OnePixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    void FillNumbers()
    {
        Add("number-channel", "A number, asked for in a channel", NumberCard.Draw(Looked(Number())));
        Add("number-photo", "The same where the client draws no people by itself", NumberCard.Draw(Looked(Number()) with { OwnerPhoto = OnePixel }));
        Add("number-owner", "The same, to its owner", NumberCard.Draw(Looked(Number()) with { Reader = _me.Id }));
        Add("number-colleague", "The same, to a colleague", NumberCard.Draw(Looked(Number()) with { Reader = _colleague.Id }));
        Add("number-bare", "A number of which little is known", NumberCard.Draw(Looked(Number(Bare)) with { Latest = null, Before = null, SupportedBy = [], Supports = null }));
        Add("number-long", "Long names, markup and other scripts", NumberCard.Draw(Looked(Number(NastyNumber))));
        Add("number-stale", "A number whose value is late", NumberCard.Draw(Looked(Number()) with { Latest = Value(new DateOnly(2026, 8, 31), 27.5m, "keeper"), Before = null }));
        Add("number-acting", "Its owner is out", NumberCard.Draw(Looked(Number(), new StandIn(_colleague.Id, Now.AddDays(9)))));
        Add("number-disputed", "Two people dispute it, to its owner", NumberCard.Draw(Looked(Disputed()) with { Reader = _me.Id }));
        Add("number-mending", "It will be mended", NumberCard.Draw(Looked(Answered(ChallengeAnswer.WillMend))));
        Add("number-shared", "Several are written down: nobody owns it", NumberCard.Draw(Looked(Unowned($"{_me.Name} / {_colleague.Name}"))));
        Add("number-shared-named", "The same, to one of them", NumberCard.Draw(Looked(Unowned($"{_me.Name} / {_colleague.Name}")) with { Reader = _me.Id }));
        Add("number-vacant", "A role that nobody holds, to the guardian", NumberCard.Draw(Looked(Unowned("CRO")) with { Reader = _guardian.Id }));
        Add("number-orphan", "The owner has left: to the guardian", NumberCard.Orphan(Looked(Changed(number => number.Orphan(OrphanReasons.Left, null, Now))) with { Reader = _guardian.Id }));
        Add("number-retired", "No longer tracked", NumberCard.Draw(Looked(Changed(number => number.Retire()))));
        Add("number-details", "Details, for who pressed it", NumberDetails.Card(Looked(Number())));
        Add("number-history", "History, for who pressed it", NumberDetails.History(Looked(Storied())));
        FillHandOvers();
        FillStillYours();
        FillNumberForms();
        FillNumberLists();
    }

    void FillHandOvers()
    {
        var (offered, accepted) = (Offered(0), Offered(12, number => number.Accept(ActorOf(number, _colleague.Id), "Gladly, from December on.", Now)));
        AddOffer("number-offer", "A number offered to its next owner", offered);
        AddOffer("number-offer-accepted", "The same, accepted for a later day", accepted);
        AddOffer("number-offer-done", "The same, in effect", Offered(0, number => number.Accept(ActorOf(number, _colleague.Id), null, Now)));
        AddOffer("number-offer-declined", "The same, declined", Offered(0, number => number.Decline(ActorOf(number, _colleague.Id), "Not my part of the funnel.", Now)));
        AddOffer("number-offer-withdrawn", "The same, taken back", Offered(0, number => number.Withdraw(ActorOf(number, _me.Id), Now)));
        AddOffer("number-offer-lapsed", "The same, after a week without an answer", Offered(0, number => number.Progress(isListed: true, Now.AddDays(8))));
        Add("number-offered-owner", "A number that its owner has offered", NumberCard.Draw(Looked(offered) with { Reader = _me.Id }));
        Add("number-offered-too-late", "A press that came too late", NumberCard.Under(_say.Card("refusal.number.no-hand-over"), NumberCard.Draw(Looked(Number()) with { Reader = _colleague.Id })));
        Add("number-news-accepted", "To the proposer: yes, from a later day", NumberNews.HandOver(Looked(accepted), accepted.HandOvers[0]));
        var declined = Offered(0, number => number.Decline(ActorOf(number, _colleague.Id), "Not my part of the funnel.", Now));
        Add("number-news-declined", "To the proposer: no", NumberNews.HandOver(Looked(declined), declined.HandOvers[0]));
        var lapsed = Offered(0, number => number.Progress(isListed: true, Now.AddDays(8)));
        Add("number-news-lapsed", "To the proposer: no answer", NumberNews.HandOver(Looked(lapsed), lapsed.HandOvers[0]));
    }

    void FillStillYours()
    {
        var asked = Changed(number => number.AskStillYours(Now));
        Add("number-still-yours", "Still yours? Once a quarter", NumberCard.StillYours(Looked(asked) with { Reader = _me.Id }));
        var confirmed = Changed(number => number.AskStillYours(Now), number => number.Confirm(ActorOf(number, _me.Id), Now));
        Add("number-confirmed", "The same, confirmed", NumberCard.StillYours(Looked(confirmed) with { Reader = _me.Id }));
        var silent = Changed(number => number.AskStillYours(Now.AddDays(-14)), number => number.AskStillYours(Now.AddDays(-7)), number => number.AskStillYours(Now));
        Add("number-unconfirmed", "No answer: to the guardian", NumberCard.Unconfirmed(Looked(silent) with { Reader = _guardian.Id }));
    }

    void FillNumberForms()
    {
        var view = Looked(Number()) with { Reader = _me.Id };
        Add("form-hand-over", "Hand over", HandOverForm.Card(view, _me.Id, null));
        Add("form-hand-over-problem", "Hand over, to somebody who has left", HandOverForm.Card(view, _me.Id, _say.Plain("refusal.number.person-unknown")));
        Add("form-name-owner", "Name an owner", HandOverForm.Card(Looked(Unowned("CRO")) with { Reader = _guardian.Id }, _guardian.Id, null));
        Add("form-decline", "Decline", HandOverAnswerForm.Card(Looked(Offered(0)) with { Reader = _colleague.Id }, null));
        Add("form-deputy", "Who stands in", DeputyForm.Card(view, null));
        Add("form-challenge", "Challenge", ChallengeForm.Card(view, null));
        Add("form-answer-challenge", "The answer to a challenge", ChallengeAnswerForm.Card(Looked(Disputed()) with { Reader = _me.Id }, null));
        Add("form-ask-owner", "Ask the owner", AskOwnerForm.Card(view, null));
        Add("number-question", "A colleague's question, passed on", NumberNews.Question(view, _colleague, "Does a renewal count as a win here?"));
        var (stands, mends) = (Answered(ChallengeAnswer.Stands), Answered(ChallengeAnswer.WillMend));
        Add("number-news-stands", "To who disputed it: it stands", NumberNews.Answered(Looked(stands), stands.Challenges[0]));
        Add("number-news-mends", "To who disputed it: it will be mended", NumberNews.Answered(Looked(mends), mends.Challenges[0]));
    }

    void FillNumberLists()
    {
        Add("my-numbers", "my numbers", NumberListCards.Mine([Number(), Offered(12), Number(NastyNumber)], _me.Id, _company, _say));
        Add("my-numbers-none", "my numbers, when there are none", NumberListCards.Mine([], _me.Id, _company, _say));
        Add("unowned", "unowned", NumberListCards.Unowned(
            [Unowned($"{_me.Name} / {_colleague.Name}"), Unowned("CRO"), Unowned(null), Changed(number => number.Orphan(OrphanReasons.Moved, null, Now)), Unowned("CMO", Bare)], _company, _say));
        Add("unowned-none", "unowned, when every number has an owner", NumberListCards.Unowned([], _company, _say));
    }

    void AddOffer(string name, string title, TrackedNumber number) =>
        Add(name, title, NumberCard.Offer(Looked(number) with { Reader = _colleague.Id }, number.HandOvers[0]));

    NumberView Looked(TrackedNumber number, StandIn? acting = null) => new()
    {
        At = new NumberAtHand(number, _company, null, acting),
        Say = _say,
        PostId = Guid.CreateVersion7(Now),
        Now = Now,
        Latest = Value(new DateOnly(2026, 10, 31), 27.5m, "keeper"),
        Before = Value(new DateOnly(2026, 9, 30), 25.25m, "keeper"),
        SupportedBy =
        [
            new RelatedNumber("bant-share", "Leads that meet BANT", "Mei-Ling Chou", "Marketing"),
            new RelatedNumber("touches", "Opportunities per 100 touches", "Grace Okafor", "Sales Development"),
            new RelatedNumber("proposal-to-close", "Proposal to close", null, "Sales"),
        ],
        Supports = new RelatedNumber("revenue", "New revenue", "Ingrid Halvorsen", null),
    };

    TrackedNumber Number(NumberFacts? facts = null)
    {
        var number = new TrackedNumber(facts ?? WinRate, "model", Now.AddDays(-120));
        number.BeginOwnership(_me.Id, _me.Name, Now.AddDays(-120));
        return number;
    }

    static TrackedNumber Unowned(string? written, NumberFacts? facts = null)
    {
        var number = new TrackedNumber(facts ?? WinRate, "model", Now.AddDays(-120));
        number.BeginOwnership(null, written, Now.AddDays(-120));
        return number;
    }

    TrackedNumber Changed(params Func<TrackedNumber, Decision>[] changes)
    {
        var number = Number();
        foreach (var change in changes)
            change(number);
        return number;
    }

    TrackedNumber Offered(int inDays, Func<TrackedNumber, Decision>? then = null) => Changed(
        number => number.Propose(
            ActorOf(number, _me.Id), _colleague.Id, isListed: true, Today.AddDays(inDays), "You run the Iberian deals now.", TimeZoneInfo.Utc, Now),
        number => then?.Invoke(number) ?? Decision.AlreadyDone);

    TrackedNumber Disputed() => Changed(
        number => number.Dispute(_colleague.Id, Challenged.Value, "Ten deals from September are counted in October.", Now.AddHours(-3)),
        number => number.Dispute(_guardian.Id, Challenged.Definition, "Does a renewal count as a win or not?", Now.AddHours(-1)));

    TrackedNumber Answered(ChallengeAnswer answer)
    {
        var number = Changed(one => one.Dispute(_colleague.Id, Challenged.Value, "Ten deals from September are counted in October.", Now.AddHours(-3)));
        number.AnswerChallenge(
            ActorOf(number, _me.Id), number.Challenges[0].Id, answer, "The month of the signature counts, and those were signed in October.", Today.AddDays(5), TimeZoneInfo.Utc, Now);
        return number;
    }

    TrackedNumber Storied()
    {
        var number = Answered(ChallengeAnswer.Stands);
        number.Propose(ActorOf(number, _me.Id), _guardian.Id, isListed: true, Today, null, TimeZoneInfo.Utc, Now);
        number.Decline(ActorOf(number, _guardian.Id), null, Now);
        number.Propose(ActorOf(number, _me.Id), _colleague.Id, isListed: true, Today, null, TimeZoneInfo.Utc, Now);
        number.Accept(ActorOf(number, _colleague.Id), null, Now);
        return number;
    }

    NumberActor ActorOf(TrackedNumber number, PersonId person) => new NumberAtHand(number, _company, null, null).ActorOf(person);

    NumberValue Value(DateOnly periodEnd, decimal value, string source) => new()
    {
        Id = Guid.CreateVersion7(Now),
        NumberId = WinRate.Id,
        PeriodEnd = periodEnd,
        Value = value,
        Source = source,
        EnteredBy = _guardian.Id,
        EnteredAt = Now.AddDays(-15),
    };

    static NumberFacts WinRate { get; } = new("win-rate", "Win rate")
    {
        Aliases = ["closing rate", "share of deals won"],
        Definition = new NumberDefinition(
            "Deals won as a share of all deals that were decided in the month, by the month of the signature.", "the order is signed", "Opportunity.StageName", 3)
        {
            ApprovedBy = "Revenue council",
            ApprovedOn = new DateOnly(2026, 9, 3),
        },
        Unit = "%",
        Direction = Direction.Up,
        Target = 30,
        Floor = 20,
        Plan = 28,
        Department = "sales",
        Supports = "revenue",
        ReviewOn = new DateOnly(2027, 1, 15),
    };

    static NumberFacts Bare { get; } = new("mql", "MQL count");

    static NumberFacts NastyNumber { get; } = WinRate with
    {
        Id = "nasty",
        Name = string.Concat(Enumerable.Repeat("[نسبة الفوز](https://evil.example) **x** ", 5)),
        Department = "<at>all</at> {{DATE(2026-01-01T00:00:00Z)}}",
        Definition = new NumberDefinition("# no heading\n- no list **not bold** <at>all</at> " + string.Concat(Enumerable.Repeat("漢字", 700))),
        Unit = "widgets_per_*",
    };
}
