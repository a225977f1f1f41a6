using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Tests.Setup;

/// <summary>Calendars, ladders, people's hours and quiet hours in the model file, and every way to write them wrong.</summary>
public sealed class ModelHoursTests
{
    /// <summary>Line numbers in the tests below are its own.</summary>
    const string Good = """
        company: Firm
        language: en
        timeZone: Europe/Berlin
        calendar:
          hours:
            mon-thu: 09:00-12:30, 13:30-17:30
            fri: 09:00-15:00
            sat: closed
          holidays:
            - 2026-12-25 Christmas Day
            - 2026-12-26
            - 2027-01-01 New Year
          halfDays: { 2026-12-24: 09:00-13:00, 2026-12-31: 09:00-13:00 }
        departments:
          marketing: { name: Marketing, head: h@firm.example, guardian: g@firm.example, calendar: { hours: { sun-thu: 10:00-18:00 }, holidays: [2026-12-24] } }
          sales:
            name: Sales
            timeZone: America/St_Johns
            calendar: { halfDays: {} }
            head: h@firm.example
            guardian: g@firm.example
        seams:
          marketing-sales: { from: marketing, to: sales, name: Inquiries }
        segments:
          hot:
            name: Hot
            offer: pool
            acceptWithin: 5m
            contactWithin: 15m
            followUpWithin: 1d
            secondLine: g@firm.example
            ladder:
              - { at: 50%, do: nudge }
              - { at: 90%, do: nudge }
              - { at: 100%, do: second-line }
              - { at: 200%, do: guardian }
            followUpLadder: [{ at: 100%, do: nudge }]
          warm: { name: Warm, offer: person, acceptWithin: 1h, default: true }
        rejectReasons:
          no-fit: { name: No fit, question: { text: What?, choices: { small: Too small, far: Too far } } }
          no-need: { name: No need }
          bad-contact: { name: Bad contact }
          duplicate: { name: Duplicate }
          customer: { name: Customer }
          other: { name: Other, question: { text: Why?, minLength: 10 } }
        holdReasons: { later: Later }
        handBackReasons: { away: Away }
        closeReasons: { test: Test }
        leads: { department: sales, seam: marketing-sales }
        people:
          g@firm.example: { timeZone: Asia/Kolkata, hours: { mon-fri: 08:00-16:00 } }
          h@firm.example: { holidays: [] }
        messages: { quietHours: "21:00-06:30", budget: 4 }
        feedback: { ask: 25% }
        """;

    static readonly PersonFacts _head = new("00000000-0000-4000-8000-000000000001", "Hana", "h@firm.example", null, "Sales", null, null);
    static readonly PersonFacts _guardian = new("00000000-0000-4000-8000-000000000002", "Gus", "g@firm.example", null, "Sales", null, null);

    static RevenueModel GoodModel => ModelFile.Parse(Good, "model.yaml").Model!;

    [Fact]
    public void Good_hours_are_no_problem() => Assert.Empty(ModelFile.Parse(Good, "model.yaml").Problems);

    [Theory]
    [InlineData("2026-12-22", "09:00-12:30, 13:30-17:30")]
    [InlineData("2026-12-18", "09:00-15:00")]
    [InlineData("2026-12-19", "closed")]
    [InlineData("2026-12-20", "closed")]
    [InlineData("2026-12-25", "closed")]
    [InlineData("2026-12-24", "09:00-12:30, 13:30-17:30")]
    public void What_a_department_leaves_out_is_the_companys(string day, string hours) => Assert.Equal(hours, HoursOf("sales", day));

    [Theory]
    [InlineData("2026-12-20", "10:00-18:00")]
    [InlineData("2026-12-18", "closed")]
    // The company's half day, and the department's holiday.
    [InlineData("2026-12-24", "closed")]
    [InlineData("2026-12-31", "09:00-13:00")]
    // A Sunday in the company's year has nothing special; its New Year is no holiday of this department.
    [InlineData("2028-01-02", "10:00-18:00")]
    public void What_a_department_says_is_said(string day, string hours) => Assert.Equal(hours, HoursOf("marketing", day));

