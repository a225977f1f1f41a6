using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AccountabilityBot.Api;

/// <summary>Who calls.</summary>
/// <param name="WebhookSource">The source whose secret signed the body; none: the caller has a key and may send any source.</param>
public sealed record ApiCaller(string? WebhookSource)
{
    const string KeyHeader = "X-Api-Key";

    /// <summary>How far the sender's clock may be off. Source: the Standard Webhooks specification's reference libraries.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Verifies a key, or a signature over the raw bytes of the body.</summary>
    /// <returns>None: not allowed in, whatever the reason; the caller is told no more.</returns>
    public static ApiCaller? Identify(IHeaderDictionary headers, ReadOnlySpan<byte> body, ApiOptions options, DateTimeOffset now)
    {
        if (headers.ContainsKey(KeyHeader))
            return HasKey(headers, options) ? new ApiCaller(WebhookSource: null) : null;

        var id = headers["webhook-id"].ToString();
        var sentAt = headers["webhook-timestamp"].ToString();
        if (id.Length is 0 or > 200 || !long.TryParse(sentAt, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        if (Math.Abs(seconds - now.ToUnixTimeSeconds()) > Tolerance.TotalSeconds)
            return null;
        var signatures = headers["webhook-signature"].ToString();
        foreach (var secret in options.Webhooks)
        {
            if (Signed(id, sentAt, body, secret.Key, signatures))
                return new ApiCaller(secret.Source);
        }

        return null;
    }

    /// <summary>For a call without a body: a signature over nothing would open every address, and for five minutes.</summary>
    public static bool HasKey(IHeaderDictionary headers, ApiOptions options)
    {
        // Hashes are of one length, and compared in constant time: nothing tells how near a guess was.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(headers[KeyHeader].ToString()));
        var found = false;
        foreach (var key in options.Keys)
            found |= CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return found;
    }

    /// <summary>HMAC-SHA256 over <c>id.timestamp.body</c>; several signatures may stand there while a secret is changed.</summary>
    static bool Signed(string id, string sentAt, ReadOnlySpan<byte> body, byte[] key, string signatures)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{sentAt}."));
        hmac.AppendData(body);
        var expected = hmac.GetHashAndReset();
        Span<byte> given = stackalloc byte[expected.Length];
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            if (signature.StartsWith("v1,", StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[3..], given, out var length)
                && CryptographicOperations.FixedTimeEquals(given[..length], expected))
            {
                return true;
            }
        }

        return false;
    }
}
