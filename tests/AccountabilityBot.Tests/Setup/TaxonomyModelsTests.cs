using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.Configuration;

namespace AccountabilityBot.Tests.Setup;

/// <summary>
/// Statuses and reasons that companies and vendors have published, each written as the section <c>dispositions</c> of a revenue
/// model. What a status means is said here; its words are the list's own.
/// </summary>
public sealed class TaxonomyModelsTests
{
    [Fact]
    public void A_reason_list_of_thirteen_is_refused_and_grouped_it_is_good()
    {
        var lifecycle = Read(SharedData.LeadLifecycle, "data/taxonomy/gitlab_lead_lifecycle.json");
        var reasons = lifecycle["required_substatus"]!.AsObject().ToDictionary(one => one.Key, one => Texts(one.Value!));
        var statuses = lifecycle["lead_statuses"]!.AsArray().Select(one => one!["status"]!.GetValue<string>()).ToList();
        // The first three are before the accept: there the bot's own states stand.
        Assert.Equal(["Raw", "Inquiry", "MQL"], statuses[..3]);
        Dictionary<string, string> means = new()
        {
            ["Accepted"] = "",
            ["Qualifying"] = "",
            ["Qualified"] = "becomes: qualified",
            ["Disqualified"] = "becomes: closed",
            ["Recycle"] = "becomes: recycled",
            ["Bad Data"] = "next: fix-data",
            ["Ineligible"] = "becomes: closed",
        };
        string Section(Func<string, string[]> reasonsOf) => SectionOf(statuses[3..].Select(status => (status, means[status], reasonsOf(status))));

        var (code, error) = Check(Section(status => reasons.GetValueOrDefault(status, [])));
        Assert.Equal(1, code);
        Assert.Contains("dispositions.recycle.reasons: There are 13 reasons; 10 are allowed in one tier: nobody reads more.", Assert.Single(error), StringComparison.Ordinal);

        // The same thirteen, in four groups that each say one thing to marketing.
        Dictionary<string, string[]> groups = new()
        {
            ["No money"] = ["No Budget", "Payment option limitation"],
            ["No interest now"] = ["No interest", "No response", "Not ready to buy", "Evaluating", "Cannot move forward"],
            ["Bound elsewhere"] = ["In current contract", "Staying with subversion option"],
            ["Not our product"] = ["Doesn't see value", "Interested in CE only", "Interested in Gitlab.com only", "Product limitation"],
        };
        Assert.Equal(reasons["Recycle"].Order(StringComparer.Ordinal), groups.Values.SelectMany(one => one).Order(StringComparer.Ordinal));
        IsGood(Section(status => status is "Recycle" ? [.. groups.Keys] : reasons.GetValueOrDefault(status, [])));
    }

    [Theory]
    [InlineData("hubspot_hs_lead_status", "OPEN_DEAL=becomes: qualified;UNQUALIFIED=becomes: closed;BAD_TIMING=becomes: recycled")]
    [InlineData("salesforce_lead_status_default", "Closed - Converted=becomes: qualified;Closed - Not Converted=becomes: closed")]
    [InlineData("sourcegraph_lead_status", "Nurture=becomes: recycled;Self-Service=becomes: closed;Unqualified=becomes: closed;Bad-Data=next: fix-data;Converted=becomes: qualified;Unresponsive=becomes: lost")]
    [InlineData("call_dispositions_common", "Not interested=becomes: lost;Appointment booked=becomes: meeting-set;Wrong contact=next: fix-data;Disconnected number=next: fix-data;Do not contact=becomes: closed, doNotContact: true")]
    public void A_published_list_of_statuses_is_a_good_section(string list, string meanings)
    {
        var statuses = Texts(Read(SharedData.StatusLists, "data/taxonomy/vendor_status_lists.json")[list]!);
        var means = meanings.Split(';').Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]);
        Assert.All(means.Keys, status => Assert.Contains(status, statuses));

        IsGood(SectionOf(statuses.Select(status => (status, means.GetValueOrDefault(status, ""), (string[])[]))));
    }

    [Fact]
    public void States_with_their_status_reasons_are_two_tiers()
    {
        var states = Read(SharedData.StatusLists, "data/taxonomy/vendor_status_lists.json")["dynamics365_lead"]!.AsObject();
        string Section(Func<string[], string[]> reasons) => SectionOf(states.Select(state => (
            state.Key, state.Key switch { "Qualified" => "becomes: qualified", "Disqualified" => "becomes: lost", _ => "" }, reasons(Texts(state.Value!)))));

        // A choice of one is none.
        Assert.Contains("dispositions.qualified.reasons: There is one reason; two or more are allowed, or none at all.", Assert.Single(Check(Section(reasons => reasons)).Error), StringComparison.Ordinal);
        IsGood(Section(reasons => reasons.Length == 1 ? [] : reasons));
    }

    [Fact]
    public void Reasons_of_a_lost_deal_are_a_second_tier()
    {
        var reasons = Texts(Read(SharedData.StatusLists, "data/taxonomy/vendor_status_lists.json")["closed_lost_reasons_seen"]!);

        IsGood(SectionOf([("Won", "becomes: won", []), ("Lost", "becomes: lost", reasons)]));
    }

    /// <summary>A list without an end is no list of dispositions.</summary>
    [Fact]
    public void A_list_in_which_no_lead_ever_ends_is_refused()
    {
        var stages = Texts(Read(SharedData.StatusLists, "data/taxonomy/vendor_status_lists.json")["hubspot_lifecyclestage"]!);

        var (code, error) = Check(SectionOf(stages.Select(stage => (stage, "", (string[])[]))));

        Assert.Equal(1, code);
        Assert.Contains(error, line => line.Contains("A lead that is working never comes to an end: no disposition that can be chosen there ends it.", StringComparison.Ordinal));
    }

    static void IsGood(string section)
    {
        var (code, error) = Check(section);
        Assert.Equal((0, ""), (code, string.Join('\n', error)));
    }

    /// <summary>Runs <c>model check</c> on a company with this section.</summary>
    static (int Code, string[] Error) Check(string section)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "revenue-model.yaml");
        try
        {
            File.WriteAllText(path, Brightwater.Model + "\n" + section);
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = ModelCommand.Create(new ConfigurationBuilder().Build()).Parse(["check", path]).Invoke(new InvocationConfiguration { Output = output, Error = error });
            return (code, error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    static string SectionOf(IEnumerable<(string Status, string Means, string[] Reasons)> statuses)
    {
        var yaml = new StringBuilder("dispositions:\n");
        foreach (var (status, means, reasons) in statuses)
        {
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {IdOf(status)}: {{ name: \"{status}\"{(means.Length > 0 ? ", " : "")}{means}");
            if (reasons.Length > 0)
                yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $", reasons: {{ {string.Join(", ", reasons.Select(reason => $"{IdOf(reason)}: \"{reason}\""))} }}");
            yaml.Append(" }\n");
        }

        return yaml.ToString();
    }

    static string IdOf(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static string[] Texts(JsonNode list) => [.. list.AsArray().Select(one => one!.GetValue<string>())];

    static JsonNode Read(string? file, string name)
    {
        Assert.SkipWhen(file is null, $"{name} is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        return JsonNode.Parse(File.ReadAllText(file!))!;
    }
}
