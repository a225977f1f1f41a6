using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Model;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class NumberRulesTests
{
    static readonly NumberFacts _rate = new("win-rate", "Win rate") { Unit = "%", Target = 25, Department = "sales" };
    static readonly NumberFacts _time = new("time-to-close", "Time to close") { Unit = "days" };

    [Fact]
    public void Good_numbers_have_no_problem() =>
        Assert.Empty(Check(_rate with { Aliases = ["close rate"] }, _time with { Supports = "win-rate" }, new NumberFacts("bare", "Followers")));

    [Fact]
    public void An_alias_means_one_number()
    {
        var problem = Assert.Single(Check(_rate with { Aliases = ["Velocity"] }, _time with { Aliases = ["cycle", " velocity"] }));

        Assert.Equal("numbers.time-to-close.aliases[1]", problem.Path);
        Assert.Contains("already means \"Win rate\" (win-rate)", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_is_not_the_name_of_another_number_wherever_that_stands()
    {
        var problem = Assert.Single(Check(_rate with { Aliases = ["Time-To close"] }, _time));

        Assert.Equal("numbers.win-rate.aliases[0]", problem.Path);
    }

    [Fact]
    public void Two_numbers_may_be_called_alike() => Assert.Empty(Check(_rate, _rate with { Id = "win-rate-emea" }));

    [Theory]
    [InlineData("target")]
    [InlineData("floor")]
    [InlineData("cap")]
    [InlineData("plan")]
    [InlineData("forecast")]
    public void A_figure_needs_a_unit(string key)
    {
        var number = new NumberFacts("n", "Number");
        var problem = Assert.Single(Check(key switch
        {
            "target" => number with { Target = 1 },
            "floor" => number with { Floor = 1 },
            "cap" => number with { Cap = 1 },
            "plan" => number with { Plan = 1 },
            _ => number with { Forecast = 1 },
        }));

        Assert.Equal(($"numbers.n.{key}", $"\"Number\" has a {key} and no unit; write \"unit\" (%, EUR, hours, count …) beside it."), (problem.Path, problem.Sentence));
    }

    [Fact]
    public void A_circle_of_numbers_that_support_each_other_is_told_once_with_its_way()
    {
        var problem = Assert.Single(Check(
            new NumberFacts("a", "A") { Supports = "b" }, new NumberFacts("b", "B") { Supports = "c" }, new NumberFacts("c", "C") { Supports = "a" }, new NumberFacts("d", "D") { Supports = "a" }));

        Assert.Contains("a → b → c → a", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_does_not_support_itself() =>
        Assert.Contains("a → a", Assert.Single(Check(new NumberFacts("a", "A") { Supports = "a" })).Sentence, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_number_is_not_supported() =>
        Assert.EndsWith("Did you mean \"win-rate\"?", Assert.Single(Check(_rate, _time with { Supports = "win-rte" })).Sentence, StringComparison.Ordinal);

    [Fact]
    public void An_id_names_one_number_in_any_case() =>
        Assert.Contains("is used 2 times", Assert.Single(Check(_rate, _rate with { Id = "Win-Rate" })).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901")]
    public void An_id_can_stand_in_an_address(string id) =>
        Assert.Contains("is no id", Assert.Single(Check(new NumberFacts(id, "N"))).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_longer_than_a_card_can_show()
    {
        var problems = Check(_rate with
        {
            Name = new string('n', 161),
            Aliases = [.. Enumerable.Range(0, 21).Select(no => $"alias {no}")],
            Unit = new string('u', 21),
            Owner = new string('o', 201),
            Definition = new NumberDefinition(new string('d', 2_001)),
            FreshnessDays = 0,
        });

        Assert.Equal(
            ["aliases", "definition.text", "freshnessDays", "name", "owner", "unit"],
            problems.Select(problem => problem.Path["numbers.win-rate.".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_floor_lies_below_the_cap() => Assert.Single(Check(_rate with { Floor = 30, Cap = 20 }));

    [Theory]
    [InlineData("speed-to-lead-median", "minutes", null)]
    [InlineData("speed-to-lead-p90:marketing-sales", "hours", null)]
    [InlineData("reject-rate:no-fit", "%", null)]
    [InlineData("sla-kept:first-touch", "%", null)]
    [InlineData("sla-kept:complete", "%", null)]
    [InlineData("sla-kept:hand-over", "%", null)]
    [InlineData("sla-kept:word", "%", null)]
    [InlineData("leads-received", "count", null)]
    [InlineData("speed-to-lead-median", "%", "is computed in \"minutes\" and \"hours\", and \"Win rate\" has the unit \"%\"")]
    [InlineData("speed-to-lead-medain", "minutes", "Did you mean \"speed-to-lead-median\"?")]
    [InlineData("reject-rate:no-fitt", "%", "can be narrowed to one reject reason, and there is none with the id \"no-fitt\"")]
    [InlineData("acceptance-rate:no-fit", "%", "can be narrowed to one seam")]
    [InlineData("win-rate", "%", null)]
    [InlineData("cycle-time-median:marketing-sales", "days", null)]
    [InlineData("pipeline-created", "EUR", null)]
    [InlineData("velocity", "USD", null)]
    [InlineData("meetings-set", "count", null)]
    [InlineData("stage-conversion:working-meeting-set", "%", null)]
    [InlineData("stage-conversion", "%", "needs two stages behind a colon")]
    [InlineData("stage-conversion:won-working", "%", "can be narrowed to one pair of stages")]
    [InlineData("pipeline-created", "euros", "is computed in \"a currency such as EUR\"")]
    [InlineData("time-to-close-median", "hours", "is computed in \"days\"")]
    [InlineData("forecast-accuracy", "%", "needs a forecast, and the bot keeps none yet")]
    [InlineData("win-rate:source=fair:from=marketing", "%", null)]
    [InlineData("stage-conversion:qualified-won:seam=marketing-sales", "%", null)]
    [InlineData("stage-conversion:seam=marketing-sales", "%", "needs two stages behind a colon")]
    [InlineData("reject-rate:no-fit:source=paid-search:from=marketing", "%", null)]
    [InlineData("reject-rate:from=marketing:source=fair:seam=marketing-sales:reason=no-fit", "%", null)]
    [InlineData("sla-kept:first-touch:source=fair", "%", null)]
    [InlineData("acceptance-rate:marketing-sales:from=marketing", "%", null)]
    [InlineData("leads-received:source=fair", "count", null)]
    [InlineData("reject-rate:source=fairr", "%", "can be narrowed to one source, and there is none with the id \"fairr\"; \"paid-search\" and \"fair\" are allowed. Did you mean \"fair\"?")]
    [InlineData("reject-rate:from=delivery", "%", "can be narrowed to one department, and there is none with the id \"delivery\"")]
    [InlineData("reject-rate:form=marketing", "%", "can be narrowed by \"reason\", \"seam\", \"source\" and \"from\", and \"form\" is none of them. Did you mean \"from\"?")]
    [InlineData("acceptance-rate:reason=no-fit", "%", "can be narrowed by \"seam\", \"source\" and \"from\", and \"reason\" is none of them")]
    [InlineData("reject-rate:source=fair:source=paid-search", "%", "is narrowed by \"source\" twice")]
    [InlineData("reject-rate:no-fit:no-need", "%", "is narrowed by \"reason\" twice")]
    [InlineData("reject-rate:no-fit:", "%", "is narrowed by \"reason\" twice")]
    [InlineData("reject-rate:", "%", "there is none with the id \"\"")]
    [InlineData("reject-rate:source=", "%", "there is none with the id \"\"")]
    public void What_is_computed_is_a_figure_that_the_bot_has(string computed, string unit, string? fault)
    {
        var problems = Check(_rate with { Computed = computed, Unit = unit });

        if (fault is null)
            Assert.Empty(problems);
        else
            Assert.Contains(fault, Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@firm.example", Severity.Error, "is not among the people")]
    [InlineData("head@firm.example / nobody@firm.example", Severity.Error, "is not among the people")]
    [InlineData("00000000-0000-4000-8000-00000000abcd", Severity.Error, "is not among the people")]
    [InlineData("head@firm.example / guardian@firm.example", Severity.Notice, "is shared by")]
    [InlineData("Chief Revenue Officer", Severity.Notice, "held by nobody yet")]
    [InlineData("Ana", Severity.Notice, "2 people are called \"Ana\"")]
    [InlineData(null, Severity.Notice, "Nobody is named as the owner")]
    [InlineData("head@firm.example", null, null)]
    [InlineData("hedda", null, null)]
    [InlineData("cro", null, null)]
    public void Who_owns_it_is_a_person_a_role_that_one_has_or_is_told(string? owner, Severity? severity, string? words)
    {
        var model = Models.Good with { Numbers = [_rate with { Owner = owner }], Roles = new Dictionary<string, string> { ["CRO"] = Models.Head } };
        var problems = PeopleRules.Check([Person(1, "Hedda", Models.Head), Person(2, "Guido", Models.Guardian), Person(3, "Ana", "a@firm.example"), Person(4, "Ana", "b@firm.example")], model);

        if (severity is null)
            Assert.Empty(problems);
        else
            Assert.Contains(problems, problem => problem.Severity == severity && problem.Path.StartsWith("numbers.win-rate", StringComparison.Ordinal) && problem.Sentence.Contains(words!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_is_held_by_somebody_who_is_there()
    {
        var model = Models.Good with { Roles = new Dictionary<string, string> { ["CRO"] = "nobody@firm.example" } };
        var problem = Assert.Single(PeopleRules.Check([Person(1, "Hedda", Models.Head), Person(2, "Guido", Models.Guardian)], model));

        Assert.Equal(("roles.CRO", Severity.Error), (problem.Path, problem.Severity));
    }

    static PersonFacts Person(int no, string name, string email) => new($"00000000-0000-4000-8000-{no:000000000000}", name, email, null, null, null, null);

    static IReadOnlyList<Problem> Check(params NumberFacts[] numbers) => ModelRules.Check(Models.Good with { Numbers = numbers });
}
