using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>The sentences and the code name each other: no key without a sentence, no sentence without a place where it is said.</summary>
public sealed partial class SentencesTests
{
    const string English = "src/AccountabilityBot/Wording/Sentences.resx";

    /// <summary>Words with a dot that are neither sentences nor words of the wire: fields of a lead or of a column map, endings, files.</summary>
    static readonly string[] OtherDottedWords = ["council.since", "dates.format", "dates.zone", "from.department", "from.person"];

    /// <summary>The one refusal that no person meets: a rule asks, and a rule hears it.</summary>
    static readonly string[] NeverTold = ["lead.not-waiting"];

    /// <summary>For what somebody is called, and who reads the call.</summary>
    static readonly string[] Callings = ["guardian.head", "guardian.here", "offer.head", "offer.here"];

    /// <summary>Where values come from.</summary>
    static readonly string[] NumberSources = ["api", "import", "keeper", "ledger"];

    /// <summary>By whom it ended, and until when.</summary>
    static readonly string[] EndedBy = ["lead.status.won.by", "lead.status.lost.by", "lead.status.recycled.until"];

    /// <summary>Those with a ladder; the others are only measured.</summary>
    static readonly IReadOnlyList<string> Promises = [.. Enum.GetValues<PromiseKind>().Where(kind => kind <= PromiseKind.FollowUp).Select(Lead.NameOf)];

    /// <summary>What else the two sides of a seam are shown to promise.</summary>
    static readonly string[] OtherPromises = ["feedback", "fit"];

    /// <summary>Of proposals and of experiments.</summary>
    static readonly string[] CouncilOutcomes = ["approve", "funded", "park", "reject", "retired"];

    static readonly string[] HelpWords = ["better", "same", "too-early", "unknown", "worse"];

    static readonly string[] Sides = ["receiver", "sender"];

    /// <summary>What a missing permission takes away.</summary>
    static readonly string[] TakenAway = ["groups", "installs", "mailboxes", "presence", "teams", "users"];

    static readonly string[] DirectoryFeeds = ["group", "installs", "mailboxes", "photos", "presence", "team", "users"];

    static readonly IReadOnlyDictionary<string, string> Keys = Read(English);

    static readonly IReadOnlyList<string> Literals =
        [.. Repository.Sources("AccountabilityBot").SelectMany(file => Repository.Literals(file.Text)).Distinct()];

    /// <summary>Keys that the code puts together; each family with all its members.</summary>
    static IEnumerable<string> Families =>
    [
        .. RefusalCodes.Select(code => "refusal." + code),
        .. Enum.GetNames<LeadState>().Select(state => "lead.status." + state.ToLowerInvariant()),
        .. Enum.GetNames<OfferOutcome>().Append("Open").Select(outcome => "lead.story." + outcome.ToLowerInvariant()),
        .. WireWords.OfferReasons.Select(reason => "lead.why." + reason),
        .. WireWords.Departures.Select(why => "lead.story." + why),
        .. TakenAway.Select(one => "directory.without." + one),
        .. DirectoryFeeds.Select(one => "directory.feed." + one),
        .. Callings.Select(one => "lead.call." + one),
        .. from promise in Promises from part in (string[])["summary", "due", "late"] select $"nudge.{promise}.{part}",
        .. from late in Promises.Append("pool") from part in (string[])["", ".summary"] select $"second-line.{late}{part}",
        .. Promises.Select(promise => "ladder.title." + promise),
        .. WireWords.GuardianReasons.Select(reason => "guardian.why." + reason),
        .. Enum.GetValues<DealStage>().Select(stage => "stage." + DispositionWords.Of(stage)),
        .. Enum.GetValues<DispositionField>().Select(one => "field." + DispositionWords.Of(one)),
        .. EndedBy,
        .. from side in Enum.GetValues<Side>() from rating in Ratings.About(side) select $"feedback.ask.{side.ToString().ToLowerInvariant()}.{rating}",
        .. Enum.GetValues<PromiseKind>().Select(Lead.NameOf).Concat(OtherPromises).Select(promise => "feedback.promise." + promise),
        .. Sides.Select(side => "feedback.seam." + side),
        .. Enum.GetNames<Step>().Select(step => "digest.step." + step.ToLowerInvariant()),
        .. Seam.Facts.Select(fact => "lead.fact." + fact),
        .. WireWords.Ratings.Select(rating => "feedback.rating." + rating),
        .. Enumerable.Range(Ratings.Least, Ratings.Most).Select(score => $"feedback.score.{score}"),
        .. ModelSections.All.Select(section => "model.subject." + section),
        .. typeof(ModelFields).GetFields().Select(one => "model.field." + one.GetRawConstantValue()),
        .. CouncilOutcomes.Select(outcome => "council.outcome." + outcome),
        .. HelpWords.Select(word => "council.help." + word),
        .. from verdict in Enum.GetNames<CouncilVerdict>() from part in (string[])["done", "news"] select $"council.{part}.{verdict.ToLowerInvariant()}",
        .. from capability in Maturity.Capabilities from part in (string[])["ask", "capability"] select $"maturity.{part}.{capability}",
        .. Enumerable.Range(Maturity.Least, Maturity.Most).Select(level => $"maturity.level.{level}"),
        .. NumberSources.Select(source => "number.source." + source),
        .. Enum.GetNames<HandOverState>().Where(state => state != nameof(HandOverState.Done)).Select(state => "number.history.hand-over." + state.ToLowerInvariant()),
    ];

