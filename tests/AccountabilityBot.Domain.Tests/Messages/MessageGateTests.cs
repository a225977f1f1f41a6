using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Messages;

public sealed class MessageGateTests
{
    static readonly MessageRules Rules = new();
    static readonly Reader InBerlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), null);
    static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Night = new(2026, 11, 23, 21, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Morning = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    // By day, in the night, and as the seventh of the day.
    [Theory]
    [InlineData(Manners.Solicited, "go", "go", "go")]
    [InlineData(Manners.Offer, "go, counted", "go, counted", "go, counted")]
    [InlineData(Manners.Reminder, "go, counted", "hold", "bundle")]
    [InlineData(Manners.Help, "go, counted", "hold", "bundle")]
    [InlineData(Manners.News, "go, counted", "hold", "bundle")]
    [InlineData(Manners.Bundle, "go", "hold", "go")]
    public void Each_manners_has_its_rule(Manners manners, string byDay, string byNight, string beyondBudget)
    {
        Assert.Equal(byDay, Told(manners, Noon, sentToday: 5));
        Assert.Equal(byNight, Told(manners, Night, sentToday: 5));
        Assert.Equal(beyondBudget, Told(manners, Noon, sentToday: 6));
        // The night first: what is held may find room in the budget of the next day.
        Assert.Equal(byNight, Told(manners, Night, sentToday: 6));
    }

    [Theory]
    [InlineData(Manners.Solicited, "go")]
    [InlineData(Manners.Offer, "go")]
    [InlineData(Manners.Reminder, "go")]
    [InlineData(Manners.Help, "go")]
    [InlineData(Manners.News, "go")]
    public void A_hot_lead_passes_the_night_and_the_budget_and_is_not_counted(Manners manners, string told)
    {
        Assert.Equal(told, Told(manners, Night, sentToday: 60, isExempt: true));
        Assert.Equal(told, Told(manners, Noon, sentToday: 0, isExempt: true));
    }

    [Theory]
    [InlineData(Manners.Solicited, "go, go, go")]
    [InlineData(Manners.Offer, "go, counted, go, counted, go, counted")]
    [InlineData(Manners.Reminder, "drop: muted, go, counted, drop: muted")]
    [InlineData(Manners.Help, "go, counted, go, counted, go, counted")]
    [InlineData(Manners.News, "go, counted, drop: muted, drop: muted")]
    [InlineData(Manners.Bundle, "go, go, go")]
    public void Reminders_and_news_can_be_muted_and_nothing_else(Manners manners, string told) => Assert.Equal(told, string.Join(
        ", ",
        Told(manners, Noon, muted: [Muted.Reminders]),
        Told(manners, Noon, muted: [Muted.News]),
        Told(manners, Noon, muted: [Muted.Reminders, Muted.News])));

    [Theory]
    [InlineData(Manners.Reminder, -1, "drop: snoozed")]
    [InlineData(Manners.Reminder, 0, "go, counted")]
    [InlineData(Manners.Reminder, 1, "go, counted")]
    [InlineData(Manners.Help, -1, "go, counted")]
    [InlineData(Manners.News, -1, "go, counted")]
    [InlineData(Manners.Offer, -1, "go, counted")]
    public void A_snooze_keeps_reminders_away_until_it_ends(Manners manners, int secondsAfterTheEnd, string told) =>
        Assert.Equal(told, Told(manners, Noon, snoozedUntil: Noon.AddSeconds(-secondsAfterTheEnd)));

    [Fact]
    public void What_people_said_themselves_holds_for_hot_leads_too()
    {
        Assert.Equal("drop: muted", Told(Manners.Reminder, Noon, isExempt: true, muted: [Muted.Reminders]));
        Assert.Equal("drop: snoozed", Told(Manners.Reminder, Noon, isExempt: true, snoozedUntil: Noon.AddMinutes(1)));
        // And it comes before the night: nobody is woken in the morning by what they muted.
        Assert.Equal("drop: muted", Told(Manners.News, Night, muted: [Muted.News]));
    }

    [Fact]
    public void What_is_held_comes_in_the_morning_of_its_reader_and_a_snooze_says_when_it_ends()
    {
        Assert.Equal(new Verdict.Hold(Morning, HeldReasons.QuietHours), Decide(Manners.News, Night));
        Assert.Equal(new Verdict.Drop(HeldReasons.Snoozed, Noon.AddHours(1)), Decide(Manners.Reminder, Noon, snoozedUntil: Noon.AddHours(1)));
    }

    [Theory]
    [InlineData(0, "bundle")]
    [InlineData(1, "go, counted")]
    public void A_company_may_choose_to_bundle_everything(int budget, string told) =>
        Assert.Equal(told, Words(MessageGate.Decide(Manners.News, false, InBerlin, new ReadersDay { SentToday = 0 }, Rules with { Budget = budget }, Noon)));

    // Minutes since the last bundle, and after how many minutes this one is sent.
    [Theory]
    [InlineData(null, 15)]
    [InlineData(0, 60)]
    [InlineData(30, 30)]
    [InlineData(44, 16)]
    [InlineData(45, 15)]
    [InlineData(600, 15)]
    public void A_bundle_gathers_a_quarter_of_an_hour_and_comes_once_an_hour_at_most(int? since, int after) => Assert.Equal(
        Noon.AddMinutes(after), MessageGate.BundleAt(since is { } minutes ? Noon.AddMinutes(-minutes) : null, InBerlin, Rules, Noon));

    [Fact]
    public void A_bundle_that_would_come_in_quiet_hours_comes_in_the_morning() =>
        Assert.Equal(Morning, MessageGate.BundleAt(null, InBerlin, Rules, new DateTimeOffset(2026, 11, 23, 18, 50, 0, TimeSpan.Zero)));

    static string Told(
        Manners manners, DateTimeOffset now, int sentToday = 0, bool isExempt = false, Muted[]? muted = null, DateTimeOffset? snoozedUntil = null) =>
        Words(Decide(manners, now, sentToday, isExempt, muted, snoozedUntil));

    static Verdict Decide(
        Manners manners, DateTimeOffset now, int sentToday = 0, bool isExempt = false, Muted[]? muted = null, DateTimeOffset? snoozedUntil = null) =>
        MessageGate.Decide(
            manners, isExempt, InBerlin, new ReadersDay { SentToday = sentToday, Muted = (muted ?? []).ToHashSet(), SnoozedUntil = snoozedUntil }, Rules, now);

    static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Go { Counts: true } => "go, counted",
        Verdict.Go => "go",
        Verdict.Hold => "hold",
        Verdict.Bundle => "bundle",
        Verdict.Drop drop => $"drop: {drop.Because}",
        _ => throw new InvalidOperationException(),
    };
}
