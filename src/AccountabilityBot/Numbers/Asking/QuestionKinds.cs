namespace AccountabilityBot.Numbers.Asking;

/// <summary>Kinds of answers to questions. Stored: they never change.</summary>
static class QuestionKinds
{
    /// <summary>Several numbers may be meant; the argument: their ids.</summary>
    public const string Choices = "question.choices";

    /// <summary>No number is meant that is kept here; the argument: what was asked for, and the ids that come near.</summary>
    public const string Unknown = "question.unknown";

    public const string Definition = "question.definition";

    /// <summary>What a word of the revenue model means; the argument: its id.</summary>
    public const string Word = "question.word";

    public const string Value = "question.value";
    public const string History = "question.history";

    /// <summary>It relies on an answer before, and there is none.</summary>
    public const string WhichOne = "question.which-one";

    public const string Refused = "question.refused";

    /// <summary>What came of a command, in a sentence; the argument is the sentence.</summary>
    public const string Done = "question.done";

    /// <summary>To the guardian: somebody asked for a number that is not kept. The argument: the gap's key.</summary>
    public const string Gap = "question.gap";
}
