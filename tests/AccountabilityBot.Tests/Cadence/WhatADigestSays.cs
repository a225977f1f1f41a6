using System.Diagnostics;
using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Contracts;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Cadence.Digests;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>The numbers with their owners, what leaks and whose it is, who is stuck, what is open and what is to come.</summary>
public sealed class WhatADigestSays : Scenario
{
    const string Numbers = """

        numbers:
          response:
            { name: Reply rate, unit: "%", direction: up, target: 90, period: week, freshnessDays: 2, owner: ana@brightwater.example, keeper: bo@brightwater.example, department: sales }
          leakage: { name: Lost inquiries, unit: "%", direction: down, target: 5, period: week, owner: ravi@brightwater.example, department: sales, computed: leakage:marketing-sales }
          booked: { name: Booked, unit: EUR, direction: up, target: 100000, period: quarter, owner: ravi@brightwater.example, department: sales, computed: pipeline-won }
          churn: { name: Churn, unit: "%", direction: down, department: sales }
        """;

    [Theory, OnBothDatabases]
    public async Task The_numbers_with_one_owner_each_and_the_unowned_and_the_overdue(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model(Numbers) });
        await bot.Until(FirstMonday);
        await bot.Write(db => db.NumberValues.AddRange(Value("response", new DateOnly(2026, 11, 29), 84), Value("response", new DateOnly(2026, 11, 22), 80)));
        await bot.Lead();
        await bot.Until(FirstMonday.AddDays(14) - 1.Minutes());
        await bot.Advance(1.Minutes());

        var card = await bot.ExpectPost(Sales, "Sales · week 50");

        Assert.Contains("Reply rate", card.Texts);
        Assert.Contains("84 %", card.Texts);
        Assert.Contains("Ana Sousa · to 29 November 2026, overdue · ▲ 4 % · target 90 % not met", card.Texts);
        Assert.Contains("Nobody owns: Churn", card.Texts);
        Assert.Contains(card.Texts, text => text.StartsWith("Overdue: ", StringComparison.Ordinal) && text.Contains("Reply rate (Bo Nguyen)", StringComparison.Ordinal));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task What_leaks_at_a_seam_is_told_with_its_one_owner_and_what_is_stuck_with_who_has_it(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model(Numbers) });
        await AcceptAsync(bot, new { value = 40_000, currency = "EUR" });
        await bot.Until(FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());

        var card = await bot.ExpectPost(Sales, "Sales · week 48");

        Assert.Contains("Inquiries: 1 lead, median age 7 days, worth EUR 40,000", card.Texts);
        Assert.Contains("Ravi Menon owns what leaks here.", card.Texts);
        Assert.Contains("L-1001 · Keller Wells", card.Texts);
        Assert.Contains(card.Texts, text => text.StartsWith("with Ana Sousa, no word since ", StringComparison.Ordinal));
        // The sender's channel reads the same of its own leads, and who promised what.
        var marketing = await bot.ExpectPost(General, "Marketing · week 48");
        Assert.Contains("Handed over", marketing.Texts);
        Assert.Contains("Promises kept by Sales", marketing.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_open_pipeline_covers_what_is_still_to_be_won_of_a_target_that_somebody_owns(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model(Numbers) });
        await bot.Advance(1.Minutes());
        await QualifyAsync(bot, "60000 EUR");
        await QualifyAsync(bot, "90000 EUR");
        // Both buyers are of one company, and so is who looks after them: the first card is the first lead's.
        var won = bot.Teams.Standing(PersonOf(await bot.GetLead("L-1001"))).First(one => one.Buttons.Any(button => button.Title == "Set disposition"));
        var form = await bot.Press(PersonOf(await bot.GetLead("L-1001")), won, "Set disposition", ("Disposition", "Won"));
        var saved = await bot.Press(PersonOf(await bot.GetLead("L-1001")), form.Card, "Save", ("Reason", "Price"), ("What they bought", "Pumps"));
        Assert.Contains("Won by Ana Sousa", saved.Card.Texts);
        await bot.Overlook();
        Assert.Equal("won", (await bot.GetLead("L-1001")).State);

        await bot.Say(Ravi, "digest for sales");
        var card = await bot.ExpectPost(Ravi, "Open pipeline");

        Assert.Contains("EUR 90,000 in 1 open opportunities", card.Texts);
        Assert.Contains("Covers 2.3 times the EUR 40,000 that are still to be won of EUR 100,000.", card.Texts);
        Assert.Contains("EUR 60,000", card.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task It_costs_as_many_queries_for_two_hundred_more_people(Database database)
    {
        async Task<int> CountAsync(IEnumerable<Colleague> more)
        {
            using var people = new PeopleList(more);
            await using var bot = await BotHarness.StartAsync(database, new BotSetup { Model = Model(), Settings = [$"--People:Path={people.Path}", .. LoggedCommands] });
            await bot.Lead();
            await using var scope = bot.Services.CreateAsyncScope();
            var company = scope.ServiceProvider.GetRequiredService<CompanySource>().Current;
            using var commands = new CountedCommands();
            await scope.ServiceProvider.GetRequiredService<DigestReading>().ReadAsync(
                company.Model.Departments, new DateOnly(2026, 11, 30), (FirstMonday.AddDays(-7), FirstMonday), company, FirstMonday, TestContext.Current.CancellationToken);
            return commands.Count;
        }

        var few = await CountAsync([]);
        var many = await CountAsync(Enumerable.Range(1, 200).Select(no => new Colleague($"Seller{no:000} Crowd", 1_000 + no, "Sales")));

        Assert.InRange(few, 10, 30);
        Assert.Equal(few, many);
    }

    /// <summary>What nobody logs or listens to from the start, the database does not tell either.</summary>
    static readonly string[] LoggedCommands = ["--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information"];

    static NumberValue Value(string number, DateOnly end, decimal value) => new()
    {
        Id = Guid.NewGuid(),
        NumberId = number,
        PeriodEnd = end,
        Value = value,
        Source = "keeper",
        EnteredAt = FirstMonday,
    };

    static async Task QualifyAsync(BotHarness bot, string value)
    {
        var no = await AcceptAsync(bot, new { });
        var owner = PersonOf(await bot.GetLead(no));
        var card = bot.Teams.Standing(owner).Last(one => one.Buttons.Any(button => button.Title == "Set disposition"));
        var form = await bot.Press(owner, card, "Set disposition", ("Disposition", "Qualified"));
        await bot.Press(owner, form.Card, "Save", ("Need", "Pumps"), ("Value", value));
        await bot.Overlook();
    }

    static async Task<string> AcceptAsync(BotHarness bot, object lead)
    {
        var no = await bot.Lead(lead);
        await bot.Settle();
        var person = PersonOf(await bot.GetLead(no));
        await bot.Press(person, bot.Teams.Standing(person).Last(card => card.ButtonRow.StartsWith("Accept", StringComparison.Ordinal)), "Accept");
        await bot.Overlook();
        return no;
    }

    static Colleague PersonOf(LeadTold told) => Everybody.Single(one => one.Name == (told.Owner ?? told.OfferedTo));

    /// <summary>Commands to the database of this very test, whatever others do meanwhile.</summary>
    sealed class CountedCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        static readonly AsyncLocal<CountedCommands?> _mine = new();

        readonly List<IDisposable> _subscriptions = [];
        int _count;

        public CountedCommands()
        {
            _mine.Value = this;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && _mine.Value == this)
                Interlocked.Increment(ref _count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _mine.Value = null;
            _subscriptions.ForEach(one => one.Dispose());
        }
    }
}
