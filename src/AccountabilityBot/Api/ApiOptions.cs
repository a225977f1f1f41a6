using AccountabilityBot.Data;

namespace AccountabilityBot.Api;

/// <summary>Who may call the HTTP interface: section <c>Api</c>. Without a key and a secret it is closed.</summary>
/// <param name="Keys">For the header <c>X-Api-Key</c>; at least 16 characters each.</param>
/// <param name="Webhooks">A secret per source, for Standard Webhooks signatures.</param>
public sealed record ApiOptions(IReadOnlyList<string> Keys, IReadOnlyList<WebhookSecret> Webhooks)
{
    const int ShortestKey = 16;

    /// <exception cref="InvalidSettingException">A key or a secret that is too short, or cannot be read.</exception>
    public static ApiOptions From(IConfiguration configuration)
    {
        var keys = configuration.GetSection("Api:Keys").GetChildren().Select(child => child.Value ?? "").ToList();
        for (var index = 0; index < keys.Count; index++)
        {
            if (keys[index].Length < ShortestKey)
                throw new InvalidSettingException($"Api:Keys:{index}", $"has {keys[index].Length} characters; it needs at least {ShortestKey}.");
        }

        var webhooks = configuration.GetSection("Api:Webhooks").GetChildren()
            .Select(child => WebhookSecret.Parse(child.Key, child["Secret"])).ToList();
        return new ApiOptions(keys, webhooks);
    }
}

/// <summary>The secret of one source of webhooks.</summary>
/// <param name="Source">Leads that come with it are of this source.</param>
/// <param name="Key">24 to 64 bytes, as the specification asks.</param>
public sealed record WebhookSecret(string Source, byte[] Key)
{
    const string Prefix = "whsec_";

    /// <exception cref="InvalidSettingException">Not base64, or of a length the specification does not allow.</exception>
    public static WebhookSecret Parse(string source, string? text)
    {
        var setting = $"Api:Webhooks:{source}:Secret";
        var encoded = text?.StartsWith(Prefix, StringComparison.Ordinal) == true ? text[Prefix.Length..] : text;
        var key = new byte[128];
        if (encoded is null || !Convert.TryFromBase64String(encoded, key, out var length))
            throw new InvalidSettingException(setting, $"cannot be read; it is base64, with or without \"{Prefix}\" before it.");
        return length is >= 24 and <= 64
            ? new WebhookSecret(source, key[..length])
            : throw new InvalidSettingException(setting, $"has {length} bytes; Standard Webhooks asks for 24 to 64.");
    }
}
