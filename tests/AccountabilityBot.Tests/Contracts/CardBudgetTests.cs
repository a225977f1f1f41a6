using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountabilityBot.Demo;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Tests.Setup;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>What holds for every card, drawn from the sample's leads and from the worst that intake lets through.</summary>
public sealed partial class CardBudgetTests
{
    const int Budget = 25 * 1024;

    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Text that costs the most bytes for what intake counts, each in its own way: four bytes a character, joined emoji, escapes.</summary>
    public static TheoryData<string> Expensive => ["𠀀", "漢", "👩🏽‍🚀", "<", "\\", "{", "\"", "<at>Ana Sousa</at>", "{{TIME(2026-01-01T00:00:00Z)}}", "a "];

    public static TheoryData<string> Gallery => [.. CardGallery.All().Select(card => card.Name)];

    [Theory, MemberData(nameof(Gallery))]
    public void A_card_of_the_gallery_keeps_the_promises_of_every_card(string name) =>
        Keeps(CardGallery.All().Single(card => card.Name == name).Card);

    [Theory, MemberData(nameof(Expensive))]
    public void The_worst_lead_keeps_the_promises_of_every_card(string text)
    {
        var (company, lead) = Worst(text);
        var owner = lead.Owner!.Value;
        var view = new LeadView { Lead = lead, Company = company, Say = Sentences.In("en"), PostId = Guid.CreateVersion7(Now), Now = Now };
        AdaptiveCard[] cards =
        [
            LeadCard.ForChannel(view with { RefreshUserIds = ["29:ana"] }),
            LeadCard.ForPerson(view, owner),
            LeadCard.ForGuardian(view, owner),
            LeadDetails.Card(view),
            RejectForm.AskReason(view, Repeated(text, 1_000)),
            PassOnForm.Card(view, owner, null),
            HoldForm.Card(view, null),
            LeadNoticeCards.MyLeads([.. Enumerable.Repeat(lead, LeadNoticeCards.MostListed + 1)], company, view.Say),
            SetupCards.Help(view.Say, Repeated(text, 200)),
        ];
        Assert.All(cards, Keeps);
    }

    static void Keeps(AdaptiveCard card)
    {
        var bytes = card.ToUtf8Bytes();
        Assert.True(bytes.Length <= Budget, $"The card has {bytes.Length} bytes; {Budget} are allowed.");
        Assert.False(string.IsNullOrWhiteSpace(card.Summary.Value), "The card has no summary, so that its toast says nothing.");

        var nodes = Nodes(JsonNode.Parse(bytes)).ToList();
        foreach (var text in nodes.SelectMany(node => node).Where(member => member.Value?.GetValueKind() is JsonValueKind.String).Select(member => member.Value!.GetValue<string>()))
            Assert.False(Instant().Replace(text, "").Contains("{{", StringComparison.Ordinal), $"A client would fill in: {text}");

        var called = nodes.Where(node => Is(node, "mention")).Select(node => node["text"]!.GetValue<string>()).ToHashSet();
        foreach (var mention in nodes.Where(node => Is(node, "TextBlock")).SelectMany(node => Mention().Matches(node["text"]!.GetValue<string>())))
            Assert.Contains(mention.Value, called);

        Assert.All(nodes.Where(node => TypeOf(node).StartsWith("Input.", StringComparison.Ordinal)), input => Assert.False(string.IsNullOrWhiteSpace((string?)input["label"]), $"An input has no label: {input}"));
        var primary = card.Actions.Where(action => action.Mode is not ActionMode.Secondary).Select(action => action.Title.Value).ToList();
        Assert.True(primary.Count <= 3, $"There are {primary.Count} buttons side by side: {string.Join(", ", primary)}.");
        Assert.Equal(card.Actions.Count, card.Actions.Select(action => action.Title.Value).Distinct().Count());
    }

    /// <summary>As long as intake lets it be: 400 units a field, fifty fields of 12,000 units in all; offered often, and owned.</summary>
    static (Company Company, Lead Lead) Worst(string text)
    {
        var files = CompanyFiles.Read(SampleFiles.Model, SampleFiles.People);
        var long400 = Repeated(text, LeadFacts.MaxText);
        var people = files.People.Select((person, position) => new CompanyPerson(
            PersonId.New(Now), person.ObjectId, long400, person.Email, long400, files.Model!.FindDepartment(person.DepartmentLabel ?? ""), person.TimeZone, position)).ToList();
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
        foreach (var member in members.Skip(1).Take(2))
        {
            lead.OfferTo(new OfferTo(member.Id, TimeSpan.FromHours(1), new OfferReason(OfferReason.Rotation, members[0].Id)), Now);
            lead.PassOn(company.ActorOn(lead, member.Id), null, Repeated(text, Lead.MaxNote), company.Limits, Now);
        }

        lead.OfferTo(new OfferTo(members[0].Id, TimeSpan.FromHours(1), new OfferReason(OfferReason.PassedOnBy, members[1].Id)), Now);
        lead.Accept(company.ActorOn(lead, members[0].Id), Now);
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

    static bool Is(JsonObject node, string type) => TypeOf(node) == type;

    static string TypeOf(JsonObject node) => node["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : "";

    /// <summary>Only these instants are ours: whatever else stands in double braces came from outside.</summary>
    [GeneratedRegex(@"\{\{(DATE|TIME)\(2026-11-\d\dT[0-9:]{8}Z(,SHORT)?\)\}\}")]
    private static partial Regex Instant();

    [GeneratedRegex("<at>.*?</at>")]
    private static partial Regex Mention();
}
