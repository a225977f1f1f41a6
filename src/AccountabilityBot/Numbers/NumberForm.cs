using System.Globalization;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers;

/// <summary>A form about a number, in the place of its card: only the presser sees it, and its inputs have fresh ids each time.</summary>
static class NumberForm
{
    const string NonceKey = "form";

    public static bool IsFilledIn(CardPress press) => press.Text(NonceKey) is not null;

    public static string? Read(CardPress press, string input) => press.Text(NonceKey) is { } nonce ? press.Text($"{input}-{nonce}") : null;

    public static DateOnly? ReadDay(CardPress press, string input) =>
        DateOnly.TryParseExact(Read(press, input), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whom somebody chose, or wrote the address of. Somebody nobody knows is an id that the directory does not list.</summary>
    public static PersonId? ReadPerson(CardPress press, string input, Company company)
    {
        if (Guid.TryParse(Read(press, input), out var id))
            return new PersonId(id);
        return Read(press, input + MailSuffix) is { } mail ? company.FindByReference(mail)?.Id ?? default(PersonId) : null;
    }

    public static string Input(NumberView view, string name) => $"{name}-{view.Nonce}";

    /// <param name="intro">What is asked for and what comes of it; none: the title says it all.</param>
    /// <param name="problem">What was wrong with the last try.</param>
    public static AdaptiveCard Card(
        NumberView view, string title, CardText? intro, string? problem, IReadOnlyList<CardElement> inputs, string verb, string saveTitle, (string Key, string Value)? data = null)
    {
        var say = view.Say;
        var saved = NumberParts.Data(view, NonceKey, view.Nonce);
        if (data is { } extra)
            saved[extra.Key] = extra.Value;
        List<CardElement> body =
        [
            NumberParts.Heading(view),
            new TextBlock(say.Card(title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, Separator = true },
        ];
        if (intro is { } text)
            body.Add(new TextBlock(text) { Spacing = Spacing.Small });
        if (problem is not null)
            body.Add(new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        return new AdaptiveCard
        {
            Summary = NumberCard.SummaryOf(view),
            Body = [.. body, .. inputs],
            Actions = [new ExecuteAction(say.Plain(saveTitle), verb, saved) { Style = ActionStyle.Positive }, NumberParts.Button(view, NumberVerbs.View, "button.back")],
        };
    }

    public static TextInput Words(NumberView view, string name, string label, bool isRequired, int most = TrackedNumber.MaxWords) => new(Input(view, name), view.Say.Plain(label))
    {
        IsMultiline = true,
        IsRequired = isRequired,
        ErrorMessage = isRequired ? view.Say.Plain("number.form.words.missing") : default(PlainText?),
        MaxLength = most,
    };

    public static DateInput Day(NumberView view, string name, string label, bool isRequired) => new(Input(view, name), view.Say.Plain(label))
    {
        IsRequired = isRequired,
        ErrorMessage = isRequired ? view.Say.Plain("number.form.day.missing") : default(PlainText?),
        Value = isRequired ? view.Today : null,
        Min = view.Today,
        Max = view.Today.AddDays(TrackedNumber.MostDaysAhead),
    };

    /// <summary>Everybody of the company but one: the number's own department first. Whom the list has no room for is written.</summary>
    public static IReadOnlyList<CardElement> Person(NumberView view, string name, string label, bool isRequired, PersonId? except, int longest)
    {
        var everybody = view.Company.People.Where(person => person.Id != except)
            .OrderBy(person => person.Department?.Id != view.At.Department?.Id).ThenBy(person => person.Name, StringComparer.CurrentCulture).ToList();
        // Where names are long, fewer of them have room.
        var room = MostPeople * longest / LongestName;
        Choice[] people =
        [
            .. everybody.Take(room).Select(person => new Choice(new PlainText(person.Title is null ? person.Name : $"{person.Name}, {person.Title}", longest), person.Id.ToString())),
        ];
        var isWhole = everybody.Count <= room;
        var choice = new ChoiceInput(Input(view, name), view.Say.Plain(label), people)
        {
            IsRequired = isRequired && isWhole,
            ErrorMessage = isRequired && isWhole ? view.Say.Plain("number.form.person.missing") : default(PlainText?),
            Style = people.Length > MostInAList ? ChoiceStyle.Filtered : ChoiceStyle.Compact,
        };
        return isWhole ? [choice] : [choice, new TextInput(Input(view, name + MailSuffix), view.Say.Plain("number.form.person.mail"))];
    }

    /// <summary>Characters of a name and a title in a list, where there is room for them.</summary>
    public const int LongestName = 80;

    const string MailSuffix = "-mail";

    /// <summary>More names than that are found faster by typing.</summary>
    const int MostInAList = 40;

    /// <summary>What a card has room for.</summary>
    const int MostPeople = 120;
}
