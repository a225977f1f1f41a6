using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Tests.Setup;

public sealed class ModelFileTests
{
    /// <summary>The least model that is good; line numbers in the tests below are its own.</summary>
    const string Good = """
        company: Firm
        language: en
        timeZone: Europe/Berlin
        departments:
          marketing: { name: Marketing, head: h@firm.example, guardian: g@firm.example }
          sales:
            name: Sales
            head: h@firm.example
            guardian: g@firm.example
            labels: [Sales EMEA]
            poolOffers: 3
        seams:
          marketing-sales: { from: marketing, to: sales, name: Inquiries }
        segments:
          hot: { name: Hot, offer: pool, acceptWithin: 5m, rank: 1 }
          warm: { name: Warm, offer: person, acceptWithin: 1h, rank: 2, default: true }
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
        leads:
          department: sales
          seam: marketing-sales
          undo: 2m
          capacities: { h@firm.example: 2 }
        calendar: { hours: { mon-fri: 09:00-17:00 } }
        """;

    [Fact]
    public void A_good_file_becomes_a_model()
    {
        var (model, problems) = ModelFile.Parse(Good, "model.yaml");

        Assert.Empty(problems);
        Assert.NotNull(model);
        Assert.Equal(["marketing", "sales"], model.Departments.Select(department => department.Id));
        Assert.Equal(("en", "Europe/Berlin", 3), (model.Departments[1].Language, model.Departments[1].TimeZone, model.Departments[1].PoolOffers));
        Assert.Equal(new Segment("hot", "Hot", OfferKind.Pool, TimeSpan.FromMinutes(5), 1, Default: false), model.Segments[0]);
        Assert.Equal([new Choice("small", "Too small"), new Choice("far", "Too far")], model.FindReason("no-fit")!.Question!.Choices);
        Assert.Equal(10, model.FindReason("other")!.Question!.MinLength);
        Assert.Equal((5, 3, TimeSpan.FromHours(8)), (model.Leads.Capacity, model.Leads.Hands, model.Leads.QueueWait));
        Assert.Equal(2, model.Leads.CapacityOf("", "H@firm.example"));
    }

    [Theory]
    [InlineData("\uFEFF", "")]
    [InlineData("---\n", "\n...\n")]
    [InlineData("# a comment\r\n", "\r\n")]
    public void Marks_of_editors_do_not_matter(string before, string after) =>
        Assert.Empty(ModelFile.Parse(before + Good + after, "model.yaml").Problems);

