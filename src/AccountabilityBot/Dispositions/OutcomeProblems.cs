using System.Globalization;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Dispositions;

/// <summary>Why an outcome that was told is not taken: a field of its row, and a sentence for whoever has the list before them.</summary>
static class OutcomeProblems
{
    const string Field = "disposition";

    public static LeadProblem Of(Refusal refusal, Lead lead, ToldOutcome told) => refusal.Code switch
    {
        "lead.ended" when lead.State is LeadState.Rejected =>
            Say(Field, $"is \"{told.Chosen.Name}\", but {lead.Label} was rejected, as \"{lead.RejectReason}\"; a rejected lead has no outcome."),
        "lead.ended" =>
            Say(Field, $"is \"{Words(told.Chosen.Id, told.Entry.Reason)}\", but {lead.Label} has ended already, as \"{Words(lead.DispositionCode ?? lead.CloseReason ?? "closed", lead.DispositionReason)}\"; what has ended stays as it is."),
        "lead.disposition-no-end" => Say(Field, $"is \"{told.Chosen.Name}\", which does not end a lead; only its owner can say it."),
        "lead.reason-missing" => Say("reason", $"is missing; \"{told.Chosen.Name}\" needs one of {ReasonsOf(told.Chosen)}."),
        "lead.reason-unknown" => Say("reason", $"is \"{told.Entry.Reason}\"; \"{told.Chosen.Name}\" knows {ReasonsOf(told.Chosen)}."),
        "lead.field-missing" => Say(FieldOf(refusal), $"is missing; \"{told.Chosen.Name}\" needs it."),
        "lead.field-too-long" => Say(FieldOf(refusal), $"is too long; at most {refusal.Args[1]} characters are taken."),
        "lead.date-not-ahead" => Say(FieldOf(refusal), $"is {DayOf(refusal, told)}, which does not lie after the day on which it ended."),
        "lead.date-too-far" => Say(FieldOf(refusal), $"is {DayOf(refusal, told)}; at most {refusal.Args[1]} days ahead are taken."),
        "lead.note-too-long" => Say("note", $"is too long; at most {refusal.Args[0]} characters are taken."),
        _ => new LeadProblem(Field, Sentences.In("en").Plain("refusal." + refusal.Code, [.. refusal.Args])),
    };

    public static string ReasonsOf(Disposition chosen) => string.Join(", ", chosen.Reasons.Select(reason => reason.Id));

    public static LeadProblem Say(string field, string rest) => new(field, $"{field} {rest}");

    /// <summary>How a list calls the field that is missing or wrong.</summary>
    static string FieldOf(Refusal refusal) => refusal.Args[0] is DispositionField field ? NameOf(field) : Field;

    static string NameOf(DispositionField field) => field is DispositionField.RecycleDate ? "recycleDate" : DispositionWords.Of(field);

    static string DayOf(Refusal refusal, ToldOutcome told) =>
        (refusal.Args[0] is DispositionField.RecycleDate ? told.Entry.RecycleOn : told.Entry.MeetingOn)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "empty";

    static string Words(string code, string? reason) => reason is null ? code : $"{code}: {reason}";
}
