using System.IO.Compression;
using System.Net;
using System.Text;
using AccountabilityBot.Tests.Harness;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>Too large, too deep, packed, or no JSON: refused before anything is decided, and never by a stack trace.</summary>
public sealed class BodiesThatAreNone : Scenario
{
    const string Activities = "/api/messages";
    const string Leads = "/api/leads";

    [Theory]
    [OnBothDatabases(Activities)]
    [OnBothDatabases(Leads)]
    public async Task Three_hundred_kibibytes(Database database, string path)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var witness = await Witness.AtAsync(bot);
        using var content = Json($$"""{"type":"message","name":"{{new string('x', 300 * 1024)}}"}""");

        var answer = await bot.SendRawAsync(path, content, hasKey: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        await witness.NothingHappenedBut("413", "xxxx");
    }

    [Theory]
    [OnBothDatabases(Activities, HttpStatusCode.UnsupportedMediaType)]
    [OnBothDatabases(Leads, HttpStatusCode.BadRequest)]
    public async Task A_packed_body_is_not_unpacked(Database database, string path, HttpStatusCode status)
    {
        var bot = await StartAsync(database);
        var witness = await Witness.AtAsync(bot);
        using var content = new ByteArrayContent(Packed(new string('x', 20_000_000)));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(status, (await bot.SendRawAsync(path, content, hasKey: true)).Status);

        await witness.NothingHappenedBut(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [OnBothDatabases(Activities, "10000")]
    [OnBothDatabases(Leads, "10000")]
    [OnBothDatabases(Leads, "40")]
    public async Task Data_too_deep_to_be_meant(Database database, string path, string depth)
    {
        var bot = await StartAsync(database);
        var witness = await Witness.AtAsync(bot);
        var levels = int.Parse(depth, System.Globalization.CultureInfo.InvariantCulture);
        using var content = Json($$"""{"type":"message","fields":{{new string('[', levels)}}{{new string(']', levels)}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, (await bot.SendRawAsync(path, content, hasKey: true)).Status);

        await witness.NothingHappenedBut("400");
    }

    [Theory]
    [OnBothDatabases(Activities, "")]
    [OnBothDatabases(Activities, "{")]
    [OnBothDatabases(Activities, "null")]
    [OnBothDatabases(Leads, "")]
    [OnBothDatabases(Leads, "{\"name\":")]
    [OnBothDatabases(Leads, "null")]
    [OnBothDatabases(Leads, "42")]
    public async Task What_is_no_JSON_or_none_that_is_meant(Database database, string path, string body)
    {
        var bot = await StartAsync(database);
        var witness = await Witness.AtAsync(bot);
        using var content = Json(body);

        Assert.Equal(HttpStatusCode.BadRequest, (await bot.SendRawAsync(path, content, hasKey: true)).Status);

        await witness.NothingHappenedBut("400");
    }

    [Theory]
    [OnBothDatabases("""{"source":"website","externalId":"1","name":{"first":"Jo"}}""", "name")]
    [OnBothDatabases("""{"source":"website","externalId":"1","name":"Jo","receivedAt":"tomorrow"}""", "receivedAt")]
    [OnBothDatabases("""{"source":"website","externalId":"1","name":"Jo","value":"a lot","currency":"EUR"}""", "value")]
    [OnBothDatabases("""{"source":"website","externalId":"1","name":"Jo","segment":"lukewarm"}""", "segment")]
    [OnBothDatabases("""{"source":"website","externalId":"1","name":"\u0000"}""", "name")]
    [OnBothDatabases("""{"source":"website","externalId":"1"}""", "name")]
    public async Task A_lead_with_a_field_that_cannot_be_taken_names_the_field(Database database, string body, string field)
    {
        var bot = await StartAsync(database);
        var witness = await Witness.AtAsync(bot);

        var (status, answer) = await bot.Post(body);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (status, answer["field"]!.GetValue<string>()));
        Assert.StartsWith(field, answer["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        await witness.NothingHappenedBut(field, "lukewarm", "tomorrow");
    }

    [Theory]
    [OnBothDatabases("")]
    [OnBothDatabases("a guess of sixteen characters")]
    public async Task A_call_without_the_key(Database database, string key)
    {
        var bot = await StartAsync(database);
        var witness = await Witness.AtAsync(bot);

        var (status, answer) = await bot.Post("""{"source":"website","externalId":"1","name":"Jo"}""", ("X-Api-Key", key));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.StartsWith("Send a key in X-Api-Key", answer["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        await witness.NothingHappenedBut("401", key.Length > 0 ? key : "X-Api-Key:");
    }

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
