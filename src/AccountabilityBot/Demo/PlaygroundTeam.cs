using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

namespace AccountabilityBot.Demo;

/// <summary>The team that the demo plays in: who sits at the screen, who the colleagues are, which channels there are.</summary>
/// <param name="Current">The first of the sales people: their screen is the one that is shown.</param>
/// <param name="Colleagues">Exactly five, as the Playground's configuration asks.</param>
sealed record PlaygroundTeam(CompanyPerson Current, IReadOnlyList<CompanyPerson> Colleagues)
{
    public const string TenantId = "11111111-2222-4333-8444-555555555555";
    public const string BotId = "28:aaaaaaaa-bbbb-4ccc-8ddd-000000000001";

    /// <summary>The channel General has the id of its team.</summary>
    public const string TeamId = "19:coldworks@thread.tacv2";

    public const string SalesChannelId = "19:sales@thread.tacv2";
    const int ColleaguesWanted = 5;

    public static PlaygroundTeam Of(Company company)
    {
        var sales = company.MembersOf("sales");
        var department = company.Model.FindDepartment("sales")!;
        // The guardian and the head first: whoever tries the whole road meets them.
        var others = new[] { company.GuardianOf(department), company.HeadOf(department) }.OfType<CompanyPerson>()
            .Concat(sales).Concat(company.People.OrderBy(person => person.Position))
            .Where(person => person.Id != sales[0].Id).DistinctBy(person => person.Id);
        return new PlaygroundTeam(sales[0], [.. others.Take(ColleaguesWanted)]);
    }

    /// <summary>A bot-specific id as Teams makes them, so that the demo's people look like Teams'.</summary>
    public static string UserIdOf(CompanyPerson person) => "29:1-" + person.ObjectId;

    /// <summary>
    /// The Playground's configuration file (<c>.m365agentsplayground.yml</c>, version 0.1.1): one current user, five
    /// others, one team with at most one channel besides General.
    /// </summary>
    public string ToYaml(RevenueModel model) => string.Join('\n', (IEnumerable<string>)
    [
        "version: \"0.1.1\"",
        $"tenantId: {TenantId}",
        "bot:",
        $"  id: {Quoted(BotId)}",
        "  name: AccountabilityBot",
        "currentUser:",
        .. LinesOf(Current).Select(line => "  " + line),
        "users:",
        .. Colleagues.SelectMany(colleague => LinesOf(colleague).Select((line, index) => (index == 0 ? "  - " : "    ") + line)),
        "personalChat:",
        $"  id: {Quoted("a:1-" + Current.ObjectId)}",
        "groupChat:",
        "  id: \"19:everybody@thread.v2\"",
        "  name: Everybody",
        "team:",
        $"  id: {Quoted(TeamId)}",
        $"  name: {Quoted(model.Company)}",
        "  aadGroupId: 00000000-0000-4000-8000-0000000000ff",
        "  channels:",
        $"    - id: {Quoted(SalesChannelId)}",
        "      name: Sales",
        "",
    ]);

    static IEnumerable<string> LinesOf(CompanyPerson person)
    {
        var names = person.Name.Split(' ', 2);
        var address = Quoted(person.Email ?? person.ObjectId);
        return
        [
            $"id: {Quoted(UserIdOf(person))}",
            $"name: {Quoted(person.Name)}",
            // The Playground spells it so.
            $"userPrincipleName: {address}",
            $"aadObjectId: {Quoted(person.ObjectId)}",
            $"givenName: {Quoted(names[0])}",
            $"surname: {Quoted(names[^1])}",
            $"email: {address}",
        ];
    }

    static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