    [Fact]
    public void Segments_have_their_promises_and_ladders()
    {
        var (hot, warm) = (GoodModel.FindSegment("hot")!, GoodModel.FindSegment("warm")!);

        Assert.Equal((TimeSpan.FromMinutes(15), LeadRules.WorkingDay, "g@firm.example"), (hot.ContactWithin, hot.FollowUpWithin, hot.SecondLine));
        Assert.Equal(["nudge-1", "nudge-2", "second-line", "guardian"], hot.Ladder.Names);
        Assert.Equal([50, 90, 100, 200], hot.Ladder.Steps.Select(step => step.Percent));
        Assert.Equal(["nudge-1"], hot.FollowUpLadder.Names);
        Assert.Equal((null, null, null), (warm.ContactWithin, warm.FollowUpWithin, warm.SecondLine));
        Assert.Equal((Ladder.Usual, Ladder.ForFollowUp), (warm.Ladder, warm.FollowUpLadder));
    }

    [Fact]
    public void People_have_hours_of_their_own()
    {
        var sales = GoodModel.FindDepartment("sales")!.Hours;
        var (gus, hana) = (GoodModel.PeopleHours["G@firm.example"], GoodModel.PeopleHours["h@firm.example"]);

        Assert.Equal(("Asia/Kolkata", "mon-fri 08:00-16:00"), (gus.TimeZone, HoursText.Write(gus.Hours.Over(sales).Week)));
        Assert.Empty(gus.Hours.Over(sales).On(new DateOnly(2026, 12, 25)));
        Assert.Null(hana.TimeZone);
        Assert.NotEmpty(hana.Hours.Over(sales).On(new DateOnly(2026, 12, 25)));
    }

    [Fact]
    public void Messages_have_their_limits()
    {
        Assert.Equal(new HourBlock(new TimeSpan(21, 0, 0), new TimeSpan(6, 30, 0)), GoodModel.Messages.QuietHours);
        Assert.Equal(4, GoodModel.Messages.Budget);
        Assert.Equal(new MessageRules(), ModelFile.Parse(Without("messages: "), "model.yaml").Model!.Messages);
    }

    [Fact]
    public void Feedback_is_asked_for_after_a_part_of_the_hand_offs_or_after_all()
    {
        Assert.Equal(25, GoodModel.Feedback.AskPercent);
        Assert.Equal(100, ModelFile.Parse(Without("feedback: "), "model.yaml").Model!.Feedback.AskPercent);
        Assert.Equal(0, ModelFile.Parse(Good.Replace("ask: 25%", "ask: none", StringComparison.Ordinal), "model.yaml").Model!.Feedback.AskPercent);
    }

