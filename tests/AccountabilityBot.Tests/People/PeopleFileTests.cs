using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People;

namespace AccountabilityBot.Tests.People;

public sealed class PeopleFileTests
{
    const string Header = "id,name,email,title,department,manager,timeZone";
    const string Ana = "00000000-0000-4000-8000-000000000001,Ana,ana@firm.example,AE,Sales,,Europe/Lisbon";
    const string Bo = "00000000-0000-4000-8000-000000000002,Bo,bo@firm.example,AE,Sales,ana@firm.example,America/New_York";

    static readonly PersonFacts _ana =
        new("00000000-0000-4000-8000-000000000001", "Ana", "ana@firm.example", "AE", "Sales", Manager: null, "Europe/Lisbon");

    [Fact]
    public void Rows_become_people()
    {
        var (people, problems) = Parse(Header, Ana, Bo);

        Assert.Empty(problems);
        Assert.Equal(["Ana", "Bo"], people.Select(person => person.Name));
        Assert.Equal(_ana, people[0]);
    }

    [Theory]
    [InlineData(',', "\n", "")]
    [InlineData(',', "\r\n", "\uFEFF")]
    [InlineData(';', "\n", "")]
    [InlineData('\t', "\r\n", "\uFEFF")]
    public void Separators_line_ends_and_marks_do_not_matter(char separator, string newline, string mark)
    {
        var text = mark + string.Join(newline, Header, Ana, Bo, "").Replace(',', separator);

        var (people, problems) = PeopleFile.Parse(text, "people.csv");

        Assert.Empty(problems);
        Assert.Equal(_ana, people[0]);
        Assert.Equal("Bo", people[1].Name);
    }

    [Fact]
    public void Columns_stand_in_any_order_and_case_and_optional_ones_may_be_absent()
    {
        var (people, problems) = Parse("Department,Time Zone,NAME,Id", "Sales,Europe/Lisbon,Ana,{00000000-0000-4000-8000-000000000001}");

        Assert.Empty(problems);
        Assert.Equal(_ana with { Email = null, Title = null }, Assert.Single(people));
    }

    [Fact]
    public void Quotes_hold_separators_and_quotes()
    {
        var (people, problems) = Parse(Header, "00000000-0000-4000-8000-000000000001,\"Sousa, Ana \"\"Aninhas\"\"\",ana@firm.example,AE,Sales,,Europe/Lisbon");

        Assert.Empty(problems);
        Assert.Equal("Sousa, Ana \"Aninhas\"", people[0].Name);
    }

    [Theory]
    [InlineData("42,Cid,,,,,", "\"42\" is not the Entra object id of Cid")]
    [InlineData("00000000-0000-4000-8000-000000000003,,,,,,", "has no name")]
    [InlineData("00000000-0000-4000-8000-000000000003,Cid,cid,,,,", "\"cid\" is no e-mail address of Cid")]
    [InlineData("00000000-0000-4000-8000-000000000003,Cid,,,,,Europe/Lisbonn", "Did you mean \"Europe/Lisbon\"?")]
    [InlineData("00000000-0000-4000-8000-000000000001,Cid,,,,,", "so has Ana in line 2")]
    [InlineData("00000000-0000-4000-8000-000000000003,Cid,ANA@firm.example,,,,", "so has Ana in line 2")]
    [InlineData("00000000-0000-4000-8000-000000000003,Cid", "The row has 2 fields, the header 7")]
    [InlineData("00000000-0000-4000-8000-000000000003,Cid,,Head, of things,,,", "The row has 8 fields, the header 7")]
    [InlineData("00000000-0000-4000-8000-000000000003,\"Cid,,,,,", "not closed on the same line")]
    [InlineData("00000000-0000-4000-8000-000000000003,\"Cid\"x,,,,,", "Text follows a closing quote")]
    [InlineData("00000000-0000-4000-8000-000000000003,Cid \"C\",,,,,", "A quote stands inside a value")]
    public void A_bad_row_is_listed_with_its_line_and_the_others_are_in(string bad, string words)
    {
        var (people, problems) = Parse(Header, Ana, "", bad, Bo);

        var problem = Assert.Single(problems);
        Assert.Equal(("people.csv", 4, Severity.Error), (problem.File, problem.Line, problem.Severity));
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(["Ana", "Bo"], people.Select(person => person.Name));
    }

    [Theory]
    [InlineData("name,department", "The column \"id\" is missing")]
    [InlineData("id,nam,department", "Did you mean \"nam\"?")]
    [InlineData("id,name,department,Name", "The column \"name\" stands twice")]
    [InlineData("id,name,\"department", "not closed on the same line")]
    [InlineData("", "The column \"id\" is missing")]
    public void A_bad_header_is_an_error_in_its_line(string header, string words)
    {
        var (people, problems) = Parse(header, Ana);

        Assert.Empty(people);
        Assert.Contains(problems, problem => problem.Severity is Severity.Error && problem.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.True(problem.Line >= 1));
    }

    [Fact]
    public void An_extra_column_is_a_notice()
    {
        var (people, problems) = Parse(Header + ",shoe size", Ana + ",43");

        Assert.Equal(_ana, Assert.Single(people));
        Assert.Equal(("The column \"shoe size\" is not used.", Severity.Notice, 1), (Assert.Single(problems).Sentence, problems[0].Severity, problems[0].Line ?? 0));
    }

    [Fact]
    public void A_problem_found_later_is_shown_in_its_line()
    {
        var reading = Parse(Header, Ana, "", "nonsense", Bo);

        Assert.Equal(5, reading.Locate(new Problem("people[1].manager", "x")).Line);
        Assert.Equal(1, reading.Locate(new Problem("people", "x")).Line);
    }

    [Fact]
    public void A_missing_file_is_a_problem_and_not_an_exception() =>
        Assert.Equal("There is no such file.", Assert.Single(PeopleFile.Read(Path.Combine(Path.GetTempPath(), "nobody.csv")).Problems).Sentence);

    static PeopleReading Parse(params string[] lines) => PeopleFile.Parse(string.Join('\n', lines), "people.csv");
}
