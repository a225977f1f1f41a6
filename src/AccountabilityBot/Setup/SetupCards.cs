using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.Setup;

/// <summary>Welcome, help and the set-up card. Short: what it does for you, what to do now, what it will not do.</summary>
static class SetupCards
{
    /// <summary>The choice's id; the card is posted once, so that it needs no fresh part.</summary>
    public const string DepartmentInput = "department";

    public static AdaptiveCard Welcome(Sentences say, string? name, bool isFirstAdministrator)
    {
        var body = new List<CardElement>
        {
            Heading(name is null ? say.Card("setup.welcome.title") : say.Card("setup.welcome.title.name", FirstName(name))),
            new TextBlock(say.Card("setup.welcome.what")),
        };
        if (isFirstAdministrator)
            body.Add(new Container([new TextBlock(say.Card("setup.first-administrator"))]) { Style = ContainerStyle.Warning });
        body.Add(Commands(say));
        body.Add(new TextBlock(say.Card("setup.welcome.limits")) { IsSubtle = true, Size = TextSize.Small });
        return new AdaptiveCard { Summary = say.Plain("setup.welcome.summary"), Body = body };
    }

    /// <summary>In the channel the installer picked: who serves here?</summary>
    /// <param name="here">Departments whose home the channel is already: the bot was here before.</param>
    /// <param name="homeless">Departments without a home channel yet.</param>
    public static AdaptiveCard WelcomeTeam(
        Sentences say, RevenueModel model, string? installer, IReadOnlyList<Department> here, IReadOnlyList<Department> homeless, bool isFirstAdministrator)
    {
        var body = new List<CardElement>
        {
            Heading(say.Card("setup.team.title")),
            new TextBlock(installer is null ? say.Card("setup.team.what") : say.Card("setup.team.what.by", installer)),
        };
        if (isFirstAdministrator)
            body.Add(new Container([new TextBlock(say.Card("setup.first-administrator"))]) { Style = ContainerStyle.Warning });
        body.Add(new ChoiceInput(
            DepartmentInput,
            say.Plain("form.department"),
            [.. model.Departments.Select(department => new Choice(department.Name, department.Id))])
        {
            IsRequired = true,
            ErrorMessage = say.Plain("form.department.missing"),
            Value = homeless.Count > 0 ? homeless[0].Id : null,
            Placeholder = say.Plain("form.department.hint"),
        });
        var served = homeless.Count == 0 ? say.Card("setup.team.all-served") : say.Card("setup.team.homeless", Names(homeless));
        body.Add(new TextBlock(here.Count == 0 ? served : say.Card("setup.team.here", Names(here)) + CardText.Of(" ") + served)
        {
            IsSubtle = true,
            Size = TextSize.Small,
        });
        return new AdaptiveCard
        {
            Summary = say.Plain("setup.team.summary"),
            Body = body,
            Actions = [new ExecuteAction(say.Plain("button.use-this-channel"), SetupVerbs.Serve) { Style = ActionStyle.Positive }],
        };
    }

    /// <param name="notUnderstood">What was written, when help is the answer to something that is no command.</param>
    /// <param name="forAdministrator">Whether the reader may ask what only administrators may.</param>
    public static AdaptiveCard Help(Sentences say, string? notUnderstood, bool forAdministrator = false)
    {
        var body = new List<CardElement>();
        if (notUnderstood is null)
        {
            body.Add(Heading(say.Card("setup.help.title")));
            body.Add(new TextBlock(say.Card("setup.welcome.what")));
        }
        else
        {
            body.Add(Heading(say.Card("setup.not-understood.title")));
            body.Add(new TextBlock(say.Card("setup.not-understood", Quoted(notUnderstood))));
        }

        body.Add(Commands(say, forAdministrator));
        return new AdaptiveCard
        {
            Summary = say.Plain(notUnderstood is null ? "setup.help.title" : "setup.not-understood.title"),
            Body = body,
        };
    }

    public static AdaptiveCard Serving(Sentences say, Department department) => Sentence(
        say, say.Card("setup.serving", department.Name), say.Plain("setup.serving.summary", department.Name), ContainerStyle.Good);

    public static AdaptiveCard MovedAway(Sentences say, Department department) => Sentence(
        say, say.Card("setup.moved-away", department.Name), say.Plain("setup.moved-away.summary", department.Name), ContainerStyle.Emphasis);

    static AdaptiveCard Sentence(Sentences say, CardText sentence, string summary, ContainerStyle style) => new()
    {
        Summary = summary,
        Body = [new Container([new TextBlock(sentence)]) { Style = style }],
    };

    static TextBlock Heading(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    static FactSet Commands(Sentences say, bool forAdministrator = false) => new(
    [
        new Fact(CardText.Of("my leads"), say.Card("command.my-leads")),
        new Fact(CardText.Of("lead L-1042"), say.Card("command.lead")),
        new Fact(CardText.Of("who owns win rate"), say.Card("command.who-owns")),
        new Fact(CardText.Of("define win rate"), say.Card("command.define")),
        new Fact(CardText.Of("my numbers"), say.Card("command.my-numbers")),
        new Fact(CardText.Of("unowned"), say.Card("command.unowned")),
        new Fact(CardText.Of("digest for Sales"), say.Card("command.digest")),
        new Fact(CardText.Of("what became of Spring fair"), say.Card("command.what-became-of")),
        new Fact(CardText.Of("rule changes"), say.Card("command.rule-changes")),
        new Fact(CardText.Of("council"), say.Card("command.council")),
        new Fact(CardText.Of("experiments"), say.Card("command.experiments")),
        new Fact(CardText.Of("maturity"), say.Card("command.maturity")),
        new Fact(CardText.Of("neighbours of Sales"), say.Card("command.neighbours")),
        new Fact(CardText.Of("hand over to Sales"), say.Card("command.hand-over")),
        new Fact(CardText.Of("feedback for Sales"), say.Card("command.feedback")),
        new Fact(CardText.Of("pair Marketing Sales"), say.Card("command.pair")),
        new Fact(CardText.Of("commit to send the list by Friday"), say.Card("command.commit")),
        new Fact(CardText.Of("commitments"), say.Card("command.commitments")),
        new Fact(CardText.Of("out until Friday"), say.Card("command.out")),
        new Fact(CardText.Of("back"), say.Card("command.back")),
        new Fact(CardText.Of("serve Sales here"), say.Card("command.serve")),
        new Fact(CardText.Of("mute"), say.Card("command.mute")),
        new Fact(CardText.Of("why was I not told"), say.Card("command.why")),
        .. (Fact[])(forAdministrator ? [
            new Fact(CardText.Of("unlisted"), say.Card("command.unlisted")),
            new Fact(CardText.Of("directory"), say.Card("command.directory")),
            new Fact(CardText.Of("dead letters"), say.Card("command.dead-letters")),
        ] : []),
        new Fact(CardText.Of("help"), say.Card("command.help")),
    ]);

    static string Names(IReadOnlyList<Department> departments) => string.Join(", ", departments.Select(department => department.Name));

    static string FirstName(string name) => name.Split(' ', 2)[0];

    static CardText Quoted(string text) => CardText.Untrusted(text, 80);
}