    [Theory]
    // Zones.
    [InlineData("timeZone: America/St_Johns", "timeZone: Mars/Phobos", 18, "departments.sales.timeZone", "\"Mars/Phobos\" is no known time zone; an IANA name")]
    [InlineData("timeZone: Asia/Kolkata", "timeZone: Mars/Phobos", 51, "people.g@firm.example.timeZone", "\"Mars/Phobos\" is no known time zone")]
    // Hours.
    [InlineData("fri: 09:00-15:00", "fri: 22:00-06:00", 7, "calendar.hours.fri", "22:00-06:00 ends before it starts; a night shift is two blocks: 22:00-24:00, and 00:00-06:00 on the day after")]
    [InlineData("fri: 09:00-15:00", "fri: 16:00-00:00", 7, "calendar.hours.fri", "the midnight that ends a day is written 24:00")]
    [InlineData("fri: 09:00-15:00", "fri: 09:00-09:00", 7, "calendar.hours.fri", "09:00-09:00 has no length")]
    [InlineData("fri: 09:00-15:00", "fri: 09:00-24:01", 7, "calendar.hours.fri", "beyond the day, which lasts from 00:00 to 24:00")]
    [InlineData("fri: 09:00-15:00", "fri: 9-5", 7, "calendar.hours.fri", "\"9-5\" is no block of hours; write start and end by the clock, such as 09:00-17:00")]
    [InlineData("fri: 09:00-15:00", "fri: 09:00-09:75", 7, "calendar.hours.fri", "is no block of hours")]
    [InlineData("fri: 09:00-15:00", "fri: 09:00-12:00,", 7, "calendar.hours.fri", "\"\" is no block of hours")]
    [InlineData("fri: 09:00-15:00", "fri:", 7, "calendar.hours.fri", "\"\" is no block of hours")]
    [InlineData("fri: 09:00-15:00", "fri: [09:00-15:00]", 7, "calendar.hours.fri", "A list stands here; a single value is needed")]
    [InlineData("fri: 09:00-15:00", "fri: 09:00-13:00, 12:00-15:00", 7, "calendar.hours.fri", "09:00-13:00 and 12:00-15:00 overlap")]
    [InlineData("fri: 09:00-15:00", "fri: 13:00-15:00, 09:00-12:00", 7, "calendar.hours.fri", "09:00-12:00 stands after 13:00-15:00")]
    [InlineData("fri: 09:00-15:00", "friday: 09:00-15:00", 7, "calendar.hours.friday", "\"friday\" names no day of the week; \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\" and \"sun\" are allowed, and ranges such as mon-fri. Did you mean \"fri\"?")]
    [InlineData("fri: 09:00-15:00", "fir: 09:00-15:00", 7, "calendar.hours.fir", "Did you mean \"fri\"?")]
    [InlineData("fri: 09:00-15:00", "tue-wed-fri: 09:00-15:00", 7, "calendar.hours.tue-wed-fri", "names no day of the week")]
    [InlineData("fri: 09:00-15:00", "wed-fri: 09:00-15:00", 7, "calendar.hours.wed-fri", "\"wed\" and \"thu\" are named twice: in \"wed-fri\" and in \"mon-thu\"")]
    [InlineData("fri: 09:00-15:00", "SAT: 09:00-15:00", 8, "calendar.hours.sat", "\"sat\" is named twice: in \"sat\" and in \"SAT\"")]
    [InlineData("fri: 09:00-15:00", "sat: 09:00-15:00", 8, "calendar.hours.sat", "it stands in line 7 already")]
    [InlineData("hours: { sun-thu: 10:00-18:00 }", "hours: { sun-thu: 10:00-12:00, 13:00-18:00 }", 15, "departments.marketing.calendar.hours.13:00-18:00", "several blocks need quotes")]
    [InlineData("hours: { sun-thu: 10:00-18:00 }", "hours: { mon-sun: closed }", 15, "departments.marketing.calendar.hours", "The whole week is closed, so that no promise would ever be due")]
    [InlineData("hours: { sun-thu: 10:00-18:00 }", "hours: {}", 15, "departments.marketing.calendar.hours", "The whole week is closed")]
    [InlineData("hours: { sun-thu: 10:00-18:00 }", "hours: 09:00-17:00", 15, "departments.marketing.calendar.hours", "A single value stands here; a mapping")]
    [InlineData("hours: { mon-fri: 08:00-16:00 }", "hours: { mon-fri: 16:00-08:00 }", 51, "people.g@firm.example.hours.mon-fri", "ends before it starts")]
    [InlineData("calendar: { halfDays: {} }", "calendar: { halfdays: {} }", 19, "departments.sales.calendar.halfdays", "Did you mean \"halfDays\"?")]
    // Days.
    [InlineData("- 2027-01-01 New Year", "- 2026-12-25 Christmas again", 12, "calendar.holidays[2]", "2026-12-25 stands here twice: as entry 1 and as entry 3")]
    [InlineData("- 2027-01-01 New Year", "- 2027-02-29 Leap Day", 12, "calendar.holidays[2]", "\"2027-02-29\" is no day of any year; year, month and day are allowed, such as 2026-12-25")]
    [InlineData("- 2027-01-01 New Year", "- 01.01.2027", 12, "calendar.holidays[2]", "\"01.01.2027\" is no day of any year")]
    [InlineData("- 2027-01-01 New Year", "- [2027-01-01]", 12, "calendar.holidays[2]", "a text is needed")]
    [InlineData("- 2027-01-01 New Year", "- 2026-12-31 New Year's Eve", 13, "calendar.halfDays.2026-12-31", "2026-12-31 is a holiday and a half day; it can be one of them")]
    [InlineData("2026-12-31: 09:00-13:00", "2026-12-32: 09:00-13:00", 13, "calendar.halfDays.2026-12-32", "\"2026-12-32\" is no day")]
    [InlineData("2026-12-31: 09:00-13:00", "2026-12-31: closed", 13, "calendar.halfDays.2026-12-31", "belongs under \"holidays\"")]
    [InlineData("2026-12-31: 09:00-13:00", "2026-12-31: 13:00-09:00", 13, "calendar.halfDays.2026-12-31", "ends before it starts")]
    // Promised times.
    [InlineData("acceptWithin: 5m", "acceptWithin: 0", 28, "segments.hot.acceptWithin", "\"0\" is no duration; a whole number of at most six digits with m (minutes), h (hours) or d")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 0m", 28, "segments.hot.acceptWithin", "0m is out of range; 1m to 30d are allowed")]
    [InlineData("acceptWithin: 5m", "acceptWithin: -5", 28, "segments.hot.acceptWithin", "\"-5\" is no duration")]
    [InlineData("acceptWithin: 5m", "acceptWithin: -5m", 28, "segments.hot.acceptWithin", "\"-5m\" is no duration")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 1000000000", 28, "segments.hot.acceptWithin", "\"1000000000\" is no duration")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 1000000000d", 28, "segments.hot.acceptWithin", "at most six digits")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 10^9m", 28, "segments.hot.acceptWithin", "\"10^9m\" is no duration")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 999999d", 28, "segments.hot.acceptWithin", "999999d is out of range; 1m to 30d are allowed")]
    [InlineData("contactWithin: 15m", "contactWithin: 0m", 29, "segments.hot.contactWithin", "0m is out of range")]
    [InlineData("contactWithin: 15m", "contactWithin: soon", 29, "segments.hot.contactWithin", "\"soon\" is no duration")]
    [InlineData("followUpWithin: 1d", "followUpWithin: 31d", 30, "segments.hot.followUpWithin", "31d is out of range")]
    [InlineData("secondLine: g@firm.example", "secondLine: Gus", 31, "segments.hot.secondLine", "\"Gus\" names nobody for certain")]
    // Ladders.
    [InlineData("at: 50%", "at: 0%", 33, "segments.hot.ladder[0].at", "0 is out of range; 1 to 1000 are allowed (percent of the promised time)")]
    [InlineData("at: 50%", "at: -5%", 33, "segments.hot.ladder[0].at", "\"-5%\" is no percentage; a whole number with a percent sign is allowed, such as 50%")]
    [InlineData("at: 50%", "at: 50", 33, "segments.hot.ladder[0].at", "\"50\" is no percentage")]
    [InlineData("at: 50%", "at: 30m", 33, "segments.hot.ladder[0].at", "\"30m\" is no percentage")]
    [InlineData("{ at: 50%, do: nudge }", "{ do: nudge }", 33, "segments.hot.ladder[0].at", "The key \"at\" is missing here")]
    [InlineData("{ at: 50%, do: nudge }", "{ at: 50%, do: nugde }", 33, "segments.hot.ladder[0].do", "Did you mean \"nudge\"?")]
    [InlineData("{ at: 50%, do: nudge }", "nudge", 33, "segments.hot.ladder[0]", "a mapping (key: value) is needed")]
    [InlineData("at: 90%", "at: 50%", 34, "segments.hot.ladder[1].at", "50% comes after 50%; rungs are written in their order")]
    [InlineData("at: 90%", "at: 40%", 34, "segments.hot.ladder[1].at", "40% comes after 50%")]
    [InlineData("at: 200%", "at: 1001%", 36, "segments.hot.ladder[3].at", "1001 is out of range; 1 to 1000")]
    [InlineData("at: 200%", "at: 1000000000%", 36, "segments.hot.ladder[3].at", "is no percentage")]
    [InlineData("do: guardian", "do: nudge", 32, "segments.hot.ladder", "The ladder has no last rung: it stops at \"nudge\", and nobody would move the lead on; end it with \"reassign\" or \"guardian\"")]
    [InlineData("      - { at: 200%, do: guardian }\n", "", 32, "segments.hot.ladder", "it stops at \"second-line\"")]
    [InlineData("{ at: 90%, do: nudge }", "{ at: 90%, do: reassign }", 34, "segments.hot.ladder[1].do", "\"reassign\" ends a ladder, for the lead leaves the person then; no rung may come after it")]
    [InlineData("{ at: 90%, do: nudge }", "{ at: 90%, do: guardian }", 34, "segments.hot.ladder[1].do", "\"guardian\" ends a ladder")]
    [InlineData("{ at: 90%, do: nudge }", "{ at: 90%, do: second-line }", 35, "segments.hot.ladder[2].do", "\"second-line\" stands in the ladder already; it is asked once")]
    [InlineData("[{ at: 100%, do: nudge }]", "[{ at: 1%, do: nudge }, { at: 2%, do: nudge }, { at: 3%, do: nudge }, { at: 4%, do: nudge }, { at: 5%, do: nudge }, { at: 6%, do: nudge }]", 37, "segments.hot.followUpLadder[5].do", "more than 5 nudges")]
    [InlineData("[{ at: 100%, do: nudge }]", "[]", 37, "segments.hot.followUpLadder", "The ladder has no rung")]
    [InlineData("[{ at: 100%, do: nudge }]", "[{ at: 100%, do: reassign }, { at: 110%, do: nudge }]", 37, "segments.hot.followUpLadder[0].do", "\"reassign\" ends a ladder")]
    [InlineData("[{ at: 100%, do: nudge }]", "nudge", 37, "segments.hot.followUpLadder", "A single value stands here; a list is needed")]
    // People and messages.
    [InlineData("h@firm.example: { holidays: [] }", "Hana: { holidays: [] }", 52, "people.Hana", "\"Hana\" names nobody for certain")]
    [InlineData("h@firm.example: { holidays: [] }", "G@firm.example: { holidays: [] }", 52, "people.G@firm.example", "twice, in different case")]
    [InlineData("h@firm.example: { holidays: [] }", "h@firm.example: { hollidays: [] }", 52, "people.h@firm.example.hollidays", "Did you mean \"holidays\"?")]
    [InlineData("\"21:00-06:30\"", "at night", 53, "messages.quietHours", "\"at night\" are no quiet hours; write when they begin and end by the clock, such as 20:00-07:00")]
    [InlineData("\"21:00-06:30\"", "00:00-24:00", 53, "messages.quietHours", "would be quiet all day long or never")]
    [InlineData("\"21:00-06:30\"", "08:00-08:00", 53, "messages.quietHours", "would be quiet all day long or never")]
    [InlineData("budget: 4", "budget: 0", 53, "messages.budget", "0 is out of range; 1 to 50 are allowed (unasked messages to one person a day)")]
    [InlineData("budget: 4", "budget: 51", 53, "messages.budget", "51 is out of range")]
    [InlineData("budget: 4", "budget: 4.5", 53, "messages.budget", "\"4.5\" is no whole number")]
    [InlineData("ask: 25%", "ask: 101%", 54, "feedback.ask", "\"101%\" is no part of the hand-offs; \"all\", \"none\" or a whole percentage up to 100% is allowed, such as 25%.")]
    [InlineData("ask: 25%", "ask: often", 54, "feedback.ask", "\"often\" is no part of the hand-offs")]
    [InlineData("ask: 25%", "asks: 25%", 54, "feedback.asks", "Did you mean \"ask\"?")]
    public void A_mistake_is_shown_where_it_stands(string good, string bad, int line, string path, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);

