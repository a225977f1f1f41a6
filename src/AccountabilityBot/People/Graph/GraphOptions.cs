using AccountabilityBot.Data;

namespace AccountabilityBot.People.Graph;

/// <summary>Where people come from: <c>People:Source</c> is <c>file</c> or <c>graph</c>. Under <c>People:Graph</c> stands what only tests need.</summary>
/// <param name="IsGraph">Whether Microsoft Graph knows them.</param>
/// <param name="Endpoint">Development only: another Graph, with its version; none: the one of the bot's cloud.</param>
/// <param name="Patience">How long one answer may take.</param>
/// <param name="Token">Development only: a token to try it with, such as Graph Explorer gives; none: the bot's own identity.</param>
public sealed record GraphOptions(bool IsGraph, Uri? Endpoint, TimeSpan Patience, string? Token = null)
{
    const string Section = "People:Graph";
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidSettingException">A setting is wrong, or must not be here.</exception>
    public static GraphOptions From(IConfiguration configuration, bool isDevelopment)
    {
        var source = configuration["People:Source"] ?? "file";
        if (source is not ("file" or "graph"))
            throw new InvalidSettingException("People:Source", $"is \"{source}\"; people come from a \"file\" or from \"graph\".");
        var section = configuration.GetSection(Section);
        // Whoever could name another Graph would be handed the bot's token.
        if (!isDevelopment && section.GetChildren().FirstOrDefault() is { } present)
            throw new InvalidSettingException($"{Section}:{present.Key}", "is for Development only and must be absent elsewhere.");
        var endpoint = section["Endpoint"];
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var at) && (at.Scheme == Uri.UriSchemeHttps || (at.Scheme == Uri.UriSchemeHttp && at.IsLoopback))))
            throw new InvalidSettingException($"{Section}:Endpoint", $"is \"{endpoint}\"; an https address is needed, or one of this machine.");
        var patience = section["PatienceSeconds"];
        if (patience is not null && !(int.TryParse(patience, out var seconds) && seconds is >= 1 and <= 300))
            throw new InvalidSettingException($"{Section}:PatienceSeconds", $"is \"{patience}\"; 1 to 300 are allowed.");
        return new GraphOptions(
            source == "graph", endpoint is null ? null : new Uri(endpoint), patience is null ? _patience : TimeSpan.FromSeconds(int.Parse(patience, System.Globalization.CultureInfo.InvariantCulture)),
            section["Token"]);
    }
}
