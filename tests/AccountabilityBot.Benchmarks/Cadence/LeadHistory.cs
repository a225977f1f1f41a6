using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Cadence;

/// <summary>
/// A company of fifty departments in a row, each handing over to the next, with so many leads a week as far back as the history
/// goes: each was offered and accepted in time, and won or lost a fortnight later. Beside them some are open, and some lie there.
/// </summary>
sealed class LeadHistory(FigureHost host)
{
    public const int Departments = 50;
    public const int AWeek = 10_000;
    public const int Open = 20_000;
    public const int Lying = 2_000;

    /// <summary>The Monday of the digests, at nine in Berlin.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    int _ended;

    public async Task BeginAsync()
    {
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var (db, companies) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<CompanySource>());
        await companies.LoadAsync(db, Model(companies.Current.Model), 1, CancellationToken.None);
        var company = companies.Current;
        await scope.ServiceProvider.GetRequiredService<LeadIntake>().TakeAsync([SampleLead.Message(1) with { Segment = "warm" }], Via.Api, Now, CancellationToken.None);
        var lead = db.Leads.Local.Single();
        var owner = company.MembersOf("sales")[0].Id;
        lead.OfferTo(new OfferTo(owner, new OfferReason(OfferReason.Rotation)), company.TermsOf(lead), Now);
        lead.Accept(company.ActorOn(lead, owner), company.TermsOf(lead), Now);
        db.Channels.AddRange(Enumerable.Range(0, Departments).Select(no => new DepartmentChannel
        {
            Department = IdOf(no),
            ChannelId = $"19:{no}@thread.tacv2",
            TeamId = "19:team@thread.tacv2",
            ServiceUrl = Presses.ServiceUrl,
            BoundAt = Now.AddYears(-3),
            RosterDueAt = Now.AddYears(3),
        }));
        await db.SaveChangesAsync();
        await using var connection = await ConnectAsync();
        await CopyAsync(connection, "3", Open, 100_000_000, $"timestamptz '{Now:u}' - (n % 200) * interval '1 day'");
        await CopyAsync(connection, "3", Lying, 200_000_000, $"timestamptz '{Now:u}' - (n % 90) * interval '1 day'", asks: 2);
    }

    /// <summary>So many that have ended, a week's after a week's, back from now.</summary>
    public async Task GrowToAsync(int count)
    {
        const int AtOnce = 100_000;
        await using var connection = await ConnectAsync();
        for (; _ended < count; _ended += AtOnce)
        {
            // Evenly over its weeks.
            var received = $"timestamptz '{Now:u}' - ({_ended} + n) * interval '{7 * 24 * 3600.0 / AWeek} seconds'";
            await CopyAsync(connection, "5 + n % 2", AtOnce, _ended, received);
            var mine = $"lead.\"No\" > 1000000 + {_ended} AND lead.\"No\" <= 1000000 + {_ended + AtOnce}";
            const string First = "(SELECT \"Id\" FROM \"Leads\" ORDER BY \"No\" LIMIT 1)";
            await CopiedRows.InsertAsync(connection, "Offers", $"FROM \"Offers\" src, \"Leads\" lead WHERE {mine} AND src.\"LeadId\" = {First}", new()
            {
                ["LeadId"] = "lead.\"Id\"",
                ["OfferedAt"] = "lead.\"ReceivedAt\"",
                ["AnsweredAt"] = "lead.\"ReceivedAt\" + interval '10 minutes'",
            });
            await CopiedRows.InsertAsync(connection, "EndedPromises", $"FROM \"EndedPromises\" src, \"Leads\" lead WHERE {mine} AND src.\"LeadId\" = {First}", new()
            {
                ["Id"] = "gen_random_uuid()",
                ["LeadId"] = "lead.\"Id\"",
                ["EndedAt"] = "lead.\"ReceivedAt\" + interval '10 minutes'",
                ["Outcome"] = "1 + (lead.\"No\" % 5 = 0)::int",
            });
            await CopiedRows.ExecuteAsync(connection, $"""
                INSERT INTO "Dispositions" ("Id", "LeadId", "No", "Code", "At", "From", "To", "ValueMinor", "Currency", "IsBeforeArrival")
                SELECT gen_random_uuid(), lead."Id", 1, CASE lead."State" WHEN 5 THEN 'won' ELSE 'lost' END, lead."EndedAt", 1, lead."State" + 1, 1000000, 'EUR', false
                FROM "Leads" lead WHERE {mine} AND lead."EndedAt" < timestamptz '{Now:u}'
                """);
        }

        await CopiedRows.ExecuteAsync(connection, "VACUUM ANALYZE");
    }

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(host.Bot.Services.GetRequiredService<StorageOptions>().ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    static Task CopyAsync(NpgsqlConnection connection, string state, int count, int from, string received, int asks = 0) => CopiedRows.InsertAsync(
        connection, "Leads", $"""FROM "Leads" src, generate_series(1, {count}) n WHERE src."Id" = (SELECT "Id" FROM "Leads" ORDER BY "No" LIMIT 1)""", new()
        {
            ["Id"] = "gen_random_uuid()",
            ["No"] = $"1000000 + {from} + n",
            ["ExternalId"] = $"'history-' || ({from} + n)",
            ["State"] = state,
            ["Stage"] = $"CASE WHEN ({state}) = 3 THEN 1 ELSE ({state}) + 1 END",
            ["Seam"] = $"'seam-' || (n % {Departments})",
            ["FromDepartment"] = NameIn($"(n % {Departments})"),
            ["Department"] = NameIn($"((n + 1) % {Departments})"),
            ["ReceivedAt"] = received,
            ["EndedAt"] = $"CASE WHEN ({state}) = 3 THEN NULL ELSE {received} + interval '14 days' END",
            ["OpportunitySince"] = $"CASE WHEN n % 4 = 0 THEN {received} END",
            ["OpportunityMinor"] = "CASE WHEN n % 4 = 0 THEN 1000000 END",
            ["OpportunityCurrency"] = "CASE WHEN n % 4 = 0 THEN 'EUR' END",
            ["DispositionAsks"] = asks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["NextRungAt"] = "NULL",
            ["Promise"] = "NULL",
            ["AccountKey"] = $"'account-' || ({from} + n)",
        });

    /// <summary>The sample's sales is the first, so that its people are somebody's.</summary>
    public static string IdOf(int no) => no is 0 ? "sales" : $"department-{no}";

    static string NameIn(string no) => $"CASE {no} WHEN 0 THEN 'sales' ELSE 'department-' || {no} END";

    static RevenueModel Model(RevenueModel sample)
    {
        var sales = sample.FindDepartment("sales")!;
        return sample with
        {
            Departments = [.. Enumerable.Range(0, Departments).Select(no => sales with { Id = IdOf(no), Name = $"Department {no}", Labels = no is 0 ? sales.Labels : [] })],
            Seams = [.. Enumerable.Range(0, Departments).Select(no => new Seam($"seam-{no}", IdOf(no), IdOf((no + 1) % Departments), $"Seam {no}"))],
            Dispositions = UsualDispositions.All,
            Numbers = [],
            Leads = new LeadRules("sales", $"seam-{Departments - 1}"),
        };
    }
}
