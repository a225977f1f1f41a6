using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using AccountabilityBot.Tests.Numbers;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>Whoever owns a number has a face on its card, and it is asked for once a week.</summary>
public sealed class ShowingAFace : GraphScenario
{
    [Theory, OnBothDatabases]
    public async Task An_owners_picture_is_kept_for_a_week_and_who_has_none_is_shown_by_name(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        User(Ana).Photo = picture;
        User(Ravi).Photo = new byte[100_000];
        var bot = await StartOnGraphAsync(database, Registry.Setup);
        await bot.Settle();
        await bot.Advance(2.Minutes());

        var kept = await bot.Read(db => db.PersonPhotos.Join(db.People, photo => photo.PersonId, person => person.Id, (photo, person) => new { person.Name, photo.Bytes }).ToDictionaryAsync(row => row.Name, row => row.Bytes));
        Assert.Equal(picture, kept["Ana Sousa"]);
        // What is too large for a card is no small picture.
        Assert.Null(kept["Ravi Menon"]);
        Assert.DoesNotContain("Mei Chou", kept.Keys);
        var asked = Graph.Count(GraphKind.Photo);
        await bot.Advance(1.Hours());
        Assert.Equal(asked, Graph.Count(GraphKind.Photo));

        await bot.Say(Mei, "who owns win rate?", Sales);
        Assert.Contains($"data:image/jpeg;base64,{Convert.ToBase64String(picture)}", (await bot.ExpectPost(Sales)).Card!.ToJsonString(), StringComparison.Ordinal);
        await bot.Overlook();
    }
}
