using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Tests.Faults;

/// <summary>After the fault: everything comes to rest, copies that the bot does not know are pressed once, and all is compared.</summary>
sealed class Aftermath
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly FaultSite _site;
    readonly Crowd _crowd;

    Aftermath(FaultSite site, Crowd crowd, Record record) => (_site, _crowd, Record) = (site, crowd, record);

    internal Record Record { get; }

    internal static async Task<Aftermath> OfAsync(FaultSite site, BotProgram server, Crowd crowd)
    {
        var record = await RestAsync(site);
        await PressUnknownCopiesAsync(site, server, record);
        return new Aftermath(site, crowd, await RestAsync(site));
    }

    /// <param name="leads">How many were sent.</param>
    /// <param name="isExplained">Whether the server may have forgotten that Teams kept a message at this instant.</param>
    /// <param name="fault">What was done, for the story.</param>
    /// <param name="refused">How many calls Teams refused for good.</param>
    /// <param name="unclear">How many answers of Teams got lost; a kill loses one at most.</param>
    internal async Task ReconcileAsync(int leads, Func<DateTimeOffset, bool> isExplained, string fault, int refused = 0, int unclear = 0)
    {
        var people = await _site.ReadAsync(db => db.People.AsNoTracking().ToDictionaryAsync(person => Guid.Parse(person.ObjectId), person => person.Id));
        var all = new Reconciliation(_site, Record);
        all.LeadsAndLedger(leads);
        all.AnswersKept(_crowd.Presses, id => people.TryGetValue(id, out var person) ? person : null);
        all.NothingPending(unclear + refused);
        all.CardsShown(await Cards.DrawAsync(_site, Record.Posts), refused);
        var copies = all.ShownOnce(isExplained);
        var presses = _crowd.Presses;
        var story = $"{fault}: {leads} leads, {presses.Count} presses ({presses.Count(press => press.ShowsOwner)} shown as owner, {presses.Count(press => press.Answer is null)} without answer, "
            + $"{presses.Count(press => press.IsApology)} asked to try again), {_site.Teams.Messages.Count} messages, {copies} of them copies";
        TestContext.Current.TestOutputHelper?.WriteLine(story);
        Assert.True(all.Problems.Count == 0, $"{story}\n{string.Join("\n\n", all.Problems)}");
    }

    static async Task<Record> RestAsync(FaultSite site)
    {
        Record record = null!;
        await site.UntilAsync("everything is done", async () => (record = await site.ReadAsync(Record.ReadAsync)).IsAtRest, Patience);
        return record;
    }

    /// <summary>A copy whose answer was lost is unknown to the bot until somebody presses on it; from then on it is true too.</summary>
    static async Task PressUnknownCopiesAsync(FaultSite site, BotProgram server, Record record)
    {
        foreach (var copy in site.Teams.Messages.Where(record.IsUnknown))
        {
            var pressing = await site.PressAsync(server, copy.Place as Colleague ?? Brightwater.Ana, copy.Now, "Details");
            Assert.NotNull(pressing.Answer);
        }
    }
}
