namespace AccountabilityBot.Setup;

/// <summary>Kinds of notices of the set-up. Stored: they never change.</summary>
static class SetupKinds
{
    public const string Welcome = "setup.welcome";
    public const string WelcomeTeam = "setup.welcome-team";
    public const string Help = "setup.help";
    public const string NotUnderstood = "setup.not-understood";
    public const string Serving = "setup.serving";
    public const string MovedAway = "setup.moved-away";
    public const string Sentence = "setup.sentence";
    public const string Unlisted = "setup.unlisted";
}

/// <summary>The verbs on set-up cards. They never change.</summary>
static class SetupVerbs
{
    public const string Serve = "setup.serve";
}
