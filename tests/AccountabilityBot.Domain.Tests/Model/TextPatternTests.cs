using System.Diagnostics;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class TextPatternTests
{
    [Theory]
    // Equal, however it is spelled.
    [InlineData("Sales", "sales", true)]
    [InlineData("Sales", " SALES ", true)]
    [InlineData("Customer Success", "customer_success", true)]
    [InlineData("Customer Success", "Customer-Success", true)]
    [InlineData("Customer Success", "Customer  Success", true)]
    [InlineData("Sales", "Sales EMEA", false)]
    [InlineData("Sales", "", false)]
    // Begins, ends, contains.
    [InlineData("Sales*", "Sales", true)]
    [InlineData("Sales*", "Sales EMEA", true)]
    [InlineData("Sales*", "Salesforce Team", true)]
    [InlineData("Sales*", "Pre-Sales", false)]
    [InlineData("*Sales", "Pre-Sales", true)]
    [InlineData("*Sales", "Presales", true)]
    [InlineData("*Sales", "Sales EMEA", false)]
    [InlineData("*sales*", "Inside Sales EMEA", true)]
    [InlineData("*sales*", "Sales", true)]
    [InlineData("*sales*", "Marketing", false)]
    [InlineData("*", "anything", true)]
    [InlineData("**", "anything", true)]
    // A space beside the star is the edge of a word.
    [InlineData("* CS Stable Counterpart", "Runner Group CS Stable Counterpart", true)]
    [InlineData("* CS Stable Counterpart", "CS Stable Counterpart", true)]
    [InlineData("* CS Stable Counterpart", "Runner MCS Stable Counterpart", false)]
    [InlineData("Sales *", "Sales EMEA", true)]
    [InlineData("Sales *", "Sales", true)]
    [InlineData("Sales *", "Salesforce", false)]
    [InlineData("* IT *", "Corporate IT Services", true)]
    [InlineData("* IT *", "Security", false)]
    [InlineData("svc-*", "svc_backup", true)]
    [InlineData("svc-*", "svcbackup", false)]
    // In between.
    [InlineData("Ops * Counterpart", "Ops Infra Stable Counterpart", true)]
    [InlineData("Ops * Counterpart", "Ops Counterpart", true)]
    [InlineData("Ops*Counterpart", "Ops Support Stable Counterpart", true)]
    [InlineData("Sales*Sales", "Sales", false)]
    [InlineData("Sales*Sales", "Sales to Sales", true)]
    [InlineData("a*b*c", "abc", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("* a * a *", "a", false)]
    // Regular expressions see what was written.
    [InlineData("/^(ENTR|SMB|MM)$/", "smb", true)]
    [InlineData("/^(ENTR|SMB|MM)$/", "SMB, Pooled", false)]
    [InlineData("/:/", "Create:Editor BE Team", true)]
    [InlineData("/^sales-dev/", "Sales_Dev", false)]
    // The Turkish i is nobody's trap.
    [InlineData("/^INSIDE$/", "inside", true)]
    [InlineData("INSIDE", "inside", true)]
    public void A_pattern_matches_as_it_reads(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Read(pattern).Matches(TextPattern.Text(text)));

    [Theory]
    [InlineData("*@partner.example", "Ana@Partner.example", true)]
    [InlineData("svc-*", "svc-backup@firm.example", true)]
    [InlineData("svc-*", "svc_backup@firm.example", false)]
    [InlineData("ana-maria@firm.example", "ana_maria@firm.example", false)]
    [InlineData("ana-maria@firm.example", "ANA-Maria@firm.example", true)]
    public void In_addresses_underscores_and_hyphens_matter(string pattern, string address, bool matches)
    {
        var (read, _) = TextPattern.Read(pattern, isAddress: true);

        Assert.Equal(matches, read!.Matches(TextPattern.Text(address, isAddress: true)));
    }

    [Theory]
    [InlineData("/(/", "\"/(/\" is no regular expression: ")]
    [InlineData("/[z-a]/", "\"/[z-a]/\" is no regular expression: ")]
    [InlineData("/sales", "begins with a slash, as a regular expression does")]
    [InlineData("/", "begins with a slash")]
    [InlineData("//", "begins with a slash")]
    [InlineData("/(?=a)b/", "looks around or back")]
    [InlineData(@"/(a)\1/", "looks around or back")]
    [InlineData("", "has no letter and no digit")]
    [InlineData(" - _ ", "has no letter and no digit")]
    public void What_is_no_pattern_is_told_why(string pattern, string why)
    {
        var (read, fault) = TextPattern.Read(pattern);

        Assert.Null(read);
        Assert.Contains(why, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_has_an_end() => Assert.Contains("201 characters", TextPattern.Read(new string('a', 201)).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("/^(a+)+$/")]
    [InlineData("/^(a|a)*$/")]
    [InlineData("/(x+x+)+y/")]
    [InlineData("/^(([a-z])+.)+[A-Z]([a-z])+$/")]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    public void No_pattern_hangs_the_bot(string pattern)
    {
        var read = Read(pattern);
        var text = TextPattern.Text(new string('a', 20_000) + "!");
        var begun = Stopwatch.StartNew();

        Assert.False(read.Matches(text));

        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(5), $"It took {begun.Elapsed}.");
    }

    /// <summary>Repetitions in repetitions are either refused or cheap.</summary>
    [Theory]
    [InlineData("/((a{1,1000}){1,1000}){1,1000}/")]
    [InlineData("/^(((((a{99}){99}){99}){99}){99})$/")]
    public void Nor_does_one_that_counts_far(string pattern)
    {
        var begun = Stopwatch.StartNew();

        _ = TextPattern.Read(pattern).Pattern?.Matches(TextPattern.Text(new string('a', 200)));

        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(5), $"It took {begun.Elapsed}.");
    }

    static TextPattern Read(string pattern) => TextPattern.Read(pattern) is var (read, fault) && fault is null ? read! : throw new ArgumentException(fault);
}
