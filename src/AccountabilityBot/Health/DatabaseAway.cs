using AccountabilityBot.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace AccountabilityBot.Health;

/// <summary>A call that met a database which is away is answered 503: nothing is wrong with it, and it is welcome in a moment.</summary>
sealed class DatabaseAway : IExceptionHandler
{
    const string InSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (!http.RequestServices.GetRequiredService<BotDb>().IsAway(exception))
            return false;
        http.Response.Headers.RetryAfter = InSeconds;
        await Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "The database is away",
            detail: "It cannot be reached just now. Nothing was lost; send the same again in a moment.").ExecuteAsync(http);
        return true;
    }
}
