using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Teams.Connector;

/// <summary>One call and what its end means.</summary>
public sealed partial class TeamsConnector
{
    const string NoLongerMayLeave = "It was no longer this server's to send.";

    // Teams' status table says not to repeat a 500. Whether it did anything is unknown all the same, so it is ambiguous here, and
    // the sender's limit on repeats holds.
    async Task<SendOutcome> SendAsync(
        HttpMethod method, string serviceUrl, string[] path, Action<Utf8JsonWriter>? write, Func<ConnectorAnswer, SendOutcome.Sent> sent,
        CancellationToken ct, Func<bool>? mayLeave = null)
    {
        var end = await CallAsync(method, serviceUrl, path, query: "", Body(write), ct, mayLeave);
        if (end.Answer is not { } answer)
            return end.Left ? new SendOutcome.Ambiguous(end.Why) : new SendOutcome.Failed(end.Why);
        return answer switch
        {
            { IsSuccess: true } => sent(answer),
            { SaysGone: true } => new SendOutcome.Gone(answer.Code),
            { Status: HttpStatusCode.TooManyRequests } => new SendOutcome.Throttled(RetryAt(answer), IsGuess: answer.RetryAt is null),
            { Status: HttpStatusCode.PreconditionFailed } => new SendOutcome.Failed(answer.Code),
            // A secret that ran out is no fault of the message: with the next one it goes out.
            { Status: HttpStatusCode.Unauthorized } => new SendOutcome.Failed(answer.Code),
            { Status: HttpStatusCode.RequestTimeout } => new SendOutcome.Ambiguous("408"),
            { Status: HttpStatusCode.NotImplemented or < HttpStatusCode.InternalServerError } =>
                new SendOutcome.Refused(answer.Code, answer.Message),
            _ => new SendOutcome.Ambiguous(answer.Code),
        };
    }

    async Task<ReadOutcome<T>> ReadAsync<T>(
        string serviceUrl, string[] path, string query, Func<ConnectorAnswer, T> read, CancellationToken ct)
    {
        var end = await CallAsync(HttpMethod.Get, serviceUrl, path, query, body: null, ct);
        return end.Answer switch
        {
            null => new ReadOutcome<T>.Failed(end.Why),
            { IsSuccess: true } answer => new ReadOutcome<T>.Read(read(answer)),
            { SaysGone: true } answer => new ReadOutcome<T>.Gone(answer.Code),
            { Status: HttpStatusCode.TooManyRequests } answer => new ReadOutcome<T>.Throttled(RetryAt(answer)),
            { Status: HttpStatusCode.PreconditionFailed } answer => new ReadOutcome<T>.Failed(answer.Code),
            { Status: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } answer =>
                new ReadOutcome<T>.Failed(answer.Code),
            var answer => new ReadOutcome<T>.Refused(answer.Code, answer.Message),
        };
    }

    DateTimeOffset RetryAt(ConnectorAnswer answer) => answer.RetryAt ?? clock.GetUtcNow() + DefaultBackOff;

    /// <summary>One call, and a second with a fresh token when the first is answered 401.</summary>
    async Task<CallEnd> CallAsync(
        HttpMethod method, string serviceUrl, string[] path, string query, byte[]? body, CancellationToken ct, Func<bool>? mayLeave = null)
    {
        if (!hosts.Allows(serviceUrl))
            return CallEnd.Never("The host is not on the list of allowed hosts.");
        if (path.Any(segment => segment is "" or "." or ".."))
            return CallEnd.Never("An id of the conversation or message is missing.");
        var address = new Uri(serviceUrl.TrimEnd('/') + "/v3/" + string.Join('/', path.Select(Uri.EscapeDataString)) + query);

        string? refused = null;
        for (var attempt = 0; ; attempt++)
        {
            string? token;
            try
            {
                token = await tokens.GetAsync(refused, ct);
            }
            catch (TokenUnavailableException problem)
            {
                return CallEnd.Never(problem.Message);
            }

            if (mayLeave?.Invoke() == false)
                return CallEnd.Never(NoLongerMayLeave);
            var end = await CallOnceAsync(method, address, body, token, ct);
            if (end.Answer?.Status != HttpStatusCode.Unauthorized || token is null || attempt > 0)
                return end;
            refused = token;
        }
    }

    async Task<CallEnd> CallOnceAsync(HttpMethod method, Uri address, byte[]? body, string? token, CancellationToken ct)
    {
        // A call without a body also gets one, empty, because only a body tells whether the bytes left.
        using var content = new TrackedContent(body ?? []);
        using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Get ? null : content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            return new(await ConnectorAnswer.ReadAsync(response, clock.GetUtcNow(), ct), Left: true, Why: "");
        }
        catch (HttpRequestException problem)
        {
            return new(Answer: null, content.Left, problem.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (content.Left || !ct.IsCancellationRequested)
        {
            var why = ct.IsCancellationRequested ? "The bot stopped before the answer came." : "No answer in time.";
            return new(Answer: null, content.Left, why);
        }
    }

    static byte[]? Body(Action<Utf8JsonWriter>? write)
    {
        if (write is null)
            return null;
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = AdaptiveCard.Encoder }))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }

    static ReadOutcome<TTo> Without<TFrom, TTo>(ReadOutcome<TFrom> outcome) => outcome switch
    {
        ReadOutcome<TFrom>.Throttled(var until) => new ReadOutcome<TTo>.Throttled(until),
        ReadOutcome<TFrom>.Gone(var code) => new ReadOutcome<TTo>.Gone(code),
        ReadOutcome<TFrom>.Refused(var code, var message) => new ReadOutcome<TTo>.Refused(code, message),
        ReadOutcome<TFrom>.Failed(var why) => new ReadOutcome<TTo>.Failed(why),
        _ => throw new InvalidOperationException("An outcome that holds a value has nothing to pass on."),
    };

    /// <param name="Answer">Null when none came.</param>
    /// <param name="Left">Whether bytes of the request began to leave.</param>
    /// <param name="Why">Why no answer came.</param>
    readonly record struct CallEnd(ConnectorAnswer? Answer, bool Left, string Why)
    {
        internal static CallEnd Never(string why) => new(Answer: null, Left: false, why);
    }
}
