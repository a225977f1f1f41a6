using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Benchmarks.Delivering;

/// <summary>
/// Ten thousand cards that all became due at once, in two hundred chats, to a Teams that keeps its published limits: how long
/// it takes against the least that the limits allow, and how long a hot lead that comes in the middle waits.
/// </summary>
static class DeliverFigures
{
    const int Cards = 10_000;
    const int Threads = 200;
    const string HotThread = "a:hot";
    const double MostOfTheLeast = 1.05;
    const double MostHotSeconds = 2;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await using var database = await Database.PostgresAsync();
        if (database is null)
        {
            yield return Figure.Skipped("delivery", FigureHost.NoPostgres);
            yield break;
        }

        await using var teams = await LimitedTeams.StartAsync();
        await using var bot = BotHost.Build(
            [
                $"--environment={Environments.Development}", $"--urls={Loopback.AnyPort}", $"--Bot:TenantId={Presses.Tenant}",
                $"--Bot:RequestsPerSecond={LimitedTeams.PerSecond}", $"--Model:Path={SampleLead.ModelPath}", $"--People:Path={SampleLead.PeoplePath}", .. database.Settings,
            ],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await ServeCommand.PrepareAsync(bot, CancellationToken.None);
        var lead = await LeadAsync(bot.Services);
        await AddAsync(bot.Services, lead, teams, Enumerable.Range(0, Cards).Select(card => $"a:{card % Threads}"), rank: 3);

        await bot.StartAsync();
        await teams.TakesAsync(Cards / 2);
        var asked = LimitedTeams.Now;
        await AddAsync(bot.Services, lead, teams, [HotThread], rank: 1);
        await teams.TakesAsync(Cards + 1);
        await bot.StopAsync();

        var (first, last) = teams.Span;
        var (least, took) = (teams.Least(Cards + 1), last - first);
        yield return new Figure(
            $"delivery: {Cards:N0} cards in {Threads} chats, against the least time that {LimitedTeams.PerSecond} a second allow",
            $"{least:0.0} s", $"{took:0.0} s", $"{took / least:0.000} × as long", $"≤ {MostOfTheLeast:0.00} × as long", took / least <= MostOfTheLeast);
        yield return Figure.Rule("delivery: messages beyond a published limit (answered with 429)", $"{teams.Refused}", "0", teams.Refused == 0);
        var hot = teams.LastIn[HotThread] - asked;
        yield return Figure.Rule("delivery: a hot lead behind the half of them waits", $"{hot:0.00} s", $"≤ {MostHotSeconds:0} s", hot <= MostHotSeconds);
    }

    /// <summary>One that somebody owns, so that nothing about it comes due meanwhile.</summary>
    static async Task<Lead> LeadAsync(IServiceProvider bot)
    {
        await using var scope = bot.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var (company, now) = (scope.ServiceProvider.GetRequiredService<CompanySource>().Current, Clock.System.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<LeadIntake>().TakeAsync([SampleLead.Message(1)], Via.Api, now, CancellationToken.None);
        var lead = db.Leads.Local.Single();
        lead.OfferTo(SampleLead.ToPool, company.TermsOf(lead), now);
        lead.Accept(company.ActorOn(lead, company.MembersOf("sales")[0].Id), company.TermsOf(lead) with { ContactWithin = null }, now);
        await db.SaveChangesAsync();
        return lead;
    }

    static async Task AddAsync(IServiceProvider bot, Lead lead, LimitedTeams teams, IEnumerable<string> conversations, int rank)
    {
        await using var scope = bot.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<BotDb>(), Clock.System.GetUtcNow());
        db.CardPosts.AddRange(conversations.Select(conversation => new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = LeadKinds.Channel,
            LeadId = lead.Id,
            Thread = conversation,
            ServiceUrl = teams.ServiceUrl,
            ConversationId = conversation,
            Wanted = lead.Version,
            Rank = rank,
            CreatedAt = now,
            NotBefore = now,
        }));
        await db.SaveChangesAsync();
    }
}
