using System.Text.Json;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People;
using AccountabilityBot.People.Graph;
using AccountabilityBot.Tests.Edge;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>What a mailbox says, in our words: as Graph's own samples have it, and as no sample has.</summary>
public sealed class MailboxReadingTests
{
    const string Weekdays = """["monday","tuesday","wednesday","thursday","friday"]""";

    [Fact]
    public async Task The_recorded_mailbox_chose_no_hours_and_was_away_for_two_weeks()
    {
        var read = MailboxReading.Of(await RecordedAsync("mailboxSettings.json"));

        var (from, until) = (new DateTimeOffset(2016, 3, 14, 7, 0, 0, TimeSpan.Zero), new DateTimeOffset(2016, 3, 28, 7, 0, 0, TimeSpan.Zero));
        Assert.Equal(new MailboxReading(null, null, AutomaticReplies.Between(from, until), "user", null), read);
        Assert.Equal(new OutTime(from, until), read.Replies.Absence(from.AddDays(1)));
        Assert.Null(read.Replies.Absence(until));
    }

    [Fact]
    public async Task Recorded_replies_that_are_always_on_have_dates_that_do_not_count()
    {
        var setting = await RecordedAsync("automaticRepliesSetting_alwaysEnabled.json");

        Assert.Equal(AutomaticReplies.Always, Of($$"""{"automaticRepliesSetting":{{setting.GetRawText()}}}""").Replies);
    }