        var (model, problems) = ModelFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "model.yaml");

        Assert.Null(model);
        var problem = Assert.Single(problems, problem => problem.Path == path);
        Assert.Equal(("model.yaml", line), (problem.File, problem.Line));
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.All(problems, problem => Assert.StartsWith(path.Split('.')[0], problem.Path, StringComparison.Ordinal));
    }

    /// <summary>One thing wrong is one sentence: what the company's calendar says is not said again by every department that has it.</summary>
    [Theory]
    [InlineData("fri: 09:00-15:00", "fri: 22:00-06:00")]
    [InlineData("- 2026-12-26", "- 2026-12-25")]
    [InlineData("at: 50%", "at: x")]
    [InlineData("do: second-line", "do: second")]
    [InlineData("budget: 4", "budget: four")]
    public void One_mistake_is_one_sentence(string good, string bad) =>
        Assert.Single(ModelFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "model.yaml").Problems);

    [Fact]
    public void Departments_without_hours_are_told_which_they_have()
    {
        var text = Without("    mon-thu", "    fri", "    sat", "  hours:\n");

        var (model, problems) = ModelFile.Parse(text, "model.yaml");

        var notice = Assert.Single(problems);
        Assert.Equal(("calendar", Severity.Notice, 4), (notice.Path, notice.Severity, notice.Line));
        Assert.Contains("when sales work, so that their promises count mon-fri 09:00-17:00", notice.Sentence, StringComparison.Ordinal);
        Assert.Equal(WorkingHours.Usual.Week, model!.FindDepartment("sales")!.Hours.Week);
        Assert.Empty(model.FindDepartment("sales")!.Hours.On(new DateOnly(2026, 12, 25)));
    }

    [Fact]
    public void A_second_line_who_is_nobody_stops_the_start_and_hours_of_nobody_do_not()
    {
        Assert.Empty(Together(GoodModel));

        var nobody = Together(ModelFile.Parse(Good.Replace("secondLine: g@", "secondLine: x@", StringComparison.Ordinal), "model.yaml").Model!);
        Assert.Equal(("segments.hot.secondLine", Severity.Error), (Assert.Single(nobody).Path, nobody[0].Severity));
        Assert.StartsWith("\"x@firm.example\" is to be the second line of Hot, but is not among the people", nobody[0].Sentence, StringComparison.Ordinal);

        var gone = Together(ModelFile.Parse(Good.Replace("  h@firm.example: { hol", "  x@firm.example: { hol", StringComparison.Ordinal), "model.yaml").Model!);
        Assert.Equal(("people.x@firm.example", Severity.Notice), (Assert.Single(gone).Path, gone[0].Severity));
        Assert.Contains("has hours but is not among the people", gone[0].Sentence, StringComparison.Ordinal);

        var twice = Together(ModelFile.Parse(Good.Replace("  h@firm.example: { hol", $"  {_guardian.ObjectId}: {{ hol", StringComparison.Ordinal), "model.yaml").Model!);
        Assert.Equal((Severity.Error, "are both Gus; one entry each."), (Assert.Single(twice).Severity, twice[0].Sentence[^29..]));

        static IReadOnlyList<Problem> Together(RevenueModel model) => PeopleRules.Check([_head, _guardian], model);
    }

    static string HoursOf(string department, string day) =>
        HoursText.Write(GoodModel.FindDepartment(department)!.Hours.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    static string Without(params string[] lines) => string.Concat(Good.Split('\n').Select(line => line + "\n").Where(line => !lines.Any(gone => line.StartsWith(gone, StringComparison.Ordinal))));
}
