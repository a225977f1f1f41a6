using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace AccountabilityBot.Teams;

/// <summary>Reads a request's body up to a limit, whatever its length header says.</summary>
public static class RequestBody
{
    /// <summary>The longest body, in bytes. Teams' own messages end at about 100 KB.</summary>
    public const int Longest = 256 * 1024;

    /// <returns>Null when the body is longer than <see cref="Longest"/>.</returns>
    /// <exception cref="BadHttpRequestException">The sender broke off, or was slower than the server allows.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Longest)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var isTooLong = read.Buffer.Length > Longest;
            if (isTooLong || read.IsCompleted)
            {
                var body = isTooLong ? null : read.Buffer.ToArray();

                // Told to be done with: a read that is left open would cost the connection.
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
