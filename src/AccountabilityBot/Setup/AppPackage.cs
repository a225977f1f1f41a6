using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Setup;

/// <summary>
/// The zip that an administrator uploads to Teams: manifest, languages and icons at its root, made from the files in
/// <c>manifest/</c> that are embedded in this assembly. The same facts give the same bytes, so a package can be compared
/// with the one that is installed.
/// </summary>
/// <param name="BotId">The bot's Microsoft Entra application id, which is also its Azure Bot's.</param>
/// <param name="AppId">The Teams app's own id. Teams takes a package with the same id and a higher version as an update.</param>
/// <param name="Host">The public host name that serves the bot, in lower case, without scheme, port or path.</param>
/// <param name="Version">Three numbers with dots, as the manifest schema wants them.</param>
public sealed partial record AppPackage(Guid BotId, Guid AppId, string Host, string Version)
{
    /// <summary>The entries in the order in which they are written; all lie at the zip's root, where Teams looks for them.</summary>
    public static IReadOnlyList<string> Entries { get; } = ["manifest.json", "de.json", "color.png", "outline.png"];

    // The zip format counts from 1980; a fixed instant keeps the package reproducible.
    static readonly DateTimeOffset _entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The zip's bytes.</summary>
    public byte[] ToZip()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in Entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = _entryTime;
                // The default differs between operating systems.
                entry.ExternalAttributes = 0;
                using var content = entry.Open();
                content.Write(name.EndsWith(".json", StringComparison.Ordinal) ? Filled(name) : Source(name));
            }
        }

        return buffer.ToArray();
    }

    /// <summary>
    /// The app id for a bot when none is given: always the same for the same bot, so that packing again updates the installed
    /// app and does not add a second one. It is a name-based UUID (RFC 9562, version 8) over a name of ours and the bot id.
    /// </summary>
    public static Guid AppIdFor(Guid botId)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes($"AccountabilityBot Teams app for {botId:D}"), id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }

    /// <summary>This build's version as the manifest writes it, for example <c>0.1.0</c>.</summary>
    public static string CurrentVersion => typeof(AppPackage).Assembly.GetName().Version!.ToString(3);

    byte[] Filled(string name)
    {
        var text = Token().Replace(Encoding.UTF8.GetString(Source(name)), token => token.Groups["name"].Value switch
        {
            "APP_ID" => AppId.ToString("D", CultureInfo.InvariantCulture),
            "BOT_ID" => BotId.ToString("D", CultureInfo.InvariantCulture),
            "HOST" => Host,
            "VERSION" => Version,
            var unknown => throw new InvalidOperationException($"manifest/{name} has the token {{{{{unknown}}}}}, which nothing fills."),
        });
        return Encoding.UTF8.GetBytes(text);
    }

    static byte[] Source(string name)
    {
        using var stream = typeof(AppPackage).Assembly.GetManifestResourceStream($"manifest/{name}")
            ?? throw new InvalidOperationException($"manifest/{name} is not embedded; see AccountabilityBot.csproj.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Z_]+)\}\}")]
    private static partial Regex Token();
}
