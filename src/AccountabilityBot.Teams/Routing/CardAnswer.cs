using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Teams.Routing;

/// <summary>What a presser sees: another card in place of the pressed one, or one sentence that passes.</summary>
public sealed record CardAnswer
{
    CardAnswer()
    {
    }

    /// <summary>The card that takes the pressed one's place, for the presser's client only.</summary>
    public AdaptiveCard? Card { get; private init; }

    /// <summary>The sentence; the pressed card stays as it is.</summary>
    public string? Sentence { get; private init; }

    public static CardAnswer Show(AdaptiveCard card) => new() { Card = card };

    public static CardAnswer Say(string sentence) => new() { Sentence = sentence };
}