    /// <summary>Minutes ahead of UTC: this clock is 3:20 behind it, and 1:40 more from October to May.</summary>
    [Fact]
    public async Task A_recorded_zone_of_ones_own_goes_by_its_own_rules()
    {
        var hours = await RecordedAsync("workingHours_customTimeZone.json");

        var read = Of($$"""{"timeZone":"UTC","workingHours":{{hours.GetRawText()}}}""");

        Assert.Equal(("mon-sat 09:00-18:30", null), (read.Hours, read.Problem));
        var zone = Zones.Find(read.TimeZone!)!;
        Assert.Equal(TimeSpan.FromMinutes(-200), zone.GetUtcOffset(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(TimeSpan.FromMinutes(-300), zone.GetUtcOffset(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Tokyo Standard Time", "Asia/Tokyo")]
    [InlineData("Europe/Madrid", "Europe/Madrid")]
    [InlineData("Asia/Kolkata", "Asia/Kolkata")]
    public void A_zone_may_have_a_Windows_name_or_one_of_IANA(string named, string kept)
    {
        Assert.Equal(new MailboxReading(kept, "mon-fri 10:00-15:00", AutomaticReplies.Off, null, null), Of(Hours($$"""{"name":"{{named}}"}""")));
        Assert.Equal(kept, Of($$"""{"timeZone":"{{named}}"}""").TimeZone);
    }

    [Fact]
    public void Hours_without_a_zone_go_by_the_mailboxs() =>
        Assert.Equal(("Europe/Berlin", null), (Of(Hours("{}", mailbox: "W. Europe Standard Time")).TimeZone, Of(Hours("{}", mailbox: "W. Europe Standard Time")).Problem));

    [Theory]
    [InlineData("""{"name":"Narnia Standard Time"}""")]
    [InlineData("""{"name":"../../etc/passwd"}""")]
    [InlineData("""{"name":"Europe/Berlin\u0000"}""")]
    [InlineData("""{"bias":99999,"name":"Customized Time Zone"}""")]
    [InlineData("""{"bias":1e99,"name":"Customized Time Zone"}""")]
    [InlineData("""{"bias":60,"standardOffset":{"time":"02:00:00","dayOccurrence":9,"dayOfWeek":"sunday","month":10},"daylightOffset":{"daylightBias":60,"time":"02:00:00","dayOccurrence":1,"dayOfWeek":"sunday","month":3}}""")]
    public void A_zone_that_does_not_exist_is_a_problem_and_no_failure(string zone)
    {
        var read = Of(Hours(zone));

        Assert.Equal((null, "mon-fri 10:00-15:00", MailboxProblems.NoZone), (read.TimeZone, read.Hours, read.Problem));
    }

    [Fact]
    public void A_zone_of_ones_own_without_a_summer_has_none()
    {
        var zone = Zones.Find(Of(Hours("""{"bias":345,"name":"Customized Time Zone"}""")).TimeZone!)!;

        Assert.Equal((TimeSpan.FromMinutes(345), false), (zone.BaseUtcOffset, zone.SupportsDaylightSavingTime));
    }

    [Theory]
    [InlineData("""["monday","someday","TUESDAY","3","monday,tuesday",null,4,"8"]""", "mon-tue 10:00-15:00", null)]
    [InlineData("""["someday"]""", null, MailboxProblems.NoHours)]
    [InlineData("[]", null, MailboxProblems.NoHours)]
    [InlineData("null", null, MailboxProblems.NoHours)]
    [InlineData("\"monday\"", null, MailboxProblems.NoHours)]
    public void Days_that_are_none_are_left_out(string days, string? hours, string? problem)
    {
        var read = Of(Hours("""{"name":"Europe/Berlin"}""", days));

        Assert.Equal((hours, problem), (read.Hours, read.Problem));
    }

    [Theory]
    [InlineData("scheduled")]
    [InlineData("Scheduled")]
    [InlineData("SCHEDULED")]
    public void A_schedule_is_one_in_any_case_and_goes_by_the_zone_it_names(string status) => Assert.Equal(
        "2026-07-01T06:00:00Z/2026-07-02T06:00:00Z", Replies(status, "2026-07-01T08:00:00.0000000", "2026-07-02T08:00:00.0000000", "W. Europe Standard Time").ToString());

    [Theory]
    [InlineData("disabled", "2026-07-01T08:00:00", "2026-07-02T08:00:00", "UTC")]
    [InlineData("sometimes", "2026-07-01T08:00:00", "2026-07-02T08:00:00", "UTC")]
    [InlineData("scheduled", "2026-07-02T08:00:00", "2026-07-01T08:00:00", "UTC")]
    [InlineData("scheduled", "soon", "2026-07-01T08:00:00", "UTC")]
    [InlineData("scheduled", "2026-07-01T08:00:00", "2026-07-02T08:00:00", "Narnia Standard Time")]
    public void What_is_no_schedule_is_off(string status, string from, string until, string zone) => Assert.Equal(AutomaticReplies.Off, Replies(status, from, until, zone));

    /// <summary>Programs write the first and the last instant there is where they mean none.</summary>
    [Theory]
    [InlineData("UTC")]
    [InlineData("Pacific Standard Time")]
    [InlineData("Tokyo Standard Time")]
    public void The_ends_of_time_are_instants_too(string zone)
    {
        var replies = Replies("scheduled", "0001-01-01T00:00:00", "9999-12-31T23:59:59", zone);

        Assert.NotNull(replies.Absence(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("\"room\"", "room")]
    [InlineData("""{"value":"shared"}""", "shared")]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    [InlineData("7", null)]
    public void A_purpose_is_a_word_or_an_object_with_one(string purpose, string? read) => Assert.Equal(read, Of($$"""{"userPurpose":{{purpose}}}""").Purpose);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"timeZone":null,"workingHours":null,"automaticRepliesSetting":null,"userPurpose":null}""")]
    [InlineData("""{"timeZone":5,"workingHours":[],"automaticRepliesSetting":"on","userPurpose":[]}""")]
    [InlineData("""{"workingHours":{"daysOfWeek":null,"startTime":null,"endTime":null,"timeZone":null},"automaticRepliesSetting":{"status":null}}""")]
    [InlineData("""{"workingHours":{"daysOfWeek":["monday"],"startTime":"early","endTime":"25:00:00","timeZone":"x"}}""")]
    public void A_mailbox_that_says_nothing_says_nothing(string settings) =>
        Assert.Equal(new MailboxReading(null, null, AutomaticReplies.Off, null, null), Of(settings));

    static string Hours(string zone, string days = Weekdays, string mailbox = "UTC") =>
        $$"""{"timeZone":"{{mailbox}}","workingHours":{"daysOfWeek":{{days}},"startTime":"10:00:00.0000000","endTime":"15:00:00.0000000","timeZone":{{zone}} } }""";

    static AutomaticReplies Replies(string status, string from, string until, string zone) => Of(
        $$"""{"automaticRepliesSetting":{"status":"{{status}}","scheduledStartDateTime":{"dateTime":"{{from}}","timeZone":"{{zone}}"},"scheduledEndDateTime":{"dateTime":"{{until}}","timeZone":"{{zone}}"} } }""").Replies;

    static MailboxReading Of(string settings)
    {
        using var document = JsonDocument.Parse(settings);
        return MailboxReading.Of(document.RootElement);
    }

    static async Task<JsonElement> RecordedAsync(string file)
    {
        var path = SharedData.GraphPayloads is { } folder ? Path.Combine(folder, file) : null;
        Assert.SkipWhen(!File.Exists(path), $"data/payloads/graph/{file} is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path!, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
