using System.Text.Encodings.Web;
using System.Text.Json;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>The answer to a question as <c>ask --json</c> prints it. A contract (DESIGN, section 5): the words never change.</summary>
static class AskJson
{
    // A terminal reads it; nothing of it stands in a page.
    static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(QuestionAnswer answer, NumberRegistry registry, Company company) => JsonSerializer.Serialize(
        new
        {
            outcome = Word(answer.Outcome),
            numbers = answer.Numbers,
            owner = OwnerOf(answer, registry, company),
            because = answer.Because,
        },
        _json);

    public static string Word(QuestionOutcome outcome) => outcome switch
    {
        QuestionOutcome.FollowUp => "follow-up",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>Of one number; whoever is asked back, or of whom several are written down, gets no owner.</summary>
    static object? OwnerOf(QuestionAnswer answer, NumberRegistry registry, Company company) =>
        answer is { Numbers: [var only], Outcome: not QuestionOutcome.Choices } && registry.Find(only) is { } number
            ? number.Owner is { } owner && company.Find(owner) is { } person ? new { id = person.ObjectId, name = person.Name }
            : number.Askable.HasOneOwner && number.OwnerWritten is { } written ? Written(written)
            : null
            : null;

    /// <summary>A model that is asked without its people names persons by address; anything else is a role.</summary>
    static object Written(string written) => written.Contains('@', StringComparison.Ordinal) || Guid.TryParse(written, out _)
        ? new { id = written, name = written }
        : new { role = written };
}
