using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.Leads.Import;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Demo;

/// <summary>
/// What happens in the demo: it waits for somebody to open the page, gives marketing and sales their channels, brings
/// leads in, and lets colleagues answer theirs. The person at the screen is never answered for.
/// </summary>
sealed partial class DemoStory(
    IServiceScopeFactory scopes, CompanySource companies, LeadImport imports, DemoOptions options, DemoColleagues colleagues, TimeProvider clock, ILogger<DemoStory> logger) : BackgroundService
{
    /// <summary>More open leads than this, and the story waits for the person at the screen.</summary>
    const int MostOpen = 12;

    /// <summary>In real time, however fast the clock runs: people watch.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    static readonly TimeSpan ColleaguesEvery = TimeSpan.FromSeconds(20);

    /// <summary>The same story every time.</summary>
    readonly Random _chance = new(1042);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitForAudienceAsync(stoppingToken);
        if (options.Leads is { } file)
            await BringAllAsync(file, stoppingToken);

        var leads = options.Leads is null && options.LeadEvery > TimeSpan.Zero ? DemoLeads.Endless(clock.GetUtcNow()) : [];
        using var story = leads.GetEnumerator();
        var (sinceLead, sincePress) = (options.LeadEvery, TimeSpan.Zero);
        using var beat = new PeriodicTimer(Beat, Cli.Clock.System);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            (sinceLead, sincePress) = (sinceLead + Beat, sincePress + Beat);
            if (sinceLead >= options.LeadEvery && await OpenLeadsAsync(stoppingToken) < MostOpen && story.MoveNext())
            {
                await BringAsync(story.Current, stoppingToken);
                sinceLead = TimeSpan.Zero;
            }

            if (options.LeadEvery > TimeSpan.Zero && sincePress >= ColleaguesEvery)
            {
                await LetAColleaguePressAsync(stoppingToken);
                sincePress = TimeSpan.Zero;
            }
        }
    }

    /// <summary>Messages sent before the page is open are shown nowhere, and only its first activity tells where to send them.</summary>
    async Task WaitForAudienceAsync(CancellationToken ct)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100), Cli.Clock.System);
        while (await beat.WaitForNextTickAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            if (await db.TeamsUsers.AsNoTracking().OrderBy(user => user.PersonId).FirstOrDefaultAsync(ct) is not { } visitor)
                continue;
            var now = clock.GetUtcNow();
            db.Channels.AddRange(Home("marketing", PlaygroundTeam.TeamId, "General"), Home("sales", PlaygroundTeam.SalesChannelId, "Sales"));
            await db.SaveChangesAsync(ct);
            TheCurtainRises();
            return;

            DepartmentChannel Home(string department, string channel, string name) => new()
            {
                Department = department,
                ChannelId = channel,
                TeamId = PlaygroundTeam.TeamId,
                ServiceUrl = visitor.ServiceUrl,
                TenantId = PlaygroundTeam.TenantId,
                Name = name,
                BoundAt = now,
                RosterDueAt = now,
            };
        }
    }

    async Task BringAllAsync(string file, CancellationToken ct)
    {
        var map = options.Map is null ? null : ColumnMapFile.Read(options.Map).Map;
        using var csv = new StreamReader(file);
        var summary = await imports.RunAsync(csv, map, progress: null, ct);
        Brought(summary.ToString());
    }

    async Task BringAsync(LeadMessage message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LeadIntake>().TakeAsync([message], Via.Api, clock.GetUtcNow(), ct);
    }

    async Task<int> OpenLeadsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Leads
            .CountAsync(lead => lead.State == LeadState.Waiting || lead.State == LeadState.Offered, ct);
    }

    async Task LetAColleaguePressAsync(CancellationToken ct)
    {
        var company = companies.Current;
        var me = PlaygroundTeam.Of(company).Current.Id;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var offers = await db.Offers.AsNoTracking()
            .Where(offer => offer.Outcome == null && offer.To != null && offer.To != me)
            .OrderBy(offer => offer.OfferedAt).Take(5).ToListAsync(ct);
        if (offers.Count == 0)
            return;
        var offer = offers[_chance.Next(offers.Count)];
        var post = await db.CardPosts.AsNoTracking()
            .FirstOrDefaultAsync(row => row.LeadId == offer.LeadId && row.Kind == LeadKinds.Channel && row.ActivityId != null, ct);
        if (post is null || company.Find(offer.To!.Value) is not { } person)
            return;

        // Three of four are accepted; of the reasons, those that ask nothing further.
        var reasons = company.Model.RejectReasons.Where(reason => reason.Question is null).ToList();
        if (_chance.Next(4) == 0 && reasons.Count > 0)
            await colleagues.RejectAsync(person, post, reasons[_chance.Next(reasons.Count)].Id, ct);
        else
            await colleagues.PressAsync(person, post, LeadVerbs.Accept, [], ct);
    }

    [LoggerMessage(2, LogLevel.Information, "{Summary}")]
    partial void Brought(string summary);

    [LoggerMessage(1, LogLevel.Information, "Somebody opened the page: the demo begins.")]
    partial void TheCurtainRises();
}
