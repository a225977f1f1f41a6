using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Tests.Setup;

public sealed class AppPackageTests : IDisposable
{
    const string BotId = "3d1f7a52-8c1e-4a55-9d0b-6f1f6a0b7c11";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("app-package-");

    string Zip => Path.Combine(_folder.FullName, "app.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_package_has_manifest_language_and_icons_at_its_root()
    {
        await Packed("--bot-id", BotId, "--host", "bot.contoso.com", "--out", Zip);

        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["color.png", "de.json", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_manifest_names_the_bot_and_its_host_and_keeps_no_token()
    {
        await Packed("--bot-id", BotId, "--host", "Bot.Contoso.com", "--out", Zip);

        using var manifest = Manifest();
        var root = manifest.RootElement;
        Assert.Equal(BotId, root.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("bot.contoso.com", root.GetProperty("validDomains")[0].GetString());
        Assert.Equal("https://bot.contoso.com/privacy", root.GetProperty("developer").GetProperty("privacyUrl").GetString());
        Assert.Equal(AppPackage.CurrentVersion, root.GetProperty("version").GetString());
        Assert.DoesNotContain("{{", root.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_translated_sentence_belongs_to_one_in_the_manifest()
    {
        await Packed("--bot-id", BotId, "--host", "bot.contoso.com", "--out", Zip);

        using var manifest = Manifest();
        using var zip = ZipFile.OpenRead(Zip);
        using var german = JsonDocument.Parse(zip.GetEntry("de.json")!.Open());
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().ToList();
        var wanted = lists.SelectMany((list, i) => list.GetProperty("commands").EnumerateArray()
            .Select((_, j) => $"bots[0].commandLists[{i}].commands[{j}].description"))
            .Concat(["name.short", "name.full", "description.short", "description.full"])
            .Concat(((string[])["title", "description", "parameters[0].title", "parameters[0].description"]).Select(part => $"composeExtensions[0].commands[0].{part}"));
        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            german.RootElement.EnumerateObject().Select(p => p.Name).Where(n => n != "$schema").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var again = Path.Combine(_folder.FullName, "new folder", "again.zip");
        await Packed("--bot-id", BotId, "--host", "bot.contoso.com", "--out", Zip);
        await Packed("--bot-id", BotId.ToUpperInvariant(), "--host", "BOT.contoso.com", "--out", again);

        Assert.Equal(await File.ReadAllBytesAsync(Zip, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_app_id_follows_from_the_bot_id_and_differs_from_it()
    {
        var bot = Guid.Parse(BotId);

        // The literal is what installed apps carry: another value would make every update a second app.
        Assert.Equal(Guid.Parse("775e49f2-7656-8b90-8a11-7cfb0c88161b"), AppPackage.AppIdFor(bot));
        Assert.NotEqual(AppPackage.AppIdFor(bot), AppPackage.AppIdFor(Guid.Parse("3d1f7a52-8c1e-4a55-9d0b-6f1f6a0b7c12")));
    }

    [Fact]
    public async Task A_given_app_id_is_used()
    {
        const string appId = "7a0c0b5e-57a6-4c0c-8f3e-2a4f5f0f9d01";
        await Packed("--bot-id", BotId, "--host", "bot.contoso.com", "--out", Zip, "--app-id", appId);

        using var manifest = Manifest();
        Assert.Equal(appId, manifest.RootElement.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("https://bot.contoso.com")]
    [InlineData("bot.contoso.com/api/messages")]
    [InlineData("bot.contoso.com:443")]
    [InlineData("*.contoso.com")]
    [InlineData("localhost")]
    [InlineData("192.168.1.20")]
    [InlineData("[::1]")]
    [InlineData("bot..contoso.com")]
    [InlineData("-bot.contoso.com")]
    [InlineData("bot.contoso.com.")]
    [InlineData("bot.contoso.com\",\"evil.example")]
    [InlineData("")]
    public async Task A_host_that_is_more_or_less_than_a_host_name_is_refused(string host)
    {
        var (exit, _, error) = await Run("--bot-id", BotId, "--host", host, "--out", Zip);

        Assert.Equal(1, exit);
        Assert.Contains($"--host: \"{host}\" is not a bare host name", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public async Task Every_wrong_value_gets_its_own_sentence()
    {
        var (exit, _, error) = await Run("--bot-id", "my bot", "--app-id", "00000000-0000-0000-0000-000000000000", "--host", "x", "--out", Zip);

        Assert.Equal(1, exit);
        Assert.Collection(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            line => Assert.StartsWith("--bot-id: \"my bot\" is not a GUID", line, StringComparison.Ordinal),
            line => Assert.StartsWith("--app-id: \"00000000-", line, StringComparison.Ordinal),
            line => Assert.StartsWith("--host: \"x\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        var (exit, _, error) = await Run("--bot-id", BotId, "--host", "bot.contoso.com", "--out", _folder.FullName);

        Assert.Equal(1, exit);
        Assert.StartsWith($"--out: cannot write \"{_folder.FullName}\"", error, StringComparison.Ordinal);
    }

    JsonDocument Manifest()
    {
        using var zip = ZipFile.OpenRead(Zip);
        using var entry = zip.GetEntry("manifest.json")!.Open();
        return JsonDocument.Parse(entry);
    }

    static async Task Packed(params string[] options)
    {
        var (exit, output, error) = await Run(options);
        Assert.Equal("", error);
        Assert.Equal(0, exit);
        Assert.StartsWith("Wrote ", output, StringComparison.Ordinal);
    }

    static async Task<(int Exit, string Output, string Error)> Run(params string[] options)
    {
        using StringWriter output = new(), error = new();
        var exit = await AppPackageCommand.Create(output, error).Parse(["package", .. options])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
