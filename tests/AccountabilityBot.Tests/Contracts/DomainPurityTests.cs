using System.Xml.Linq;
using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>The rules are pure: nothing to mock, nothing to wait for.</summary>
public sealed class DomainPurityTests
{
    [Fact]
    public void The_domain_knows_the_base_class_library_and_nothing_else() => Assert.All(
        typeof(Lead).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void The_domain_has_no_package_and_no_project_to_lean_on() => Assert.DoesNotContain(
        XDocument.Parse(Repository.Text("src/AccountabilityBot.Domain/AccountabilityBot.Domain.csproj")).Descendants(),
        element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference");

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("UtcNow")]
    [InlineData("TimeProvider")]
    [InlineData("Stopwatch")]
    [InlineData("Random")]
    [InlineData("Guid.NewGuid")]
    [InlineData("System.IO")]
    [InlineData("System.Net")]
    [InlineData("Environment.")]
    public void The_domain_has_no_clock_no_chance_and_no_way_out(string word)
    {
        var files = Repository.Sources("AccountabilityBot.Domain").ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.False(file.Text.Contains(word, StringComparison.Ordinal), $"{file.Path} names {word}."));
    }
}
