using AccountabilityBot.Data;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Council;

/// <summary>A changed model file waits for the council, which reads the difference and decides.</summary>
public sealed class ChangingTheModel : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_changed_file_waits_and_each_member_reads_the_difference_once(Database database)
    {
        var bot = await StartedAsync(database);

        await bot.RestartWith(Councils.Slower);

        Assert.Equal((10.Minutes(), 1), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        foreach (var member in Councils.Members)
        {
            var card = await bot.ExpectPost(member);
            Assert.Equal("A change of the revenue model waits for the council", card.Summary);
            Assert.Contains("Version 1 is in force until the council decides. Differences to it: 1.", card.Texts);
            Assert.Contains("• Hot: accept within 10m → 20m", card.Texts);
            Assert.Equal("Approve, Reject, Park", card.ButtonRow);
        }

        await bot.Silence();
        // Day after day, and server after server: the same file is the same question.
        await bot.RestartWith(Councils.Slower);
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Silence();
        Assert.Equal((1, 1), (await bot.Read(db => db.ModelDrafts.CountAsync()), await bot.Read(db => db.ModelVersions.CountAsync())));
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "model.drafted" && row.Via == "deployment")));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_council_the_deployment_decides(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Overlook();

        await bot.RestartWith(Model.Replace("offer: pool, acceptWithin: 10m", "offer: pool, acceptWithin: 20m", StringComparison.Ordinal));
        Assert.Equal((20.Minutes(), 2, 0), (bot.AcceptWithin("hot"), bot.Company().ModelVersion, await bot.Read(db => db.ModelDrafts.CountAsync())));

        // The file that brings a council is the last that the deployment decides about.
        await bot.RestartWith(Councils.Model);
        Assert.Equal((10.Minutes(), 3), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        await bot.RestartWith(Model);
        Assert.Equal(3, bot.Company().ModelVersion);
        Assert.Equal(1, await bot.Read(db => db.ModelDrafts.CountAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task An_approved_file_is_in_force_at_once_and_those_whom_it_concerns_hear_of_it_once(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.RestartWith(Councils.Slower);
        await bot.Settle();
        var (withInes, withRavi) = (Of(bot, Ines), Of(bot, Ravi));
        await bot.Overlook();

        var answer = await bot.Press(Ines, withInes, "Approve", ("Reason", "We are never that fast."));

        Assert.Contains("Version 2 of the revenue model came into force.", answer.Card.Texts);
        Assert.Equal("", answer.Card.ButtonRow);
        Assert.Equal((20.Minutes(), 2), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        // The server stops before anybody has heard.
        await bot.RestartWith(Councils.Slower);
        Assert.Equal((20.Minutes(), 2), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        foreach (var channel in (Channel[])[Sales, General, Support])
        {
            var news = await bot.ExpectPost(channel, "The council has approved");
            Assert.Contains("• Hot: accept within 10m → 20m", news.Texts);
            Assert.Contains("“We are never that fast.”", news.Texts);
            Assert.Contains("Ines Ferreira, 23 Nov 2026", news.Texts);
        }

        Assert.Contains("Approved · Ines Ferreira, 23 Nov 2026", (await bot.ExpectEdit(withRavi)).Texts);
        var late = await bot.Press(Ravi, withRavi, "Reject", ("Reason", "Too slow."));
        Assert.Contains("The council has decided already; this is how it stands.", late.Card.Texts);
        await bot.Overlook();
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Silence();
        var decided = await bot.Read(db => db.CouncilDecisions.AsNoTracking().SingleAsync());
        Assert.Equal((CouncilVerdict.Approve, 2, true), (decided.Verdict, decided.ModelVersion, decided.TouchesPromises));
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "model.version" && row.Via == "card")));
    }

    [Theory, OnBothDatabases]
    public async Task A_rejected_file_stays_rejected_and_the_reason_is_asked_for(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.RestartWith(Councils.Slower);
        await bot.Settle();
        var card = Of(bot, Priya);
        await bot.Overlook();

        var asked = await bot.Press(Priya, card, "Reject");
        Assert.Contains("Please say why you reject it; whoever proposed it learns from that.", asked.Card.Texts);
        Assert.Contains("That is too long: 500 characters at most.", (await bot.Press(Priya, asked.Card, "Reject", ("Reason", new string('a', 501)))).Card.Texts);
        var rejected = await bot.Press(Priya, asked.Card, "Reject", ("Reason", "<at>all</at> **no** {{TIME(2026-01-01T00:00:00Z)}}"));
        Assert.Contains("Rejected · Priya Raman, 23 Nov 2026", rejected.Card.Texts);
        var news = await bot.ExpectPost(Sales, "The council has rejected");
        Assert.Empty(news.Mentions);
        Assert.Contains("no", news.Text, StringComparison.Ordinal);
        await bot.Overlook();

        await bot.RestartWith(Councils.Slower);
        await bot.Silence();
        Assert.Equal((10.Minutes(), 1), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        Assert.Equal(ModelDraftState.Rejected, await bot.Read(db => db.ModelDrafts.Select(draft => draft.State).SingleAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_newer_file_takes_the_place_of_one_that_waits(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.RestartWith(Councils.Slower);
        await bot.Settle();
        var first = Of(bot, Ravi);
        await bot.Overlook();

        await bot.RestartWith(Councils.Slower.Replace("name: Lead, text: Somebody", "name: Lead, text: A person", StringComparison.Ordinal));

        Assert.Contains("Another model file has taken its place; there is nothing to decide here any more.", (await bot.ExpectEdit(first)).Texts);
        var second = await bot.ExpectPost(Ravi);
        Assert.Contains(second.Texts, text => text.StartsWith("• Definition of Lead: wording Somebody who moves water", StringComparison.Ordinal));
        Assert.Contains("Another model file has taken its place; there is nothing to decide here any more.", (await bot.Press(Ravi, first, "Approve")).Card.Texts);
        // The file says again what is in force.
        await bot.Overlook();
        await bot.RestartWith(Councils.Model);
        Assert.Contains("Another model file", (await bot.ExpectEdit(second)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Equal(1, bot.Company().ModelVersion);
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_on_a_version_that_has_moved_on_is_refused_and_the_difference_drawn_anew(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.RestartWith(Councils.Slower);
        await bot.Settle();
        var card = Of(bot, Ines);
        await bot.Overlook();
        // Another server has taken another version.
        var other = Councils.Model.Replace("offer: person, acceptWithin: 1h", "offer: person, acceptWithin: 2h", StringComparison.Ordinal);
        await bot.Write(db => db.ModelVersions.Add(new ModelVersion { No = 2, Hash = LedgerRecording.HashOf(other), Text = other, DecidedBy = "deployment", At = bot.Clock.GetUtcNow() }));

        var refused = await bot.Press(Ines, card, "Approve");

        Assert.Contains("Meanwhile version 2 of the model is in force. These are the differences to it; please look again before you decide.", refused.Card.Texts);
        Assert.Contains("• Hot: accept within 10m → 20m", refused.Card.Texts);
        Assert.Contains("• Warm: accept within 2h → 1h", refused.Card.Texts);
        Assert.Equal((2.Hours(), 0), (bot.AcceptWithin("warm"), await bot.Read(db => db.CouncilDecisions.CountAsync())));

        Assert.Contains("Version 3 of the revenue model came into force.", (await bot.Press(Ines, refused.Card, "Approve")).Card.Texts);
        Assert.Equal((1.Hours(), 20.Minutes()), (bot.AcceptWithin("warm"), bot.AcceptWithin("hot")));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_another_server_took_is_taken_up_with_its_numbers(Database database)
    {
        var bot = await StartedAsync(database);
        var other = Councils.Slower + """

            numbers:
              win-rate: { name: Win rate, unit: "%", direction: up, target: 30, department: sales, owner: ravi@brightwater.example }
            """;
        await bot.Write(db => db.ModelVersions.Add(new ModelVersion { No = 2, Hash = LedgerRecording.HashOf(other), Text = other, DecidedBy = "card", At = bot.Clock.GetUtcNow() }));

        await bot.Settle();

        Assert.Equal((20.Minutes(), 2), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        Assert.Equal("win-rate", await bot.Read(db => db.Numbers.Select(number => number.Id).SingleAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_decide_at_once_one_has_decided(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.RestartWith(Councils.Slower);
        await bot.Settle();
        var (withInes, withRavi) = (Of(bot, Ines), Of(bot, Ravi));

        await Task.WhenAll(
            Task.Run(() => bot.Press(Ines, withInes, "Approve")), Task.Run(() => bot.Press(Ravi, withRavi, "Reject", ("Reason", "No."))), Task.Run(() => bot.Press(Ines, withInes, "Approve")));

        var decided = await bot.Read(db => db.CouncilDecisions.AsNoTracking().SingleAsync());
        Assert.Equal(decided.Verdict is CouncilVerdict.Approve ? 2 : 1, await bot.Read(db => db.ModelVersions.CountAsync()));
        Assert.Equal(decided.Verdict is CouncilVerdict.Approve ? 20.Minutes() : 10.Minutes(), bot.AcceptWithin("hot"));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Only_members_decide_and_everybody_is_told_who_may(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.RestartWith(Councils.Slower);
        await bot.Settle();
        await bot.Say(Ana, "council");
        await bot.Settle();
        var pack = bot.Teams.Standing(Ana)[^1];
        Assert.Contains("• Hot: accept within 10m → 20m", pack.Texts);

        var refused = await bot.Press(Ana, pack, "Approve");

        Assert.Equal("Only members of the council decide: Ines Ferreira, Ravi Menon, Priya Raman, Noor Haddad.", refused.Sentence);
        Assert.StartsWith("The company's directory does not list you yet", (await bot.Press(Stranger, pack, "Approve")).Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Read(db => db.CouncilDecisions.CountAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_file_with_a_mistake_still_stops_the_start(Database database)
    {
        var bot = await StartedAsync(database);

        await Assert.ThrowsAsync<InvalidModelException>(() => bot.RestartWith(Councils.Model.Replace("acceptWithin: 10m", "acceptWithin: soon", StringComparison.Ordinal)));
        await bot.RestartWith(Councils.Model);

        await bot.Silence();
        Assert.Equal((1, 0), (bot.Company().ModelVersion, await bot.Read(db => db.ModelDrafts.CountAsync())));
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_this_program_cannot_read_any_more_gives_way_to_the_file_and_says_so(Database database)
    {
        var bot = await StartedAsync(database);
        await bot.Write(db => db.ModelVersions.Add(new ModelVersion { No = 2, Hash = "none", Text = "company: [", DecidedBy = "deployment", At = bot.Clock.GetUtcNow() }));

        await bot.RestartWith(Councils.Slower);

        Assert.Equal((20.Minutes(), 3), (bot.AcceptWithin("hot"), bot.Company().ModelVersion));
        bot.ExpectLine("Version 2 of the model cannot be read by this program any more");
        await bot.Silence();
    }

    async Task<BotHarness> StartedAsync(Database database)
    {
        var bot = await StartAsync(database, Councils.Setup);
        await bot.Overlook();
        return bot;
    }

    static ShownCard Of(BotHarness bot, Colleague member) => bot.Teams.Standing(member).Last(card => card.Text.Contains("The revenue model is to change", StringComparison.Ordinal));
}
