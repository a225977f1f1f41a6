using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AccountabilityBot.Cli;
using AccountabilityBot.Tests.Setup;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>The program itself, started with a setting that is wrong: exit 1, and a sentence that says which and why.</summary>
public sealed class SettingsThatStopTheStart : IDisposable
{
    const string AppId = "--Bot:AppId=aaaaaaaa-bbbb-4ccc-8ddd-000000000001";
    const string TenantId = "--Bot:TenantId=11111111-2222-4333-8444-555555555555";
    const string Secret = "--Bot:ClientSecret=the-secret-of-this-test";

    readonly string _folder = Directory.CreateTempSubdirectory("accountability-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--Storage:Provider=mongo", "Storage:Provider is \"mongo\"; it can be \"sqlite\" or \"postgres\".")]
    [InlineData("--Storage:Path=nowhere/at/all.db", "Storage:Path is \"nowhere/at/all.db\", but the folder")]
    [InlineData("--Storage:Provider=postgres", "ConnectionStrings:Accountability is empty")]
    [InlineData("--Api:Keys:0=too short", "Api:Keys:0 has 9 characters; it needs at least 16.")]
    [InlineData("--Api:Webhooks:website:Secret=whsec_c2hvcnQ=", "Api:Webhooks:website:Secret has 5 bytes")]
    [InlineData("--Bot:Cloud=mars", "Bot:Cloud is \"mars\"; it must be public, usgov, china.")]
    [InlineData("--Model:Path=no-such-model.yaml", "no-such-model.yaml:1:1: There is no such file.")]
    [InlineData("--People:Path=no-such-people.csv", "no-such-people.csv:1:1: people: There is no such file.")]
    [InlineData("--People:Source=ldap", "People:Source is \"ldap\"")]
    [InlineData("--People:Graph:Endpoint=http://elsewhere.example/v1.0", "People:Graph:Endpoint is \"http://elsewhere.example/v1.0\"; an https address is needed, or one of this machine.")]
    [InlineData("--People:Graph:PatienceSeconds=soon", "People:Graph:PatienceSeconds is \"soon\"; 1 to 300 are allowed.")]
    [InlineData("--Clock:Shift=a bit", "Clock:Shift is \"a bit\"; it must be like 00:10:00")]
    [InlineData("--Clock:Speed=20", "Clock:Speed is \"20\"; it must be 1 to 1000, with Clock:At and Clock:Shows.")]
    [InlineData("--Clock:At=2026-11-23T09:00:00Z", "Clock:Shows is missing; Clock:At and Clock:Shows go together.")]
    [InlineData("--urls=http://0.0.0.0:0", "Bot:AppId is missing, so the bot may listen on loopback only")]
    public Task In_development(string setting, string sentence) => StopsAsync("Development", sentence, setting);

    [Theory]
    [InlineData("Bot:AppId is missing.")]
    [InlineData("Bot:ClientSecret is missing", AppId, TenantId)]
    [InlineData("Bot:TenantId is missing", AppId, Secret)]
    [InlineData("Bot:Issuer is for Development only and must be absent in Production.", AppId, TenantId, Secret, "--Bot:Issuer=me")]
    [InlineData("Bot:ServiceHosts is for Development only and must be absent in Production.", AppId, TenantId, Secret, "--Bot:ServiceHosts:0=127.0.0.1")]
    [InlineData("Clock:Shift is for Development only and must be absent in Production.", AppId, TenantId, Secret, "--Clock:Shift=00:10:00")]
    [InlineData("People:Graph:Endpoint is for Development only and must be absent elsewhere.", AppId, TenantId, Secret, "--People:Graph:Endpoint=https://elsewhere.example/v1.0")]
    [InlineData("People:Graph:Token is for Development only and must be absent elsewhere.", AppId, TenantId, Secret, "--People:Graph:Token=the-secret-of-this-test")]
    public Task In_production(string sentence, params string[] settings) => StopsAsync("Production", sentence, settings);

    [Fact]
    public async Task A_broken_model_is_told_with_its_line()
    {
        var model = Path.Combine(_folder, "model.yaml");
        await File.WriteAllTextAsync(
            model,
            (await File.ReadAllTextAsync(SampleFiles.Model, TestContext.Current.CancellationToken)).Replace("offer: pool", "offer: everybody", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        await StopsAsync("Development", "model.yaml:", $"--Model:Path={model}");
        await StopsAsync("Development", "everybody", $"--Model:Path={model}");
    }

    [Fact]
    public async Task An_address_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await StopsAsync("Development", "address already in use", $"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
    }

    async Task StopsAsync(string environment, string sentence, params string[] settings)
    {
        var (exit, error) = await RunAsync(environment, settings);

        Assert.Equal(1, exit);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret-of-this-test", error, StringComparison.Ordinal);
        Assert.DoesNotContain("too short", error, StringComparison.Ordinal);
    }

    async Task<(int Exit, string Error)> RunAsync(string environment, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = _folder };
        // Later settings win: a test's own stand behind those that keep it away from the rest of the machine.
        foreach (var argument in (string[])[
            typeof(BotHost).Assembly.Location, "serve", $"--environment={environment}", "--urls=http://127.0.0.1:0",
            $"--Storage:Path={Path.Combine(_folder, "accountability.db")}", .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Now listening", await output, StringComparison.Ordinal);
        return (program.ExitCode, await error);
    }
}
