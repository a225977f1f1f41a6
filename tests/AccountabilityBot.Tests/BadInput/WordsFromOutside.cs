using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.BadInput.RawRequests;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>Codes that the model does not have, notes of any length and kind, names that are markup, numbers that are none.</summary>
public sealed partial class WordsFromOutside : Scenario
{
    public static readonly string[] Phones =
        ["+1 (0)", "0123456789012345678901234567890123456789", "'; DROP TABLE \"Leads\"; --", "٠١٢٣٤٥٦٧٨٩", "+49 30 5550134 ext. 12", "%", "_%", "call me"];

    public static readonly string[] Names =
    [
        "[Click](https://evil.example)",
        "<at>Everyone</at>",
        "**bold** _and_ ~struck~ `code`",
        "\u202Eevil\u202C txt.exe",
        "{{DATE(2026-01-01T00:00:00Z)}}",
        "&lt;at&gt;Ana&lt;/at&gt;",
        "# heading",
        "- list\n- of\r\n- lines",
        "https://evil.example www.evil.example",
        "\u0007bell\u200Bzero",
    ];

    [Theory]
    [OnBothDatabases("no-such-reason")]
    [OnBothDatabases("no-need,customer")]
    public async Task Rejecting_for_a_reason_that_the_model_does_not_have(Database database, string reason)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;
        var press = bot.Pressing(Ana, form, "Reject", ("Reason", "Needs nothing"));
        DataOf(press)[form.Input("Reason").Id] = reason;
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.SendPressAsync(form, press);

        Assert.Contains($"\"{reason}\" is not a reason of the revenue model.", answer.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Reject, Back", answer.Card.ButtonRow);
        await witness.NothingHappenedBut($"Refused lead.reject of {no}: lead.reason-unknown");
    }

    [Theory, OnBothDatabases]
    public async Task Rejecting_with_an_answer_that_the_question_does_not_offer(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;
        var question = (await bot.Press(Ana, form, "Reject", ("Reason", "Not our kind of customer"))).Card;
        var press = bot.Pressing(Ana, question, "Reject", ("What does not fit?", "Too small"));
        DataOf(press)[question.Input("What does not fit?").Id] = "too-large";
        var witness = await Witness.AtAsync(bot);

        var answer = await bot.SendPressAsync(question, press);

        Assert.Contains("Please choose one of the answers to: What does not fit?", answer.Card.Text, StringComparison.Ordinal);
        await witness.NothingHappenedBut($"Refused lead.reject of {no}: lead.answer-not-a-choice");
    }

    [Theory, OnBothDatabases]
    public async Task Handing_back_for_a_made_up_reason_is_handing_back_for_none(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var owners = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept")).Card;
        var form = (await bot.Press(Ana, owners, "Hand back")).Card;
        var press = bot.Pressing(Ana, form, "Hand back", ("Reason", "I am going to be away"));
        DataOf(press)[form.Input("Reason").Id] = "bored";
        var witness = await Witness.AtAsync(bot);

        Assert.Contains("Please choose a reason.", (await bot.SendPressAsync(form, press)).Card.Text, StringComparison.Ordinal);

        await witness.NothingHappenedBut($"Refused lead.hand-back of {no}: lead.reason-missing");
    }

    [Theory]
    [OnBothDatabases("31", "lead.colleague-not-a-member")]
    [OnBothDatabases("11", "lead.pass-to-yourself")]
    public async Task Passing_on_to_somebody_who_does_not_stand_in_the_list(Database database, string colleague, string refusal)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Pass on")).Card;
        var press = bot.Pressing(Ana, form, "Pass on");
        var objectId = Everybody.Single(person => person.No == int.Parse(colleague, System.Globalization.CultureInfo.InvariantCulture)).ObjectId;
        DataOf(press)[form.Input("Colleague").Id] = (await bot.Read(db => db.People.SingleAsync(row => row.ObjectId == objectId))).Id.ToString();
        var witness = await Witness.AtAsync(bot);

        Assert.Equal("Pass on, Back", (await bot.SendPressAsync(form, press)).Card.ButtonRow);

