using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Sweeping;

/// <summary>
/// A company's open leads by the million, copied in the database from a few that the bot itself made: most are owned and have
/// a follow-up ahead, one in ten waits in a full queue, and as many are on offer as the people of sales have room for.
/// </summary>
sealed class OpenLeads(FigureHost host)
{
    const int Copied = 100_000;

    static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    int _owned;

    public static DateTimeOffset Now => Clock.System.GetUtcNow();

    /// <summary>Two that stand for all others: one that somebody owns, and one that waits.</summary>
    public async Task BeginAsync()
    {
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var (db, company) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<CompanySource>().Current);
        var (intake, changes) = (scope.ServiceProvider.GetRequiredService<LeadIntake>(), scope.ServiceProvider.GetRequiredService<LeadChanges>());
        var now = Now;
        await intake.TakeAsync([SampleLead.Message(1) with { Segment = "warm" }, SampleLead.Message(2) with { Segment = "warm" }], Via.Api, now, CancellationToken.None);
        var channel = new DepartmentChannel { Department = "sales", ChannelId = Presses.Channel, TeamId = "19:team@thread.tacv2", ServiceUrl = Presses.ServiceUrl };
        db.Channels.Add(channel);
        var lead = db.Leads.Local.OrderBy(one => one.No).First();
        var owner = company.MembersOf("sales")[0].Id;
        var actor = company.ActorOn(lead, owner);
        List<CardPost> posts = [];
        foreach (var decision in (Func<Domain.Decision>[])[
            () => lead.OfferTo(new OfferTo(owner, new OfferReason(OfferReason.Rotation)), company.TermsOf(lead), now),
            () => lead.Accept(actor, company.TermsOf(lead), now)])
        {
            changes.Follow(lead, decision(), posts, channel, Via.Rule, null, now);
        }

        foreach (var post in posts)
            (post.Shown, post.ActivityId) = (post.Wanted, post.Id.ToString("N"));
        await db.SaveChangesAsync();
        await FillCapacityAsync();
    }

    /// <summary>Copies until there are so many.</summary>
    public async Task GrowToAsync(int count)
    {
        await using var connection = new NpgsqlConnection(host.Bot.Services.GetRequiredService<StorageOptions>().ConnectionString);
        await connection.OpenAsync();
        for (; _owned < count; _owned += Math.Min(Copied, count - _owned))
        {
            var many = Math.Min(Copied, count - _owned);
            await CopyAsync(connection, state: 3, many * 9 / 10, _owned);
            await CopyAsync(connection, state: 1, many / 10, _owned + 500_000_000);
        }

        await CopiedRows.ExecuteAsync(connection, "VACUUM ANALYZE");
    }

    /// <summary>The first rung of so many of the owned leads is due now, each as if it had just been promised.</summary>
    public async Task MakeDueAsync(int count)
    {
        await using var connection = new NpgsqlConnection(host.Bot.Services.GetRequiredService<StorageOptions>().ConnectionString);
        await connection.OpenAsync();
        await CopiedRows.ExecuteAsync(connection, """DELETE FROM "CardPosts" WHERE "Kind" = 'lead.nudge'""");
        await CopiedRows.ExecuteAsync(connection, $"""
            UPDATE "Leads" SET "NextRungAt" = now() - interval '1 second',
              "Promise" = jsonb_set(jsonb_set("Promise"::jsonb, array['Rungs', '0', 'Due'], to_jsonb(to_char((now() - interval '1 second') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'))), array['Climbed'], '0')::text
            WHERE "Id" IN (SELECT "Id" FROM "Leads" WHERE "State" = 3 ORDER BY "No" LIMIT {count})
            """);
    }

    /// <summary>Offers fill everybody's capacity, so that the queue has nothing to open.</summary>
    async Task FillCapacityAsync()
    {
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var (db, company) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<CompanySource>().Current);
        var (intake, changes) = (scope.ServiceProvider.GetRequiredService<LeadIntake>(), scope.ServiceProvider.GetRequiredService<LeadChanges>());
        var people = company.MembersOf("sales").SelectMany(person => Enumerable.Repeat(person, company.CapacityOf(person))).ToList();
        await intake.TakeAsync([.. people.Select((_, index) => SampleLead.Message(100 + index) with { Segment = "cold" })], Via.Api, Now, CancellationToken.None);
        foreach (var (lead, person) in db.Leads.Local.OrderBy(one => one.No).Zip(people))
            changes.Follow(lead, lead.OfferTo(new OfferTo(person.Id, new OfferReason(OfferReason.Rotation)), company.TermsOf(lead), Now), [], null, Via.Rule, null, Now);
        foreach (var post in db.CardPosts.Local)
            (post.Shown, post.ActivityId) = (post.Wanted, post.Id.ToString("N"));
        await db.SaveChangesAsync();
    }

    static async Task CopyAsync(NpgsqlConnection connection, int state, int count, int from)
    {
        await CopiedRows.InsertAsync(connection, "Leads", $"""FROM "Leads" src, generate_series(1, {count}) n WHERE src."Id" = (SELECT "Id" FROM "Leads" WHERE "State" = {state} ORDER BY "No" LIMIT 1)""", new()
        {
            ["Id"] = "gen_random_uuid()",
            ["No"] = $"1000000 + {from} + n",
            ["ExternalId"] = $"'copy-' || ({from} + n)",
            ["NextRungAt"] = $"CASE WHEN src.\"NextRungAt\" IS NULL THEN NULL ELSE now() + interval '{Ahead.TotalDays} days' + n * interval '1 second' END",
            ["AccountKey"] = $"'account-' || ({from} + n)",
        });
        if (state != 3)
            return;
        await CopiedRows.InsertAsync(connection, "Offers", $"""
            FROM "Offers" src, "Leads" lead WHERE lead."No" > 1000000 + {from} AND lead."No" <= 1000000 + {from + count} AND src."Outcome" = 1
            AND src."LeadId" = (SELECT "Id" FROM "Leads" WHERE "State" = 3 ORDER BY "No" LIMIT 1)
            """, new() { ["LeadId"] = "lead.\"Id\"" });
        await CopiedRows.InsertAsync(connection, "CardPosts", $"""
            FROM "CardPosts" src, "Leads" lead WHERE lead."No" > 1000000 + {from} AND lead."No" <= 1000000 + {from + count}
            AND src."LeadId" = (SELECT "Id" FROM "Leads" WHERE "State" = 3 ORDER BY "No" LIMIT 1)
            """, new() { ["Id"] = "gen_random_uuid()", ["LeadId"] = "lead.\"Id\"" });
    }
}
