using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// The connector's published keys with their endorsements, fetched from the announced address only: never from one that a token
/// names. The raw key document is read here because the token library drops the endorsements.
/// </summary>
sealed partial class ConnectorKeys(HttpClient http, Uri metadata, TimeProvider clock, ILogger<ConnectorKeys> log) : IDisposable
{
    /// <summary>After this the keys are fetched anew. The usual interval of the token library.</summary>
    internal static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(12);

    /// <summary>How long known keys serve while the key server is out of reach. The longest the documentation allows.</summary>
    internal static readonly TimeSpan ServeAtMost = TimeSpan.FromDays(5);

    const string Algorithm = SecurityAlgorithms.RsaSha256;
    const int LeastKeyBits = 2048;

    readonly SemaphoreSlim _fetching = new(1, 1);
    volatile Snapshot? _current;
    long _lastTry = long.MinValue;

    /// <summary>
    /// The least time between two fetches, whether they succeed or not. The token library's default is five minutes; shorter
    /// here, because anyone can use up the interval by sending a token with an invented key id, and a rotation must not wait long.
    /// </summary>
    internal TimeSpan LeastInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <returns>The key, or null when it is not published.</returns>
    /// <exception cref="KeysUnavailableException">There are no keys at all, or only ones that are too old.</exception>
    internal async ValueTask<ConnectorKey?> FindAsync(string keyId, CancellationToken ct)
    {
        if (Usable(RefreshAfter) is { } fresh && fresh.Keys.TryGetValue(keyId, out var known))
            return known;

        await FetchAsync(keyId, ct);
        var keys = Usable(ServeAtMost) ?? throw new KeysUnavailableException();
        return keys.Keys.GetValueOrDefault(keyId);
    }

    /// <summary>Whether there are keys to check tokens with, fetching them if need be.</summary>
    internal async Task<bool> AreAvailableAsync(CancellationToken ct)
    {
        if (Usable(RefreshAfter) is not null)
            return true;
        await FetchAsync("", ct);
        return Usable(ServeAtMost) is not null;
    }

    public void Dispose() => _fetching.Dispose();

    Snapshot? Usable(TimeSpan atMost) => _current is { } snapshot && clock.GetElapsedTime(snapshot.At) < atMost ? snapshot : null;

    // One fetch at a time; those who waited find what it brought, or that it is too early for another.
    async Task FetchAsync(string keyId, CancellationToken ct)
    {
        await _fetching.WaitAsync(ct);
        try
        {
            if (Usable(RefreshAfter)?.Keys.ContainsKey(keyId) is true)
                return;
            if (_lastTry != long.MinValue && clock.GetElapsedTime(_lastTry) < LeastInterval)
                return;
            _lastTry = clock.GetTimestamp();
            _current = new(await ReadAsync(ct), clock.GetTimestamp());
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or InvalidOperationException or FormatException
                                            or KeyNotFoundException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log.Unreachable(log, metadata.Host, problem.GetType().Name);
        }
        finally
        {
            _fetching.Release();
        }
    }

    async Task<IReadOnlyDictionary<string, ConnectorKey>> ReadAsync(CancellationToken ct)
    {
        using var announced = await GetAsync(metadata, ct);
        var keysAt = new Uri(announced.RootElement.GetProperty("jwks_uri").GetString() ?? "");
        if (keysAt.Scheme != Uri.UriSchemeHttps && !(metadata.IsLoopback && keysAt.IsLoopback))
            throw new InvalidOperationException("The key document is not announced at an https address.");
        if (announced.RootElement.TryGetProperty("id_token_signing_alg_values_supported", out var algorithms)
            && !algorithms.EnumerateArray().Any(a => a.GetString() == Algorithm))
        {
            throw new InvalidOperationException($"{Algorithm} is not among the announced algorithms.");
        }

        using var published = await GetAsync(keysAt, ct);
        Dictionary<string, ConnectorKey> keys = new(StringComparer.Ordinal);
        foreach (var entry in published.RootElement.GetProperty("keys").EnumerateArray())
        {
            if (Read(entry) is { } key)
                keys[key.Key.KeyId] = key;
        }

        return keys;
    }

    async Task<JsonDocument> GetAsync(Uri address, CancellationToken ct)
    {
        using var response = await http.GetAsync(address, ct);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{address.Host} answered {(int)response.StatusCode}.");
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
    }

    // An entry of another kind is left out: it cannot have signed what we accept.
    static ConnectorKey? Read(JsonElement entry)
    {
        if (Member(entry, "kty") != "RSA" || Member(entry, "use") is not (null or "sig"))
            return null;
        if (Member(entry, "kid") is not { Length: > 0 } id || Member(entry, "n") is not { } modulus || Member(entry, "e") is not { } exponent)
            return null;
        var rsa = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(modulus), Exponent = Base64UrlEncoder.DecodeBytes(exponent) };
        if (rsa.Modulus.Length * 8 < LeastKeyBits)
            return null;

        HashSet<string> endorsements = new(StringComparer.Ordinal);
        if (entry.TryGetProperty("endorsements", out var listed) && listed.ValueKind == JsonValueKind.Array)
        {
            endorsements.UnionWith(listed.EnumerateArray()
                .Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()).OfType<string>());
        }

        return new(new RsaSecurityKey(rsa) { KeyId = id }, endorsements);
    }

    static string? Member(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    /// <param name="Keys">By key id.</param>
    /// <param name="At">A timestamp of the clock.</param>
    sealed record Snapshot(IReadOnlyDictionary<string, ConnectorKey> Keys, long At);

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The connector's keys could not be read from {Host}: {Problem}")]
        internal static partial void Unreachable(ILogger log, string host, string problem);
    }
}

/// <summary>A published key and the channels that it may speak for.</summary>
sealed record ConnectorKey(RsaSecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>There are no keys to check a signature with.</summary>
sealed class KeysUnavailableException() : Exception("The connector's keys cannot be had at the moment.");
