using System.Globalization;

namespace AccountabilityBot.People.Graph;

/// <summary>
/// How near the bot is to Graph's limits, as Graph itself says in its headers: above four fifths it rests a little, before it
/// is told to. Graph: throttling limits, <c>x-ms-throttle-limit-percentage</c>.
/// </summary>
sealed class GraphPace(TimeProvider clock)
{
    const double Near = 0.8;
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);

    long _restUntil;

    /// <summary>Whether nothing is asked at this moment.</summary>
    public bool IsResting => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _restUntil);

    public void Hear(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("x-ms-throttle-limit-percentage", out var values)
            && double.TryParse(values.FirstOrDefault(), CultureInfo.InvariantCulture, out var share) && share >= Near)
        {
            Interlocked.Exchange(ref _restUntil, clock.GetUtcNow().Add(_rest).UtcTicks);
        }
    }
}

/// <summary>Between the SDK and the wire.</summary>
sealed class GraphListening(GraphPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        pace.Hear(answer);
        return answer;
    }
}
