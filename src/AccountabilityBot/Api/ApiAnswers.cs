using System.Text.Json;
using System.Text.Unicode;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Api;

/// <summary>What every call is refused with when it never gets as far as the thing it is about.</summary>
static partial class ApiAnswers
{
    public const int DeepestJson = 32;

    /// <summary>The body and who sent it; or the problem with which they are sent away.</summary>
    /// <param name="instead">What to do with a body that is too large; ends the sentence.</param>
    public static async Task<(byte[]? Body, ApiCaller? Caller, IResult? Problem)> AdmitAsync(
        HttpRequest request, ApiOptions options, string instead, DateTimeOffset now, ILogger log, CancellationToken ct)
    {
        if (await RequestBody.ReadAsync(request, ct) is not { } bytes)
            return (null, null, Problem(log, 413, "The body is too large", $"At most {RequestBody.Longest / 1024} KiB are taken at once; {instead}", "body"));
        return ApiCaller.Identify(request.Headers, bytes, options, now) is { } caller
            ? (bytes, caller, null)
            : (null, null, Unauthorized(log, "Send a key in X-Api-Key, or a Standard Webhooks signature made within the last five minutes."));
    }

    /// <summary>RFC 9457, naming the field.</summary>
    public static IResult Problem(ILogger log, int status, string title, string detail, string field)
    {
        Log.Refused(log, status, title);
        return Results.Problem(statusCode: status, title: title, detail: detail, extensions: new Dictionary<string, object?> { ["field"] = field });
    }

    public static IResult Unauthorized(ILogger log, string detail)
    {
        Log.Refused(log, StatusCodes.Status401Unauthorized, "Not allowed");
        return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Not allowed", detail: detail);
    }

    /// <summary>The body as JSON. Only after the caller is known: a signature is made over the bytes as they came.</summary>
    /// <returns>The root, which lives on; or the problem.</returns>
    public static (JsonElement? Root, IResult? Problem) Read(byte[] body, ILogger log)
    {
        if (!Utf8.IsValid(body))
            return (null, Problem(log, 400, "The body is not JSON", "It is not UTF-8, in which JSON is sent.", "body"));
        LoneSurrogates.Repair(body);
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestJson });
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException broken)
        {
            return (null, Problem(log, 400, "The body is not JSON", $"Line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1} cannot be read.", "body"));
        }
    }

    // Neither a key nor a sender's words ever.
    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a call with {Status}: {Title}")]
        internal static partial void Refused(ILogger log, int status, string title);
    }
}
