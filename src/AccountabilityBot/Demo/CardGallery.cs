using System.CommandLine;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.Leads.Ladders;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>
/// <c>cards --out DIR</c>: every card in every state, drawn from the sample company without a database, one JSON file each.
/// For the gallery that people look at before a card goes out.
/// </summary>
sealed partial class CardGallery
{
    static readonly DateTimeOffset Now = new(2026, 11, 19, 13, 20, 0, TimeSpan.Zero);

    readonly Company _company;
    readonly Sentences _say = Sentences.In("en");
    readonly CompanyPerson _me, _colleague, _guardian;
    readonly List<(string Name, string Title, AdaptiveCard Card)> _cards = [];
    int _no = 1041;

    CardGallery(Company company)
    {
        _company = company;
        var sales = company.MembersOf("sales");
        var department = company.Model.FindDepartment("sales")!;
        (_me, _guardian) = (sales[0], company.GuardianOf(department)!);
        _colleague = sales.First(person => person.Id != _me.Id && person.Id != _guardian.Id);
    }

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder for the cards' JSON files.", HelpName = "DIR" };
        var command = new Command("cards", "Writes every card in every state as JSON, for the gallery.") { folder };
        command.SetAction(parsed => Write(parsed.GetValue(folder)!));
        return command;
    }

    /// <summary>Every card of the bot, with the state it shows.</summary>
    public static IReadOnlyList<(string Name, string Title, AdaptiveCard Card)> All()
    {
        var files = CompanyFiles.Read(Sample("revenue-model.yaml"), Sample("people.csv"));
        var gallery = new CardGallery(files.ToCompany(1, Now));
        gallery.Fill();
        return gallery._cards;
    }

    static int Write(DirectoryInfo folder)
    {
        folder.Create();
        foreach (var old in folder.EnumerateFiles("*.json"))
            old.Delete();
        var no = 0;
        foreach (var (name, title, card) in All())
        {
            var file = new JsonObject { ["title"] = title, ["summary"] = card.Summary.Value, ["card"] = JsonNode.Parse(card.ToUtf8Bytes()) };
            File.WriteAllText(Path.Combine(folder.FullName, $"{++no:00}-{name}.json"), file.ToJsonString());
        }

        return 0;
    }

    static string Sample(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", file);

    void Fill()
    {
        FillOpen();
        FillLadder();
        FillOwned();
        FillEnded();
        FillDispositions();
        FillAnswering();
        FillForms();
        FillAvailability();
        FillSetup();
        FillDirectory();
        FillLetters();
        FillMessages();
        FillNumbers();
        FillValues();
        FillQuestions();
        FillFeedback();
        FillCadence();
        FillCommitments();
        FillCouncil();
    }

    void FillOpen()
    {
        Add("lead-offered-channel", "A warm lead on offer to one person, in the channel", LeadCard.ForChannel(View(Offered())));
        Add("lead-offered-mention", "The same, for somebody without a chat", LeadCard.ForChannel(View(Offered()) with { OffereeReachable = false }));
        Add("lead-offered-personal", "The same, in the chat of the person", LeadCard.ForPerson(View(Offered()), _me.Id));
        Add("lead-pool-channel", "A hot lead for the first to accept", LeadCard.ForChannel(View(Pool()) with { PoolMentions = [.. _company.MembersOf("sales").Take(5)] }));
        Add("lead-long-texts", "Long names, markup and other scripts", LeadCard.ForChannel(View(Offered(Nasty()))));
        Add("lead-details", "Details, for who pressed it", LeadDetails.Card(View(PassedOn())));
        Add("lead-passed-on", "Passed on to a colleague", LeadCard.ForPerson(View(PassedOn()), _colleague.Id));
    }

    void FillOwned()
    {
        Add("lead-accepted-channel", "Accepted, for everybody in the channel", LeadCard.ForChannel(View(Accepted())));
        Add("lead-accepted-owner", "Accepted, for its owner", LeadCard.ForPerson(View(Accepted()), _me.Id));
        Add("lead-press-too-late", "A press that came too late: what happened, and the card as it is", LeadCard.Under(
            _say.Card("refusal.lead.already-accepted", _me.Name, "17:53 (Europe/Berlin)"), LeadCard.ForPerson(View(Accepted()), _colleague.Id)));
        Add("lead-contacted-owner", "First contact made", LeadCard.ForPerson(View(Worked(lead => lead.Contact(Me(lead), _company.TermsOf(lead), Now))), _me.Id));
        Add("lead-held-owner", "On hold", LeadCard.ForPerson(
            View(Worked(lead => lead.Hold(Me(lead), _company.Model.HoldReasons[0].Id, Now.AddDays(4), null, _company.TermsOf(lead), Now))), _me.Id));
        Add("lead-queue-channel", "Handed back, waiting in the queue", LeadCard.ForChannel(
            View(Worked(lead => lead.HandBack(Me(lead), _company.Model.HandBackReasons[0].Id, null, _company.TermsOf(lead), Now)))));
    }

    void FillLadder()
    {
        var offered = Offered();
        AddNudge("nudge-1", "A reminder: half of the time to answer is over", offered, "nudge-1");
        AddNudge("nudge-2", "The second reminder", offered, "nudge-2");
        AddSecondLine("second-line", "Nobody answered in time: whoever may help", offered);
        AddSecondLine("second-line-pool", "Nobody of the pool answered in time", Pool());
        var accepted = Accepted();
        AddNudge("nudge-first-touch", "A reminder: the buyer waits for a first word", accepted, "nudge-1");
        AddSecondLine("second-line-first-touch", "The buyer still waits: whoever may help", accepted);
        AddNudge("nudge-follow-up", "A reminder: the next word to the buyer", Worked(lead => lead.Contact(Me(lead), _company.TermsOf(lead), Now)), "nudge-1");
        var answered = Offered();
        var (view, rung) = On(answered, "nudge-1");
        answered.Accept(Me(answered), _company.TermsOf(answered), view.Now);
        Add("nudge-over", "A reminder after the answer came", LadderCards.Nudge(view, _me.Id, rung));
        Add("lead-details-ladder", "Details of a lead on offer, with what happens if nobody answers", LeadDetails.Card(View(Offered())));
    }

    void AddNudge(string name, string title, Lead lead, string rung)
    {
        var (view, on) = On(lead, rung);
        Add(name, title, LadderCards.Nudge(view, _me.Id, on));
    }

    void AddSecondLine(string name, string title, Lead lead)
    {
        var (view, on) = On(lead, "second-line");
        Add(name, title, LadderCards.SecondLine(view, on));
    }

    /// <summary>The lead at the moment at which this rung is climbed.</summary>
    (LeadView View, RungOnCard Rung) On(Lead lead, string rung)
    {
        var (promise, due) = (lead.Promise!, lead.Promise!.Rungs.First(one => one.Name == rung).DueAt);
        lead.Climb(_company.TermsOf(lead), due);
        return (View(lead) with { Now = due }, new RungOnCard(promise.No, rung));
    }

    void FillEnded()
    {
        Add("lead-rejected-channel", "Rejected, in the channel", LeadCard.ForChannel(View(Rejected())));
        Add("lead-rejected-undo", "Rejected, for who did it, within two minutes", LeadCard.ForPerson(View(Rejected()), _me.Id));
        Add("lead-rejected-sender", "Rejected, to the sender, as earlier versions told it", LeadNoticeCards.Rejected(View(Rejected())));
        Add("lead-guardian", "Nobody holds it: the guardian's card", LeadCard.ForGuardian(View(WithGuardian()), _guardian.Id));
        Add("lead-call", "An offer that reaches nobody: called in the channel", LeadCallCards.Call(View(Offered()), _me.Id, inChannel: true));
        Add("lead-call-head", "The same without a channel, to the head", LeadCallCards.Call(View(Offered()), _me.Id, inChannel: false));
        Add("lead-call-guardian", "A guardian who is not reached: called in the channel", LeadCallCards.Call(View(WithGuardian()), _guardian.Id, inChannel: true));
        Add("lead-no-channel", "Leads wait because there is no channel", LeadCallCards.NoChannel(_say, _company.Model.FindDepartment("sales")!, 12));
        Add("lead-queue-waits", "Leads wait longer than the model allows", LeadCallCards.QueueWaits(
            _say, _company.Model.FindDepartment("sales")!, 8_000, [Received("warm", Usual()), Received("warm", Usual())]));
        Add("lead-guardian-channel", "Nobody holds it, in the channel", LeadCard.ForChannel(View(WithGuardian())));
        var closed = WithGuardian();
        closed.Close(Guardian(closed), _company.Model.CloseReasons[0].Id, null, _company.TermsOf(closed), Now);
        Add("lead-closed", "Closed by the guardian", LeadCard.ForChannel(View(closed)));
        Add("lead-moved", "The department works in another channel now", LeadCard.ForChannel(View(Offered()) with { MovedTo = "Sales EMEA" }));
        Add("my-leads", "my leads", LeadNoticeCards.MyLeads([Offered(), Accepted(), Worked(lead => lead.Contact(Me(lead), _company.TermsOf(lead), Now))], _company, _say));
        Add("my-leads-none", "my leads, when there are none", LeadNoticeCards.MyLeads([], _company, _say));
    }

    void FillForms()
    {
        var view = View(Offered());
        var asks = _company.Model.RejectReasons.First(reason => reason.Question is { Choices.Count: > 0 });
        var words = _company.Model.RejectReasons.First(reason => reason.Question is { Choices.Count: 0 });
        Add("form-reject", "Reject: the reason", RejectForm.AskReason(view, null));
        Add("form-reject-choice", "Reject: the reason's question", RejectForm.AskAnswer(view, asks, asks.Question!, null, null));
        Add("form-reject-words", "Reject: too few words", RejectForm.AskAnswer(
            view, words, words.Question!, _say.Plain("refusal.lead.answer-too-short", words.Question!.Text, words.Question.MinLength), "no"));
        Add("form-pass-on", "Pass on", PassOnForm.Card(view, _me.Id, null));
        Add("form-hold", "Hold", HoldForm.Card(View(Accepted()), null));
        Add("form-hand-back", "Hand back", HandBackForm.Card(View(Accepted()), null));
        Add("form-assign", "Assign", AssignForm.Card(View(WithGuardian()), null));
        Add("form-close", "Close", CloseForm.Card(View(WithGuardian()), null));
    }

    void Add(string name, string title, AdaptiveCard card) => _cards.Add((name, title, card));

    LeadView View(Lead lead) => new() { Lead = lead, Company = _company, Say = _say, PostId = Guid.CreateVersion7(Now), Now = Now };

    Lead Received(string segment, LeadFacts facts, PersonId? from = null)
    {
        var found = _company.Model.FindSegment(segment)!;
        var arriving = new NewLead
        {
            ExternalId = $"gallery-{++_no}",
            Source = "webinar",
            Department = "sales",
            Seam = _company.Model.Leads.Seam,
            Segment = found.Id,
            Rank = found.Rank,
            FromDepartment = "marketing",
            FromPerson = from,
            Facts = facts,
            ReceivedAt = Now.AddMinutes(-14),
        };
        return Lead.Receive(arriving, LeadId.New(Now), _no, Now.AddMinutes(-12)).Lead;
    }

    Lead Offered(LeadFacts? facts = null)
    {
        var lead = Received("warm", facts ?? Usual());
        lead.OfferTo(new OfferTo(_me.Id, new OfferReason(OfferReason.Rotation, _colleague.Id)), _company.TermsOf(lead), Now.AddMinutes(-10));
        return lead;
    }

    Lead Pool()
    {
        var lead = Received("hot", Usual());
        lead.OfferTo(new OfferTo(null, new OfferReason(OfferReason.Pool)), _company.TermsOf(lead), Now.AddMinutes(-1));
        return lead;
    }

    Lead Accepted()
    {
        var lead = Offered();
        lead.Accept(Me(lead), _company.TermsOf(lead), Now.AddMinutes(-6));
        return lead;
    }

    Lead Worked(Func<Lead, Decision> decide)
    {
        var lead = Accepted();
        decide(lead);
        return lead;
    }

    Lead Rejected()
    {
        var lead = Offered();
        var reason = _company.Model.RejectReasons.First(reason => reason.Question is { Choices.Count: > 0 });
        lead.Reject(Me(lead), reason, reason.Question!.Choices[0].Id, "Met them at the fair; they ship by sea only.", _company.TermsOf(lead), Now.AddSeconds(-20));
        return lead;
    }

    Lead PassedOn()
    {
        var lead = Offered();
        lead.PassOn(Me(lead), (_colleague.Id, true), "They speak Portuguese.", _company.TermsOf(lead), Now.AddMinutes(-4));
        lead.OfferTo(new OfferTo(_colleague.Id, new OfferReason(OfferReason.PassedOnBy, _me.Id)), _company.TermsOf(lead), Now.AddMinutes(-4));
        return lead;
    }

    Lead WithGuardian()
    {
        var lead = Received("warm", Usual());
        foreach (var (person, minutes) in _company.MembersOf("sales").Where(person => person.Id != _guardian.Id).Take(3).Zip([-9, -7, -5]))
        {
            lead.OfferTo(new OfferTo(person.Id, new OfferReason(OfferReason.Rotation)), _company.TermsOf(lead), Now.AddMinutes(minutes));
            lead.PassOn(_company.ActorOn(lead, person.Id), null, null, _company.TermsOf(lead), Now.AddMinutes(minutes + 1));
        }

        return lead;
    }

    LeadActor Me(Lead lead) => _company.ActorOn(lead, _me.Id);

    LeadActor Guardian(Lead lead) => _company.ActorOn(lead, _guardian.Id);

    static LeadFacts Usual() => new()
    {
        Name = "Jürgen Hölzl",
        Company = "Hölzl Tiefkühllogistik GmbH",
        Email = "jurgen.holzl@holzl.example",
        Phone = "+49 30 5550 0134",
        Url = "https://www.holzl.example/",
        ValueMinor = 4_200_000,
        Currency = "EUR",
        Campaign = "cold-store-2026",
        Fields = new Dictionary<string, string>
        {
            ["interest"] = "Lorries",
            ["message"] = "Wir brauchen Sensoren für 60 Kühlfahrzeuge, möglichst noch vor Weihnachten.",
        },
    };

    static LeadFacts Nasty() => new()
    {
        Name = "[Click here](https://evil.example) **now** <at>all</at> {{DATE(2026-01-01T00:00:00Z)}}",
        Company = string.Concat(Enumerable.Repeat("شركة النقل المبرد ❄️ ", 20)),
        ValueMinor = 123_456_789_00,
        Currency = "JPY",
        Campaign = "a-campaign-with-a-name-that-goes-on-and-on-without-any-space-in-it-2026-q4-emea-final-final",
        Fields = new Dictionary<string, string> { ["interest"] = "# not a heading\n- not a list" },
    };
}
