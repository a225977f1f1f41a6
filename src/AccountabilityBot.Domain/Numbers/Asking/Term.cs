namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>Why a word of a question and a word of a number are the same, best first.</summary>
enum Likeness
{
    /// <summary>The same word, or another form of it.</summary>
    Word,

    /// <summary>Initials of the words that the other side has.</summary>
    Initials,

    /// <summary>Another word for it.</summary>
    Meaning,

    /// <summary>The word cut short.</summary>
    Short,

    /// <summary>A letter or two are wrong.</summary>
    Misspelt,

    /// <summary>Near, and not the same.</summary>
    Kin,
}

/// <summary>A sign that a word carries; words with a sign in common are the same in some way.</summary>
/// <param name="Key">The stem, <c>#concept</c>, <c>~kin</c>, <c>@initials</c> of a name that a question may say, or <c>=acronym</c> of a name that a question may spell out.</param>
readonly record struct Sign(string Key, Likeness Likeness)
{
    /// <summary>How sure the sign is, from 0 to 1.</summary>
    public double Strength => Likeness switch
    {
        Likeness.Word => 1,
        Likeness.Initials => 0.96,
        Likeness.Meaning => 0.92,
        Likeness.Short => 0.83,
        Likeness.Misspelt => 0.84,
        _ => 0.6,
    };
}

/// <summary>A word of a question or of a number's name, with all that it may mean.</summary>
/// <param name="written">The word it was read from: a figure may be written as one.</param>
sealed class Term(string text, string written)
{
    readonly List<Sign> _signs = [];

    /// <summary>Folded.</summary>
    public string Text { get; } = text;

    public string Written { get; } = written;

    /// <summary>Stands in a phrase that names one thing: the "speed" of "speed to lead".</summary>
    public bool IsInPhrase { get; set; }

    /// <summary>Says how is measured, not what; every number has such words.</summary>
    public bool IsMeasuring { get; set; }

    /// <summary>Is often left out: the customer of customer churn.</summary>
    public bool IsLight { get; set; }

    /// <summary>Of a name: names the number, and does not narrow it.</summary>
    public bool IsHead { get; set; }

    /// <summary>How much it tells.</summary>
    public double Weight => IsFigure ? Lexicon.FigureWeight : IsMeasuring && !IsInPhrase ? Lexicon.MeasuringWeight : IsLight ? Lexicon.LightWeight : 1;

    public IReadOnlyList<Sign> Signs => _signs;

    /// <summary>Whether it names what is measured, rather than how.</summary>
    public bool IsTelling => Weight >= Lexicon.TellingWeight;

    public bool IsFigure => char.IsAsciiDigit(Text[0]);

    public void Add(Sign sign)
    {
        if (!_signs.Exists(known => known.Key == sign.Key))
            _signs.Add(sign);
    }
}
