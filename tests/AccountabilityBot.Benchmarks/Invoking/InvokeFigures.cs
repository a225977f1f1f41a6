using System.Text.Json.Nodes;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;

namespace AccountabilityBot.Benchmarks.Invoking;

/// <summary>What the edge costs: a press in, a card out, nothing in between.</summary>
static class InvokeFigures
{
    const double Target = 0.6;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        yield return await MeasureAsync(settings, "invoke, a tiny card", EdgeServer.TinyVerb, keys: null);
        yield return await MeasureAsync(settings, "invoke, a lead's card", EdgeServer.LeadVerb, keys: null);
        await using var keys = await KeyServer.StartAsync();
        yield return await MeasureAsync(settings, "invoke with a signed token, a tiny card", EdgeServer.TinyVerb, keys);
        yield return await MeasureAsync(settings, "invoke with a signed token, a lead's card", EdgeServer.LeadVerb, keys);
    }

    static async Task<Figure> MeasureAsync(Settings settings, string scenario, string verb, KeyServer? keys)
    {
        var body = Presses.Of(verb, "00000000-0000-4000-8000-000000000003", "1795000000000", new JsonObject
        {
            ["lead"] = Guid.CreateVersion7(SampleLead.Now).ToString(),
            ["post"] = Guid.CreateVersion7(SampleLead.Now).ToString(),
        });
        var token = keys?.Token();
        await using var edge = await EdgeServer.StartAsync(keys);
        await using var bare = await BareServer.StartAsync(await AnswerAsync(edge, body, token), keys);
        using var toEdge = new ClosedLoop(Loopback.AddressOf(edge), Settings.Connections, token);
        using var toBare = new ClosedLoop(Loopback.AddressOf(bare), Settings.Connections, token);
        var comparison = await Comparison.RunAsync(
            settings.Rounds, _ => toBare.ForAsync(settings.Duration, body), _ => toEdge.ForAsync(settings.Duration, body));
        return comparison.ByThroughput(scenario, Target);
    }

    /// <summary>The floor is to write what the subject writes, so the subject is asked first.</summary>
    static async Task<JsonNode> AnswerAsync(WebApplication edge, byte[] body, string? token)
    {
        using var once = new ClosedLoop(Loopback.AddressOf(edge), 1, token) { Keep = true };
        var answers = (await once.EachAsync([body])).Answers;
        return JsonNode.Parse(answers[0].Body)!;
    }
}
