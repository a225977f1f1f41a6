namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>How well one number fits what was asked for.</summary>
/// <param name="Explained">Which part of the question's words the number accounts for, 0 to 1.</param>
/// <param name="Covered">Which part of the number's best name the question says, 0 to 1.</param>
/// <param name="Evidence">What the telling words that fit weigh together, rare ones more.</param>
/// <param name="TellingFits">How many telling words of the question fit.</param>
/// <param name="NameFits">How many of them fit a name, and not only the definition.</param>
/// <param name="Weakest">The strength of the weakest telling fit.</param>
/// <param name="HasHead">Whether the question says something of what names the number, and not only of what narrows it.</param>
/// <param name="Bonus">For words beside the subject that fit too.</param>
sealed record Candidate(NumberEntry Entry, double Explained, double Covered, double Evidence, int TellingFits, int NameFits, double Weakest, bool HasHead, double Bonus)
{
    public string Id => Entry.Id;

    public double Score => (Explained * (0.5 + (0.5 * Covered))) + Bonus;

    /// <summary>The question says the whole name, and nothing else.</summary>
    public bool IsExact => Explained >= 0.97 && Covered >= 0.97 && Weakest >= 0.8;

    /// <summary>Whether every word is accounted for that matters.</summary>
    public bool Fits => Explained >= NumberMatcher.EnoughExplained && NameFits > 0;
}
