using AccountabilityBot.Data;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Commitments.Leavers;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Commitments;

/// <summary>What somebody promised who is gone is offered to who can keep it: the same minute, to one, and once to the next.</summary>
public sealed class TakingPromisesOver : Scenario
{
    [Theory, OnBothDatabases]
    public async Task It_is_offered_to_the_manager_who_takes_it_over_as_their_own(Database database)
    {
        var bot = await PromisedAsync(database);
        var ana = bot.IdOf(Ana);
        await bot.Say(Bo, "commitments", Brightwater.Sales);
        var list = await bot.ExpectPost(Brightwater.Sales);

        await bot.LeavesAsync(Ana);

        var offer = await bot.ExpectPost(Dana);
        Assert.Equal(["Will you take this over?", "send the list", "By 27 November 2026", "Ana Sousa promised this and has left the company.", "Promised for Sales"], offer.Texts.Take(5));
        Assert.Contains("Ravi Menon is asked.", offer.Texts[5], StringComparison.Ordinal);
        Assert.Contains("{{DATE(2026-11-26T08:00:00Z,SHORT)}}", offer.Texts[5], StringComparison.Ordinal);
        Assert.Equal("Take it over, Drop", offer.ButtonRow);
        list = await bot.ExpectEdit(list);
        Assert.Contains("Ana Sousa · By 27 November 2026 · offered to Dana Weiss", list.Texts);
        Assert.Equal("Take it over, Drop, Add commitment", list.ButtonRow);
        await bot.Overlook();

        var taken = await bot.Press(Dana, offer, "Take it over");

        Assert.Equal(["Promised by Ana Sousa first, yours now", "send the list", "By 27 November 2026"], taken.Card.Texts);
        Assert.Equal("Done, Move, Drop", taken.Card.ButtonRow);
        Assert.Equal(taken.Card.Texts, (await bot.ExpectEdit(offer)).Texts);
        Assert.Contains("Taken over by Dana Weiss · By 27 November 2026", (await bot.ExpectEdit(list)).Texts);
        Assert.Equal(taken.Card.Texts, (await bot.PressAgain(taken)).Card.Texts);
        await bot.Overlook();
        var lines = await bot.Read(db => db.Ledger.AsNoTracking().Where(line => line.Kind.StartsWith("commitment.")).OrderBy(line => line.Seq).ToListAsync());
        Assert.Equal(["commitment.made", "commitment.owner-left", "commitment.taken-over"], lines.Select(line => line.Kind));
        Assert.Equal((bot.IdOf(Dana), ana), (lines[^1].Actor, lines[^1].Other));

        // From here on it is a promise like any other: what slips is offered help, and it is Dana's word that counts.
        await bot.Advance(119.Hours());
        var help = await bot.ExpectPost(Dana, "Can somebody help with this?");
        await bot.Overlook();
        await bot.Press(Dana, help, "Done");
        Assert.Equal("", (await bot.ExpectEdit(offer)).ButtonRow);
        await bot.Overlook();
        await bot.Advance(240.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_dropped_with_a_reason_by_who_may(Database database)
    {
        var bot = await PromisedAsync(database);
        await bot.LeavesAsync(Ana);
        var offer = await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.Say(Bo, "commitments", Brightwater.Sales);
        var list = await bot.ExpectPost(Brightwater.Sales);

        const string Refused = "Only the manager of Ana Sousa, the head of the department, its guardian or an administrator can take this over or drop it.";
        Assert.Equal(Refused, (await bot.Press(Bo, list, "Take it over")).Sentence);
        Assert.Equal(Refused, (await bot.Press(Bo, list, "Drop")).Sentence);
        Assert.Equal(Refused, (await bot.Press(Mei, offer, "Take it over")).Sentence);
        await bot.Silence();

        // The head does it where the department reads it.
        var form = (await bot.Press(Ravi, list, "Drop")).Card;
        Assert.Equal(list.Texts, (await bot.Press(Ravi, form, "Back")).Card.Texts);
        var dropped = (await bot.Press(Ravi, form, "Drop", ("Why it is dropped", "Nobody reads it"))).Card;

        Assert.Contains("Ravi Menon · Dropped: Nobody reads it", dropped.Texts);
        var told = await bot.ExpectEdit(offer);
        Assert.Equal("Promised by Ana Sousa", told.Texts[0]);
        Assert.StartsWith("Dropped by Ravi Menon, ", told.Texts[2], StringComparison.Ordinal);
        Assert.Equal(("Nobody reads it", ""), (told.Texts[3], told.ButtonRow));
        await bot.Overlook();
        // The old copy still has its buttons: the truth, and a line on top.
        Assert.Equal("This promise is closed already.", (await bot.Press(Dana, offer, "Take it over")).Card.Texts[0]);
        await bot.Silence();
        Assert.Equal(["Nobody reads it"], await bot.Read(db => db.LedgerNotes.Select(note => note.Text).ToListAsync()));
    }

    [Theory]
    [OnBothDatabases("Dana")]
    [OnBothDatabases("Dana Ravi")]
    [OnBothDatabases("Dana Ravi Helene")]
    public async Task Where_the_manager_is_gone_too_the_next_one_is_asked(Database database, string gone)
    {
        var bot = await PromisedAsync(database);
        var leaving = Everybody.Where(person => gone.Split(' ').Contains(person.Name.Split(' ')[0])).Append(Ana).ToArray();
        await bot.LeavesAsync(leaving);
        var next = new[] { Ravi, Helene, Noor }.First(person => !leaving.Contains(person));
        var offer = await bot.ExpectPost(next, "Will you take this over?");
        await bot.Overlook();
        await bot.Press(next, offer, "Take it over");
        await bot.Overlook();
        Assert.Equal(bot.IdOf(next), (await OneAsync(bot)).Owner);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_was_asked_leaves_before_they_answer(Database database)
    {
        var bot = await PromisedAsync(database);
        await bot.LeavesAsync(Ana);
        await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.LeavesAsync(Dana);
        await bot.ExpectPost(Ravi, "Will you take this over?");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_acts_and_it_goes_once_to_the_next_and_two_press_at_once(Database database)
    {
        var bot = await PromisedAsync(database);
        await bot.LeavesAsync(Ana);
        var first = await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.Advance(70.Hours() + 59.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var second = await bot.ExpectPost(Ravi, "Will you take this over?");
        Assert.Contains("Dana Weiss was asked as well: whoever takes it first has it.", second.Texts);
        first = await bot.ExpectEdit(first);
        Assert.Contains("Ravi Menon was asked as well: whoever takes it first has it.", first.Texts);
        await bot.Overlook();

        await Task.WhenAll(bot.Deliver(bot.Pressing(Dana, first, "Take it over")), bot.Deliver(bot.Pressing(Ravi, second, "Take it over")));

        var owner = (await OneAsync(bot)).Owner;
        var (winner, lost, late) = owner == bot.IdOf(Dana) ? (Dana, second, Ravi) : (Ravi, first, Dana);
        Assert.Equal(bot.IdOf(winner), owner);
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(line => line.Kind == "commitment.taken-over")));
        var told = await bot.ExpectEdit(lost);
        Assert.Equal(($"{winner.Name} took this over.", ""), (told.Texts[2], told.ButtonRow));
        await bot.Overlook();
        Assert.Equal($"{winner.Name} has taken this over already.", (await bot.Press(late, lost, "Take it over")).Card.Texts[0]);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_at_all_acts_and_nobody_else_is_asked(Database database)
    {
        var bot = await PromisedAsync(database);
        await bot.LeavesAsync(Ana);
        await bot.Advance(71.Hours());
        await bot.ExpectPost(Ravi, "Will you take this over?");
        await bot.Overlook();
        await bot.Advance(480.Hours());
        await bot.Silence();
        Assert.Equal((CommitmentState.Open, true), ((await OneAsync(bot)).State, (await OneAsync(bot)).IsOffered));
        Assert.Equal(2, await bot.Read(db => db.CardPosts.CountAsync(post => post.Kind == "commitment.take-over")));
    }

    [Theory, OnBothDatabases]
    public async Task Its_day_is_over_and_whoever_takes_it_says_by_when(Database database)
    {
        var bot = await PromisedAsync(database);
        await bot.Advance(96.Hours() + 5.Hours());
        await bot.Overlook();
        await bot.LeavesAsync(Ana);
        var offer = await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.Advance(24.Hours());
        await bot.Overlook();

        var form = (await bot.Press(Dana, offer, "Take it over")).Card;
        Assert.Equal("Take it over, Back", form.ButtonRow);
        Assert.Equal(offer.Texts[0], (await bot.Press(Dana, form, "Back")).Card.Texts[0]);
        Assert.Contains("Choose a day after today.", (await bot.Press(Dana, form, "Take it over", ("By when", "2026-11-28"))).Card.Texts);
        var taken = (await bot.Press(Dana, form, "Take it over", ("By when", "2026-12-04"))).Card;

        Assert.Equal(["Promised by Ana Sousa first, yours now", "send the list", "By 4 December 2026", "First promised for 27 November 2026"], taken.Texts);
        await bot.Overlook();
        Assert.EndsWith(" 2026-11-27>2026-12-04", (await bot.Read(db => db.Ledger.SingleAsync(line => line.Kind == "commitment.taken-over"))).Reason, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Between_two_people_it_ends_and_nobody_hears_of_it(Database database)
    {
        var bot = await PromisedAsync(database);
        var feedback = Guid.CreateVersion7();
        await bot.Read(db => db.Commitments.ExecuteUpdateAsync(set => set.SetProperty(row => row.FeedbackId, feedback)));
        await bot.LeavesAsync(Ana);
        await bot.Overlook();
        var ended = await OneAsync(bot);
        Assert.Equal((CommitmentState.Dropped, "owner-left"), (ended.State, ended.DropReason));
        Assert.Empty(await bot.Read(db => db.CardPosts.Where(post => post.Kind == "commitment.take-over").ToListAsync()));
        Assert.Empty(await bot.Read(db => db.Notices.Where(notice => notice.SubjectId == ended.Id).ToListAsync()));
        Assert.EndsWith(" owner-left", (await bot.Read(db => db.Ledger.SingleAsync(line => line.Kind == "commitment.dropped"))).Reason, StringComparison.Ordinal);
        await bot.Advance(240.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_server_stops_in_between_and_each_is_asked_once(Database database)
    {
        var bot = await PromisedAsync(database);
        var without = PeopleOf([.. Everybody.Where(person => person != Ana)]);
        await bot.RestartWithPeople(without);
        await bot.Pass();
        await bot.Restart();
        var offer = await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.Advance(70.Hours());
        await bot.Restart();
        await bot.Advance(1.Hours());
        await bot.ExpectPost(Ravi, "Will you take this over?");
        await bot.Overlook();
        await bot.Restart();
        await bot.Press(Dana, offer, "Take it over");
        await bot.Overlook();
        Assert.Equal((bot.IdOf(Dana), 2), ((await OneAsync(bot)).Owner, await bot.Read(db => db.CardPosts.CountAsync(post => post.Kind == "commitment.take-over"))));
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_back_has_it_back(Database database)
    {
        var bot = await PromisedAsync(database);
        await bot.LeavesAsync(Ana);
        var offer = await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.ReturnsAsync(Ana);

        var told = await bot.ExpectEdit(offer);

        Assert.Equal(("Ana Sousa keeps this promise.", ""), (told.Texts[2], told.ButtonRow));
        await bot.Overlook();
        Assert.Equal("Ana Sousa is still here and keeps this promise.", (await bot.Press(Dana, offer, "Take it over")).Card.Texts[0]);
        Assert.Equal((bot.IdOf(Ana), false), ((await OneAsync(bot)).Owner, (await OneAsync(bot)).IsOffered));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_an_earlier_version_left_behind_arrives_and_is_offered(Database database)
    {
        var bot = await PromisedAsync(database);
        var now = bot.Clock.GetUtcNow();
        await bot.Read(db => db.Commitments.ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerLeftAt, now).SetProperty(row => row.NextAt, (DateTimeOffset?)null)));
        var one = await OneAsync(bot);
        await bot.Write(db => db.Notices.Add(new Notice
        {
            Id = Guid.CreateVersion7(now),
            Key = $"commitment.owner-gone:{one.Id}:0",
            Kind = "commitment.owner-gone",
            Class = NoticeClass.Work,
            Thread = Outgoing.ThreadOf(bot.IdOf(Ravi)),
            Person = bot.IdOf(Ravi),
            SubjectId = one.Id,
            Argument = "0",
            Locale = "en",
            NotBefore = now,
            CreatedAt = now,
        }));
        await bot.LeavesAsync(Ana);
        await bot.ExpectPost(Ravi, "Whoever promised this is no longer with the company. It was for 27 November 2026 and stays open, so that it is not lost: send the list");
        await bot.ExpectPost(Dana, "Will you take this over?");
        await bot.Overlook();
        await bot.Advance(480.Hours());
        await bot.Silence();
    }

    async Task<BotHarness> PromisedAsync(Database database)
    {
        var bot = await StartAsync(database, Company);
        await bot.Say(Ana, "commit to send the list by friday");
        await bot.Overlook();
        return bot;
    }
}
