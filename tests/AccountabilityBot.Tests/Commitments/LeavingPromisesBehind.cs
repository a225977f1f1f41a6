using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Tests.Cadence;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Commitments.Leavers;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Commitments;

/// <summary>Who goes to another department leaves what was promised for the first one; and a digest tells whose it is by now.</summary>
public sealed class LeavingPromisesBehind : Scenario
{
    [Theory, OnBothDatabases]
    public async Task It_is_offered_to_the_head_and_the_mover_reads_that(Database database)
    {
        var bot = await StartAsync(database, Company);
        await bot.Say(Ana, "commit to send the list by friday");
        var mine = await bot.ExpectPost(Ana, "You promised");

        await bot.MovesAsync(Ana, "Support");

        var offer = await bot.ExpectPost(Ravi, "Will you take this over?");
        Assert.Contains("Ana Sousa promised this and works in another department now.", offer.Texts);
        Assert.Contains("Dana Weiss is asked.", offer.Text, StringComparison.Ordinal);
        var read = await bot.ExpectEdit(mine);
        Assert.Contains("Ravi Menon is asked to take it over, for it belongs to the department. If you keep it, give it a new day.", read.Texts);
        Assert.Equal("Done, Move, Drop", read.ButtonRow);
        await bot.Silence();

        await bot.Press(Ravi, offer, "Take it over");

        Assert.Equal("Done, Move, Drop", (await bot.ExpectEdit(offer)).ButtonRow);
        var gone = await bot.ExpectEdit(mine);
        Assert.Equal(["You promised", "send the list", "Ravi Menon took this over from you."], gone.Texts);
        Assert.Equal("", gone.ButtonRow);
        await bot.Silence();
        Assert.Equal("Only Ravi Menon can close this promise.", (await bot.Press(Ana, mine, "Done")).Sentence);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_mover_keeps_it_with_a_new_day(Database database)
    {
        var bot = await StartAsync(database, Company);
        await bot.Say(Ana, "commit to send the list by friday");
        var mine = await bot.ExpectPost(Ana, "You promised");
        await bot.MovesAsync(Ana, "Support");
        var offer = await bot.ExpectPost(Ravi, "Will you take this over?");
        await bot.Overlook();

        var form = (await bot.Press(Ana, mine, "Move")).Card;
        await bot.Press(Ana, form, "Move", ("New day", "2026-12-04"), ("Why it moves", "I bring it with me"));

        Assert.Equal(("Ana Sousa keeps this promise.", ""), ((await bot.ExpectEdit(offer)).Texts[2], bot.Teams.Standing(Ravi)[^1].ButtonRow));
        await bot.Overlook();
        await bot.Advance(100.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_promised_for_another_department_or_between_two_goes_with_them(Database database)
    {
        var bot = await StartAsync(database, Company);
        await bot.Say(Ana, "commit to call the fair by friday", Brightwater.Support);
        await bot.Say(Ana, "commit to write it down by friday");
        var feedback = Guid.CreateVersion7();
        await bot.Read(db => db.Commitments.Where(row => row.Department == "sales").ExecuteUpdateAsync(set => set.SetProperty(row => row.FeedbackId, feedback)));
        await bot.Overlook();
        await bot.MovesAsync(Ana, "Marketing");
        await bot.Silence();
        Assert.Equal(2, await bot.Read(db => db.Commitments.CountAsync(row => row.State == CommitmentState.Open && row.OwnerLeftAt == null)));
    }

    [Theory, OnBothDatabases]
    public async Task A_digest_says_to_whom_it_is_offered_and_who_took_it(Database database)
    {
        var bot = await StartAsync(database, Company with { Model = Digests.Model() });
        await bot.Say(Ana, "commit to call the three oldest leads by 4 December");
        await bot.Overlook();
        await bot.Until(Digests.FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());
        var digest = await bot.ExpectPost(Brightwater.Sales, "Sales · week 48");
        await bot.Overlook();

        await bot.LeavesAsync(Ana);

        Assert.Contains("On the digest of 30 November 2026, for Sales", (await bot.ExpectPost(Dana, "Will you take this over?")).Texts);
        digest = await bot.ExpectEdit(digest);
        Assert.Contains("Ana Sousa · By 4 December 2026 · offered to Dana Weiss", digest.Texts);
        await bot.Overlook();
        // An administrator takes it where everybody reads it, and has it in their chat as well.
        var taken = await bot.Press(Noor, digest, "Take it over");
        Assert.Contains("Taken over by Noor Haddad · By 4 December 2026", taken.Card.Texts);
        Assert.Equal(taken.Card.Texts, (await bot.ExpectEdit(digest)).Texts);
        Assert.Equal("Done, Move, Drop", (await bot.ExpectPost(Noor, "Promised by Ana Sousa first, yours now")).ButtonRow);
        await bot.Overlook();
    }
}