    [Theory]
    [InlineData("poolOffers: 3", "poolOffer: 3", 11, 5, "departments.sales.poolOffer", "Did you mean \"poolOffers\"?")]
    [InlineData("poolOffers: 3", "poolOffers: three", 11, 17, "departments.sales.poolOffers", "\"three\" is no whole number")]
    [InlineData("poolOffers: 3", "poolOffers: [3]", 11, 17, "departments.sales.poolOffers", "A list stands here; a single value is needed")]
    [InlineData("poolOffers: 3", "poolOffers: 300", 11, 17, "departments.sales.poolOffers", "300 is out of range; 1 to 100")]
    [InlineData("poolOffers: 3", "name: Sales again", 11, 5, "departments.sales.name", "it stands in line 7 already")]
    [InlineData("labels: [Sales EMEA]", "labels: Sales EMEA", 10, 13, "departments.sales.labels", "a list is needed")]
    [InlineData("labels: [Sales EMEA]", "labels: [[Sales]]", 10, 14, "departments.sales.labels[0]", "a text is needed")]
    [InlineData("labels: [Sales EMEA]", "labels: [a, Marketing]", 6, 3, "departments.sales", "\"marketing\" and \"sales\"")]
    [InlineData("name: Sales\n", "name:\n", 7, 5, "departments.sales.name", "\"name\" has no value")]
    [InlineData("    name: Sales\n", "", 7, 5, "departments.sales.name", "The key \"name\" is missing here")]
    [InlineData("to: sales", "to: sale", 13, 43, "seams.marketing-sales.to", "Did you mean \"sales\"?")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 5min", 15, 48, "segments.hot.acceptWithin", "\"5min\" is no duration")]
    [InlineData("acceptWithin: 5m", "acceptWithin: 0m", 15, 48, "segments.hot.acceptWithin", "0m is out of range")]
    [InlineData("offer: pool", "offer: pol", 15, 28, "segments.hot.offer", "Did you mean \"pool\"?")]
    [InlineData("default: true", "default: yes", 16, 74, "segments.warm.default", "neither \"true\" nor \"false\"")]
    [InlineData(", default: true", "", 14, 1, "segments", "No segment is the default")]
    [InlineData("  no-need: { name: No need }\n", "", 17, 1, "rejectReasons", "There are 5 reject reasons")]
    [InlineData("minLength: 10", "minLength: 9", 23, 3, "rejectReasons.other", "at least 10")]
    [InlineData("holdReasons: { later: Later }", "holdReasons: [later]", 24, 14, "holdReasons", "a mapping from each id to its entry is needed")]
    [InlineData("holdReasons: { later: Later }\n", "", 1, 1, "holdReasons", "The key \"holdReasons\" is missing here")]
    [InlineData("{ away: Away }", "{ away: { name: Away } }", 25, 20, "handBackReasons.away", "A mapping stands here; a single value is needed")]
    [InlineData("timeZone: Europe/Berlin", "timeZone: Berlin", 3, 11, "timeZone", "\"Berlin\" is no known time zone")]
    [InlineData("undo: 2m", "undo: 2d", 30, 9, "leads.undo", "2d is out of range")]
    [InlineData("{ h@firm.example: 2 }", "{ h@firm.example: 2, H@firm.example: 3 }", 31, 36, "leads.capacities.H@firm.example", "twice, in different case")]
    [InlineData("company: Firm", "company: Firm\nrituals: {}", 2, 1, "rituals", "is not known here")]
    [InlineData("company: Firm", "company: ~", 1, 1, "company", "has no value")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: Win rate, owner: [a@b.example, c@d.example] } }", 2, 40, "numbers.n.owner", "Two owners for one number: \"Win rate\"")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: Win rate, keeper: { a: b } } }", 2, 41, "numbers.n.keeper", "A mapping stands here; a single value is needed")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: Win rate, target: NaN, unit: '%' } }", 2, 41, "numbers.n.target", "\"NaN\" is no figure")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: Win rate, target: 25 } }", 2, 41, "numbers.n.target", "has a target and no unit")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: N, supports: m }, m: { name: M, supports: n } }", 2, 36, "numbers.n.supports", "support each other in a circle")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: N, aliases: [x] }, m: { name: M, aliases: [X] } }", 2, 66, "numbers.m.aliases[0]", "already means \"N\" (n)")]
    [InlineData("company: Firm", "company: Firm\nnumbers: { n: { name: N, computed: forecast-accuracy, unit: '%' } }", 2, 36, "numbers.n.computed", "needs a forecast")]
    [InlineData("company: Firm", "company: Firm\nroles: { CRO: h@firm.example, cro: g@firm.example }", 2, 36, "roles.cro", "stands here twice, in different case")]
    [InlineData("company: Firm", "company: Firm\nroles: { CRO: somebody }", 2, 15, "roles.CRO", "names nobody for certain")]
    public void A_mistake_is_shown_where_it_stands(string good, string bad, int line, int column, string path, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);

        var (model, problems) = ModelFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "model.yaml");

        Assert.Null(model);
        var problem = Assert.Single(problems, problem => problem.Path == path);
        Assert.Equal(("model.yaml", line, column), (problem.File, problem.Line, problem.Column));
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "The file is empty")]
    [InlineData("# nothing\n", 1, "The file is empty")]
    [InlineData("- a\n- b\n", 1, "a mapping (key: value) is needed")]
    [InlineData("company: Firm\n\tlanguage: en\n", 2, "indented with a tab")]
    [InlineData("company: Firm\nlanguage: [en\ntimeZone: x\n", 2, "never closed")]
    [InlineData("company: \"Firm\nlanguage: en\n", 1, "cannot be read here")]
    [InlineData("company: a: b\n", 1, "cannot be read here")]
    [InlineData("company: &firm Firm\nlanguage: en\n", 1, "\"&firm\" is an anchor")]
    [InlineData("company: Firm\nlanguage: *firm\n", 2, "\"*firm\" is an alias")]
    [InlineData("company: !!str Firm\n", 1, "is a tag")]
    [InlineData("company: Firm\n---\ncompany: Other\n", 2, "A second document begins here")]
    [InlineData("? [a]\n: b\n", 1, "a key is plain text")]
    public void What_is_no_model_at_all_is_refused_with_its_line(string text, int line, string words)
    {
        var (model, problems) = ModelFile.Parse(text, "model.yaml");

        Assert.Null(model);
        Assert.Contains(problems, problem => problem.Line == line && problem.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    public void Bottomless_nesting_is_refused(char bracket)
    {
        var text = bracket is '-' ? string.Concat(Enumerable.Repeat("- ", 200_000)) : new string(bracket, 500_000);

        Assert.Null(ModelFile.Parse(text, "model.yaml").Model);
        Assert.Contains("deeper than 16 levels", Assert.Single(ModelFile.Parse(text, "model.yaml").Problems).Sentence, StringComparison.Ordinal);
    }

    /// <summary>The parser has more ways to fail than its documentation names: each must end as a problem with a line.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_is_answered_and_never_thrown(int seed)
    {
        const string Debris = "[]{}:,-?&*!|>'\"%@`#\t\n \0\ud800<~=.";
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var text = Good.ToCharArray();
            for (var hit = random.Next(1, 4); hit > 0; hit--)
                text[random.Next(text.Length)] = Debris[random.Next(Debris.Length)];

            var (model, problems) = ModelFile.Parse(new string(text)[..random.Next(text.Length)], "model.yaml");

            Assert.True(model is null == problems.Any(problem => problem.Severity is Severity.Error));
            Assert.All(problems, problem => Assert.True(problem is { File: "model.yaml", Line: >= 1, Column: >= 1, Sentence.Length: > 0 }));
        }
    }

    [Fact]
    public void All_mistakes_are_told_in_one_run_and_in_the_order_of_the_file()
    {
        var text = Good
            .Replace("company: Firm", "company: ''", StringComparison.Ordinal)
            .Replace("poolOffers: 3", "poolOffers: x", StringComparison.Ordinal)
            .Replace("to: sales", "to: nowhere", StringComparison.Ordinal)
            .Replace("undo: 2m", "undoo: 2m", StringComparison.Ordinal);

        Assert.Equal([1, 11, 13, 30], ModelFile.Parse(text, "model.yaml").Problems.Select(problem => problem.Line ?? 0));
    }

    [Fact]
    public void What_could_not_be_read_is_not_reported_again_as_empty()
    {
        var text = Good.Replace("  sales:\n    name: Sales\n", "  lost: 5\n  sales:\n    name: Sales\n", StringComparison.Ordinal);

        Assert.Equal(["departments.lost"], ModelFile.Parse(text, "model.yaml").Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_large_file_are_problems_and_not_exceptions()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var large = Path.Combine(folder.FullName, "large.yaml");
            File.WriteAllText(large, new string('#', (1 << 20) + 1));
            var binary = Path.Combine(folder.FullName, "binary.yaml");
            File.WriteAllBytes(binary, [0x63, 0xFF, 0xFE, 0x00]);

            Assert.Equal("There is no such file.", Only(Path.Combine(folder.FullName, "none.yaml")));
            Assert.StartsWith("This is a folder", Only(folder.FullName), StringComparison.Ordinal);
            Assert.StartsWith("The file is larger than 1024 KiB", Only(large), StringComparison.Ordinal);
            Assert.StartsWith("The file is not UTF-8", Only(binary), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static string Only(string path) => Assert.Single(ModelFile.Read(path).Problems).Sentence;
    }
}
