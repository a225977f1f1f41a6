using System.Net;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class LeadsOverHttp : Scenario
{
    const string One = """{"externalId":"a1","source":"Web Form","name":"Jo Keller","company":"Keller Wells","email":"jo@keller.example"}""";

    [Theory, OnBothDatabases]
    public async Task A_new_lead_is_created_and_the_same_again_is_unchanged(Database database)
    {
        var bot = await StartAsync(database);

        var (first, created) = await bot.Post(One);
        var (second, again) = await bot.Post(One);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (first, second));
        Assert.Equal(("created", "L-1001", "a1"), (Result(created), created["leads"]![0]!["no"]!.GetValue<string>(), created["leads"]![0]!["externalId"]!.GetValue<string>()));
        Assert.Equal("unchanged", Result(again));
        Assert.Equal(created["leads"]![0]!["id"]!.GetValue<string>(), again["leads"]![0]!["id"]!.GetValue<string>());
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task New_facts_go_on_the_live_card_and_no_second_card_appears(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Post(One);
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        var (_, updated) = await bot.Post(One.Replace("Jo Keller", "Joanna Keller-Brunn", StringComparison.Ordinal));

        Assert.Equal("updated", Result(updated));
        Assert.Contains("Joanna Keller-Brunn", (await bot.ExpectEdit(inChannel)).Texts);
        Assert.Contains("Joanna Keller-Brunn", (await bot.ExpectEdit(inChat)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_lost_lead_that_comes_again_is_reopened_and_its_former_owner_is_asked_first(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Post(One);
        await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();
        // No button ends a lead as lost yet; the rule for what comes after is there.
        await bot.Read(db => db.Leads.ExecuteUpdateAsync(set => set.SetProperty(lead => lead.State, LeadState.Lost)));

        var (_, reopened) = await bot.Post(One);

        Assert.Equal("reopened", Result(reopened));
        Assert.Contains("Had this customer before", (await bot.ExpectPost(Ana)).Texts);
        var told = await bot.GetLead("L-1001");
        Assert.Equal(("offered", "Ana Sousa", "received, offered, accepted, reopened, offered"), (told.State, told.OfferedTo, told.Story));
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("name", "", "name is missing or empty.")]
    [OnBothDatabases("externalId", null, "externalId is missing or empty.")]
    [OnBothDatabases("segment", "lukewarm", "segment is \"lukewarm\"; the revenue model knows hot, warm, cold.")]
    [OnBothDatabases("department", "Legal", "department is \"Legal\"; the revenue model knows marketing, sales, support.")]
    [OnBothDatabases("receivedAt", "2027-01-01T00:00:00Z", "receivedAt is 2027-01-01T00:00:00.0000000+00:00, which lies in the future; now is 2026-11-23T09:00:00.0000000+00:00.")]
    [OnBothDatabases("currency", "Euro", "currency is \"EURO\"; it must be an ISO 4217 code such as EUR.")]
    public async Task A_field_that_cannot_be_taken_is_refused_by_its_name(Database database, string field, string? value, string sentence)
    {
        var bot = await StartAsync(database);
        var lead = JsonNode.Parse(One)!.AsObject();
        lead[field] = value;

        var (status, problem) = await bot.Post(lead.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal((field, sentence), (problem["field"]!.GetValue<string>(), problem["detail"]!.GetValue<string>()));
    }

    [Theory]
    [OnBothDatabases("{", "The body is not JSON")]
    [OnBothDatabases("\"a lead\"", "The body is not a lead")]
    public async Task What_is_no_lead_at_all_is_refused_with_a_sentence(Database database, string body, string title)
    {
        var bot = await StartAsync(database);

        var (status, problem) = await bot.Post(body);

        Assert.Equal((HttpStatusCode.BadRequest, title, "body"), (status, problem["title"]!.GetValue<string>(), problem["field"]!.GetValue<string>()));
    }

    [Theory, OnBothDatabases]
    public async Task In_an_array_a_bad_lead_does_not_keep_the_others_out(Database database)
    {
        var bot = await StartAsync(database);

        var (status, answer) = await bot.Post($$"""
            [ {{One}},
              {"externalId":"a2","source":"fair","name":""},
              {"externalId":"a3","source":"fair","name":"Lee","value":"many"},
              {{One}},
              {"externalId":"a4","source":"fair","name":"Max Brunn","company":"Brunn AG"} ]
            """);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(["created", "refused", "refused", "unchanged", "created"], answer["leads"]!.AsArray().Select(lead => lead!["result"]!.GetValue<string>()));
        Assert.Equal("name", answer["leads"]![1]!["problem"]!["field"]!.GetValue<string>());
        Assert.Equal("value", answer["leads"]![2]!["problem"]!["field"]!.GetValue<string>());
        await bot.ExpectPost(Ana, "Keller Wells");
        await bot.ExpectPost(Bo, "Brunn AG");
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Sales);
    }

    [Theory, OnBothDatabases]
    public async Task Ten_senders_of_the_same_lead_at_once_make_one_lead(Database database)
    {
        var bot = await StartAsync(database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bot.Post(One)));

        Assert.Single(answers, answer => Result(answer.Body) == "created");
        Assert.Equal(9, answers.Count(answer => Result(answer.Body) == "unchanged"));
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_right_key_nothing_is_taken_and_nothing_told(Database database)
    {
        var bot = await StartAsync(database);

        var (status, problem) = await bot.Post(One, ("X-Api-Key", "a key of somebody else"));
        using var read = await bot.Http.GetAsync(new Uri("/api/leads/L-1001", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (status, read.StatusCode));
        Assert.Equal("Not allowed", problem["title"]!.GetValue<string>());
        Assert.Empty(await bot.Read(db => db.Leads.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_is_told_by_id_and_by_number_with_all_that_was_decided(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Post(One);
        await bot.ExpectPost(Sales);
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;
        var question = (await bot.Press(Ana, form, "Reject", ("Reason", "Another reason"))).Card;
        await bot.Press(Ana, question, "Reject", ("Why is it not a good lead?", "They wanted a pond"));
        await bot.Overlook();

        var byNumber = await bot.GetLead("l-1001");
        var byId = await bot.GetLead(byNumber.Id);

        Assert.Equal(byNumber.Json.ToJsonString(), byId.Json.ToJsonString());
        Assert.Equal("received, offered, rejected", byId.Story);
        var line = byId.Line("rejected");
        Assert.Equal(
            ("other", "They wanted a pond", "card", "Ana Sousa"),
            (line["reason"]!.GetValue<string>(), line["note"]!.GetValue<string>(), line["via"]!.GetValue<string>(), line["actor"]!["name"]!.GetValue<string>()));
        Assert.Equal("api", byId.Line("received")["via"]!.GetValue<string>());
        Assert.Equal("rule", byId.Line("offered")["via"]!.GetValue<string>());
    }

    static string Result(JsonNode body) => body["leads"]![0]!["result"]!.GetValue<string>();
}
