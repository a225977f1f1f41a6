using Xunit.Sdk;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Harness;

/// <summary>A harness that passes everything proves nothing.</summary>
public sealed class HarnessTests : Scenario
{
    [Fact]
    public async Task A_message_nobody_expected_fails_with_its_words()
    {
        var bot = await StartAsync(Database.Sqlite);
        await bot.Lead();
        await bot.ExpectPost(Sales);

        var failure = await Assert.ThrowsAsync<XunitException>(bot.Silence);

        Assert.Contains("post in Ana Sousa", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Keller Wells", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[Accept, Reject, Details, (Pass on)]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_did_not_come_fails_with_those_that_did()
    {
        var bot = await StartAsync(Database.Sqlite);
        await bot.Lead();

        var failure = await Assert.ThrowsAsync<XunitException>(() => bot.ExpectPost(Bo));

        Assert.StartsWith("There was no post in Bo Nguyen.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("post in Sales", failure.Message, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Fact]
    public async Task A_button_that_is_not_there_cannot_be_pressed()
    {
        var bot = await StartAsync(Database.Sqlite);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Press(Ana, inChannel, "Undo"));

        Assert.StartsWith("There is no button \"Undo\" but [Accept, Reject, Details, (Pass on)]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_not_sent_without_what_it_requires()
    {
        var bot = await StartAsync(Database.Sqlite);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Press(Ana, form, "Reject"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Press(Ana, form, "Reject", ("Reason", "Bored")));
    }

    [Fact]
    public void An_eighth_send_within_a_second_is_written_down()
    {
        var limits = new PublishedLimits();
        for (var i = 0; i < 7; i++)
            limits.Count("a thread", BotHarness.Start);
        Assert.Empty(limits.Broken);

        limits.Count("another thread", BotHarness.Start);
        limits.Count("a thread", BotHarness.Start.AddSeconds(0.9));

        Assert.Equal(["8 calls to a thread within 1 s; 7 are allowed."], limits.Broken);
    }
}
