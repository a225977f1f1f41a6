using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People.Graph;
using AccountabilityBot.People.Placing;
using AccountabilityBot.People.Reaching;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Demo;

/// <summary>Who lands where, and who nowhere.</summary>
sealed partial class CardGallery
{
    void FillDirectory()
    {
        var view = new DirectoryView(PlacementReport.Of(_company.Model, _company.Accounts), _say);
        Add("directory", "directory: who lands where", DirectoryCard.Draw(view));
        var untidy = new DirectoryView(PlacementReport.Of(UntidyModel(), [.. _company.Accounts, .. Untidy()]), _say);
        Add("directory-untidy", "The same, with a directory as it really is", DirectoryCard.Draw(untidy));
        DirectoryFeed[] feeds =
        [
            Feed(Feeds.Users, feed => (feed.KnownAt, feed.Problem, feed.FailingSince) = (Now.AddHours(-3), "503 ServiceUnavailable", Now.AddHours(-3))),
            Feed(Feeds.Mailboxes, feed => (feed.Problem, feed.Permission, feed.FailingSince) = ("403 ErrorAccessDenied", GraphPermissions.Mailboxes, Now.AddMinutes(-5))),
            Feed(Feeds.Presence, feed => (feed.KnownAt, feed.Problem, feed.Permission, feed.FailingSince) = (Now.AddDays(-1), "403 Forbidden", GraphPermissions.Presence, Now.AddMinutes(-5))),
        ];
        Add("directory-troubled", "The same while Graph is in trouble: what is known stays, with its age", DirectoryCard.Draw(view with { Origin = DirectoryOrigin.Lines(_say, feeds, Now) }));
        Add("directory-warning", "To the administrators: permissions are missing", DirectoryOrigin.Warning(_say, feeds, Now)!);
        Add("directory-held", "To the administrators: have so many people left?", DirectoryOrigin.Warning(_say, [Feed(Feeds.Users, feed => (feed.KnownAt, feed.Held) = (Now, 214))], Now)!);
        var unreachable = _company.MembersOf("sales").Take(3).ToList();
        Add("unreachable", "unreachable: whom no message reaches in a chat of their own", Unreachable.Card(_say,
        [
            new UnreachablePerson(unreachable[0], "BotNotInConversationRoster", null, WasSeen: true),
            new UnreachablePerson(unreachable[1], null, "403 Forbidden", WasSeen: false),
            new UnreachablePerson(unreachable[2], null, null, WasSeen: false),
        ]));
        Add("unreachable-none", "The same when everybody is reached", Unreachable.Card(_say, []));
        Add("directory-untidy-german", "The same in German", DirectoryCard.Draw(untidy with { Say = Sentences.In("de") }));
    }

    static DirectoryFeed Feed(string name, Action<DirectoryFeed> how)
    {
        var feed = new DirectoryFeed { Name = name };
        how(feed);
        return feed;
    }

    /// <summary>A model with a gap of every kind.</summary>
    RevenueModel UntidyModel() => _company.Model with
    {
        Departments =
        [
            .. _company.Model.Departments,
            _company.Model.Departments[0] with { Id = "partners", Name = "Partners", Head = "gone@coldworks.example", Labels = ["Channel & Alliances"] },
        ],
        Membership =
        [
            .. _company.Model.Membership,
            new MembershipRule("sales") { Titles = ["*executive*"], Departments = ["Sales*"] },
            new MembershipRule("sales") { Titles = ["account executive"], Departments = ["Sales EMEA"], Names = ["J*"] },
            new MembershipRule("marketing") { Departments = ["* Stable Counterpart"] },
            new MembershipRule("operations") { Emails = ["*@coldworks.example"] },
        ],
        MembershipOverrides = new Dictionary<string, string>
        {
            ["noor.haddad@coldworks.example"] = "operations",
            ["elena.petrova@coldworks.example"] = "marketing",
            ["bo.nguyen@coldworks.example"] = "sales",
        },
        Roles = new Dictionary<string, string>(_company.Model.Roles) { ["Chief Quality Officer"] = "quality@coldworks.example" },
    };

    static IEnumerable<PersonFacts> Untidy()
    {
        string?[] labels = ["Warehouse North", "Warehouse North", "Warehouse North", "warehouse_north", "Quality", "Quality", "Research [R&D](https://evil.example)", null];
        foreach (var (no, label) in labels.Index())
            yield return Account(100 + no, $"Person {no}", $"person.{no}@elsewhere.example", label, no % 3 == 0 ? "somebody@parent.example" : null);
        for (var no = 0; no < 14; no++)
            yield return Account(200 + no, $"Specialist {no}", $"specialist.{no}@elsewhere.example", $"Task force {no}", null);
        yield return Account(300, "Conf Room Oslo", "oslo@rooms.example", null, null);
        yield return Account(301, "svc-backup", null, null, null);
        yield return Account(302, "Ada Berg", "ada@elsewhere.example", "Sales; Marketing", "bea@elsewhere.example");
        yield return Account(303, "Bea Cruz", "bea@elsewhere.example", "Support | Quality | Onboarding", "ada@elsewhere.example");
        yield return Account(304, "Bea Cruz (old account)", "BEA@elsewhere.example", null, null);
    }

    static PersonFacts Account(int no, string name, string? email, string? label, string? manager) =>
        new($"00000000-0000-4000-8000-{no:d12}", name, email, null, label, manager, null);
}