        await witness.NothingHappenedBut($"Refused lead.pass-on of {no}: {refusal}");
    }

    [Theory, OnBothDatabases]
    public async Task A_note_of_ten_thousand_characters(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Pass on")).Card;
        var note = string.Concat(Enumerable.Repeat("note ", 2_000));
        var press = bot.Pressing(Ana, form, "Pass on", ("Note", note));
        var witness = await Witness.AtAsync(bot);

        Assert.Contains("The note may have at most", (await bot.SendPressAsync(form, press)).Card.Text, StringComparison.Ordinal);

        await witness.NothingHappenedBut($"Refused lead.pass-on of {no}: lead.note-too-long", "note note");
    }

    [Theory]
    [OnBothDatabases("""before\u0000after""", "beforeafter")]
    [OnBothDatabases("""half \ud83d a character""", "half  a character")]
    [OnBothDatabases("""\ude00 the other half""", "the other half")]
    public async Task A_note_that_no_database_stores_is_cleaned_and_kept(Database database, string written, string kept)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Pass on")).Card;
        var press = bot.Pressing(Ana, form, "Pass on", ("Note", "MARK")).ToJsonString().Replace("MARK", written, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await bot.SendActivityAsync(press)).Status);

        var told = await bot.GetLead(no);
        Assert.Equal(kept, told.Line("passed-on")["note"]!.GetValue<string>());
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Names_that_are_markup_show_as_they_were_written(Database database)
    {
        var bot = await StartAsync(database);
        foreach (var name in (string[])[.. Names, string.Concat(Enumerable.Repeat("🙂", 200))])
        {
            await bot.Lead(new { name, company = name });
            var card = await bot.ExpectPost(Sales);
            Assert.All(Parsed(card.Card), text =>
            {
                Assert.DoesNotContain("](", text, StringComparison.Ordinal);
                Assert.DoesNotContain("<at>", text, StringComparison.Ordinal);
                Assert.DoesNotContain("://", text, StringComparison.Ordinal);
                Assert.DoesNotContain("{{DATE(2026-01", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(Unseen(), text);
            });
            Assert.Empty(card.Mentions);
            await bot.Press((await OffereeAsync(bot))!, card, "Accept");
            await bot.Overlook();
        }
    }

    [Theory, OnBothDatabases]
    public async Task Five_thousand_emoji_are_refused_with_the_length_that_is_taken(Database database)
    {
        var bot = await StartAsync(database);
        var witness = await Witness.AtAsync(bot);

        var (status, answer) = await bot.Post(new JsonObject
        {
            ["source"] = "website",
            ["externalId"] = "web-1",
            ["name"] = string.Concat(Enumerable.Repeat("🙂", 5_000)),
        }.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(("name", "name is 10000 characters long; at most 400 are taken."), (answer["field"]!.GetValue<string>(), answer["detail"]!.GetValue<string>()));
        await witness.NothingHappenedBut("name", "🙂");
    }

    [Theory, OnBothDatabases]
    public async Task A_phone_number_is_text_whatever_stands_in_it(Database database)
    {
        var bot = await StartAsync(database);
        foreach (var phone in Phones)
        {
            await bot.Lead(new { phone });
            var card = await bot.ExpectPost(Sales);
            var offeree = (await OffereeAsync(bot))!;
            var details = (await bot.Press(offeree, card, "Details")).Card;

            Assert.Contains($"Phone: {phone}", details.Texts);
            Assert.Equal(phone, await bot.Read(db => db.Leads.OrderByDescending(lead => lead.No).Select(lead => lead.Facts.Phone).FirstAsync()));
            await bot.Press(offeree, card, "Accept");
            await bot.Overlook();
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_phone_number_that_is_empty_is_none(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { phone = "  " });
        await bot.ExpectPost(Sales);

        var details = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Details")).Card;

        Assert.DoesNotContain(details.Texts, text => text.StartsWith("Phone", StringComparison.Ordinal));
        Assert.Null(await bot.Read(db => db.Leads.Select(lead => lead.Facts.Phone).SingleAsync()));
    }

    static async Task<Colleague?> OffereeAsync(BotHarness bot)
    {
        var no = await bot.Read(db => db.Leads.MaxAsync(lead => lead.No));
        var name = (await bot.GetLead($"L-{no}")).OfferedTo;
        return SalesPeople.FirstOrDefault(person => person.Name == name);
    }

    /// <summary>The texts in which a client looks for markdown, mentions and instants.</summary>
    static IEnumerable<string> Parsed(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } one when (string?)one["type"] == "TextBlock" => [one["text"]!.GetValue<string>()],
        JsonObject one when one["facts"] is JsonArray facts => facts.SelectMany(fact => new[] { fact!["title"]!.GetValue<string>(), fact["value"]!.GetValue<string>() }),
        JsonObject one => one.Where(member => member.Key != "data").SelectMany(member => Parsed(member.Value)),
        JsonArray many => many.SelectMany(Parsed),
        _ => [],
    };

    [GeneratedRegex(@"[\u0000-\u0009\u000B-\u001F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Unseen();
}
