namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>The language packs made ready for reading. It depends on no company, and outlives every index of its numbers.</summary>
sealed class Vocabulary(IReadOnlyList<LanguagePack> packs)
{
    static readonly Lazy<Vocabulary> _builtIn = new(() => new Vocabulary(LanguagePack.BuiltIn));

    /// <summary>Of the packs that come with the bot: thousands of patterns and words, which nobody wants to read again for every changed number.</summary>
    public static Vocabulary BuiltIn => _builtIn.Value;

    public IReadOnlyList<Language> Languages { get; } = [.. packs.Select(pack => new Language(pack))];

    public Lexicon Lexicon { get; } = new(packs);
}
