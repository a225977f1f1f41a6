using Azure.Core;
using Azure.Identity;

namespace AccountabilityBot.Teams.Connector;

/// <summary>
/// The bot's own token for the connector: one at a time, renewed early, shared by all requests.
/// </summary>
/// <param name="create">Makes the credential; null in the Playground's mode, where requests carry no token. Called again after a
/// token was refused, because a credential keeps the refused one in its own cache.</param>
/// <param name="scope">What the token is for.</param>
/// <param name="clock">The clock that decides when a token is renewed.</param>
public sealed class ConnectorTokens(Func<TokenCredential>? create, string scope, TimeProvider clock) : IDisposable
{
    /// <summary>Renewal begins this long before the end, unless the issuer names another time.</summary>
    static readonly TimeSpan _early = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim _renewing = new(1, 1);
    TokenCredential? _credential;
    Held? _held;

    /// <returns>The token; null when requests carry none.</returns>
    /// <param name="refused">A token that the connector just refused; it is not given again.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="TokenUnavailableException">The issuer refused or cannot be reached.</exception>
    public async ValueTask<string?> GetAsync(string? refused, CancellationToken ct)
    {
        if (create is null)
            return null;
        if (Fresh(refused) is { } fresh)
            return fresh;

        await _renewing.WaitAsync(ct);
        try
        {
            return Fresh(refused) ?? await RenewAsync(create, refused, ct);
        }
        finally
        {
            _renewing.Release();
        }
    }

    public void Dispose() => _renewing.Dispose();

    string? Fresh(string? refused) => Volatile.Read(ref _held) is { } held && held.Token != refused && clock.GetUtcNow() < held.RenewAt
        ? held.Token
        : null;

    async Task<string> RenewAsync(Func<TokenCredential> make, string? refused, CancellationToken ct)
    {
        var old = _held;
        if (_credential is null || refused is not null)
            _credential = make();
        try
        {
            var token = await _credential.GetTokenAsync(new TokenRequestContext([scope]), ct);
            Volatile.Write(ref _held, new(token.Token, token.RefreshOn ?? token.ExpiresOn - _early, token.ExpiresOn));
            return token.Token;
        }
        catch (Exception problem) when (IsIssuers(problem, ct))
        {
            // Between renewal and end the old token is still good.
            if (old is not null && old.Token != refused && clock.GetUtcNow() < old.Ends)
                return old.Token;
            throw new TokenUnavailableException(problem);
        }
    }

    static bool IsIssuers(Exception problem, CancellationToken ct) =>
        problem is AuthenticationFailedException or HttpRequestException or InvalidOperationException
        || (problem is OperationCanceledException && !ct.IsCancellationRequested);

    /// <param name="Token">The token's text.</param>
    /// <param name="RenewAt">UTC; from here on a new one is fetched.</param>
    /// <param name="Ends">UTC; from here on it is worth nothing.</param>
    sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset Ends);
}

/// <summary>The bot's own token cannot be had. The message names the kind of problem and no secret.</summary>
public sealed class TokenUnavailableException(Exception inner)
    : Exception($"The bot's token cannot be had ({inner.GetType().Name}).", inner);
