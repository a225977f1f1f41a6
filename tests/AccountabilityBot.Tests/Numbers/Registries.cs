using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using AccountabilityBot.Numbers.Import;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.Hosting;

namespace AccountabilityBot.Tests.Numbers;

/// <summary>A bot that takes registries in, as the command line does.</summary>
static class Registries
{
    /// <summary>Runs <c>numbers import</c> on this text.</summary>
    internal static async Task<(int Code, string Output, string[] Errors)> Import(this BotHarness bot, string csv)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, csv);
            return await bot.ImportFile(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <returns>What stood on stderr without the file's name.</returns>
    internal static async Task<(int Code, string Output, string[] Errors)> ImportFile(this BotHarness bot, string path)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await NumberImportCommand.Create(_ => Task.FromResult<IHost>(new Borrowed(bot.Services)))
            .Parse(["import", path])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString().TrimEnd(), error.ToString().Replace(path + ":", "", StringComparison.Ordinal).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Posts to <c>/api/numbers/{id}/values</c> as it is.</summary>
    internal static async Task<(HttpStatusCode Status, JsonNode Body)> PostValue(this BotHarness bot, string id, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/numbers/{Uri.EscapeDataString(id)}/values") { Content = new StringContent(json) };
        foreach (var (name, value) in headers.Length == 0 ? [("X-Api-Key", BotHarness.Key)] : headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The bot's own host, which outlives the command.</summary>
    internal sealed class Borrowed(IServiceProvider services) : IHost
    {
        public IServiceProvider Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
