using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AccountabilityBot.Teams;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Authentication.Azure;

namespace AccountabilityBot.People.Graph;

/// <summary>
/// One question to Graph through its SDK, and every way in which it can end. Nothing is tried again in here: whoever asks has
/// rows that say when, so that a pause asked for outlives the process. Answers are read as JSON and not as the SDK's own
/// types, because those forget the difference between what was cleared (null) and what was not said.
/// </summary>
sealed class GraphConnection(BotIdentity identity, GraphOptions options, IHttpClientFactory clients, TimeProvider clock)
{
    public const string Client = "AccountabilityBot.Graph";

    /// <summary>Bytes of one answer: a page of 999 users has less than one million.</summary>
    const int LargestAnswer = 16 << 20;

    static readonly TimeSpan _usualPause = TimeSpan.FromSeconds(30);
    static readonly TimeSpan _longestPause = TimeSpan.FromHours(1);
    static readonly Dictionary<string, ParsableFactory<IParsable>> _errors = new() { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    GraphServiceClient? _current;

    /// <summary>With its version: <c>https://graph.microsoft.com/v1.0</c>.</summary>
    public Uri Endpoint { get; } = options.Endpoint ?? new Uri(identity.Graph, "v1.0");

    /// <param name="request">Made anew when a token was refused.</param>
    public async Task<GraphAnswer<JsonDocument>> AskAsync(Func<GraphServiceClient, RequestInformation> request, CancellationToken ct)
    {
        var answer = await TryAsync(request, ReadJsonAsync, ct);
        return answer is GraphAnswer<JsonDocument>.Refused { Status: 401 } ? await TryAsync(request, ReadJsonAsync, ct) : answer;
    }

    /// <inheritdoc cref="AskAsync"/>
    public async Task<GraphAnswer<byte[]>> AskBytesAsync(Func<GraphServiceClient, RequestInformation> request, CancellationToken ct)
    {
        var answer = await TryAsync(request, ReadBytesAsync, ct);
        return answer is GraphAnswer<byte[]>.Refused { Status: 401 } ? await TryAsync(request, ReadBytesAsync, ct) : answer;
    }

    /// <summary>A link that Graph gave is followed to Graph and nowhere else: the bot's token goes with it.</summary>
    public bool IsOurs(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var at) && at.Scheme == Endpoint.Scheme && at.Authority.Equals(Endpoint.Authority, StringComparison.OrdinalIgnoreCase);

    async Task<GraphAnswer<T>> TryAsync<T>(Func<GraphServiceClient, RequestInformation> request, Func<Stream, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Patience);
        var client = _current ??= Connect();
        try
        {
            await using var body = await client.RequestAdapter.SendPrimitiveAsync<Stream>(request(client), _errors, patience.Token) ?? Stream.Null;
            return new GraphAnswer<T>.Read(await read(body, patience.Token));
        }
        catch (ApiException refused)
        {
            return Answer<T>(refused);
        }
        catch (Exception unclear) when (!ct.IsCancellationRequested && unclear is HttpRequestException or IOException or OperationCanceledException or JsonException
                                            or InvalidOperationException or AuthenticationFailedException or InvalidDataException)
        {
            return new GraphAnswer<T>.Failed(unclear is AuthenticationFailedException ? "no token" : unclear.GetType().Name);
        }
    }

    GraphAnswer<T> Answer<T>(ApiException refused)
    {
        var code = (refused as ODataError)?.Error?.Code is { Length: > 0 } told ? told : "no code";
        switch (refused.ResponseStatusCode)
        {
            case (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable or (int)HttpStatusCode.GatewayTimeout when PauseOf(refused) is { } pause:
                return new GraphAnswer<T>.Throttled(pause);
            case (int)HttpStatusCode.TooManyRequests:
                return new GraphAnswer<T>.Throttled(_usualPause);
            case (int)HttpStatusCode.Gone:
            case (int)HttpStatusCode.BadRequest when code.Equals("Directory_ExpiredPageToken", StringComparison.OrdinalIgnoreCase):
                return new GraphAnswer<T>.Expired(code);
            case (int)HttpStatusCode.NotFound:
                return new GraphAnswer<T>.Missing(code);
            case (int)HttpStatusCode.Conflict:
                return new GraphAnswer<T>.Present();
            case (int)HttpStatusCode.Unauthorized:
                // The credential would give the same token again.
                _current = null;
                return new GraphAnswer<T>.Refused(401, code);
            case (int)HttpStatusCode.Forbidden:
                return new GraphAnswer<T>.Refused(403, code);
            case var status:
                return new GraphAnswer<T>.Failed(string.Create(CultureInfo.InvariantCulture, $"{status} {code}"));
        }
    }

    TimeSpan? PauseOf(ApiException refused) =>
        refused.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } text
            ? PauseOf(text, clock.GetUtcNow())
            : null;

    /// <summary>Seconds or an instant (RFC 9110, 10.2.3); within reason.</summary>
    public static TimeSpan? PauseOf(string text, DateTimeOffset now)
    {
        var pause = long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)_longestPause.TotalSeconds))
            : RetryConditionHeaderValue.TryParse(text, out var condition) && condition.Date is { } at ? at - now
            : _usualPause;
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause > _longestPause ? _longestPause : pause;
    }

    GraphServiceClient Connect()
    {
        IAuthenticationProvider authentication = identity.NewCredential() is { } credential
            ? new AzureIdentityAuthenticationProvider(credential, [Endpoint.Host], null, isCaeEnabled: false, new Uri(identity.Graph, ".default").AbsoluteUri)
            : options.Token is { } token ? new BaseBearerTokenAuthenticationProvider(new GivenToken(token, Endpoint.Host))
            : new AnonymousAuthenticationProvider();
        return new GraphServiceClient(clients.CreateClient(Client), authentication, Endpoint.AbsoluteUri);
    }

    static async Task<JsonDocument> ReadJsonAsync(Stream body, CancellationToken ct)
    {
        using var whole = await ReadWholeAsync(body, ct);
        return JsonDocument.Parse(whole.Length == 0 ? "{}"u8.ToArray() : whole.ToArray());
    }

    static async Task<byte[]> ReadBytesAsync(Stream body, CancellationToken ct)
    {
        using var whole = await ReadWholeAsync(body, ct);
        return whole.ToArray();
    }

    /// <exception cref="InvalidDataException">It does not end.</exception>
    static async Task<MemoryStream> ReadWholeAsync(Stream body, CancellationToken ct)
    {
        var whole = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (whole.Length + read > LargestAnswer)
                throw new InvalidDataException("The answer does not end.");
            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }
}

/// <summary>A token of somebody who tries it out.</summary>
sealed class GivenToken(string token, string host) : IAccessTokenProvider
{
    public AllowedHostsValidator AllowedHostsValidator { get; } = new([host]);

    public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(AllowedHostsValidator.IsUrlHostValid(uri) ? token : "");
}
