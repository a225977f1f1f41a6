using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>The answer to a question in a line for a terminal.</summary>
static class AskText
{
    public static string Write(QuestionAnswer answer, NumberRegistry registry, Company company)
    {
        RegisteredNumber[] numbers = [.. answer.Numbers.Select(registry.Find).OfType<RegisteredNumber>()];
        return answer.Outcome switch
        {
            QuestionOutcome.Refused => "That is not something I do. Ask me who owns one number.",
            QuestionOutcome.Other => "That is no question about a number. Try: who owns win rate?",
            QuestionOutcome.Unknown => $"I know no number like that{Nearest(answer, registry)}.",
            QuestionOutcome.Choices => $"Which one? {string.Join("; ", numbers.Select(number => Line(number, company)))}.",
            _ when numbers is [] => "Which number do you mean?",
            QuestionOutcome.Definition => $"{numbers[0].Facts.Name}: {numbers[0].Facts.Definition?.Text ?? "nobody has written down yet what it means."}",
            QuestionOutcome.Value => $"{numbers[0].Facts.Name}: {numbers[0].Latest?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "no value yet"} {numbers[0].Facts.Unit}".TrimEnd(),
            _ => string.Join("; ", numbers.Select(number => Line(number, company))),
        };
    }

    static string Line(RegisteredNumber number, Company company) => $"{number.Facts.Name}: {Owner(number, company)}";

    static string Owner(RegisteredNumber number, Company company) => number switch
    {
        { Owner: { } owner } => company.NameOf(owner, "somebody who has left"),
        { OwnerWritten: { } written } when number.Askable.HasOneOwner => $"{written} (held by nobody yet)",
        { OwnerWritten: { } written } => $"shared between {written}; nobody owns it until one of them takes it",
        _ => "nobody owns it",
    };

    static string Nearest(QuestionAnswer answer, NumberRegistry registry) => answer.Near.Count is 0
        ? ""
        : $"; the nearest are {string.Join(", ", answer.Near.Select(id => registry.Find(id)?.Facts.Name))}";
}
