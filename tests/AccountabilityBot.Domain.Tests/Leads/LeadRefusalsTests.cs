using System.Reflection;
using System.Text.RegularExpressions;
using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed partial class LeadRefusalsTests
{
    /// <summary>Every refusal there is, made with some argument of each kind.</summary>
    public static IReadOnlyList<(string Name, Refusal Refusal)> All { get; } =
    [
        .. typeof(LeadRefusals).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (method.Name, (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Some)])!)),
    ];

    [Fact]
    public void Every_refusal_has_a_code_of_its_own_that_begins_with_lead()
    {
        Assert.True(All.Count >= 26);
        Assert.All(All, one => Assert.Matches(Code(), one.Refusal.Code));
        Assert.Distinct(All.Select(one => one.Refusal.Code));
    }

    [Fact]
    public void A_code_is_the_name_of_its_refusal() => Assert.All(All, one => Assert.Equal(
        one.Name,
        string.Concat(one.Refusal.Code["lead.".Length..].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))));

    [Fact]
    public void Every_refusal_is_of_a_known_kind_and_names_all_it_was_told()
    {
        Assert.All(All, one => Assert.True(Enum.IsDefined(one.Refusal.Kind)));
        Assert.All(All, one => Assert.Equal(
            typeof(LeadRefusals).GetMethod(one.Name)!.GetParameters().Select(Some), one.Refusal.Args));
    }

    [Fact]
    public void Every_ledger_kind_begins_with_lead_and_is_there_once()
    {
        var kinds = typeof(LeadEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.All(kinds, kind => Assert.Matches(Code(), kind));
        Assert.Distinct(kinds);
    }

    static object Some(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(PersonId) => Given.Ana.Id,
        var type when type == typeof(DateTimeOffset) => Given.Noon,
        var type when type == typeof(int) => 7,
        var type when type == typeof(string) => "word",
        var type when type == typeof(Domain.Model.DispositionField) => Domain.Model.DispositionField.Need,
        var type => throw new InvalidOperationException($"A refusal names a {type}: say here what a person would read of it."),
    };

    [GeneratedRegex(@"\Alead\.[a-z]+(-[a-z]+)*\z")]
    private static partial Regex Code();
}
