namespace AccountabilityBot.Domain.Model;

/// <summary>A standard answer to "why": for holding a lead, handing it back, or closing it.</summary>
public sealed record Reason(string Id, string Name);

/// <summary>Why a lead is not good. There is no reject without one.</summary>
/// <param name="Id">Slug; <c>other</c> must ask for words.</param>
/// <param name="Name">What the choice <c>Reason</c> shows.</param>
/// <param name="Question">What the form asks next, if anything.</param>
public sealed record RejectReason(string Id, string Name, Question? Question);

/// <summary>The second question of a reject.</summary>
/// <param name="Text">The question itself.</param>
/// <param name="MinLength">Least number of characters of a free answer; 0 where choices are given.</param>
/// <param name="Choices">The answers to choose from; empty means free text.</param>
public sealed record Question(string Text, int MinLength, IReadOnlyList<Choice> Choices);

/// <summary>One answer to a <see cref="Question"/>.</summary>
public sealed record Choice(string Id, string Name);
