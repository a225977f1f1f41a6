using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Faults;

/// <summary>Teams asks to wait, loses its answers, breaks, is silent, refuses, and has forgotten messages, all at random.</summary>
[Collection(FaultRuns.Name)]
[Trait("database", "postgres")]
public sealed class ConnectorAtItsWorst
{
    const double Speed = 20;

    [Fault]
    public Task Everything_that_can_be_shown_is_shown_and_is_true() => FaultRuns.RunAsync(new FaultSetup(Speed, "10m"), RunAsync);

    static async Task RunAsync(FaultSite site, int seed)
    {
        var (random, faults, leads) = (new Random(seed), FaultRuns.IsLong ? 400 : 40, 0);
        var server = await site.ServeAsync();
        var crowd = new Crowd(site, () => server, seed);
        using var enough = new CancellationTokenSource();
        var pressing = crowd.RunAsync(people: 3, TimeSpan.FromMilliseconds(60), enough.Token);
        var (unclear, refused) = (0, 0);
        for (var fault = 0; fault < faults; fault++)
        {
            if (fault % 4 == 0)
                await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.LeadAsync(() => server, ++leads, random.Next(3) == 0 ? "hot" : "warm")));
            GoWrong(random.Next(13));
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(500)), Cli.Clock.System);
        }

        await site.UntilAsync("every lead was answered", async () => (await site.ReadAsync(Record.ReadAsync)).Leads.All(Record.IsSettled), TimeSpan.FromSeconds(180));
        await enough.CancelAsync();
        await pressing;
        site.Teams.Recover();
        // What was refused for good is tried once more when there is something new to show.
        for (var no = 1; no <= leads; no++)
            await site.LeadAsync(() => server, no, "warm", phone: "+49 30 1234");
        var aftermath = await Aftermath.OfAsync(site, server, crowd);
        await aftermath.ReconcileAsync(leads, _ => true, $"{faults} faults, {unclear} answers unclear, {refused} refused", refused, unclear);
        var copies = aftermath.Record.Posts.Count(post => post.ActivityId is not null) - aftermath.Record.Posts.Select(post => (post.LeadId, post.Kind, post.Thread)).Distinct().Count();
        Assert.True(copies <= unclear, $"{copies} copies stand in Teams, and {unclear} answers were unclear.");
        Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));

        void GoWrong(int how)
        {
            Place on = random.Next(2) == 0 ? Sales : SalesPeople[random.Next(SalesPeople.Count)];
            switch (how)
            {
                case < 3:
                    site.Teams.Fail(Fault.Throttled(TimeSpan.FromSeconds(random.Next(1, 30))), on);
                    break;
                case < 6:
                    unclear++;
                    site.Teams.Fail(Fault.LostAfterStoring(), on);
                    break;
                case 6:
                    unclear++;
                    site.Teams.Fail(Fault.Broken(), on);
                    break;
                case 7:
                    unclear++;
                    site.Teams.Fail(Fault.Reset(), on);
                    break;
                case 8 when unclear % 5 == 0:
                    // Ten seconds of silence: now and then.
                    unclear++;
                    site.Teams.Fail(Fault.Hanging(stores: random.Next(2) == 0), on);
                    break;
                case 9:
                    refused++;
                    site.Teams.Fail(Fault.Forbidden("BotNotInConversationRoster"), on);
                    break;
                case 10:
                    refused++;
                    site.Teams.Fail(Fault.TooLarge(), on);
                    break;
                default:
                    // Somebody deletes a message; the next edit is answered 404.
                    refused++;
                    if (site.Teams.Messages is { Count: > 0 } messages)
                        messages[random.Next(messages.Count)].IsDeleted = true;
                    break;
            }
        }
    }
}
