using System.Diagnostics;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Delivering;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.Outcomes;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Benchmarks.Ending;

/// <summary>
/// A thousand leads of fifty senders have ended, and all of it is due on the same morning: what it costs to put it into one
/// message each, against the same rows by hand-written SQL, and what of it goes to a Teams that keeps its limits.
/// </summary>
static class OutcomeFigures
{
    const int Outcomes = 1_000;
    const int Senders = 50;

    /// <summary>Fewer than Teams allows, so that fifty messages take long enough to be timed.</summary>
    const int PerSecond = 10;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("figures-");
        await using var database = await Database.PostgresAsync();
        if (database is null)
        {
            yield return Figure.Skipped("closed loop", FigureHost.NoPostgres);
            yield break;
        }

        await using var teams = await LimitedTeams.StartAsync(PerSecond);
        await using var bot = BotHost.Build(
            [
                $"--environment={Environments.Development}", $"--urls={Loopback.AnyPort}", $"--Bot:TenantId={Presses.Tenant}",
                $"--Bot:RequestsPerSecond={PerSecond}", $"--Model:Path={SampleLead.ModelPath}", $"--People:Path={GeneratedCompany.WritePeople(folder.FullName, Senders)}",
                .. database.Settings,
            ],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddSingleton<TimeProvider>(new OfficeHours());
            });
        await ServeCommand.PrepareAsync(bot, CancellationToken.None);
        var leads = await LeadsAsync(bot.Services, teams);

        var (floors, subjects) = (new List<double>(), new List<double>());
        await using var sql = new ByHand(bot.Services.GetRequiredService<StorageOptions>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            await EndAsync(bot.Services, leads);
            var floor = await ByHandAsync(sql, bot.Services.GetRequiredService<TimeProvider>());
            await ClearAsync(bot.Services);
            await EndAsync(bot.Services, leads);
            var subject = await TellAsync(bot.Services);
            if (round > 0)
                (floors, subjects) = ([.. floors, floor], [.. subjects, subject]);
            if (round < settings.Rounds)
                await ClearAsync(bot.Services);
        }

        yield return new Figure(
            $"closed loop: {Outcomes:N0} outcomes into {Senders} messages, against the same rows by hand",
            $"{Comparison.Median(floors):0} ms", $"{Comparison.Median(subjects):0} ms", $"{Comparison.Median(subjects) / Comparison.Median(floors):0.0} × as long", "", null);

        // What was told in the last round is still to go out.
        await bot.StartAsync();
        await teams.TakesAsync(Senders);
        // Whatever is sent beyond the fifty would come now.
        await Task.Delay(TimeSpan.FromSeconds(3), Clock.System);
        await bot.StopAsync();
        var (first, last) = teams.Span;
        var (least, took) = (teams.Least(Senders), last - first);
        yield return new Figure(
            $"closed loop: the {Senders} messages, against the least time that {PerSecond} a second allow",
            $"{least:0.0} s", $"{took:0.0} s", $"{took / least:0.000} × as long", "", null);
        yield return Figure.Rule($"closed loop: messages for {Outcomes:N0} outcomes of {Senders} senders", $"{teams.Taken}", $"{Senders}", teams.Taken == Senders);
        yield return Figure.Rule("closed loop: messages beyond a limit (answered with 429)", $"{teams.Refused}", "0", teams.Refused == 0);
        folder.Delete(recursive: true);
    }

    /// <summary>Twenty leads of each sender, lost last night.</summary>
    static async Task<IReadOnlyList<Lead>> LeadsAsync(IServiceProvider bot, LimitedTeams teams)
    {
        await using var scope = bot.CreateAsyncScope();
        var (db, company, now) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<CompanySource>().Current, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<LeadIntake>().TakeAsync(
            [.. Enumerable.Range(0, Outcomes).Select(index => SampleLead.Message(index) with { From = new LeadSender("marketing", GeneratedCompany.ObjectIdOf(index % Senders)) })],
            Via.Api, now, CancellationToken.None);
        var lost = company.Model.FindDisposition("lost")!;
        foreach (var lead in db.Leads.Local)
            lead.RecordOutcome(lost, new DispositionEntry { Reason = "price" }, now, company.TermsOf(lead), now);
        db.TeamsUsers.AddRange(Enumerable.Range(0, Senders).Select(number => new TeamsUser
        {
            PersonId = company.FindByReference(GeneratedCompany.ObjectIdOf(number))!.Id,
            UserId = $"29:{number}",
            ChatId = $"a:{number}",
            ServiceUrl = teams.ServiceUrl,
            TenantId = Presses.Tenant,
        }));
        await db.SaveChangesAsync();
        return [.. db.Leads.Local.OrderBy(lead => lead.No)];
    }

    /// <summary>The lines that the saves of these ends wrote, due by now.</summary>
    static async Task EndAsync(IServiceProvider bot, IReadOnlyList<Lead> leads)
    {
        await using var scope = bot.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        db.OutcomeLines.AddRange(leads.Select(lead => new OutcomeLine
        {
            Id = Guid.CreateVersion7(now),
            LeadId = lead.Id,
            Thread = Outgoing.ThreadOf(lead.FromPerson!.Value),
            Person = lead.FromPerson,
            At = now.AddHours(-12),
            TellAt = now.AddMinutes(-1),
        }));
        await db.SaveChangesAsync();
    }

    static async Task ClearAsync(IServiceProvider bot)
    {
        await using var scope = bot.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.OutcomeLines.ExecuteDeleteAsync();
        await db.Notices.ExecuteDeleteAsync();
    }

    static async Task<double> TellAsync(IServiceProvider bot)
    {
        await using var scope = bot.CreateAsyncScope();
        var (news, clock) = (scope.ServiceProvider.GetRequiredService<OutcomeNews>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var started = Stopwatch.GetTimestamp();
        var told = await news.TellAsync(clock.GetUtcNow(), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return told == Outcomes ? took : throw new InvalidOperationException($"{Outcomes} outcomes were due, and {told} were told.");
    }

    static async Task<double> ByHandAsync(ByHand sql, TimeProvider clock)
    {
        var started = Stopwatch.GetTimestamp();
        var now = clock.GetUtcNow();
        await using var connection = await sql.OpenAsync();
        var due = await ByHand.ReadAsync(connection, new Statement("""SELECT "Id", "Thread", "Person" FROM "OutcomeLines" WHERE "NoticeId" IS NULL AND "TellAt" <= $1 ORDER BY "TellAt" """, sql.Instant(now)));
        var statements = new List<Statement>();
        foreach (var lines in due.GroupBy(line => line[1]))
        {
            var notice = Guid.CreateVersion7(now);
            statements.Add(new Statement(
                """
                INSERT INTO "Notices" ("Id", "Key", "Kind", "Class", "Thread", "Person", "Locale", "Rank", "NotBefore", "CreatedAt", "State", "Attempts", "Failures", "ChatRetried", "Counts")
                VALUES ($1, $2, 'outcome.ended', 3, $3, $4, 'en', 1000, $5, $5, 1, 0, 0, FALSE, FALSE)
                """,
                notice, $"hand:{notice}", lines.Key, lines.First()[2], sql.Instant(now)));
            statements.AddRange(lines.Select(line => new Statement("""UPDATE "OutcomeLines" SET "NoticeId" = $1 WHERE "Id" = $2 AND "NoticeId" IS NULL""", notice, line[0])));
        }

        return await sql.WriteAsync(connection, statements) ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException("The floor has written nothing.");
    }
}

/// <summary>Ten in the morning in Berlin whenever it is measured: at night nobody is told anything.</summary>
sealed class OfficeHours : TimeProvider
{
    readonly long _started = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => SampleLead.Now + Stopwatch.GetElapsedTime(_started);
}
