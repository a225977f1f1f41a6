using System.Collections.Concurrent;
using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Faults;

/// <summary>
/// People who press what they see, a little at random. They remember every press and what they were answered. Who gets no
/// answer presses again now and then, or Teams delivers the same press once more.
/// </summary>
sealed class Crowd(FaultSite site, Func<BotProgram> server, int seed)
{
    readonly ConcurrentQueue<Pressing> _presses = [];

    internal IReadOnlyList<Pressing> Presses => [.. _presses];

    /// <summary>Nobody rejects or passes on: every lead ends with an owner, and soon.</summary>
    internal bool AcceptsOnly { get; init; }

    /// <summary>Told right before a press is sent.</summary>
    internal Action? BeforePress { get; set; }

    /// <summary>Everybody presses until it is enough.</summary>
    internal Task RunAsync(int people, TimeSpan between, CancellationToken enough) =>
        Task.WhenAll(Enumerable.Range(0, people).Select(no => OneAsync(new Random(seed + no), between, enough)));

    async Task OneAsync(Random random, TimeSpan between, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            if (await TryPressAsync(random) is { Answer: null } lost && (AcceptsOnly || random.Next(2) == 0))
                _presses.Enqueue(await site.SendAsync(server(), lost));
            await Task.Delay(between * random.NextDouble() * 2, Cli.Clock.System, CancellationToken.None);
        }
    }

    async Task<Pressing?> TryPressAsync(Random random)
    {
        Place place = random.Next(3) == 0 ? Sales : SalesPeople[random.Next(SalesPeople.Count)];
        var open = site.Teams.Standing(place).Where(card => card.Buttons.Any(button => button.Title == "Accept")).ToList();
        if (open.Count == 0)
            return null;
        var card = open[random.Next(open.Count)];
        var person = place as Colleague ?? SalesPeople[random.Next(SalesPeople.Count)];
        BeforePress?.Invoke();
        // A reminder has no Reject and no Pass on.
        var may = card.Buttons.Any(button => button.Title == "Reject") && !AcceptsOnly;
        return (may ? random.Next(10) : 0) switch
        {
            < 6 => await PressAsync(person, card, "Accept"),
            < 8 => await RejectAsync(person, card),
            8 when card.Buttons.Any(button => button.Title == "Details") => await PressAsync(person, card, "Details"),
            _ => await PassOnAsync(person, card),
        };
    }

    async Task<Pressing> RejectAsync(Colleague person, ShownCard card)
    {
        var asked = await PressAsync(person, card, "Reject");
        return asked.Answer?.Shown is { } form && form.Inputs.Any(input => input.Label == "Reason")
            ? await PressAsync(person, form, "Reject", ("Reason", "Needs nothing"))
            : asked;
    }

    async Task<Pressing> PassOnAsync(Colleague person, ShownCard card)
    {
        var asked = await PressAsync(person, card, "Pass on");
        return asked.Answer?.Shown is { } form && form.Inputs.Count > 0 && form.Buttons.Any(button => button.Title == "Pass on")
            ? await PressAsync(person, form, "Pass on")
            : asked;
    }

    async Task<Pressing> PressAsync(Colleague person, ShownCard card, string title, params (string Label, string Value)[] inputs)
    {
        var pressing = await site.PressAsync(server(), person, card, title, inputs);
        _presses.Enqueue(pressing);
        return pressing;
    }
}
