using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Council;

/// <summary>From which card a button was pressed, and so which card answers it. On the wire: they never change.</summary>
static class CouncilBack
{
    public const string Pack = "pack";
    public const string List = "list";
    public const string Card = "card";
}

/// <summary>Pieces of the council's cards.</summary>
static class CouncilParts
{
    public static TextBlock Title(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    public static TextBlock Heading(CardText text) => new(text) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Large, Style = TextStyle.Heading };

    public static TextBlock Small(CardText text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    public static IEnumerable<CardElement> Line(string? line) =>
        line is null ? [] : [new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Emphasis }];

    public static IEnumerable<CardElement> Problem(string? problem) =>
        problem is null ? [] : [new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder }];

    public static ExecuteAction Button(string title, string verb, JsonObject data) => new(title, verb, data) { AssociatedInputs = AssociatedInputs.None };

    /// <summary>What a button about one proposal brings back: which one, and against which version its difference was drawn.</summary>
    public static JsonObject Data(Guid post, string what, Guid id, string back, int? against = null)
    {
        var data = new JsonObject { ["post"] = post.ToString(), ["what"] = what, ["id"] = id.ToString(), ["back"] = back };
        if (against is { } version)
            data["base"] = version;
        return data;
    }

    /// <summary>Approve and Park in one press; a reject is asked for its reason first.</summary>
    public static ActionSet Verdicts(Sentences say, JsonObject data, bool isParked)
    {
        List<CardAction> actions =
        [
            Button(say.Plain("council.button.approve"), CouncilVerbs.Approve, data) with { Style = ActionStyle.Positive },
            Button(say.Plain("council.button.reject"), CouncilVerbs.Reject, data.DeepClone().AsObject()),
        ];
        if (!isParked)
            actions.Add(Button(say.Plain("council.button.park"), CouncilVerbs.Park, data.DeepClone().AsObject()));
        return new ActionSet(actions) { Spacing = Spacing.Small };
    }

    /// <summary>A fresh part for the ids of inputs: a client keeps what was typed under an id it has seen.</summary>
    public static string Nonce(int version, DateTimeOffset now) => $"{version:x}{now.ToUnixTimeMilliseconds() & 0xFFFFFF:x}";

    public static string Day(DateOnly day, Sentences say) => NumberParts.Day(day, say);

    /// <summary>By the company's calendar.</summary>
    public static string Day(DateTimeOffset at, Company company, Sentences say) => Day(CouncilMembers.Today(company, at), say);

    public static string SourceName(string source, Company company) => company.Model.Sources.FirstOrDefault(one => one.Id == source)?.Name ?? source;

    public static string ReasonName(string reason, Company company) => company.Model.FindReason(reason)?.Name ?? reason;

    public static string DepartmentName(string department, Company company) => company.Model.FindDepartment(department)?.Name ?? department;

    public static string Average(decimal? average, CultureInfo culture) => average?.ToString("0.0", culture) ?? "–";

    /// <summary>What a figure says about a decision; in the colour of what it says.</summary>
    public static TextBlock HelpedBy(Help help, CardText sentence) => new(sentence)
    {
        Size = TextSize.Small,
        Spacing = Spacing.None,
        IsSubtle = help is Help.TooEarly or Help.Unknown or Help.NoDifference,
        Color = help switch
        {
            Help.Better => TextColor.Good,
            Help.Worse => TextColor.Attention,
            _ => null,
        },
    };
}
