using AccountabilityBot.Domain.Council;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Council.Models;

/// <summary>Each difference between two models as one short sentence: <c>Hot: accept within 5m → 10m</c>.</summary>
static class ModelChangeWords
{
    /// <summary>Characters of a value that fits beside another one; longer texts are told alone.</summary>
    const int LongestBeside = 60;

    public static string Of(ModelChange change, Sentences say)
    {
        if (change.What is ModelChangeWhat.Reordered)
            return say.Plain("model-change.reordered", change.To);
        var subject = say.Plain("model.subject." + change.Section, change.Subject);
        if (change.What is ModelChangeWhat.Added)
            return say.Plain("model-change.added", subject);
        if (change.What is ModelChangeWhat.Removed)
            return say.Plain("model-change.removed", subject);
        var field = say.Plain("model.field." + change.Field);
        return (change.From, change.To) switch
        {
            (null, { } to) => say.Plain("model-change.set", subject, field, to),
            ({ } from, null) => say.Plain("model-change.unset", subject, field, from),
            ({ Length: <= LongestBeside } from, { Length: <= LongestBeside } to) => say.Plain("model-change.changed", subject, field, from, to),
            (_, var to) => say.Plain("model-change.text", subject, field, to),
        };
    }

    public static IEnumerable<CardElement> Lines(IEnumerable<ModelChange> changes, Sentences say, int longest) =>
        changes.Select((change, at) => new TextBlock(CardText.Of("• ") + CardText.Untrusted(Of(change, say), longest)) { Spacing = at == 0 ? null : Spacing.Small });
}
