using System.Globalization;
using System.Text.Json;
using AccountabilityBot.Api;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>
/// <c>POST /api/numbers/{id}/values</c> (DESIGN, section 5): <c>periodEnd, value, note?</c>. 202 when it is new or takes an
/// earlier one's place, 200 when it is there already.
/// </summary>
static class ValueApi
{
    const int MostTries = 6;
    const string Fields = "periodEnd, value and note";

    public static void MapValueApi(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/numbers/{id}/values", PostAsync);

    static async Task<IResult> PostAsync(
        string id, HttpContext http, ApiOptions options, CompanySource companies, IServiceScopeFactory scopes, TimeProvider clock, ILoggerFactory loggers, CancellationToken ct)
    {
        var (log, now) = (loggers.CreateLogger("AccountabilityBot.Numbers.Values.ValueApi"), clock.GetUtcNow());
        var (bytes, _, refusal) = await ApiAnswers.AdmitAsync(http.Request, options, "a value is one line of JSON.", now, log, ct);
        if (refusal is not null)
            return refusal;
        var (root, broken) = ApiAnswers.Read(bytes!, log);
        if (broken is not null)
            return broken;
        if (root is not { ValueKind: JsonValueKind.Object } body)
            return ApiAnswers.Problem(log, 400, "The body is not a value", $"The body must be an object with {Fields}.", "body");

        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            try
            {
                return await EnterAsync(db, id, body, companies.Current, now, log, ct);
            }
            catch (DbUpdateException raced) when (attempt < MostTries && (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced)))
            {
                // Another value for the period came in this very moment: what there is now is looked at again.
            }
        }
    }

    static async Task<IResult> EnterAsync(BotDb db, string id, JsonElement body, Company company, DateTimeOffset now, ILogger log, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } number)
            return ApiAnswers.Problem(log, 404, "There is no such number", $"id is \"{CleanText.Of(id, 80)}\".{Spelling.DidYouMean(id, await db.Numbers.Where(one => one.IsActive).Select(one => one.Id).ToListAsync(ct))}", "id");
        if (!number.IsActive)
            return ApiAnswers.Problem(log, 410, "The number is retired", $"\"{number.Facts.Name}\" ({number.Id}) is not tracked any more; its values stay as they are.", "id");
        if (number.Facts.Computed is { } figure)
            return ApiAnswers.Problem(log, 409, "The number is computed", $"\"{number.Facts.Name}\" ({number.Id}) is counted by the bot itself, as {figure}; nobody else gives it values.", "id");

        var (period, fault) = PeriodEnd(body, number, company, now);
        if (period is not { } periodEnd)
            return Refused("periodEnd", fault!);
        (var value, fault) = Value(body);
        if (value is not { } amount)
            return Refused("value", fault!);
        (var note, fault) = Note(body);
        if (fault is not null)
            return Refused("note", fault);
        if (Unknown(body) is { } field)
            return Refused(field, $"{field} is not known here; {Fields} are.");

        var current = await ValueEntry.CurrentAsync(db, number.Id, periodEnd, ct);
        var entered = await ValueEntry.EnterAsync(db, new ArrivingValue(number.Id, periodEnd, amount, note, ValueSources.Api, By: null), current, Via.Api, post: null, now, ct);
        return Results.Json(
            new { number = number.Id, periodEnd = periodEnd.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value = amount, result = entered.ToString().ToLowerInvariant() },
            statusCode: entered is Entered.Unchanged ? 200 : 202);

        IResult Refused(string field, string sentence) => ApiAnswers.Problem(log, 422, "The value was refused", sentence, field);
    }

    /// <summary>In any case: an address is typed by hand.</summary>
    static async Task<TrackedNumber?> FindAsync(BotDb db, string id, CancellationToken ct)
    {
        if (await db.Numbers.AsNoTracking().SingleOrDefaultAsync(number => number.Id == id, ct) is { } found)
            return found;
        var like = (await db.Numbers.Select(number => number.Id).ToListAsync(ct)).Find(known => known.Equals(id, StringComparison.OrdinalIgnoreCase));
        return like is null ? null : await db.Numbers.AsNoTracking().SingleOrDefaultAsync(number => number.Id == like, ct);
    }

    static (DateOnly? Day, string? Fault) PeriodEnd(JsonElement body, TrackedNumber number, Company company, DateTimeOffset now)
    {
        var text = body.TryGetProperty("periodEnd", out var field) && field.ValueKind is JsonValueKind.String ? field.GetString()! : "";
        var today = NumberDays.DayOf(number.Facts, company, now);
        var last = Freshness.LastEnded(number.Facts.Period, today);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (null, $"periodEnd is missing or no day; write the last day of the period, such as {Day(last)}.");
        if (day > today)
            return (null, $"periodEnd is {Day(day)}, which lies in the future; today is {Day(today)}.");
        if (day < ValueEntry.Earliest)
            return (null, $"periodEnd is {Day(day)}; days from {Day(ValueEntry.Earliest)} on are taken.");
        var end = Freshness.EndOf(number.Facts.Period, day);
        var before = Freshness.Before(number.Facts.Period, end);
        return end == day
            ? (day, null)
            : (null, $"periodEnd is {Day(day)}, which is no last day of a {number.Facts.Period.ToString().ToLowerInvariant()}; {Day(before)}{(end <= today ? $" or {Day(end)}" : "")} would do.");
    }

    /// <summary>As JSON writes numbers, or as a text with a point for decimals.</summary>
    static (decimal? Amount, string? Fault) Value(JsonElement body)
    {
        if (!body.TryGetProperty("value", out var field) || field.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
            return (null, "value is missing or no figure; a number such as 27.5 is needed.");
        var written = field.ValueKind is JsonValueKind.String ? field.GetString()! : Written(field.GetRawText());
        var (amount, fault) = NumberText.Read(written);
        return fault is null ? (amount, null) : (null, $"value: {fault}");
    }

    /// <summary>JSON may write a power of ten, which people do not. What is beyond us in it stays as it is, and is refused as such.</summary>
    static string Written(string raw) =>
        raw.AsSpan().ContainsAny('e', 'E')
        && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        && (amount != 0 || double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture) == 0)
            ? amount.ToString("0.############################", CultureInfo.InvariantCulture)
            : raw;

    static (string? Note, string? Fault) Note(JsonElement body)
    {
        if (!body.TryGetProperty("note", out var field) || field.ValueKind is JsonValueKind.Null)
            return (null, null);
        if (field.ValueKind is not JsonValueKind.String)
            return (null, "note is no text.");
        var note = CleanText.Of(field.GetString());
        return note.Length > ValueEntry.LongestNote
            ? (null, $"note has {note.Length} characters; {ValueEntry.LongestNote} at most are kept.")
            : (note.Length is 0 ? null : note, null);
    }

    /// <summary>A slip in a field's name would lose what it says without a word.</summary>
    static string? Unknown(JsonElement body) =>
        body.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => name is not ("periodEnd" or "value" or "note")) is { } name ? CleanText.Of(name, 40) : null;

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
