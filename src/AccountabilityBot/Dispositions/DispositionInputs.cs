using System.Globalization;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Dispositions;

/// <summary>The inputs of a disposition's fields, and what comes back in them.</summary>
static class DispositionInputs
{
    const string ReasonInput = "reason";

    /// <summary>In the order in which a conversation goes; words come last.</summary>
    static readonly DispositionField[] _order =
    [
        DispositionField.MeetingDate, DispositionField.RecycleDate, DispositionField.Need, DispositionField.Authority, DispositionField.Budget,
        DispositionField.Timing, DispositionField.Value, DispositionField.Bought,
    ];

    /// <param name="typed">By input: what was typed in the last try.</param>
    public static IEnumerable<CardElement> Of(LeadView view, Disposition chosen, IReadOnlyDictionary<string, string> typed)
    {
        if (chosen.Reasons.Count > 0)
            yield return Reason(view, chosen, typed.GetValueOrDefault(ReasonInput));
        var needed = chosen.Needed;
        foreach (var field in _order.Where(field => needed.Contains(field) || chosen.Asks.Contains(field)))
            yield return One(view, field, needed.Contains(field), typed.GetValueOrDefault(NameOf(field)));
        yield return LeadForm.Note(view) with
        {
            IsRequired = needed.Contains(DispositionField.Note),
            ErrorMessage = view.Say.Plain("form.field.missing"),
            Value = typed.GetValueOrDefault(NameOf(DispositionField.Note)),
        };
    }

    /// <returns>What was entered; an amount that is none is refused here, where its language is known.</returns>
    public static (DispositionEntry Entry, Refusal? Refusal) Read(CardPress press, Disposition? chosen, LeadView view)
    {
        string? Text(DispositionField field) => LeadForm.Read(press, NameOf(field)) is { } text ? CleanText.Of(text) is { Length: > 0 } clean ? clean : null : null;
        DateOnly? Day(DispositionField field) => DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        var entry = new DispositionEntry
        {
            Reason = LeadForm.Read(press, ReasonInput) is { Length: > 0 } reason ? reason : null,
            MeetingOn = Day(DispositionField.MeetingDate),
            RecycleOn = Day(DispositionField.RecycleDate),
            Budget = Text(DispositionField.Budget),
            Authority = Text(DispositionField.Authority),
            Need = Text(DispositionField.Need),
            Timing = Text(DispositionField.Timing),
            Bought = Text(DispositionField.Bought),
            Note = Text(DispositionField.Note),
        };
        if (chosen is null || Text(DispositionField.Value) is not { } amount)
            return (entry, null);

        var (minor, currency) = SpokenMoney.Read(amount, UsualCurrency(view.Lead), view.Say.Culture);
        if (currency is null)
            return (entry, LeadRefusals.CurrencyMissing());
        return minor is null
            ? (entry, LeadRefusals.ValueUnreadable(CleanText.Of(amount, 40)))
            : (entry with { ValueMinor = minor, Currency = currency }, null);
    }

    /// <summary>What was typed, by input, to be shown again.</summary>
    public static IReadOnlyDictionary<string, string> Texts(CardPress press) => Enum.GetValues<DispositionField>().Select(NameOf).Append(ReasonInput)
        .Select(input => (input, text: LeadForm.Read(press, input)))
        .Where(one => !string.IsNullOrEmpty(one.text))
        .ToDictionary(one => one.input, one => CleanText.Of(one.text!, Lead.MaxNote));

    static string NameOf(DispositionField field) => DispositionWords.Of(field);

    static string? UsualCurrency(Lead lead) => lead.OpportunityCurrency ?? lead.Facts.Currency;

    static ChoiceInput Reason(LeadView view, Disposition chosen, string? typed) =>
        LeadForm.Reason(view, chosen.Reasons.Select(reason => (reason.Id, reason.Name))) with { Value = typed };

    static CardInput One(LeadView view, DispositionField field, bool isNeeded, string? typed)
    {
        var (id, label, missing) = (LeadForm.Input(view, NameOf(field)), view.Say.Plain("field." + NameOf(field)), view.Say.Plain("form.field.missing"));
        if (field is DispositionField.MeetingDate or DispositionField.RecycleDate)
        {
            var today = LocalTime.DayIn(TimeZoneInfo.FindSystemTimeZoneById(view.Department.TimeZone), view.Now);
            return new DateInput(id, label)
            {
                IsRequired = isNeeded,
                ErrorMessage = missing,
                Min = field is DispositionField.MeetingDate ? today : today.AddDays(1),
                Max = today.AddDays(Lead.MostRecycleDays),
                Value = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            };
        }

        var hint = "field." + NameOf(field) + ".hint";
        return new TextInput(id, label)
        {
            IsRequired = isNeeded,
            ErrorMessage = missing,
            MaxLength = DispositionEntry.MaxText,
            Value = typed ?? (field is DispositionField.Value ? LeadParts.OpportunityOf(view.Lead, view.Say.Culture) : null),
            Placeholder = view.Say.Has(hint) ? (PlainText?)view.Say.Plain(hint) : null,
        };
    }
}
