namespace AccountabilityBot.Leads.Import;

/// <summary>What the columns of one kind of list can be called.</summary>
/// <param name="Of">Whose they are, for sentences: <c>lead</c>.</param>
/// <param name="Required">Without them no row can be read.</param>
/// <param name="KeepsOthers">Columns of other names are kept among the lead's own fields; else they are passed over.</param>
sealed record ListFields(string Of, IReadOnlyList<string> All, IReadOnlyList<string> Required, bool KeepsOthers)
{
    /// <summary>Of <c>leads import</c>.</summary>
    public static ListFields Leads { get; } = new("lead", LeadFieldNames.All, LeadFieldNames.Required, KeepsOthers: true);

    /// <summary>Of <c>leads outcomes</c>.</summary>
    public static ListFields Outcomes { get; } = new("outcome", OutcomeFieldNames.All, [OutcomeFieldNames.Disposition], KeepsOthers: false);
}

/// <summary>The fields of an outcome. The lead is named by its number, or by the sender's key, alone or with its source.</summary>
static class OutcomeFieldNames
{
    public const string No = "no";
    public const string Disposition = "disposition";
    public const string Reason = "reason";
    public const string At = "at";
    public const string Value = "value";
    public const string Currency = "currency";
    public const string Bought = "bought";
    public const string Note = "note";
    public const string RecycleDate = "recycleDate";

    public static IReadOnlyList<string> All { get; } =
    [
        No, LeadFieldNames.Source, LeadFieldNames.ExternalId, Disposition, Reason, At, Value, Currency, Bought, Note, RecycleDate,
        "need", "authority", "budget", "timing",
    ];
}
