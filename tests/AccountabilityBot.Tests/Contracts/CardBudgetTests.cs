using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountabilityBot.Data;
using AccountabilityBot.Demo;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Leads;
using AccountabilityBot.Messages;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Tests.Setup;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>What holds for every card, drawn from the sample's leads and from the worst that intake lets through.</summary>
public sealed partial class CardBudgetTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    const int MostForPictures = 60 * 1024;

    /// <summary>Text that costs the most bytes for what intake counts, each in its own way: four bytes a character, joined emoji, escapes.</summary>
    public static TheoryData<string> Expensive => ["𠀀", "漢", "👩🏽‍🚀", "<", "\\", "{", "\"", "<at>Ana Sousa</at>", "{{TIME(2026-01-01T00:00:00Z)}}", "a "];

    public static TheoryData<string> Gallery => [.. CardGallery.All().Select(card => card.Name)];

    [Theory, MemberData(nameof(Gallery))]
    public void A_card_of_the_gallery_keeps_the_promises_of_every_card(string name) =>
        Keeps(CardGallery.All().Single(card => card.Name == name).Card);

    [Theory, MemberData(nameof(Expensive))]
    public void The_worst_lead_keeps_the_promises_of_every_card(string text)
    {
        var (company, lead) = Worst(text, hands: 2);
        var (_, guarded) = Worst(text, hands: 3);
        var owner = lead.Owner!.Value;
        var view = new LeadView { Lead = lead, Company = company, Say = Sentences.In("en"), PostId = Guid.CreateVersion7(Now), Now = Now };
        AdaptiveCard[] cards =
        [
            LeadCard.ForChannel(view with { RefreshUserIds = ["29:ana"] }),
            LeadCard.ForPerson(view, owner),
            LeadCard.ForGuardian(view with { Lead = guarded }, company.GuardianOf(view.Department)!.Id),
            LeadDetails.Card(view with { Lead = guarded }),
            LeadDetails.Card(view),
            RejectForm.AskReason(view, Repeated(text, 1_000)),
            PassOnForm.Card(view, owner, null),
            HoldForm.Card(view, null),
            LeadNoticeCards.MyLeads([.. Enumerable.Repeat(lead, LeadNoticeCards.MostListed + 1)], company, view.Say),
            SetupCards.Help(view.Say, Repeated(text, 200)),
            SnoozeForm.Card(view),
            LeadSnoozes.Card(view),
            BundleCard.Draw(view.Say, [.. Enumerable.Range(1, BundleCard.MostLines).Select(no => new BundleLine(Repeated(text, 1_000), (LeadId.New(Now), $"L-{no}")))], 9_999, 6, view.PostId),
            WhyCard.Lately(view.Say, WorstRecord(lead), new Dictionary<LeadId, Lead> { [lead.Id] = lead }, new SentLately(99, Now)),
            WhyCard.About(view.Say, company, company.Find(owner)!, lead, WorstRecord(lead), new Dictionary<LeadId, Lead> { [lead.Id] = lead }),
            ValueCards.Draw(WorstValue(text, company)),
            ValueCards.Form(WorstValue(text, company), new TypedValue(Repeated(text, 60), Repeated(text, 1_000), Repeated(text, 1_000))),
            ValueCards.Saved(WorstValue(text, company) with { Value = WorstValueOf(text) }, Repeated(text, 1_000)),
        ];
        Assert.All(cards, Keeps);
    }

    /// <summary>As long as an import lets it be.</summary>
    static ValueView WorstValue(string text, Company company)
    {
        var facts = new NumberFacts("n", Repeated(text, NumberRules.LongestName))
        {
            Unit = Repeated(text, 20),
            Target = 999_999_999_999_999_999.999999m,
            Definition = new NumberDefinition(Repeated(text, NumberRules.LongestDefinition)),
        };
        return new ValueView
        {
            Number = new TrackedNumber(facts, "import", Now),
            PeriodEnd = new DateOnly(2026, 10, 31),
            Before = WorstValueOf(text),
            Company = company,
            Say = Sentences.In("en"),
            PostId = Guid.CreateVersion7(Now),
            Now = Now,
        };
    }

    static NumberValue WorstValueOf(string text) => new()
    {
        Id = Guid.CreateVersion7(Now),
        NumberId = "n",
        PeriodEnd = new DateOnly(2026, 9, 30),
        Value = -999_999_999_999_999_999.999999m,
        Source = ValueSources.Api,
        EnteredAt = Now,
        Note = Repeated(text, ValueEntry.LongestNote),
    };

    static KeptBack[] WorstRecord(Lead lead) => [.. Enumerable.Repeat(new KeptBack(Manners.Help, lead.Id, Now, "why.budget.came", Now), 2 * WhyCard.MostLines)];

    static void Keeps(AdaptiveCard card)
    {
        var bytes = card.ToUtf8Bytes();
        Assert.True(card.Weight <= AdaptiveCard.Budget, $"The card has {card.Weight} bytes besides its pictures; {AdaptiveCard.Budget} are allowed.");
        Assert.True(bytes.Length - card.Weight <= MostForPictures, $"The card has {bytes.Length - card.Weight} bytes of pictures; {MostForPictures} are allowed.");
        Assert.False(string.IsNullOrWhiteSpace(card.Summary.Value), "The card has no summary, so that its toast says nothing.");

        var nodes = Nodes(JsonNode.Parse(bytes)).ToList();
        foreach (var text in nodes.SelectMany(Parsed))
            Assert.False(Instant().Replace(text, "").Contains("{{", StringComparison.Ordinal), $"A client would fill in: {text}");

        var called = nodes.Where(node => Is(node, "mention")).Select(node => node["text"]!.GetValue<string>()).ToHashSet();
        foreach (var mention in nodes.SelectMany(Parsed).SelectMany(text => Mention().Matches(text)))
            Assert.Contains(mention.Value, called);

        Assert.All(nodes.Where(node => TypeOf(node).StartsWith("Input.", StringComparison.Ordinal)), input => Assert.False(string.IsNullOrWhiteSpace((string?)input["label"]), $"An input has no label: {input}"));
        var primary = card.Actions.Where(action => action.Mode is not ActionMode.Secondary).Select(action => action.Title.Value).ToList();
        Assert.True(primary.Count <= 3, $"There are {primary.Count} buttons side by side: {string.Join(", ", primary)}.");
        Assert.Equal(card.Actions.Count, card.Actions.Select(action => action.Title.Value).Distinct().Count());
    }

    /// <summary>As long as intake lets it be: 400 units a field, fifty fields of 12,000 units in all; given up with a long note as often as asked, then owned, or the guardian's.</summary>
    static (Company Company, Lead Lead) Worst(string text, int hands)
    {
        var files = CompanyFiles.Read(SampleFiles.Model, SampleFiles.People);
        var long400 = Repeated(text, LeadFacts.MaxText);
        var people = files.People.Select((person, position) => new CompanyPerson(
            PersonId.New(Now), person.ObjectId, person.Name, person.Email, person.Title, files.Model!.FindDepartment(person.DepartmentLabel ?? ""), person.TimeZone, position)).ToList();
        var company = new Company(files.Model!, 1, people, []);
        var message = new LeadMessage
        {
            ExternalId = long400,
            Source = long400,
            Name = long400,
            Company = long400,
            Email = long400,
            Phone = long400,
            Url = Repeated(text, 2_000),
            Campaign = long400,
            Value = 999_999_999_999.99m,
            Currency = "EUR",
            Fields = Enumerable.Range(0, 50).ToDictionary(
                no => no.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + Repeated(text, 38),
                _ => JsonSerializer.SerializeToElement(Repeated(text, 200))),
        };
        var (arriving, problem) = LeadReading.Read(message, company, Now);
        Assert.True(problem is null, problem?.Sentence);
        var lead = Lead.Receive(arriving!, LeadId.New(Now), 1_001, Now).Lead;
        var members = company.MembersOf("sales");
        foreach (var member in members.Skip(1).Take(hands))
        {
            lead.OfferTo(new OfferTo(member.Id, new OfferReason(OfferReason.Rotation, members[0].Id)), company.TermsOf(lead), Now);
            lead.PassOn(company.ActorOn(lead, member.Id), null, Repeated(text, Lead.MaxNote), company.TermsOf(lead), Now);
        }

        if (lead.GuardianSince is not null)
            return (company, lead);
        lead.OfferTo(new OfferTo(members[0].Id, new OfferReason(OfferReason.PassedOnBy, members[1].Id)), company.TermsOf(lead), Now);
        lead.Accept(company.ActorOn(lead, members[0].Id), company.TermsOf(lead), Now);
        return (company, lead);
    }

    /// <summary>As often as it fits into so many UTF-16 units, at least once.</summary>
    static string Repeated(string text, int units) => string.Concat(Enumerable.Repeat(text, Math.Max(1, units / text.Length)));

    static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Nodes(member.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Nodes),
        _ => [],
    };

    /// <summary>The texts in which a client looks for markdown, mentions and instants.</summary>
    static IEnumerable<string> Parsed(JsonObject node) => TypeOf(node) switch
    {
        "TextBlock" => [node["text"]!.GetValue<string>()],
        "FactSet" => node["facts"]!.AsArray().SelectMany(fact => new[] { fact!["title"]!.GetValue<string>(), fact["value"]!.GetValue<string>() }),
        _ => [],
    };

    static bool Is(JsonObject node, string type) => TypeOf(node) == type;

    static string TypeOf(JsonObject node) => node["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : "";

    /// <summary>Only these instants are ours: whatever else stands in double braces came from outside.</summary>
    [GeneratedRegex(@"\{\{(DATE|TIME)\(2026-(07|11)-\d\dT[0-9:]{8}Z(,SHORT)?\)\}\}")]
    private static partial Regex Instant();

    [GeneratedRegex("<at>.*?</at>")]
    private static partial Regex Mention();
}