    /// <summary>A sentence of a family with one more name in it, where there is one to tell.</summary>
    static IEnumerable<string> WithAnother => Families.Where(key => key.StartsWith("lead.why.", StringComparison.Ordinal)).Select(key => key + ".other")
        .Concat(Families.Where(key => key.StartsWith("field.", StringComparison.Ordinal)).Select(key => key + ".hint"));

    /// <summary>What a message that did not arrive was; a kind without such a sentence is named as it is.</summary>
    static IEnumerable<string> KindsOfLetters => WireWords.CardKinds.Concat(WireWords.NoticeKinds).Select(kind => "letter.kind." + kind);

    static IEnumerable<string> RefusalCodes => new[] { typeof(LeadRefusals), typeof(NumberRefusals), typeof(FeedbackRefusals), typeof(CommitmentRefusals), typeof(CouncilRefusals), typeof(ExperimentRefusals), typeof(MaturityRefusals) }.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Select(method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Anything)])!)
        .Select(refusal => refusal.Code)
        .Except(NeverTold);

    [Fact]
    public void Every_key_that_is_put_together_has_a_sentence() => None(Families.Where(key => !Keys.ContainsKey(key)));

    [Fact]
    public void Every_key_that_is_asked_for_has_a_sentence()
    {
        var asked = Repository.Sources("AccountabilityBot").SelectMany(file => Asked().Matches(file.Text)).Select(match => match.Groups["key"].Value).ToList();

        Assert.NotEmpty(asked);
        None(asked.Where(key => !key.EndsWith('.') && !Keys.ContainsKey(key)).Distinct());
    }

    [Fact]
    public void Every_word_with_a_dot_is_a_sentence_or_a_word_of_the_wire() => None(Literals
        .Where(literal => Dotted().IsMatch(literal) && !FileName().IsMatch(literal))
        .Except(Keys.Keys).Except(WireWords.All).Except(RefusalCodes).Except(OtherDottedWords));

    [Fact]
    public void Every_sentence_is_said_somewhere() => None(Keys.Keys.Except(Literals).Except(Families).Except(WithAnother).Except(KindsOfLetters));

    [Fact]
    public void A_sentence_is_not_empty_and_its_places_are_counted_from_zero() => Assert.All(Keys, entry =>
    {
        Assert.False(string.IsNullOrWhiteSpace(entry.Value), $"{entry.Key} is empty.");
        Assert.Equal(Enumerable.Range(0, PlacesOf(entry.Value).Count), PlacesOf(entry.Value));
    });

    [Fact]
    public void A_translation_has_the_same_keys_and_the_same_places()
    {
        var folder = Path.GetDirectoryName(English)!;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "Sentences.*.resx"))
        {
            var translated = Read(Path.Combine(folder, Path.GetFileName(file)));
            Assert.Equal(Keys.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
            None(Keys.Where(entry => !PlacesOf(entry.Value).SetEquals(PlacesOf(translated[entry.Key]))).Select(entry => $"{Path.GetFileName(file)}: {entry.Key}"));
        }
    }

    static void None(IEnumerable<string> wrong) => Assert.Equal("", string.Join('\n', wrong));

    static Dictionary<string, string> Read(string path) => XDocument.Parse(Repository.Text(path)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    static SortedSet<int> PlacesOf(string sentence) =>
        [.. Place().Matches(sentence).Select(match => int.Parse(match.Groups["no"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];

    static object? Anything(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "" : Activator.CreateInstance(parameter.ParameterType);

    [GeneratedRegex("""\.(?:Plain|Card|Has)\(\s*"(?<key>[a-z][a-z.-]*)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\.(json|yaml|csv|png|db|zip|xlsx)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\{(?<no>\d+)[^}]*\}")]
    private static partial Regex Place();
}
