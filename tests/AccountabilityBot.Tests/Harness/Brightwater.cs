namespace AccountabilityBot.Tests.Harness;

/// <summary>
/// The company of the scenarios: six in sales, so that a pool is larger than the mentions; one in support, so that one
/// person's capacity can be seen; heads and guardians outside the rotation.
/// </summary>
static class Brightwater
{
    internal const string Tenant = "11111111-2222-4333-8444-555555555555";
    const string Team = "19:brightwater@thread.tacv2";

    internal static readonly Colleague Noor = new("Noor Haddad", 1, null);
    internal static readonly Colleague Ravi = new("Ravi Menon", 2, null);
    internal static readonly Colleague Helene = new("Helene Brandt", 3, null);
    internal static readonly Colleague Ines = new("Ines Ferreira", 4, null);
    internal static readonly Colleague Tomasz = new("Tomasz Lis", 5, null);
    internal static readonly Colleague Priya = new("Priya Raman", 6, null);
    internal static readonly Colleague Ana = new("Ana Sousa", 11, "Sales");
    internal static readonly Colleague Bo = new("Bo Nguyen", 12, "Sales");
    internal static readonly Colleague Chidi = new("Chidi Eze", 13, "Sales");
    internal static readonly Colleague Dana = new("Dana Weiss", 14, "Sales");
    internal static readonly Colleague Emil = new("Emil Krog", 15, "Sales");
    internal static readonly Colleague Farah = new("Farah Zaman", 16, "Sales");
    internal static readonly Colleague Mei = new("Mei Chou", 21, "Marketing");
    internal static readonly Colleague Sam = new("Sam Mwangi", 31, "Support");

    /// <summary>Of the same tenant, and not in the directory.</summary>
    internal static readonly Colleague Stranger = new("Quentin Unlisted", 99, null);

    internal static readonly IReadOnlyList<Colleague> Everybody =
        [Noor, Ravi, Helene, Ines, Tomasz, Priya, Ana, Bo, Chidi, Dana, Emil, Farah, Mei, Sam];

    /// <summary>In the rotation's first order.</summary>
    internal static readonly IReadOnlyList<Colleague> SalesPeople = [Ana, Bo, Chidi, Dana, Emil, Farah];

    internal static readonly Channel General = new("General", Team, Team);
    internal static readonly Channel Sales = new("Sales", "19:sales@thread.tacv2", Team);
    internal static readonly Channel Support = new("Support", "19:support@thread.tacv2", Team);
    internal static readonly Channel Deals = new("Deals", "19:deals@thread.tacv2", Team);

    internal static readonly IReadOnlyList<Channel> Channels = [General, Sales, Support, Deals];

    /// <summary>Where each department is at home when a test says nothing else.</summary>
    internal static readonly IReadOnlyDictionary<string, Channel> Homes = new Dictionary<string, Channel>
    {
        ["marketing"] = General,
        ["sales"] = Sales,
        ["support"] = Support,
    };

    internal static string PeopleCsv => PeopleCsvOf(Everybody);

    /// <summary>The same people, and one of them lives by another clock.</summary>
    internal static string PeopleCsvWith(Colleague traveller, string zone) => PeopleCsv.Replace(
        $"{traveller.Email},,{traveller.Label},,Europe/Berlin", $"{traveller.Email},,{traveller.Label},,{zone}", StringComparison.Ordinal);

    internal static string PeopleCsvOf(IEnumerable<Colleague> people) => "id,name,email,title,department,manager,timeZone\n" + string.Concat(
        people.Select(person => $"{person.ObjectId},{person.Name},{person.Email},,{person.Label},,Europe/Berlin\n"));

    /// <summary>The same company, which sleeps at night: there are quiet hours only where nobody works.</summary>
    internal static string DaytimeModel => Model.Replace("mon-sun: 00:00-24:00", "mon-sun: 09:00-18:00", StringComparison.Ordinal);

    internal const string Model = """
        company: Brightwater Pumps
        language: en
        timeZone: Europe/Berlin
        administrators: [noor@brightwater.example]
        departments:
          marketing: { name: Marketing, head: ines@brightwater.example, guardian: tomasz@brightwater.example }
          sales: { name: Sales, head: ravi@brightwater.example, guardian: helene@brightwater.example, poolOffers: 5 }
          support: { name: Support, head: priya@brightwater.example, guardian: priya@brightwater.example }
        seams:
          marketing-sales: { from: marketing, to: sales, name: Inquiries }
          sales-support: { from: sales, to: support, name: Installed pumps }
        stages:
          inquiry: Inquiry
        definitions:
          lead: { name: Lead, text: Somebody who moves water and asked us for something. }
        segments:
          hot: { name: Hot, offer: pool, acceptWithin: 10m, rank: 1 }
          warm: { name: Warm, offer: person, acceptWithin: 1h, rank: 2, default: true }
          cold: { name: Cold, offer: person, acceptWithin: 8h, rank: 3 }
        rejectReasons:
          no-need: { name: Needs nothing }
          no-fit:
            name: Not our kind of customer
            question:
              text: What does not fit?
              choices: { no-water: Moves no water, too-small: Too small }
          customer: { name: Already a customer }
          applicant: { name: Looking for work }
          duplicate: { name: Known already }
          other:
            name: Another reason
            question: { text: Why is it not a good lead?, minLength: 10 }
        holdReasons:
          asked-to-wait: Asked to be called later
        handBackReasons:
          away: I am going to be away
        closeReasons:
          test: A test and no lead
        sources:
          website: { name: Website, aliases: [web form] }
          fair: { name: Fair, aliases: [messe] }
        leads:
          department: sales
          seam: marketing-sales
          capacity: 5
          hands: 3
          undo: 2m
          queueWait: 1d
        # Nobody is asked for feedback but where a test is about that.
        feedback: { ask: none }
        # Nor does a digest come but where a test is about that.
        rhythms: { digest: never }
        # Promises count every hour of the day here, so that the scenarios can count on their fingers.
        calendar: { hours: { mon-sun: 00:00-24:00 } }
        """;
}
