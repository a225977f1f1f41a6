using System.Net;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>Many at once: one outcome, everybody told the truth, nothing doubled.</summary>
public sealed class RaceTests : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Of_two_hundred_who_accept_at_once_one_owns_the_lead_and_the_others_hear_who(Database database)
    {
        var crowd = Enumerable.Range(1, 200).Select(no => new Colleague($"Seller{no:000} Crowd", 1_000 + no, "Sales")).ToList();
        using var company = new PeopleList(crowd);
        var bot = await StartAsync(database, new BotSetup { Settings = [$"--People:Path={company.Path}"] });
        bot.Teams.Admit(crowd);
        var no = await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);

        var answers = await Task.WhenAll(crowd.Select(seller => bot.Press(seller, inChannel, "Accept")));

        var told = await bot.GetLead(no);
        Assert.Equal(("accepted", "received, offered, accepted"), (told.State, told.Story));
        var winner = Assert.Single(crowd, seller => seller.Name == told.Owner);
        Assert.Equal(winner.ObjectId, told.Line("accepted")["actor"]!["id"]!.GetValue<string>());
        Assert.All(answers, answer => Assert.Contains($"{winner.Name} has it since", answer.Card.Text, StringComparison.Ordinal));
        var owners = Assert.Single(answers, answer => answer.Card.Buttons.Any(button => button.Title == "Contacted"));
        Assert.Equal(winner.ObjectId, owners.Activity["from"]!["aadObjectId"]!.GetValue<string>());
        Assert.All(answers, answer => Assert.DoesNotContain(answer.Card.Buttons, button => button.Title == "Accept"));
        var afterwards = await bot.ExpectEdit(inChannel);
        Assert.Contains($"{winner.Name} has it since", afterwards.Text, StringComparison.Ordinal);
        Assert.Equal("Details", afterwards.ButtonRow);
        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", (await bot.ExpectPost(winner)).ButtonRow);
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == LeadEvents.Accepted)));
    }

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    [OnBothDatabases(3)]
    public async Task Accept_reject_pass_on_and_the_end_of_the_time_to_answer_leave_one_outcome(Database database, int seed)
    {
        var chance = new Random(seed);
        var bot = await StartAsync(database);
        for (var round = 0; round < 6; round++)
        {
            var no = await bot.Lead();
            await bot.Settle();
            var offeree = PersonOf((await bot.GetLead(no)).OfferedTo);
            var card = await bot.ExpectPost(offeree, no);
            var reject = (await bot.Press(offeree, card, "Reject")).Card;
            var passOn = (await bot.Press(offeree, card, "Pass on")).Card;
            Func<Task>[] acts =
            [
                () => bot.Press(offeree, card, "Accept"),
                () => bot.Press(offeree, card, "Accept"),
                () => bot.Press(offeree, reject, "Reject", ("Reason", "Needs nothing")),
                () => bot.Press(offeree, passOn, "Pass on"),
                () => ExpireAsync(bot),
            ];
            chance.Shuffle(acts);
            await Task.WhenAll(acts.Select(act => Task.Run(act)));
            await bot.Overlook();

            var told = await bot.GetLead(no);
            // That the time to undo has gone by, or that somebody was reminded before, is no second outcome.
            var story = string.Join(", ", told.Story.Split(", ").Where(kind => kind is not ("reject-settled" or "nudged" or "second-line")));
            Assert.Matches("^received, offered, (accepted|rejected|(passed-on|expired), offered)$", story);
            Assert.Equal(story.Split(", ")[^1], told.State);
            Assert.Equal(told.State == "accepted", told.Owner is not null);
            await AssertOffersAgreeAsync(bot, no, story);
            await FinishAsync(bot, no, told);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_that_is_sent_a_hundred_times_at_once_is_one_lead(Database database)
    {
        var bot = await StartAsync(database);
        const string Body = """{"externalId":"web-1","source":"website","name":"Jo Keller","company":"Keller Wells"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => bot.Post(Body)));

        var results = answers.Select(answer => answer.Body["leads"]![0]!["result"]!.GetValue<string>()).ToList();
        Assert.Single(results, "created");
        Assert.Equal(99, results.Count(result => result == "unchanged"));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Accepted or HttpStatusCode.OK));
        var number = Assert.Single(answers.Select(answer => answer.Body["leads"]![0]!["no"]!.GetValue<string>()).Distinct());
        Assert.Equal(1, await bot.Read(db => db.Leads.CountAsync()));
        Assert.Equal("received", (await bot.GetLead(number)).Story);
        Assert.Contains(number, (await bot.ExpectPost(Sales)).Summary, StringComparison.Ordinal);
        await bot.ExpectPost(Ana);
    }

    /// <summary>Beyond the time to answer and the half as much again, in the moment in which the others press.</summary>
    static async Task ExpireAsync(BotHarness bot)
    {
        bot.Clock.Advance(91.Minutes());
        await bot.Settle();
    }

    /// <summary>Each offer has ended as the ledger tells it, and at most the last one stands.</summary>
    static async Task AssertOffersAgreeAsync(BotHarness bot, string no, string story)
    {
        var lead = await bot.Read(db => db.Leads.AsNoTracking().Include(row => row.Offers).SingleAsync(row => "L-" + row.No == no));
        var offers = lead.Offers.OrderBy(offer => offer.No).ToList();
        Assert.Equal(story.Split(", ").Count(kind => kind == "offered"), offers.Count);
        var outcomes = offers.Select(offer => offer.Outcome switch
        {
            OfferOutcome.Accepted => "offered, accepted",
            OfferOutcome.Rejected => "offered, rejected",
            OfferOutcome.PassedOn => "offered, passed-on",
            OfferOutcome.Expired => "offered, expired",
            null => "offered",
            var other => $"offered, {other}",
        });
        Assert.Equal(story, "received, " + string.Join(", ", outcomes));
        Assert.Equal(lead.Hands.Count, offers.Count(offer => offer.Outcome is OfferOutcome.PassedOn or OfferOutcome.Expired));
    }

    /// <summary>Whoever has it now takes it, so that the next round begins with nothing under way.</summary>
    static async Task FinishAsync(BotHarness bot, string no, LeadTold told)
    {
        if (told.OfferedTo is { } next)
        {
            var card = bot.Teams.Standing(PersonOf(next)).Last(shown => shown.Summary.Contains(no, StringComparison.Ordinal));
            await bot.Press(PersonOf(next), card, "Accept");
        }

        // A reject is settled, and its sender told, before the next round.
        await bot.Advance(3.Minutes());
        await bot.Overlook();
    }

    static Colleague PersonOf(string? name) => SalesPeople.Single(person => person.Name == name);
}
