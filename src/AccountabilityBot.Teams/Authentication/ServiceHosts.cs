namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// The hosts that the bot may send its token and its messages to. An activity says where its answers go, so this list is asked
/// when an activity arrives and again before every request.
/// </summary>
public sealed class ServiceHosts
{
    readonly IReadOnlyList<string> _cloudHosts;
    readonly IReadOnlyList<ExtraHost> _extra;
    readonly bool _anyLoopback;

    /// <param name="options">Without an app id only loopback is allowed; with one, the cloud's hosts and the configured ones.</param>
    public ServiceHosts(BotOptions options)
    {
        _anyLoopback = !options.IsSigned;
        _cloudHosts = options.IsSigned ? options.InCloud.Hosts : [];
        _extra = options.IsSigned ? [.. options.ServiceHosts.Select(ParseExtra).OfType<ExtraHost>()] : [];
    }

    /// <summary>True when the bot may talk to this address: https, port 443, a host on the list and nothing that hides one.</summary>
    public bool Allows(string? serviceUrl)
    {
        if (string.IsNullOrEmpty(serviceUrl) || !IsPlain(serviceUrl) || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address))
            return false;
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return false;
        if (IsWeb(address) && address.IsLoopback && _anyLoopback)
            return true;
        return _extra.Any(e => e.Matches(address)) || IsOfCloud(address);
    }

    /// <summary>Reads an entry of <c>Bot:ServiceHosts</c>; null when it is none.</summary>
    internal static ExtraHost? ParseExtra(string entry)
    {
        var hasScheme = entry.Contains("://", StringComparison.Ordinal);
        if (!IsPlain(entry) || !Uri.TryCreate(hasScheme ? entry : "any://" + entry, UriKind.Absolute, out var address))
            return null;
        if (address.Host.Length == 0 || address.UserInfo.Length > 0 || address.AbsolutePath.Trim('/').Length > 0)
            return null;
        if (hasScheme && !IsWeb(address))
            return null;
        var isPlainHttp = address.Scheme == Uri.UriSchemeHttp;
        if (!address.IsLoopback && (isPlainHttp || address.HostNameType != UriHostNameType.Dns || !address.IsDefaultPort))
            return null;
        return new(hasScheme ? address.Scheme : null, address.Host, address.Port < 0 ? null : address.Port);
    }

    bool IsOfCloud(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.HostNameType == UriHostNameType.Dns
        && !address.Host.Split('.').Any(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        && _cloudHosts.Any(h => h[0] == '.'
            ? address.Host.EndsWith(h, StringComparison.OrdinalIgnoreCase)
            : address.Host.Equals(h, StringComparison.OrdinalIgnoreCase));

    static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    // Parsers disagree about these characters, and a disagreement is how a host is hidden.
    static bool IsPlain(string address) => !address.AsSpan().ContainsAnyExceptInRange('!', '~') && !address.AsSpan().ContainsAny('\\', '@');

    /// <param name="Scheme">Null: https, and http too on loopback.</param>
    /// <param name="Host">As the address has it.</param>
    /// <param name="Port">Null: 443, and any port on loopback.</param>
    internal sealed record ExtraHost(string? Scheme, string Host, int? Port)
    {
        internal bool Matches(Uri address) =>
            address.Host.Equals(Host, StringComparison.OrdinalIgnoreCase)
            && (Scheme is null ? IsWeb(address) : address.Scheme == Scheme)
            && (Port is null || address.Port == Port)
            && (address.IsLoopback || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort));
    }
}
