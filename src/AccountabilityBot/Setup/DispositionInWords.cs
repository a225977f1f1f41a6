using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Setup;

/// <summary>One disposition of a revenue model in words, for a terminal.</summary>
static class DispositionInWords
{
    public static string Of(Disposition one) => string.Concat(new[]
    {
        $"{one.Id}: {one.Name}",
        one.Kinds.Count == 0 ? null : $"; of {string.Join(", ", one.Kinds)}",
        one.At.Count == 0 ? null : $"; of leads that are {string.Join(", ", one.At.Select(DispositionWords.Of))}",
        one.Becomes is { } becomes ? $"; becomes {DispositionWords.Of(becomes)}" : null,
        Following(one),
        one.Needed.Count == 0 ? null : $"; needs {Fields(one.Needed)}",
        one.Asks.Count == 0 ? null : $"; asks for {Fields(one.Asks)}",
        one.Reasons.Count == 0 ? null : $"; reasons {string.Join(", ", one.Reasons.Select(reason => reason.Id))}",
        one.DoNotContact ? "; nobody writes or calls any more" : null,
    }.OfType<string>());

    static string Following(Disposition one) => one.Next switch
    {
        NextStep.Continue => "; its owner goes on",
        NextStep.Recycle => "; comes back on a date",
        NextStep.FixData => "; its sender mends the data",
        NextStep.HandOver => $"; goes on over {one.Seam}",
        _ => "; ends",
    };

    static string Fields(IReadOnlyList<DispositionField> fields) => string.Join(", ", fields.Select(DispositionWords.Of));
}
