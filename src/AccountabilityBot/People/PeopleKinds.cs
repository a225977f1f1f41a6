namespace AccountabilityBot.People;

/// <summary>Kinds of notices about who is there. Stored: they never change.</summary>
static class PeopleKinds
{
    /// <summary>The answer to who said that they, or somebody else, are out.</summary>
    public const string OutNotice = "people.out";

    /// <summary>To a person who was taken out of rotation.</summary>
    public const string RestingNotice = "people.resting";
}

/// <summary>The verbs on these cards. They stand on cards that were posted long ago: they never change.</summary>
static class PeopleVerbs
{
    public const string Back = "people.back";
}
