using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>Today is Monday, 23 November 2026, in Berlin.</summary>
public sealed class ValuesOverHttp : Scenario
{
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const string October = """{"periodEnd":"2026-10-31","value":27.5}""";

    static readonly BotSetup Setup = new()
    {
        Settings = [$"--Api:Webhooks:warehouse:Secret={Secret}"],
        Model = Model + """

            numbers:
              close-rate: { name: Close rate, unit: "%", target: 25, owner: ravi@brightwater.example }
              tickets: { name: Tickets, period: week, owner: priya@brightwater.example }
              retention: { name: Retention, period: quarter, owner: priya@brightwater.example }
              speed: { name: Speed to lead, unit: minutes, computed: speed-to-lead-median, owner: ravi@brightwater.example }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task A_value_is_taken_the_same_again_changes_nothing_and_another_takes_its_place(Database database)
    {
        var bot = await StartAsync(database, Setup);

        Assert.Equal("Accepted: created 27.5", Told(await bot.PostValue("close-rate", October)));
        Assert.Equal("OK: unchanged 27.5", Told(await bot.PostValue("close-rate", October)));
        Assert.Equal("OK: unchanged 27.5", Told(await bot.PostValue("Close-Rate", """{"periodEnd":"2026-10-31","value":"27.50"}""")));
        Assert.Equal("Accepted: replaced 2.8", Told(await bot.PostValue("close-rate", """{"periodEnd":"2026-10-31","value":2.8e0,"note":"A slip\u0000 of mine"}""")));
        Assert.Equal("Accepted: created -1", Told(await bot.PostValue("close-rate", """{"periodEnd":"2026-09-30","value":-1,"note":null}""")));
        Assert.Equal("Accepted: created 12", Told(await bot.PostValue("tickets", """{"periodEnd":"2026-11-22","value":12}""")));
        Assert.Equal("Accepted: created 90", Told(await bot.PostValue("retention", """{"periodEnd":"2026-09-30","value":90}""")));

        var values = await bot.Read(db => db.NumberValues.AsNoTracking().Where(value => value.NumberId == "close-rate" && value.PeriodEnd == new DateOnly(2026, 10, 31)).OrderByDescending(value => value.Value).ToListAsync());
        Assert.Equal([(27.5m, false, null), (2.8m, true, "A slip of mine")], values.Select(value => (value.Value, value.ReplacedAt is null, value.Note)));
        Assert.All(values, value => Assert.Equal(("api", null), (value.Source, value.EnteredBy)));
        var ledger = await bot.Read(db => db.Ledger.AsNoTracking().Where(row => row.Kind == "number.value" && row.NumberId == "close-rate").OrderBy(row => row.Seq).Select(row => $"{row.Via} {row.Reason}").ToListAsync());
        Assert.Equal(["api 2026-10-31=27.5", "api 2026-10-31=2.8", "api 2026-09-30=-1"], ledger);
    }

    [Theory]
    [OnBothDatabases("""{"periodEnd":"2026-11-30","value":1}""", "periodEnd", "periodEnd is 2026-11-30, which lies in the future; today is 2026-11-23.")]
    [OnBothDatabases("""{"periodEnd":"9999-12-31","value":1}""", "periodEnd", "periodEnd is 9999-12-31, which lies in the future; today is 2026-11-23.")]
    [OnBothDatabases("""{"periodEnd":"0001-01-31","value":1}""", "periodEnd", "periodEnd is 0001-01-31; days from 1990-01-01 on are taken.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-30","value":1}""", "periodEnd", "periodEnd is 2026-10-30, which is no last day of a month; 2026-09-30 or 2026-10-31 would do.")]
    [OnBothDatabases("""{"periodEnd":"2026-11-20","value":1}""", "periodEnd", "periodEnd is 2026-11-20, which is no last day of a month; 2026-10-31 would do.")]
    [OnBothDatabases("""{"periodEnd":"October","value":1}""", "periodEnd", "periodEnd is missing or no day; write the last day of the period, such as 2026-10-31.")]
    [OnBothDatabases("""{"value":1}""", "periodEnd", "periodEnd is missing or no day; write the last day of the period, such as 2026-10-31.")]
    [OnBothDatabases("""{"periodEnd":20261031,"value":1}""", "periodEnd", "periodEnd is missing or no day; write the last day of the period, such as 2026-10-31.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31"}""", "value", "value is missing or no figure; a number such as 27.5 is needed.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":null}""", "value", "value is missing or no figure; a number such as 27.5 is needed.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":"NaN"}""", "value", "value: \"NaN\" is no figure; write it like 27 or 27.5, with a point for decimals and nothing between thousands.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":1e999}""", "value", "value: \"1e999\" is no figure; write it like 27 or 27.5, with a point for decimals and nothing between thousands.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":1e-99}""", "value", "value: \"1e-99\" is no figure; write it like 27 or 27.5, with a point for decimals and nothing between thousands.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":1e20}""", "value", "value: It is too large; at most 18 digits before the point are kept.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":0.1234567}""", "value", "value: It has more than 6 decimals.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":1,"note":7}""", "note", "note is no text.")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":1,"nota":"x"}""", "nota", "nota is not known here; periodEnd, value and note are.")]
    public async Task What_cannot_be_taken_is_refused_by_its_field(Database database, string body, string field, string sentence)
    {
        var bot = await StartAsync(database, Setup);

        var (status, problem) = await bot.PostValue("close-rate", body);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, field, sentence), (status, problem["field"]!.GetValue<string>(), problem["detail"]!.GetValue<string>()));
        Assert.Empty(await bot.Read(db => db.NumberValues.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Too_long_is_refused_wherever_it_stands(Database database)
    {
        var bot = await StartAsync(database, Setup);

        var digits = await bot.PostValue("close-rate", $$"""{"periodEnd":"2026-10-31","value":{{new string('9', 400)}}}""");
        var note = await bot.PostValue("close-rate", $$"""{"periodEnd":"2026-10-31","value":1,"note":"{{new string('n', 1_001)}}"}""");
        var body = await bot.PostValue("close-rate", new string(' ', (256 * 1024) + 1));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "value: It has 400 digits; at most 18 and 6 decimals are kept."), (digits.Status, digits.Body["detail"]!.GetValue<string>()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "note has 1001 characters; 1000 at most are kept."), (note.Status, note.Body["detail"]!.GetValue<string>()));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body"), (body.Status, body.Body["field"]!.GetValue<string>()));
    }

    [Theory]
    [OnBothDatabases("{", "The body is not JSON")]
    [OnBothDatabases("", "The body is not JSON")]
    [OnBothDatabases("""{"periodEnd":"2026-10-31","value":NaN}""", "The body is not JSON")]
    [OnBothDatabases("[1]", "The body is not a value")]
    [OnBothDatabases("27", "The body is not a value")]
    public async Task What_is_no_value_at_all_is_refused(Database database, string body, string title)
    {
        var bot = await StartAsync(database, Setup);

        var (status, problem) = await bot.PostValue("close-rate", body);

        Assert.Equal((HttpStatusCode.BadRequest, title, "body"), (status, problem["title"]!.GetValue<string>(), problem["field"]!.GetValue<string>()));
    }

    [Theory, OnBothDatabases]
    public async Task An_unknown_number_is_told_with_the_one_that_was_meant_and_others_take_no_values(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Read(db => db.Numbers.Where(number => number.Id == "tickets").ExecuteUpdateAsync(set => set.SetProperty(number => number.IsActive, false)));

        var unknown = await bot.PostValue("close-rat", October);
        var retired = await bot.PostValue("tickets", """{"periodEnd":"2026-11-22","value":12}""");
        var counted = await bot.PostValue("speed", October);

        Assert.Equal((HttpStatusCode.NotFound, "id is \"close-rat\". Did you mean \"close-rate\"?"), (unknown.Status, unknown.Body["detail"]!.GetValue<string>()));
        Assert.Equal((HttpStatusCode.Gone, "\"Tickets\" (tickets) is not tracked any more; its values stay as they are."), (retired.Status, retired.Body["detail"]!.GetValue<string>()));
        Assert.Equal(
            (HttpStatusCode.Conflict, "\"Speed to lead\" (speed) is counted by the bot itself, as speed-to-lead-median; nobody else gives it values."),
            (counted.Status, counted.Body["detail"]!.GetValue<string>()));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_key_or_a_signature_nothing_is_taken(Database database)
    {
        var bot = await StartAsync(database, Setup);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostValue("close-rate", October, ("X-Api-Key", "a key of somebody else"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostValue("close-rate", October, Signed(bot, October + " "))).Status);
        Assert.Empty(await bot.Read(db => db.NumberValues.ToListAsync()));

        Assert.Equal("Accepted: created 27.5", Told(await bot.PostValue("close-rate", October, Signed(bot, October))));
    }

    [Theory, OnBothDatabases]
    public async Task Five_senders_at_once_leave_one_value_and_all_five_in_the_record(Database database)
    {
        var bot = await StartAsync(database, Setup);

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(value => bot.PostValue("close-rate", $$"""{"periodEnd":"2026-10-31","value":{{value}}}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        Assert.Single(answers, answer => answer.Body["result"]!.GetValue<string>() == "created");
        Assert.Single(await bot.Read(db => db.NumberValues.Where(value => value.ReplacedAt == null).ToListAsync()));
        Assert.Equal(5, await bot.Read(db => db.NumberValues.CountAsync()));
    }

    static (string Name, string Value)[] Signed(BotHarness bot, string body)
    {
        var at = bot.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"msg-1.{at}.{body}"));
        return [("webhook-id", "msg-1"), ("webhook-timestamp", at), ("webhook-signature", "v1," + Convert.ToBase64String(hash))];
    }

    static string Told((HttpStatusCode Status, JsonNode Body) answer) => answer.Body["result"] is null
        ? $"{answer.Status}: {answer.Body["detail"]}"
        : $"{answer.Status}: {answer.Body["result"]} {answer.Body["value"]!.GetValue<decimal>().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)}";
}
