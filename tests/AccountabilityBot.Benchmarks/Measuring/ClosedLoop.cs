using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using AccountabilityBot.Teams;

namespace AccountabilityBot.Benchmarks.Measuring;

/// <summary>
/// A load of so many connections, each of which sends its next request when the last one is answered. It runs beside the
/// servers, in their process, and costs floor and subject the same; what it costs draws every ratio towards 1.
/// </summary>
sealed class ClosedLoop(Uri server, int connections, string? token = null) : IDisposable
{
    readonly Uri _address = new(server, TeamsEdge.Path);

    readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Whether the answers' texts are kept.</summary>
    public bool Keep { get; init; }

    /// <summary>Sends one body again and again for so long.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 200: what fails is fast, and no figure.</exception>
    public Task<Load> ForAsync(TimeSpan duration, byte[] body)
    {
        var began = Stopwatch.GetTimestamp();
        return RunAsync(() => Stopwatch.GetElapsedTime(began) < duration ? body : null);
    }

    /// <summary>Sends each body once.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public Task<Load> EachAsync(IReadOnlyList<byte[]> bodies)
    {
        var last = -1;
        return RunAsync(() => Interlocked.Increment(ref last) is var index && index < bodies.Count ? bodies[index] : null);
    }

    public void Dispose() => _http.Dispose();

    async Task<Load> RunAsync(Func<byte[]?> next)
    {
        var began = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => WorkAsync(next))));
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new Load(elapsed, [.. workers.SelectMany(worker => worker.Milliseconds)], [.. workers.SelectMany(worker => worker.Answers)]);
    }

    async Task<(List<double> Milliseconds, List<Answer> Answers)> WorkAsync(Func<byte[]?> next)
    {
        var (times, answers) = (new List<double>(4096), new List<Answer>());
        while (next() is { } body)
        {
            var sent = Stopwatch.GetTimestamp();
            var (status, text) = await SendAsync(body);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (status != StatusCodes.Status200OK || text.Length == 0)
                throw new InvalidOperationException($"{_address} answered {status}: {Encoding.UTF8.GetString(text)}");
            if (Keep)
                answers.Add(new Answer(status, Encoding.UTF8.GetString(text)));
        }

        return (times, answers);
    }

    async Task<(int Status, byte[] Body)> SendAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request, CancellationToken.None);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}
