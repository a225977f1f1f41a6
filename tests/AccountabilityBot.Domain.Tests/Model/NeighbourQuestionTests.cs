using AccountabilityBot.Domain.Model;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class NeighbourQuestionTests
{
    static readonly RevenueModel Firm = Models.Good with
    {
        Departments =
        [
            Models.Department("marketing", "Marketing"), Models.Department("sales", "Sales", "Sales EMEA"), Models.Department("operations", "Operations"),
            Models.Department("customer-success", "Customer Success"), Models.Department("after-sales", "After Sales"),
            Models.Department("field", "Field Team"),
        ],
    };

    [Theory]
    [InlineData("neighbours", "Both -")]
    [InlineData("Neighbors?", "Both -")]
    [InlineData("my neighbour", "Both -")]
    [InlineData("who is my neighbour downstream?", "Downstream -")]
    [InlineData("Who's our upstream neighbor", "Upstream -")]
    [InlineData("who are my neighbours", "Both -")]
    [InlineData("who is upstream", "Upstream -")]
    [InlineData("who is downstream of Sales", "Downstream sales")]
    [InlineData("who’s downstream of the Sales EMEA team?", "Downstream sales")]
    [InlineData("neighbours of Operations", "Both operations")]
    [InlineData("who are Sales's neighbours", "Both sales")]
    [InlineData("neighbors of customer-success upstream", "Upstream customer-success")]
    [InlineData("Customer Success neighbours", "Both customer-success")]
    [InlineData("who is upstream and downstream of us", "Both -")]
    [InlineData("who is after Sales", "Downstream sales")]
    [InlineData("who is before us?", "Upstream -")]
    [InlineData("who is downstream of After Sales", "Downstream after-sales")]
    [InlineData("who is after after sales", "Downstream after-sales")]
    [InlineData("After Sales neighbours", "Both after-sales")]
    [InlineData("neighbours of Field Team", "Both field")]
    [InlineData("who is my nieghbour", "Both -")]
    [InlineData("neigbours of sales", "Both sales")]
    [InlineData("Nachbarn", "Both -")]
    [InlineData("wer ist mein Nachbar?", "Both -")]
    [InlineData("wer ist unsere nachgelagerte Nachbarabteilung", "Downstream -")]
    [InlineData("Nachbarn von Sales", "Both sales")]
    [InlineData("wer ist vor uns?", "Upstream -")]
    [InlineData("wer ist nach Marketing", "Downstream marketing")]
    [InlineData("wer ist stromabwärts von Operations", "Downstream operations")]
    // A name that nobody has: to be answered with those there are.
    [InlineData("neighbours of Salse", "Both ?Salse")]
    [InlineData("neighbours Marketng", "Both ?Marketng")]
    [InlineData("who is downstream of the moon", "Downstream ?moon")]
    // About something else.
    [InlineData("", "none")]
    [InlineData("who is Sales", "none")]
    [InlineData("who is next", "none")]
    [InlineData("who is in my team", "none")]
    [InlineData("who is after win rate", "none")]
    [InlineData("wer ist nach der Pause da", "none")]
    [InlineData("who is responsible for win rate", "none")]
    [InlineData("neighbour satisfaction, who owns it?", "none")]
    [InlineData("who is in the neighborhood", "none")]
    public void Whose_neighbours_and_where(string asked, string expected) => Assert.Equal(expected, Told(NeighbourQuestion.Read(Firm, asked)));

    [Fact]
    public void What_goes_on_and_on_is_no_such_question()
    {
        Assert.Null(NeighbourQuestion.Read(Firm, "neighbours of " + new string('x', 100_000)));
        Assert.Null(NeighbourQuestion.Read(Firm, "neighbours of" + string.Concat(Enumerable.Repeat(" the", 30))));
    }

    [Fact]
    public void Whatever_is_written_is_read_without_harm_and_a_department_is_one_of_the_model() => Prop.ForAll<string>(text =>
        NeighbourQuestion.Read(Firm, text ?? "") is not { } read
        || (read.Directions is not SeamDirections.None && (read.Department is null || Firm.Departments.Contains(read.Department)) && (read.Department is null || read.Unknown is null)))
        .QuickCheckThrowOnFailure();

    static string Told(NeighbourQuestion? read) =>
        read is null ? "none" : $"{read.Directions} {(read.Unknown is { } unknown ? "?" + unknown : read.Department?.Id ?? "-")}";
}
