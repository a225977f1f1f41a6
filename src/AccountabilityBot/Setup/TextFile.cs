using System.Text;

namespace AccountabilityBot.Setup;

/// <summary>Reads the text files that people write by hand: UTF-8, and of a size that a person could have written.</summary>
static class TextFile
{
    static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark; or null, after <paramref name="refuse"/> has the sentence that says why.</summary>
    public static string? Read(string path, int largestBytes, Action<string> refuse)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                refuse(Directory.Exists(path) ? "This is a folder; a file is needed." : "There is no such file.");
            else if (file.Length > largestBytes)
                refuse(TooLarge(largestBytes));
            else
                return _strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            refuse("The file is not UTF-8 text; save it as UTF-8.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refuse($"The file cannot be read: {error.Message}");
        }

        return null;
    }

    public static string TooLarge(long largestBytes) => $"The file is larger than {largestBytes / 1024} KiB, the most that is read.";
}
